import { z } from 'zod';
import type { Design } from '../../../design/model.js';
import { excerpt, excerptWords, type QuotableFiles } from '../../../render/excerpt.js';
import { defineView } from '../../../render/view.js';
import { table } from '../table.js';
import { breakerWords, timeoutWords } from './dependencies.js';
import { cacheWords } from './caches.js';
import { limitWords, tenantWords } from './limits.js';
import { loadTestWords } from './load-test.js';
import { objectiveWords } from './objectives.js';
import { poolWords } from './pools.js';
import { probeWords, shutdownWords } from './processes.js';
import { singlePointWords } from './single-points.js';

export const performanceView = defineView({
  templates: ['document/12-performance-and-reliability.md.hbs'],
  schema: z.object({
    lead: z.string(),
    cacheLead: z.string(),
    caches: table('what', 'key', 'ttl', 'store', 'because', 'state'),
    cacheExcerpts: z.array(excerptWords),
    notCached: z.string(),
    invalidationLead: z.string(),
    invalidations: table('what', 'when', 'stale'),
    invalidationNote: z.string(),
    timeoutLead: z.string(),
    timeouts: table('way', 'what', 'time', 'retries', 'state'),
    timeoutNote: z.string(),
    timeoutExcerpts: z.array(excerptWords),
    breakerLead: z.string(),
    hasBreakers: z.boolean(),
    breakers: table('callee', 'failures', 'window', 'open', 'probes'),
    withoutBreaker: table('way', 'because'),
    shutdownLead: z.string(),
    shutdownSteps: table('step', 'within', 'state'),
    shutdownExcerpts: z.array(excerptWords),
    shutdownNote: z.string(),
    probeLead: z.string(),
    probes: table('path', 'asks', 'answers', 'used'),
    probeExcerpts: z.array(excerptWords),
    limitLead: z.string(),
    limits: table('who', 'variable', 'limit', 'window', 'code'),
    limitExcerpts: z.array(excerptWords),
    limitNote: z.string(),
    poolLead: z.string(),
    pools: table('stage', 'api', 'worker', 'connections', 'server'),
    poolFormula: z.string(),
    poolNote: z.string(),
    loadLead: z.string(),
    mix: table('request', 'share', 'rate'),
    runs: table('run', 'load', 'length', 'answers'),
    thresholds: z.array(z.object({ line: z.string() })),
    loadScript: z.array(z.object({ line: z.string() })),
    rampMinutes: z.string(),
    holdMinutes: z.string(),
    startRate: z.string(),
    targetRate: z.string(),
    virtualUsers: z.string(),
    loadNote: z.string(),
    objectiveLead: z.string(),
    objectives: table('title', 'indicator', 'limit', 'objective', 'budget'),
    budgetPolicy: z.string(),
    availabilityLead: z.string(),
    availability: table('component', 'percent', 'redundancy', 'because'),
    availabilityVerdict: z.string(),
    availabilitySteps: z.array(z.object({ step: z.string() })),
    singleLead: z.string(),
    singlePoints: table('component', 'effect', 'detection', 'mitigation', 'back'),
    degradationLead: z.string(),
    degradation: table('away', 'happens'),
    tenantLead: z.string(),
    tenantLimits: table('resource', 'limit', 'effect', 'state'),
    tenantNote: z.string(),
  }),
});

export type PerformanceWords = z.input<typeof performanceView.schema>;

const LIMITS = 'apps/api/src/middleware/rate-limit.ts';

export async function performanceWords(design: Design, files: QuotableFiles): Promise<PerformanceWords> {
  const cut = async (path: string, from: string) => [await excerpt(files, path, { from })];
  return {
    ...objectiveWords(design),
    ...cacheWords(design),
    cacheExcerpts: await cut('packages/auth/src/grants.ts', '/** A session that the memory does not know'),
    ...timeoutWords(design),
    timeoutExcerpts: [
      ...(await cut('packages/database/src/client.ts', '  const session = {')),
      ...(await cut('apps/api/src/platform.module.ts', '/** Fails fast instead of queueing')),
    ],
    ...breakerWords(design),
    ...shutdownWords(design),
    shutdownExcerpts: await cut('apps/api/src/server.ts', '/** Leaves the load balancer'),
    ...probeWords(design),
    probeExcerpts: await cut('apps/api/src/health/readiness.ts', '  async check()'),
    ...limitWords(design),
    limitExcerpts: await cut(LIMITS, '  constructor(config: RateLimitConfig'),
    ...poolWords(design),
    ...loadTestWords(design),
    ...singlePointWords(design),
    ...tenantWords(design),
  };
}
