import type { FieldKind } from '../../../blueprint/model.js';
import type { Design, EntityDesign, FieldDesign } from '../../../design/model.js';
import { filterOf } from '../../fields/filter.js';
import { code, list } from '../words.js';

export interface TypeRow {
  readonly type: string;
  readonly json: string;
  readonly example: string;
  readonly value: string;
}

/** Types whose JSON is not what one would guess; only those that this system has. */
const FORMS: readonly (readonly [kinds: readonly FieldKind[], type: string, json: string])[] = [
  [['money'], 'money', 'minor units and an ISO 4217 code'],
  [['decimal'], 'decimal', 'a string: no digit is lost'],
  [['bigint', 'sequence'], '64-bit integer', 'a string of digits'],
  [['date'], 'day', 'ISO 8601, without time'],
  [['datetime'], 'moment', 'ISO 8601; answered in UTC'],
  [['time'], 'time of day', 'hours, minutes, seconds'],
  [['duration'], 'duration', 'ISO 8601'],
  [['richtext'], 'rich text', 'HTML, cleaned before it is stored'],
  [['email'], 'e-mail address', 'answered in lower case'],
  [['enum'], 'choice', 'one of the listed values'],
  [['json'], 'free structure', 'any JSON but null'],
  [['file'], 'file', 'a reference; bytes go elsewhere'],
  [['phone'], 'telephone number', 'E.164'],
];

export function typeRows(design: Design, hero: EntityDesign | undefined): TypeRow[] {
  const entities = hero ? [hero, ...design.entities.filter((entity) => entity !== hero)] : design.entities;
  const fields = entities.flatMap((entity) => entity.fields.map((field) => ({ entity, field })));
  const ids = {
    type: 'identifier',
    json: 'a UUID, version 7',
    example: code(`${entities[0]?.names.one ?? 'user'}.id`),
    value: 'made by the server',
  };
  const others = FORMS.flatMap(([kinds, type, json]) => {
    const fitting = fields.filter(({ field }) => kinds.includes(field.field.type.kind) && !field.field.many);
    const found = fitting.find(({ entity, field }) => valueOf(entity, field) !== undefined) ?? fitting[0];
    if (!found) return [];
    const value = valueOf(found.entity, found.field);
    return [
      {
        type,
        json,
        example: code(`${found.entity.names.one}.${found.field.name}`),
        value: value === undefined ? 'made by the server' : inCode(value),
      },
    ];
  });
  return [ids, ...others];
}

function valueOf({ samples: [sample = {}] }: EntityDesign, { name }: FieldDesign): unknown {
  return sample[name];
}

/** JSON as inline code in a cell; texts of the blueprint may hold anything. */
function inCode(value: unknown): string {
  const text = JSON.stringify(value).replaceAll('|', '\\|');
  return text.includes('`') ? `\`\` ${text} \`\`` : code(text);
}

export interface ListRow {
  readonly list: string;
  readonly filters: string;
  readonly sorts: string;
  readonly searched: string;
}

/** What each list of the domain is narrowed and sorted by. */
export function listRows({ entities }: Design): ListRow[] {
  return entities.map((entity) => ({
    list: code(`/api/v1${entity.route}`),
    filters: list(parametersOf(entity)) || 'none',
    sorts: list(entity.sorts.map(({ name }) => code(name))),
    searched: list(entity.search.map(({ name }) => code(name))) || 'not searched',
  }));
}

function parametersOf(entity: EntityDesign): string[] {
  return entity.filters.flatMap((filter) => {
    if (filter.kind === 'reference') return [code(filter.key)];
    const found = filterOf(entity.names.One, filter.field);
    return found ? [`${code(filter.name)}${found.match === 'any' ? ' (several)' : ''}`] : [];
  });
}
