import type { Blueprint, Entity } from '../blueprint/model.js';
import { notGenerated } from '../blueprint/not-generated.js';
import { sentenceCase } from '../text/case.js';
import { costOf } from './cost/index.js';
import { decisionsOf } from './decisions/index.js';
import { deploymentOf } from './deployment/index.js';
import { endpointsOf } from './endpoints/index.js';
import { governanceOf } from './governance/index.js';
import { operationsOf } from './operations/index.js';
import { scaleOf } from './scale/index.js';
import { securityOf } from './security/index.js';
import { entityDesign } from './entities.js';
import { insertionOrder } from './insertion-order.js';
import type { Design } from './model.js';
import { productNames } from './names.js';
import { permissionCatalogue, roleDesigns } from './permissions.js';
import { indexEntities } from './references.js';
import { stackOf } from './stack.js';
import { testingOf } from './testing/index.js';

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

  const domain = {
    blueprint,
    product: productNames(blueprint),
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
  return withArchitecture(domain);
}

/** What follows from the domain and the scale; each step may use the steps before. */
function withArchitecture(domain: DomainDesign): Design {
  const decisions = decisionsOf({ ...domain, scale: scaleOf(domain) });
  const stack = stackOf(domain.blueprint, decisions);
  const built = {
    ...domain,
    scale: scaleOf({ ...domain, stack }),
    decisions,
    stack,
    endpoints: endpointsOf(domain),
  };
  const cost = costOf(built);
  const operations = operationsOf(built);
  const security = securityOf(built);
  const deployment = deploymentOf({ ...built, cost, operations });
  const facts = { ...built, cost, operations, deployment, security, testing: testingOf(built) };
  return { ...facts, governance: governanceOf(facts) };
}

type DomainDesign = Omit<
  Design,
  | 'stack'
  | 'endpoints'
  | 'scale'
  | 'cost'
  | 'decisions'
  | 'operations'
  | 'deployment'
  | 'security'
  | 'governance'
  | 'testing'
>;
