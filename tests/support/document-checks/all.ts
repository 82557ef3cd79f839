import type { World } from '../documents.js';
import * as facts from './facts.js';
import * as pages from './pages.js';

/** Every comparison, by what it compares. Each returns complete sentences; none where document and code agree. */
export const CHECKS = {
  'the environment of design and code': facts.environmentDifferences,
  'the permissions and roles of design and code': facts.permissionDifferences,
  'the endpoints of design and code': facts.endpointDifferences,
  'the indexes of design and code': facts.indexDifferences,
  'the constants of design and code': facts.constantDifferences,
  'paths on the pages': pages.pathDifferences,
  'excerpts on the pages': pages.excerptDifferences,
  'commands on the pages': pages.commandDifferences,
  'variables on the pages': pages.variableDifferences,
  'the matrix of roles and permissions': pages.matrixDifferences,
  'routes on the pages': pages.routeDifferences,
  'endpoints on the pages': pages.endpointPageDifferences,
  'files of code on the pages': pages.pathlessDifferences,
  'indexes on the pages': pages.indexPageDifferences,
  'queues, jobs, metrics and alerts on the pages': pages.operationsDifferences,
} as const satisfies Record<string, (world: World) => string[]>;

export function differencesOf(world: World): string[] {
  return Object.entries(CHECKS).flatMap(([what, check]) => check(world).map((difference) => `${what}: ${difference}`));
}
