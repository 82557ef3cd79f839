import { isGenerated, type PartId } from '../../blueprint/parts.js';
import { amount, number } from '../amount.js';
import { centralSubject, code, listed } from '../security/subject.js';
import type { ReadinessCheck, ReadinessDesign, ReadinessItem } from './model.js';
import { figure, type GovernanceSource } from './source.js';

const api = 'apps/api';
const database = 'packages/database/src';
const ci = '.github/workflows/ci.yml';
const http = `${api}/test/http.spec.ts`;

const proved = (what: string, ...proof: string[]): ReadinessCheck => ({ what, proof, remains: '' });
const open = (what: string, remains: string): ReadinessCheck => ({ what, proof: [], remains });

/** What remains of a part: to write it, or, once it is written, to show it. */
function remaining(part: PartId, work: string): string {
  return isGenerated(part) ? `a test that shows it` : work;
}

/** The sixteen items of the checklist; an item that is shown in part has a check for each part. */
export function readinessOf(design: GovernanceSource): ReadinessDesign {
  const items = [...requestItems(design), ...guardItems(design), ...platformItems(design)].map(
    ([title, checks], index): ReadinessItem => ({ number: index + 1, title, checks }),
  );
  const checks = items.flatMap((item) => item.checks);
  const done = checks.filter(({ proof }) => proof.length > 0).length;
  const count = (id: string, label: string, value: number, text: string) =>
    figure(`readiness.${id}`, label, value, 'none', 'rule', text);
  return {
    items,
    checks: count(
      'checks',
      'checks of production readiness',
      checks.length,
      `${items.length} items, split where one part is shown and another is not.`,
    ),
    proved: count(
      'proved',
      'checks that are proved',
      done,
      'Those beside which a test or a workflow of the repository stands.',
    ),
    open: count('open', 'checks that are open', checks.length - done, 'Those that nothing in the repository shows.'),
  };
}

type Item = readonly [title: string, checks: readonly ReadinessCheck[]];

function requestItems(design: GovernanceSource): Item[] {
  const { many, route, aOne } = centralSubject(design);
  const services = design.blueprint.integrations.map(({ name }) => code(name));
  return [
    [
      'Health',
      [
        proved(
          `${code('GET /health')} says that the process lives, ${code('GET /ready')} that it can serve ${many}`,
          http,
        ),
        open(`an alert when no process is ready for ${many}`, remaining('alerts', 'alert rules')),
      ],
    ],
    [
      'Graceful shutdown',
      [
        proved('`/ready` answers 503 from the signal on', http),
        open(`a change of ${aOne} that has begun ends before the process does`, 'a test that stops a working process'),
      ],
    ],
    [
      'Structured logs with correlation ids',
      [
        proved('one JSON line each, secrets struck out', 'packages/common/src/logger.spec.ts', http),
        proved('one id in answer, log, audit log', http, 'packages/common/src/request-context.spec.ts'),
        ...(design.operations.queues.length > 0
          ? [open(`the same id in the jobs that ${many} start`, remaining('worker', 'the worker'))]
          : []),
      ],
    ],
    [
      'Metrics and traces',
      [
        open(`rate, errors and duration of ${code(route)}`, remaining('metrics', 'metrics')),
        open(
          design.operations.queues.length > 0
            ? `one trace from ${code(route)} to the last job`
            : `one trace from ${code(route)} to the database`,
          remaining('tracing', 'traces'),
        ),
      ],
    ],
    [
      'Error handling',
      [
        proved('one form of refusal, without internals', http, 'packages/common/src/problem.spec.ts'),
        proved('a failed transaction leaves nothing behind', `${database}/tenant.integration.spec.ts`),
      ],
    ],
    [
      'Request timeouts',
      [
        proved('a request that hangs is answered', http),
        proved('a statement that hangs is ended', `${database}/client.integration.spec.ts`),
        ...(services.length > 0
          ? [open(`calls of ${listed(services)} end in time`, remaining('integrations', 'their clients'))]
          : []),
      ],
    ],
    [
      'Rate limiting',
      [
        proved('address, user, organization, credentials, account', `${api}/test/rate-limits.spec.ts`),
        open(`all processes that serve ${many} count together in Redis`, 'a test with two processes, one Redis'),
      ],
    ],
    [
      'Circuit breakers',
      [
        services.length > 0
          ? open(
              `a breaker before each of ${listed(services)}`,
              remaining('circuit-breakers', 'breakers and their tests'),
            )
          : open(`nothing that serves ${many} calls another service`, 'nothing until the first integration'),
      ],
    ],
  ];
}

