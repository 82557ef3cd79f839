import type { Count, EntitiesDiagram, EntityColumn } from '../model.js';
import { quoted, spoken } from './text.js';

const LEFT: Readonly<Record<Count, string>> = { one: '||', 'zero-or-one': '|o', many: '}o' };
const RIGHT: Readonly<Record<Count, string>> = { one: '||', 'zero-or-one': 'o|', many: 'o{' };

export function entitiesSource(diagram: EntitiesDiagram): string {
  const entities = diagram.groups.flatMap((group) => group.entities);
  return [
    'erDiagram',
    ...spoken(diagram),
    ...entities.flatMap(({ id, title, columns }) => {
      const name = `  ${idOf(id)}[${quoted(title)}]`;
      return columns.length === 0 ? [name] : [`${name} {`, ...columns.map(attribute), '  }'];
    }),
    ...diagram.relations.map(({ from, to, fromCount, toCount, label }) => {
      return `  ${idOf(from)} ${LEFT[fromCount]}--${RIGHT[toCount]} ${idOf(to)} : ${quoted(label)}`;
    }),
  ].join('\n');
}

function attribute({ name, type, keys, optional }: EntityColumn): string {
  const key = keys.length === 0 ? '' : ` ${keys.join(',')}`;
  return `    ${word(type)} ${word(name)}${key}${optional ? ' "may be empty"' : ''}`;
}

/** Types such as `decimal(8, 3)` hold signs that Mermaid does not take there. */
function word(text: string): string {
  return text.replaceAll(/,\s*/g, '_').replaceAll(/[^\w()[\]-]/g, '_');
}

function idOf(id: string): string {
  return `e_${id.replaceAll(/\W/g, '_')}`;
}
