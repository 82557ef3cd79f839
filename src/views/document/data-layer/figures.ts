import type { Design, EntityDesign } from '../../../design/model.js';
import { STAGES, STAGE_TITLES } from '../../../design/scale/model.js';
import { amount, code, headline, number } from '../words.js';

export interface PoolRow {
  readonly stage: string;
  readonly processes: string;
  readonly connections: string;
  readonly limit: string;
  readonly busy: string;
}

/** Connections of all processes at each stage, against what the server accepts. */
export function poolRows({ scale }: Pick<Design, 'scale'>): PoolRow[] {
  return STAGES.map((stage) => {
    const { apiPods, workerPods, databaseConnections, connectionLimit, busyConnections } = scale.capacity[stage];
    return {
      stage: STAGE_TITLES[stage],
      processes: `${number(apiPods.value)} API, ${number(workerPods.value)} worker`,
      connections: number(databaseConnections.value),
      limit: number(connectionLimit.value),
      busy: number(busyConnections.value),
    };
  });
}

export interface ReplicaRow {
  readonly stage: string;
  readonly reads: string;
  readonly writes: string;
  readonly replicas: string;
}

export function replicaRows({ scale }: Pick<Design, 'scale'>): ReplicaRow[] {
  return STAGES.map((stage) => ({
    stage: STAGE_TITLES[stage],
    reads: headline(scale.workload[stage].peakReadsPerSecond),
    writes: headline(scale.workload[stage].peakWritesPerSecond),
    replicas: number(scale.capacity[stage].readReplicas.value),
  }));
}

export interface TableRow {
  readonly entity: string;
  readonly owner: string;
  readonly launch: string;
  readonly months12: string;
  readonly months36: string;
}

/** Every entity with its owner; rows and size at each stage, the largest first. */
export function tableRows({ entities, scale }: Pick<Design, 'entities' | 'scale'>): TableRow[] {
  const context = new Map(entities.map((each) => [each.entity.name, each]));
  return Object.entries(scale.tables)
    .sort(([, a], [, b]) => b.sizeMiB.months36.value - a.sizeMiB.months36.value)
    .map(([name, { rows, sizeMiB }]) => {
      const entity = context.get(name);
      const at = (stage: keyof typeof rows): string => `${number(rows[stage].value)} rows, ${amount(sizeMiB[stage])}`;
      return {
        entity: code(entity?.table ?? BASE_TABLES[name]?.table ?? name),
        owner: entity?.context.name ?? BASE_TABLES[name]?.context ?? 'base',
        launch: at('launch'),
        months12: at('months12'),
        months36: at('months36'),
      };
    });
}

/** Tables of the base contexts that grow with use. */
export const BASE_TABLES: Readonly<Record<string, { readonly table: string; readonly context: string }>> = {
  AuditLog: { table: 'audit_log', context: 'audit' },
  OutboxEvent: { table: 'outbox_events', context: 'outbox' },
  RefreshToken: { table: 'refresh_tokens', context: 'identity' },
};

/** The table of the domain that will be the largest, for plans about large tables. */
export function largestTable({ entities, scale }: Pick<Design, 'entities' | 'scale'>): EntityDesign | undefined {
  const size = ({ entity }: EntityDesign): number => scale.tables[entity.name]?.sizeMiB.months36.value ?? 0;
  return entities.filter(({ writable }) => writable).sort((a, b) => size(b) - size(a))[0];
}

export interface FormRow {
  readonly what: string;
  readonly count: string;
  readonly how: string;
}

/** How the model is normalised and divided, in numbers. */
export function formRows({ entities }: Pick<Design, 'entities'>, schema: string): FormRow[] {
  const models = [...schema.matchAll(/^model \w+ \{\n(.*?)\n\}/gms)].map(([, body = '']) => body);
  const scoped = models.filter((body) => /^ +tenantId /m.test(body));
  const links = entities.flatMap((entity) => entity.links);
  const references = entities.flatMap((entity) => entity.references);
  const fields = [...entities.flatMap((entity) => entity.fields), ...links.flatMap((link) => link.fields)];
  const of = (...kinds: string[]): number => fields.filter(({ field }) => kinds.includes(field.type.kind)).length;
  const lists = fields.filter(({ field }) => field.many && field.type.kind !== 'json').length;
  const rows: [what: string, count: number, how: string][] = [
    ['tables in all', models.length, 'third normal form, but for what follows'],
    ['tables with `tenant_id`', scoped.length, 'forced row-level security on each'],
    ['tables without', models.length - scoped.length, 'people, organizations, shared reference data'],
    ['join tables', links.length, 'primary key begins with `tenant_id`'],
    ['foreign keys', references.length + 2 * links.length, 'each with an index'],
    [
      'of these with the organization',
      references.filter(({ tenantScoped }) => tenantScoped).length +
        links.reduce((sum, { targetTenantScoped }) => sum + (targetTenantScoped ? 2 : 1), 0),
      '`(tenant_id, …)`: never across organizations',
    ],
    [
      'rules as CHECK constraints',
      entities.reduce((sum, { rules }) => sum + rules.length, 0),
      'same text as the API’s',
    ],
    ['money fields', of('money'), 'two columns: minor units, currency'],
    ['choices', of('enum'), 'text with a CHECK, no enum type'],
    ['lists in a column', lists, 'arrays: read and written whole'],
    ['JSON columns', of('json', 'file'), 'structure that no query reads'],
    ['numbers without gaps', of('sequence'), 'counted in the table `sequences`'],
  ];
  return rows.map(([what, count, how]) => ({ what, count: number(count), how }));
}
