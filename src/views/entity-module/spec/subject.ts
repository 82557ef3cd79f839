import type { EntityDesign } from '../../../design/model.js';

/** What the tests of an entity call it; each kind of test takes the words it prints. */
export interface Subject {
  readonly one: string;
  readonly One: string;
  readonly many: string;
  readonly CODE: string;
  readonly table: string;
  readonly ownFactory: string;
}

export function subjectOf({ names, table }: EntityDesign): Subject {
  const { one, One, many, CODE } = names;
  return { one, One, many, CODE, table, ownFactory: `make${One}` };
}
