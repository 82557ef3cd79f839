import { didYouMean } from '../../text/nearest.js';
import { LIST_PARAMETERS } from '../../text/reserved.js';
import type { Findings } from '../findings.js';
import type { Entity, FieldKind, ListOptions } from '../model.js';
import { entitiesOf, placeOf, type Check } from './support.js';

/** Lists are filtered, sorted and searched by what exists and has the type for it. */
export const checkLists: Check = (blueprint, findings) => {
  for (const entity of entitiesOf(blueprint)) {
    for (const purpose of ['filter', 'sort', 'search'] as const) checkPurpose(entity, purpose, findings);
  }
};

const UNFIT: Readonly<Record<keyof ListOptions, ReadonlySet<FieldKind>>> = {
  filter: new Set<FieldKind>(['text', 'richtext', 'json', 'file', 'money', 'duration']),
  sort: new Set<FieldKind>(['text', 'richtext', 'json', 'file', 'duration', 'boolean']),
  search: new Set<FieldKind>([
    'int',
    'bigint',
    'decimal',
    'money',
    'boolean',
    'date',
    'datetime',
    'time',
    'duration',
    'uuid',
    'json',
    'enum',
    'file',
    'sequence',
  ]),
};

const ALWAYS: Readonly<Record<string, readonly string[]>> = {
  filter: [],
  sort: ['createdAt', 'updatedAt'],
  search: [],
};

function checkPurpose(entity: Entity, purpose: 'filter' | 'sort' | 'search', findings: Findings): void {
  const keys = entity.relations.filter((relation) => relation.kind === 'manyToOne' || relation.kind === 'oneToOne');
  const relations = purpose === 'filter' ? keys.map((relation) => relation.name) : [];
  const names = [...entity.fields.map((field) => field.name), ...relations, ...ALWAYS[purpose]!];
  entity.list[purpose].forEach((name, index) => {
    const at = placeOf(entity, `list.${purpose}.${index}`);
    if (entity.list[purpose].indexOf(name) !== index)
      findings.error('DUPLICATE_NAME', at, `"${name}" stands here for the second time.`);
    else if (!names.includes(name)) {
      findings.error(
        'UNKNOWN_FIELD',
        at,
        `${entity.name} has no ${purpose === 'filter' ? 'field or relation to one' : 'field'} "${name}".`,
        didYouMean(name, names),
      );
    } else if (purpose === 'filter' && LIST_PARAMETERS.has(name)) {
      findings.error(
        'LIST_FIELD',
        at,
        `"${name}" is a parameter of every list already.`,
        'Rename the field, or leave it out here.',
      );
    } else checkType(entity, purpose, name, at, findings);
  });
}

function checkType(
  entity: Entity,
  purpose: 'filter' | 'sort' | 'search',
  name: string,
  at: { line: number; column: number },
  findings: Findings,
): void {
  const field = entity.fields.find((candidate) => candidate.name === name);
  if (!field || (!field.many && !UNFIT[purpose].has(field.type.kind))) return;
  const what = field.many ? 'a list' : `of type ${field.type.kind}`;
  const done = { filter: 'filtered', sort: 'sorted', search: 'searched' }[purpose];
  findings.error('LIST_FIELD', at, `Lists cannot be ${done} by "${name}": it is ${what}.`);
}
