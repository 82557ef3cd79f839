import type { Design } from '../../../design/model.js';
import { markdownTableCell } from '../../../text/escape.js';
import { exampleEntity } from '../example-entity.js';
import { code, counted, headline, list, number } from '../words.js';

type Line = (design: Design, paths: readonly string[]) => string;

/** What each section says about this system, in one line; by the section's id. */
export const SECTION_LINES: Readonly<Record<string, Line>> = {
  'executive-overview': ({ scale, cost, decisions }) =>
    `${headline(scale.workload.launch.peakRequestsPerSecond)} at the peak of the launch, ${headline(cost.stages.launch.totalUsd)}, ` +
    `${counted(decisions.length, 'decision')} with what each gives up`,
  'system-architecture': ({ blueprint: { integrations, reactions } }) =>
    integrations.length > 0
      ? `What runs, what stores, and ${list(integrations.map(({ name }) => name))} outside`
      : `What runs and what stores; no service outside is declared, ${counted(reactions.length, 'reaction')} inside`,
  'module-decomposition': ({ contexts, entities }) =>
    `${counted(contexts.length, 'context')} (${list(contexts.map(({ names }) => names.name))}) with ${counted(entities.length, 'entity', 'entities')}`,
  'repository-structure': (_, paths) => `The complete tree of ${counted(paths.length, 'file')}, folder by folder`,
  'coding-standards': ({ entities }) =>
    `Compiler, linter, names such as ${code(`${entities[0]?.names.Many ?? 'Users'}Service`)}, errors and their codes`,
  'api-design': ({ endpoints, entities }) =>
    `${counted(endpoints.length, 'endpoint')}, ${code(`/api/v1${entities[0]?.route ?? '/users'}`)} among them, with requests and answers`,
  security: ({ roles, permissions }) =>
    `${counted(roles.length, 'role')} (${list(roles.map(({ name }) => name))}) against ${counted(permissions.length, 'permission')}`,
  'data-layer': ({ entities }) =>
    `${counted(entities.length, 'table')} of the domain, ${counted(
      entities.flatMap(({ indexes, uniques }) => [...indexes, ...uniques]).length,
      'index',
      'indexes',
    )} and what each serves`,
  'async-processing': ({ operations, blueprint: { reactions } }) =>
    `${counted(operations.queues.length, 'queue')} for ${counted(reactions.length, 'declared reaction')}`,
  observability: ({ operations }) =>
    `${counted(operations.metrics.length, 'metric')}, ${counted(operations.alerts.length, 'alert')}, ${counted(operations.slos.length, 'objective')}`,
  'testing-strategy': (_, paths) =>
    `${counted(paths.filter((path) => path.endsWith('.spec.ts')).length, 'test file')}, what each layer proves, what none proves yet`,
  deployment: ({ stack, blueprint: { constraints } }) =>
    `${stack.deploy === 'kubernetes' ? 'Kubernetes' : 'Docker Compose'} in ${list(constraints.regions.map(markdownTableCell))}, rollout by ${stack.rollout}, recovery after a loss`,
  'performance-and-reliability': ({ scale, operations }) =>
    `Pool of ${number(scale.poolSize.value)} connections, ${counted(operations.caches.length, 'cache')}, ` +
    `${counted(operations.policies.length, 'policy', 'policies')} for dependencies that fail`,
  'starter-code': (design) =>
    `Excerpts, from ${code('server.ts')} to the module of ${exampleEntity(design)?.entity.names.textMany ?? 'users'}`,
  'getting-started': ({ stack, roles }) =>
    `The commands for ${stack.packageManager}, and an account for each of ${counted(roles.length, 'role')}`,
};
