import { isGenerated } from '../../../blueprint/parts.js';
import { CONSTANTS } from '../../../design/constants.js';
import type { Design } from '../../../design/model.js';
import type { DependencyPolicy } from '../../../design/operations/model.js';
import { amount, counted } from '../words.js';
import { setting } from './settings.js';

/** An arrow between two components. */
export interface Connection {
  readonly from: string;
  readonly to: string;
  /** `SQL 5432`: what is spoken, and the port. */
  readonly protocol: string;
  readonly carries: string;
  /** How long the caller waits, with what for; empty where nobody waits. */
  readonly waits: string;
  readonly state: 'generated' | 'designed';
}

type Draft = Omit<Connection, 'waits' | 'state'> & {
  /** Ids of the policies that say how long the caller waits, each with what for. */
  readonly policies?: Readonly<Record<string, string>>;
  readonly waits?: string;
  readonly designed?: boolean;
};

const SQL = 'SQL 5432';
const RESP = 'RESP 6379';
const HTTPS = 'HTTPS 443';
const OTLP = 'OTLP 4318';

/** Only those between components that the system has. */
export function connectionsOf(design: Design, ids: ReadonlySet<string>): Connection[] {
  return drafts(design)
    .filter(({ from, to }) => ids.has(from) && ids.has(to))
    .map(({ policies = {}, designed = false, waits, ...draft }) => ({
      ...draft,
      waits: waits ?? waitsOf(design.operations.policies, policies),
      state: designed ? 'designed' : 'generated',
    }));
}

function waitsOf(all: readonly DependencyPolicy[], wanted: Readonly<Record<string, string>>): string {
  return all
    .filter(({ id }) => wanted[id] !== undefined)
    .map(({ id, timeoutMs }) => `${wanted[id]} ${amount(timeoutMs)}`)
    .join(', ');
}

function drafts(design: Design): Draft[] {
  const worker = !isGenerated('worker');
  const { entities, product } = design;
  const { poolSize } = design.scale;
  const requests = (from: string, carries: string): Draft => ({
    from,
    to: 'edge',
    protocol: HTTPS,
    carries,
    policies: { 'client-api': 'answer' },
    designed: true,
  });
  return [
    requests('web', 'JSON with a bearer token'),
    requests('mobile', 'JSON with a bearer token'),
    requests('partners', 'JSON with a bearer token'),
    {
      from: 'edge',
      to: 'api',
      protocol: `HTTP ${setting(design, 'PORT')}`,
      carries: 'the same, and GET /ready',
      waits: `idle connections are kept ${amount(CONSTANTS.keepAlive)}`,
      designed: true,
    },
    {
      from: 'migrate',
      to: 'postgres',
      protocol: `${SQL}, owner`,
      carries: `the migrations that ${product.database} lacks`,
      policies: { 'commands-postgresql': 'transaction' },
    },
    {
      from: 'api',
      to: 'postgres',
      protocol: SQL,
      carries: `transactions of ${product.appRole}, ${counted(poolSize.value, 'connection')} per process`,
      policies: { 'api-postgresql-connect': 'connection', 'api-postgresql-transaction': 'transaction' },
    },
    {
      from: 'api',
      to: 'redis',
      protocol: RESP,
      carries: 'counters of rate limits',
      policies: { 'api-redis': 'command' },
    },
    {
      from: 'api',
      to: 'storage',
      protocol: HTTPS,
      carries: 'signed addresses for upload and download',
      policies: { 'api-object-storage': 'signature' },
      designed: !isGenerated('file-storage'),
    },
    {
      from: 'worker',
      to: 'postgres',
      protocol: SQL,
      ...(design.operations.queues.length === 0
        ? { carries: design.operations.housekeeping.map(({ table }) => table).join(', '), waits: 'nobody waits' }
        : {
            carries: `outbox, and rows of ${counted(entities.length, 'entity', 'entities')}`,
            policies: { 'worker-postgresql': 'transaction' },
          }),
      designed: worker,
    },
    ...brokerDrafts(design, worker),
    {
      from: 'postgres',
      to: 'replica',
      protocol: 'log',
      carries: 'write-ahead log, streamed',
      waits: '',
      designed: true,
    },
    ...partnerDrafts(design, worker),
    {
      from: 'api',
      to: 'observability',
      protocol: OTLP,
      carries: 'metrics and traces',
      waits: 'sent in the background',
      designed: !isGenerated('metrics'),
    },
    ...(design.operations.queues.length === 0
      ? []
      : [
          {
            from: 'worker',
            to: 'observability',
            protocol: OTLP,
            carries: 'metrics and traces',
            waits: 'sent in the background',
            designed: worker,
          },
        ]),
  ];
}

function brokerDrafts({ operations, stack }: Design, designed: boolean): Draft[] {
  if (operations.queues.length === 0) return [];
  const isRabbit = stack.queue === 'rabbitmq';
  return [
    {
      from: 'worker',
      to: isRabbit ? 'broker' : 'redis',
      protocol: isRabbit ? 'AMQP 5672' : RESP,
      carries: `jobs of ${counted(operations.queues.length, 'queue')}`,
      policies: { 'worker-queues': 'command' },
      designed,
    },
  ];
}

function partnerDrafts({ blueprint, operations }: Design, designed: boolean): Draft[] {
  const calls = blueprint.integrations.flatMap(({ name, receives }): Draft[] => {
    const id = `partner_${name.replaceAll(/\W/g, '_')}`;
    const jobs = operations.queues.flatMap((queue) => queue.jobs.filter(({ effect }) => effect.startsWith(`${name}.`)));
    const called: Draft = {
      from: 'worker',
      to: id,
      protocol: HTTPS,
      carries: jobs.length > 0 ? jobs.map(({ effect }) => effect).join(', ') : 'messages of notifications',
      policies: { [`worker-${name}`]: 'call' },
      designed,
    };
    const calling: Draft = {
      from: id,
      to: 'edge',
      protocol: 'webhooks',
      carries: receives.join(', '),
      policies: { 'client-api': 'answer' },
      designed,
    };
    return [called, ...(receives.length > 0 ? [calling] : [])];
  });
  const webhooks: Draft = {
    from: 'worker',
    to: 'partners',
    protocol: 'webhooks',
    carries: (blueprint.webhooks?.events ?? []).join(', '),
    policies: { 'worker-webhook-receiver': 'delivery' },
    designed,
  };
  return [...calls, ...(blueprint.webhooks ? [webhooks] : [])];
}
