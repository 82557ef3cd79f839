import { entitiesOf, entityNamed, placeOf, type Check } from './support.js';

/** Global reference data belongs to no organization and is read-only: it cannot lead into one, nor have a life of its own. */
export const checkTenancy: Check = (blueprint, findings) => {
  for (const entity of entitiesOf(blueprint)) {
    if (entity.tenancy !== 'global') continue;
    if (entity.lifecycle) {
      findings.error(
        'GLOBAL_ENTITY',
        entity.lifecycle.at,
        `${entity.name} is global, hence read-only: it cannot have a lifecycle.`,
      );
    }
    if (entity.owner !== undefined) {
      findings.error(
        'GLOBAL_ENTITY',
        placeOf(entity, 'owner'),
        `${entity.name} is global and belongs to nobody.`,
        'Leave out `owner`.',
      );
    }
    for (const field of entity.fields.filter(({ type }) => type.kind === 'sequence')) {
      findings.error(
        'GLOBAL_ENTITY',
        placeOf(field, 'type'),
        'A sequence counts per organization; a global entity has none.',
      );
    }
    for (const relation of entity.relations) {
      const target = entityNamed(blueprint, relation.target);
      if (target?.tenancy === 'global' && !relation.owned && relation.kind !== 'manyToMany') continue;
      if (!target && relation.target !== 'User') continue;
      const message =
        target?.tenancy === 'global'
          ? `${entity.name} is global; its relations lead to one other global entity each.`
          : `${entity.name} is global and cannot refer to ${relation.target}, which belongs to an organization.`;
      findings.error('GLOBAL_ENTITY', placeOf(relation, 'target'), message);
    }
  }
  for (const entity of entitiesOf(blueprint)) {
    for (const relation of entity.relations) {
      const target = entityNamed(blueprint, relation.target);
      if (entity.tenancy === 'tenant' && target?.tenancy === 'global' && relation.kind === 'oneToMany') {
        findings.error(
          'GLOBAL_ENTITY',
          placeOf(relation, 'target'),
          `${target.name} is global and cannot be listed by a ${entity.name}.`,
        );
      }
    }
  }
};
