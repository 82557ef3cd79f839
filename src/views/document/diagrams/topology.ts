import { isGenerated, type PartId } from '../../../blueprint/parts.js';
import type { Design } from '../../../design/model.js';
import { hasEventJobs } from '../../../design/operations/queues.js';
import { partOf } from '../../../design/parts.js';
import { STAGES } from '../../../design/scale/model.js';
import { counted, number } from '../words.js';
import { connectionsOf, type Connection } from './connections.js';

export type TierId = 'clients' | 'edge' | 'processes' | 'data' | 'external' | 'observability';
export type State = 'generated' | 'designed' | 'outside';

/** A process, a store or somebody else's system: one box of the diagram and one row of the table beside it. */
export interface Component {
  readonly id: string;
  readonly tier: TierId;
  readonly title: string;
  readonly technology: string;
  readonly responsibility: string;
  readonly state: State;
  /** In the repository; empty for what is not in it. */
  readonly path: string;
  /** What the box says below its title. */
  readonly lines: readonly string[];
}

/** What runs and what it talks to: diagrams and tables are made of the same facts. */
export interface Topology {
  readonly components: readonly Component[];
  readonly connections: readonly Connection[];
}

export function topologyOf(design: Design): Topology {
  const components = [
    ...clients(design),
    edge(design),
    ...processes(design),
    ...stores(design),
    ...partners(design),
    observability(design),
  ];
  return { components, connections: connectionsOf(design, new Set(components.map(({ id }) => id))) };
}

export function stateOf(part: PartId): 'generated' | 'designed' {
  return isGenerated(part) ? 'generated' : 'designed';
}

function clients({ blueprint, roles, operations, endpoints }: Design): Component[] {
  const names = roles.map(({ name }) => name).join(', ');
  const receives = blueprint.webhooks?.events.length ?? 0;
  const outside = { tier: 'clients', state: 'outside', path: '' } as const;
  return [
    {
      ...outside,
      id: 'web',
      title: 'Web application',
      technology: 'browser',
      responsibility: `screens for ${names}`,
      lines: ['browser'],
    },
    {
      ...outside,
      id: 'mobile',
      title: 'Mobile application',
      technology: 'iOS, Android',
      responsibility: `the same ${number(endpoints.length)} endpoints on the way`,
      lines: ['iOS, Android'],
    },
    {
      ...outside,
      id: 'partners',
      title: 'Partner systems',
      technology: 'HTTP clients',
      responsibility:
        receives === 0
          ? 'programs with an account of their own'
          : `programs with an account, receivers of ${counted(operations.queues.find(({ kind }) => kind === 'webhooks')?.jobs.length ?? receives, 'webhook')}`,
      lines: receives === 0 ? ['HTTP clients'] : ['HTTP clients, receivers'],
    },
  ];
}

function edge({ stack, product }: Design): Component {
  const isCluster = stack.deploy === 'kubernetes';
  return {
    id: 'edge',
    tier: 'edge',
    title: isCluster ? 'Load balancer' : 'Reverse proxy',
    technology: isCluster ? 'Ingress of the cluster' : 'on the host, before Compose',
    responsibility: isCluster
      ? 'TLS, asks every API process for /ready'
      : `TLS for ${product.name}; Compose itself listens on 127.0.0.1`,
    state: 'designed',
    path: isCluster ? 'k8s' : '',
    lines: [isCluster ? 'TLS, asks /ready' : 'TLS'],
  };
}

function processes(design: Design): Component[] {
  const { endpoints, contexts, entities, scale } = design;
  const { apiPods } = scale.capacity.launch;
  const tables = entities.length + entities.reduce((sum, { links }) => sum + links.length, 0);
  return [
    {
      id: 'migrate',
      tier: 'processes',
      title: 'Migrations',
      technology: 'Node.js 24, runs and ends',
      responsibility: `brings ${counted(tables, 'table')} of the domain up to date, as their owner`,
      state: stateOf('migrations'),
      path: 'packages/database/src/commands/migrate.ts',
      lines: ['once per release'],
    },
    {
      id: 'api',
      tier: 'processes',
      title: 'API',
      technology: 'NestJS 12 on Fastify 5, Node.js 24',
      responsibility: `${counted(endpoints.length, 'endpoint')} of ${counted(contexts.length, 'context')}, sign-in, permissions, audit`,
      state: stateOf('api'),
      path: 'apps/api',
      lines: ['NestJS 12, Node.js 24', `${counted(apiPods.value, 'process', 'processes')} at launch`],
    },
    workerOf(design),
  ];
}

