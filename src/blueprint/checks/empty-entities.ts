import { entitiesOf, type Check } from './support.js';

/** An entity holds something: a field of its own, or at least a relation to one other. */
export const checkEmptyEntities: Check = (blueprint, findings) => {
  for (const entity of entitiesOf(blueprint)) {
    const holdsKey = entity.relations.some(({ kind }) => kind === 'manyToOne' || kind === 'oneToOne');
    if (entity.fields.length > 0 || holdsKey) continue;
    findings.error('NO_FIELDS', entity.at, `${entity.name} has no field.`, 'Give it one, such as `name: string(120)`.');
  }
};
