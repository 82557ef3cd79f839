import type { Fact } from '../fact.js';
import { figure } from './facts.js';
import type { QueueDesign, TenantLimit } from './model.js';
import { settingOf } from './settings.js';
import type { OperationsSource } from './source.js';

/** Share of the slots of a queue that one organization may hold while others wait. */
const QUEUE_SHARE_PERCENT = 25;

const inMiB = (bytes: Fact): Fact => ({ ...bytes, value: bytes.value / 1_048_576 });

/** What keeps one organization from taking what belongs to all. */
export function tenantLimitsOf(source: OperationsSource, queues: readonly QueueDesign[]): readonly TenantLimit[] {
  const limit = 'apps/api/src/middleware/rate-limit.ts';
  const busiest = [...queues].sort((left, right) => right.concurrency.value - left.concurrency.value)[0];
  return [
    {
      resource: 'requests per minute',
      limit: settingOf('RATE_LIMIT_PER_ORGANIZATION', 'requests per minute of one organization', 'none', source),
      effect: '429 with Retry-After',
      part: 'rate-limits',
      where: limit,
    },
    {
      resource: 'requests per minute of a member',
      limit: settingOf('RATE_LIMIT_PER_USER', 'requests per minute of one user', 'none', source),
      effect: '429 with Retry-After',
      part: 'rate-limits',
      where: limit,
    },
    {
      resource: 'time of a statement',
      limit: settingOf('REQUEST_TIMEOUT_MS', 'time that a request may take', 'ms', source),
      effect: 'the server ends it',
      part: 'connection-pool',
      where: 'apps/api/src/platform.module.ts',
    },
    {
      resource: 'size of a body',
      limit: inMiB(settingOf('BODY_LIMIT_BYTES', 'size of the largest body', 'MiB', source)),
      effect: '413',
      part: 'validation',
      where: 'apps/api/src/app.ts',
    },
    ...(busiest
      ? [
          {
            resource: `slots of a queue, such as ${busiest.name}`,
            limit: figure(
              ['tenantLimit.queueShare', 'share of the slots of a queue for one organization'],
              QUEUE_SHARE_PERCENT,
              'percent',
              'rule',
              'Four busy organizations fill a queue, one does not.',
            ),
            effect: 'its further jobs wait',
            part: 'queues',
          } as const,
        ]
      : []),
  ];
}
