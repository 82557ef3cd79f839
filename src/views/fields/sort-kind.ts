import type { ColumnDesign } from '../../design/model.js';

/** How a cursor carries the value of a column; see `CursorKind` in packages/database. */
export function cursorKind({ prismaType }: Pick<ColumnDesign, 'prismaType'>): string {
  switch (prismaType) {
    case 'String':
    case 'Decimal':
    case 'Json':
      return 'string';
    case 'Int':
      return 'number';
    case 'BigInt':
      return 'bigint';
    case 'Boolean':
      return 'boolean';
    case 'DateTime':
      return 'date';
  }
}
