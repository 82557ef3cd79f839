import { didYouMean } from '../../text/nearest.js';
import type { Findings } from '../findings.js';
import type { Blueprint, Entity, Relation } from '../model.js';
import { entitiesOf, entityNamed, placeOf, type Check } from './support.js';

/** A part belongs to one whole; nothing is part of itself; and `owner` names a relation to a user. */
export const checkOwnership: Check = (blueprint, findings) => {
  const owners = new Map<string, { entity: Entity; relation: Relation }>();
  for (const entity of entitiesOf(blueprint)) {
    for (const relation of entity.relations.filter((candidate) => candidate.owned)) {
      const first = owners.get(relation.target);
      if (first) {
        findings.error(
          'OWNERSHIP',
          placeOf(relation, 'owned'),
          `${relation.target} is part of ${first.entity.name} already (${first.relation.name}).`,
          'A part has one whole: leave out `owned` on one side.',
        );
      } else owners.set(relation.target, { entity, relation });
    }
    checkOwner(entity, findings);
  }
  for (const [part, { entity, relation }] of owners) {
    checkDepth(part, owners, relation, findings);
    checkPart(blueprint, part, entity, relation, findings);
  }
};

function checkOwner(entity: Entity, findings: Findings): void {
  if (entity.owner === undefined) return;
  const candidates = entity.relations.filter(
    (relation) => relation.target === 'User' && relation.kind !== 'manyToMany',
  );
  if (candidates.some((relation) => relation.name === entity.owner)) return;
  const names = candidates.map((relation) => relation.name);
  const hint =
    didYouMean(entity.owner, names) ??
    (names[0] ? `It has ${names.join(', ')}.` : 'Add a relation such as `account: User?`.');
  findings.error(
    'OWNERSHIP',
    placeOf(entity, 'owner'),
    `${entity.name} has no relation "${entity.owner}" to one User.`,
    hint,
  );
}

function checkDepth(
  part: string,
  owners: ReadonlyMap<string, { entity: Entity }>,
  relation: Relation,
  findings: Findings,
): void {
  const seen = new Set([part]);
  for (let whole = owners.get(part)?.entity.name; whole !== undefined; whole = owners.get(whole)?.entity.name) {
    if (whole === part) {
      findings.error(
        'OWNERSHIP',
        placeOf(relation, 'owned'),
        `${part} would be part of itself.`,
        'Leave out `owned`, or `[] owned`.',
      );
      return;
    }
    if (seen.has(whole)) return;
    seen.add(whole);
  }
}

/** The key to the whole is derived; written by hand it would be there twice. */
function checkPart(blueprint: Blueprint, part: string, whole: Entity, owning: Relation, findings: Findings): void {
  const entity = entityNamed(blueprint, part);
  if (!entity) return;
  if (entity.context !== whole.context) {
    findings.error(
      'OWNERSHIP',
      placeOf(owning, 'owned'),
      `${part} is of the context "${entity.context}"; a part lives in the context of its whole.`,
      `Move it to "${whole.context}".`,
    );
  }
  if (entity.owner !== undefined) {
    findings.error(
      'OWNERSHIP',
      placeOf(entity, 'owner'),
      `${part} is part of ${whole.name}, so it belongs to the owner of ${whole.name}.`,
      'Leave out `owner`.',
    );
  }
  for (const relation of entity.relations) {
    if (relation.target !== whole.name || relation.kind !== 'manyToOne' || relation.name !== camel(whole.name))
      continue;
    findings.error(
      'OWNERSHIP',
      relation.at,
      `${part} refers to its ${whole.name} already, as a part of it.`,
      `Leave out "${relation.name}".`,
    );
  }
}

const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
