import { didYouMean } from '../../text/nearest.js';
import type { Findings } from '../findings.js';
import { BASE_ENTITIES, type Blueprint, type Context, type Entity, type Relation } from '../model.js';
import { entitiesOf, entityNamed, placeOf, type Check } from './support.js';

/** Relations lead to something that exists, that the context may know, and in a way the database can keep. */
export const checkRelations: Check = (blueprint, findings) => {
  for (const context of blueprint.contexts) {
    for (const entity of context.entities) {
      for (const relation of entity.relations) checkRelation({ blueprint, context, entity, relation }, findings);
    }
  }
};

interface Side {
  readonly blueprint: Blueprint;
  readonly context: Context;
  readonly entity: Entity;
  readonly relation: Relation;
}

function checkRelation(side: Side, findings: Findings): void {
  const { blueprint, relation } = side;
  const target = entityNamed(blueprint, relation.target);
  if (!target) {
    checkBaseTarget(side, findings);
    return;
  }
  checkNeeds(side, target, findings);
  checkInverse(side, target, findings);
  checkWrittenTwice(side, target, findings);
  checkWords(side, findings);
}

function checkBaseTarget({ blueprint, relation }: Side, findings: Findings): void {
  const at = placeOf(relation, 'target');
  if (relation.target === 'Organization') {
    findings.error(
      'UNKNOWN_ENTITY',
      at,
      'Every row belongs to its organization already; a relation to it says nothing.',
      'Leave it out.',
    );
    return;
  }
  if (relation.target !== 'User') {
    const names = [...entitiesOf(blueprint).map((entity) => entity.name), ...BASE_ENTITIES];
    findings.error(
      'UNKNOWN_ENTITY',
      at,
      `There is no entity "${relation.target}".`,
      didYouMean(relation.target, names),
    );
  } else if (relation.owned) {
    findings.error('OWNERSHIP', placeOf(relation, 'owned'), 'Users are not part of anything.', 'Leave out `owned`.');
  }
}

function checkNeeds({ context, entity, relation }: Side, target: Entity, findings: Findings): void {
  const isInverse = relation.kind === 'oneToMany' && !relation.owned;
  if (target.context === context.name || isInverse || context.needs.includes(target.context)) return;
  findings.error(
    'CONTEXT_NOT_NEEDED',
    placeOf(relation, 'target'),
    `${entity.name} refers to ${target.name} of the context "${target.context}", which "${context.name}" does not need.`,
    `Add "${target.context}" to \`needs\` of "${context.name}".`,
  );
}

/** The other side of a relation to many is a key that the target holds. */
function checkInverse({ entity, relation }: Side, target: Entity, findings: Findings): void {
  if (relation.kind !== 'oneToMany' || relation.owned) return;
  const back = target.relations.find((candidate) => candidate.name === relation.inverse);
  if (back?.target === entity.name && (back.kind === 'manyToOne' || back.kind === 'oneToOne')) {
    if (target.context !== entity.context) {
      findings.error(
        'CONTEXT_NOT_NEEDED',
        placeOf(relation, 'target'),
        `"${relation.name}" lists ${target.name} of the context "${target.context}", which already refers to ${entity.name}.`,
        `Leave it out; a filter on ${target.name}.${back.name} gives the same list.`,
      );
    }
    return;
  }
  const names = target.relations
    .filter((candidate) => candidate.target === entity.name)
    .map((candidate) => candidate.name);
  findings.error(
    'UNKNOWN_RELATION',
    placeOf(relation, 'inverse'),
    `${target.name} has no relation "${relation.inverse}" to one ${entity.name}.`,
    didYouMean(relation.inverse ?? '', names) ?? (names[0] === undefined ? undefined : `Write \`by ${names[0]}\`.`),
  );
}

/** One many-to-many relation written on both sides would become two. */
function checkWrittenTwice({ entity, relation }: Side, target: Entity, findings: Findings): void {
  if (relation.kind !== 'manyToMany' || target.name >= entity.name) return;
  const other = target.relations.find(
    (candidate) => candidate.kind === 'manyToMany' && candidate.target === entity.name,
  );
  if (!other) return;
  findings.error(
    'LINK_TWICE',
    relation.at,
    `${entity.name}.${relation.name} and ${target.name}.${other.name} are many-to-many relations between the same two entities.`,
    'Write them on one side only: they would be two relations, not two sides of one.',
  );
}

function checkWords({ entity, relation }: Side, findings: Findings): void {
  const holdsKey = relation.kind === 'manyToOne' || relation.kind === 'oneToOne';
  if (!holdsKey && relation.places?.onDelete) {
    findings.error(
      'RELATION_SYNTAX',
      placeOf(relation, 'onDelete'),
      'What happens on deletion is said where the key is held.',
      'Leave it out here.',
    );
  }
  if (holdsKey && relation.onDelete === 'setNull' && !relation.optional) {
    findings.error(
      'RELATION_SYNTAX',
      placeOf(relation, 'onDelete'),
      `"${relation.name}" is required, so it cannot be emptied.`,
      `Write \`${relation.target}? setNull\`, \`restrict\` or \`cascade\`.`,
    );
  }
  if (relation.immutable && relation.kind !== 'manyToOne' && relation.kind !== 'oneToOne') {
    findings.error('RELATION_SYNTAX', placeOf(relation, 'immutable'), 'Only a relation to one can be immutable.');
  }
  if (relation.fields.length > 0 && relation.kind !== 'manyToMany') {
    findings.error(
      'RELATION_SYNTAX',
      placeOf(relation, 'fields'),
      'Only a many-to-many relation has fields of its own.',
      `Put them into ${relation.target} or ${entity.name}.`,
    );
  }
  for (const field of relation.fields) {
    if (field.type.kind === 'sequence' || field.unique) {
      findings.error(
        'FIELD_TYPE',
        placeOf(field, 'unique', 'type'),
        'A field of a many-to-many relation cannot be unique or numbered.',
      );
    }
  }
}
