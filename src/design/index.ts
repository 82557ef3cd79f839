import type { Blueprint, Entity } from '../blueprint/model.js';
import { notGenerated } from '../blueprint/not-generated.js';
import { sentenceCase } from '../text/case.js';
import { entityDesign } from './entities.js';
import { insertionOrder } from './insertion-order.js';
import type { Design } from './model.js';
import { productNames } from './names.js';
import { permissionCatalogue, roleDesigns } from './permissions.js';
import { indexEntities } from './references.js';
import { stackOf } from './stack.js';

/** Derives all facts of a system from its blueprint, which must be free of errors. Pure and deterministic. */
export function design(blueprint: Blueprint): Design {
  const index = indexEntities(blueprint);
  const permissions = permissionCatalogue(blueprint);
  const roles = roleDesigns(blueprint, permissions);
  const contextOf = new Map(
    blueprint.contexts.flatMap((context) => context.entities.map((entity) => [entity, context])),
  );
  const ownScoped = new Set(
    roles.flatMap(({ grants }) => grants.filter(({ scope }) => scope === 'own').map(({ permission }) => permission)),
  );
  const ownEntities = new Set(
    permissions.flatMap(({ key, entity }) => (entity !== undefined && ownScoped.has(key) ? [entity] : [])),
  );

  const ordered: Entity[] = insertionOrder([...contextOf.keys()], index);
  const entities = ordered.flatMap((entity) => {
    const context = contextOf.get(entity);
    return context ? [entityDesign(entity, context, index, ownEntities)] : [];
  });

  return {
    blueprint,
    product: productNames(blueprint),
    stack: stackOf(blueprint),
    contexts: blueprint.contexts.map((context) => ({
      context,
      names: { name: context.name, title: sentenceCase(context.name) },
      entities: entities.filter((entity) => entity.context === context),
    })),
    entities,
    permissions,
    roles,
    openPoints: notGenerated(blueprint),
  };
}