/** Without queues no process waits for work: a timer starts what the clock asks for. */
function workerOf({ operations, scale, stack }: Design): Component {
  const { queues, housekeeping } = operations;
  const own = { id: 'worker', tier: 'processes', state: stateOf('worker'), path: 'apps/worker' } as const;
  if (queues.length === 0) {
    const work = counted(housekeeping.length, 'statement');
    return {
      ...own,
      title: 'Housekeeping',
      technology: 'Node.js 24, started by a timer',
      responsibility: `${work} a night: ${housekeeping.map(({ name }) => name).join(', ')}`,
      lines: [`${work} a night`],
    };
  }
  const schedules = queues.flatMap(({ jobs }) => jobs.filter(({ startedBy }) => startedBy === 'clock')).length;
  const work = [
    ...(queues.some(hasEventJobs) ? ['outbox relay'] : []),
    counted(queues.length, 'queue'),
    ...(schedules > 0 ? [counted(schedules, 'schedule')] : []),
  ].join(', ');
  return {
    ...own,
    title: 'Worker',
    technology: `Node.js 24, ${stack.queue === 'rabbitmq' ? 'RabbitMQ' : 'BullMQ'}`,
    responsibility: work,
    lines: [work, `${counted(scale.capacity.launch.workerPods.value, 'process', 'processes')} at launch`],
  };
}

function stores(design: Design): Component[] {
  const { entities, operations, stack, scale } = design;
  const { queues, caches } = operations;
  const links = entities.reduce((sum, { links: own }) => sum + own.length, 0);
  const replicas = STAGES.map((stage) => scale.capacity[stage].readReplicas.value);
  const cached = caches.filter(({ store, part }) => store === 'Redis' && !isGenerated(part)).length;
  const later = [
    ...(queues.length > 0 && stack.queue === 'bullmq' ? [counted(queues.length, 'queue')] : []),
    ...(cached > 0 ? [counted(cached, 'cache')] : []),
  ];
  const files = entities.flatMap(({ fields }) => fields.filter(({ field }) => field.type.kind === 'file'));
  return [
    {
      id: 'postgres',
      tier: 'data',
      title: 'PostgreSQL 18',
      technology: 'relational database',
      responsibility: `${counted(entities.length + links, 'table')} of the domain, accounts, audit log, outbox; rows guarded by organization`,
      state: stateOf('compose'),
      path: 'packages/database',
      lines: ['primary', 'row-level security'],
    },
    ...(Math.max(...replicas) > 0
      ? [
          {
            id: 'replica',
            tier: 'data',
            title: 'Read replica',
            technology: 'PostgreSQL 18, streaming',
            responsibility: `lists and reports: ${replicas.map(number).join(', ')} at launch, 12 and 36 months`,
            state: stateOf('read-replica'),
            path: '',
            lines: ['lists, reports'],
          } as const,
        ]
      : []),
    {
      id: 'redis',
      tier: 'data',
      title: 'Redis 8',
      technology: 'in memory',
      responsibility: `counters of rate limits${later.length > 0 ? `; ${later.join(' and ')} (designed)` : ''}`,
      state: stateOf('rate-limits'),
      path: partOf('rate-limits').where[0] ?? '',
      lines: ['rate limits', ...(later.length > 0 ? [`later: ${later.join(', ')}`] : [])],
    },
    ...(stack.queue === 'rabbitmq' && queues.length > 0
      ? [
          {
            id: 'broker',
            tier: 'data',
            title: 'RabbitMQ',
            technology: 'AMQP broker',
            responsibility: `${counted(queues.length, 'queue')} and their dead letters`,
            state: stateOf('queues'),
            path: 'apps/worker/src/queues',
            lines: [counted(queues.length, 'queue')],
          } as const,
        ]
      : []),
    ...(files.length > 0
      ? [
          {
            id: 'storage',
            tier: 'data',
            title: 'Object storage',
            technology: 'S3 interface',
            responsibility: `what ${counted(files.length, 'field')} of type file point at`,
            state: stateOf('file-storage'),
            path: 'packages/storage',
            lines: [counted(files.length, 'file field')],
          } as const,
        ]
      : []),
  ];
}

/** A client of ours for each: the services themselves are outside. */
function partners({ blueprint }: Design): Component[] {
  return blueprint.integrations.map(({ name, kind, receives }) => ({
    id: `partner_${name.replaceAll(/\W/g, '_')}`,
    tier: 'external',
    title: name,
    technology: 'HTTPS',
    responsibility: receives.length === 0 ? kind : `${kind}; calls back about ${receives.join(', ')}`,
    state: 'outside',
    path: '',
    lines: [kind],
  }));
}

function observability({ stack, operations }: Design): Component {
  const traces = stack.tracing === 'jaeger' ? 'Jaeger' : 'Tempo';
  return {
    id: 'observability',
    tier: 'observability',
    title: 'Observability',
    technology: `OpenTelemetry, Prometheus, ${traces}, Grafana`,
    responsibility: `${counted(operations.metrics.length, 'metric')}, ${counted(operations.alerts.length, 'alert')}, traces; log lines go to standard output`,
    state: stateOf('metrics'),
    path: partOf('metrics').where[0] ?? '',
    lines: [`OpenTelemetry collector, Prometheus, ${traces}, Grafana`],
  };
}
