import type { Entity, Relation } from '../model.js';
import { entitiesOf, type Check } from './support.js';

/** If a row needs another that needs it in turn, neither can ever be the first. */
export const checkRequiredCycles: Check = (blueprint, findings) => {
  const entities = entitiesOf(blueprint);
  const needs = new Map(entities.map((entity) => [entity.name, neededBy(entity, entities)]));
  const reported = new Set<string>();
  for (const entity of entities) {
    for (const { target, relation } of needs.get(entity.name) ?? []) {
      const back = target === entity.name ? [] : pathBetween(target, entity.name, needs);
      if (!back || !relation) continue;
      const circle = [entity.name, target, ...back].filter(
        (name, index, all) => index === 0 || name !== all[index - 1],
      );
      const key = [...new Set(circle)].sort().join(' ');
      if (reported.has(key)) continue;
      reported.add(key);
      findings.error(
        'REQUIRED_CYCLE',
        relation.at,
        `No first ${entity.name} can be created: ${circle.join(' needs ')}${circle.length === 1 ? ` needs another ${entity.name}` : ''}.`,
        `Make one of these relations optional, e.g. \`${relation.target}?\`.`,
      );
    }
  }
};

interface Need {
  readonly target: string;
  /** Absent where a part needs its whole. */
  readonly relation?: Relation;
}

function neededBy(entity: Entity, entities: readonly Entity[]): Need[] {
  const wholes = entities.filter((whole) =>
    whole.relations.some((relation) => relation.owned && relation.target === entity.name),
  );
  const required = entity.relations.filter(
    (relation) => (relation.kind === 'manyToOne' || relation.kind === 'oneToOne') && !relation.optional,
  );
  return [
    ...required.map((relation) => ({ target: relation.target, relation })),
    ...wholes.filter((whole) => whole.name !== entity.name).map((whole) => ({ target: whole.name })),
  ];
}

/** Names after `from` on the shortest way to `to`. */
function pathBetween(from: string, to: string, needs: ReadonlyMap<string, readonly Need[]>): string[] | undefined {
  const waiting: string[][] = [[from]];
  const seen = new Set([from]);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    for (const { target } of needs.get(path.at(-1)!) ?? []) {
      if (target === to) return [...path.slice(1), to];
      if (seen.has(target)) continue;
      seen.add(target);
      waiting.push([...path, target]);
    }
  }
  return undefined;
}