function guardItems(design: GovernanceSource): Item[] {
  const { scale } = design;
  const { many } = centralSubject(design);
  return [
    [
      'Connection pooling',
      [
        proved('transactions share few connections, stay apart', `${database}/tenant.integration.spec.ts`),
        open(
          `${amount(scale.poolSize)} per process carry ${many} at ${amount(scale.workload.launch.peakRequestsPerSecond)} (modelled peak)`,
          remaining('load-tests', 'the load test'),
        ),
      ],
    ],
    [
      'Secrets',
      [
        proved(
          'guessable ones refused, none printed',
          `${api}/src/config/index.spec.ts`,
          'packages/common/src/logger.spec.ts',
        ),
        open(
          `a scan of the history of ${many} and all else for secrets`,
          remaining('security-scan', 'the security scan'),
        ),
        open(`a rotation of ${code('ACCESS_TOKEN_SECRET')} while ${many} are served`, 'an exercise'),
      ],
    ],
    [
      'Container security',
      [
        proved(`the image that serves ${many} builds, and answers as non-root on a read-only file system`, ci),
        open(`no known fault in the image that serves ${many}`, remaining('security-scan', 'the security scan')),
        open(`a signed image of what serves ${many}`, remaining('deploy-workflow', 'the deployment workflow')),
      ],
    ],
  ];
}

function platformItems(design: GovernanceSource): Item[] {
  const { product, stack, scale, operations } = design;
  const { many, integrationTest, route } = centralSubject(design);
  const kubernetes = stack.deploy === 'kubernetes';
  const pods = scale.capacity.launch.apiPods;
  return [
    [
      'Horizontal scaling',
      [
        proved('concurrent migrations apply each step once', `${database}/migrate.integration.spec.ts`),
        proved('remembered grants run out', 'packages/auth/src/grants.spec.ts'),
        open(
          `${kubernetes ? amount(pods) : `${number(pods.value)} processes`} (modelled) serve ${many} together`,
          kubernetes
            ? remaining('kubernetes', 'manifests and autoscaling')
            : remaining('deploy-workflow', 'a second process behind the proxy'),
        ),
      ],
    ],
    [
      'Backup and recovery',
      [
        open(`backups of ${code(product.database)}`, remaining('backup', 'backup jobs')),
        open(
          `${many} are back within ${amount(operations.recovery[0]?.rtoMinutes ?? scale.poolSize)} (target)`,
          'a dated restore into an empty server',
        ),
      ],
    ],
    [
      'Monitoring and alerting',
      [
        open(
          `${operations.alerts.length} alerts on ${operations.slos.length} objectives`,
          remaining('alerts', 'alert rules, and somebody who is called'),
        ),
        open(
          operations.queues.length > 0
            ? `dashboards of ${many} and ${operations.queues.length} queues`
            : `dashboards of ${many}`,
          remaining('dashboards', 'dashboards'),
        ),
      ],
    ],
    [
      'Load-test results',
      [
        open(
          `${code(`GET ${route}`)} at ${amount(scale.workload.launch.peakRequestsPerSecond)} (modelled peak)`,
          remaining('load-tests', 'the load test, and its results here'),
        ),
      ],
    ],
    [
      'OWASP audit',
      [
        proved(
          'access, isolation and inputs, item by item',
          `${api}/test/access.spec.ts`,
          `${database}/row-level-security.integration.spec.ts`,
          integrationTest,
        ),
        open(`a penetration test of ${code(route)} and the rest by somebody else`, 'a commission, and its report'),
      ],
    ],
  ];
}
