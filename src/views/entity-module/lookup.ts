import type { Design, EntityDesign, ReferenceDesign } from '../../design/model.js';

/** A foreign key, and the entity whose table holds it. */
export interface Incoming {
  readonly source: EntityDesign;
  readonly reference: ReferenceDesign;
}

interface Lookup {
  readonly entities: ReadonlyMap<string, EntityDesign>;
  readonly incoming: ReadonlyMap<string, readonly Incoming[]>;
}

const NONE: readonly Incoming[] = [];

/** Made once per design: asking every entity about every other one would grow with the square of their number. */
const lookups = new WeakMap<Design, Lookup>();

export function entityNamed(name: string, design: Design): EntityDesign | undefined {
  return lookupOf(design).entities.get(name);
}

/** References that point at an entity. */
export function incomingReferences(target: EntityDesign, design: Design): readonly Incoming[] {
  return lookupOf(design).incoming.get(target.entity.name) ?? NONE;
}

function lookupOf(design: Design): Lookup {
  const known = lookups.get(design);
  if (known) return known;
  const incoming = new Map<string, Incoming[]>();
  for (const source of design.entities) {
    for (const reference of source.references) {
      const others = incoming.get(reference.target);
      if (others) others.push({ source, reference });
      else incoming.set(reference.target, [{ source, reference }]);
    }
  }
  const made: Lookup = { entities: new Map(design.entities.map((each) => [each.entity.name, each])), incoming };
  lookups.set(design, made);
  return made;
}
