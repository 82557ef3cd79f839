import type { Design, EntityDesign } from '../model.js';

export const PARTS_PER_WHOLE = 3;
export const EVERYDAY_WEIGHT = 20;

/**
 * How often rows of an entity are created, against the others: 1 for what only staff works with, twenty times that for what some role has
 * rows of its own of (a grant with the scope `own`); at least as often as what it must refer to, since every payment of an order has its order;
 * a part three times as often as its whole. Reference data of the whole system is not created by requests at all.
 */
export function creationWeights({ entities, roles }: Pick<Design, 'entities' | 'roles'>): ReadonlyMap<string, number> {
  const byName = new Map(entities.map((one) => [one.entity.name, one]));
  const own = new Set(
    roles.flatMap(({ grants }) => grants.flatMap((grant) => (grant.scope === 'own' ? grant.permission : []))),
  );
  const weights = new Map<string, number>();
  const weightOf = (entity: EntityDesign, path: ReadonlySet<string>): number => {
    const { name } = entity.entity;
    const known = weights.get(name);
    if (known !== undefined) return known;
    // A reference back to where the search came from says nothing about how often rows are created.
    if (!entity.writable || path.has(name)) return 0;
    const further = new Set([...path, name]);
    const of = (target: string): number => {
      const design = byName.get(target);
      return design ? weightOf(wholeOf(design, byName), further) : 0;
    };
    const parent = entity.parent && byName.get(entity.parent.target);
    const weight = parent
      ? PARTS_PER_WHOLE * weightOf(parent, further)
      : Math.max(
          Object.values(entity.permissions).some((permission) => own.has(permission)) ? EVERYDAY_WEIGHT : 1,
          ...entity.references.filter(({ optional }) => !optional).map(({ target }) => of(target)),
        );
    weights.set(name, weight);
    return weight;
  };
  for (const entity of entities) weightOf(entity, new Set());
  return weights;
}

/** The outermost aggregate that an entity is part of, or itself. */
function wholeOf(entity: EntityDesign, byName: ReadonlyMap<string, EntityDesign>): EntityDesign {
  const parent = entity.parent && byName.get(entity.parent.target);
  return parent ? wholeOf(parent, byName) : entity;
}
