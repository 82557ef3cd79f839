import { amount, number } from '../amount.js';
import { modelled, type Fact, type Unit } from '../fact.js';
import type { Design, EntityDesign } from '../model.js';
import { busiestWords } from './assumptions.js';
import { INCLUDED_IOPS } from './database.js';
import { hostsOf, LARGEST_SINGLE_HOST, neededOnHosts } from './hosts.js';
import type { ScaleDesign } from './model.js';
import { SOURCES } from './sources.js';

export type LimitModel = Pick<
  ScaleDesign,
  'workload' | 'capacity' | 'rules' | 'behaviour' | 'poolSize' | 'tables' | 'organizationLimit'
>;
export type LimitedDesign = Pick<Design, 'blueprint' | 'entities'> & Partial<Pick<Design, 'stack'>>;

/** Jobs per minute that BullMQ on one Redis suits; beyond it a broker is wanted. */
const QUEUE_LIMIT = 10_000;

export interface Limit {
  readonly id: string;
  readonly component: string;
  readonly unit: Unit;
  /** What the launch has, or the part of it that can be had without a change. */
  readonly capacity: number;
  /** What the launch uses of it. */
  readonly used: number;
  /** Of the use, what does not grow with the load. */
  readonly fixed?: number;
  readonly from: readonly string[];
  readonly source?: string;
  readonly because: string;
  readonly step: string;
  readonly figures?: readonly Fact[];
}

/** Processors of a cluster with a managed database. */
export function clusterLimits({ entities }: LimitedDesign, model: LimitModel): Limit[] {
  const { launch } = model.capacity;
  const { utilisation, largestDatabaseVcpu } = model.rules;
  const share = utilisation.value / 100;
  const names = busiestWords(entities);
  const perPod = modelled(
    'capacity.requestsPerApiPod',
    'requests per second that one more API process carries',
    (launch.vcpuPerApiPod.value * share * 1000) / model.behaviour.cpuMsPerRequest.value,
    'requests/s',
    `${number(launch.vcpuPerApiPod.value)} vCPU × ${number(utilisation.value)} % / ${number(model.behaviour.cpuMsPerRequest.value)} ms.`,
    { from: [launch.vcpuPerApiPod.id, utilisation.id, model.behaviour.cpuMsPerRequest.id] },
  );
  const next = modelled(
    'capacity.nextDatabaseVcpu',
    'processors of the next size of the database server',
    launch.databaseVcpu.value * 2,
    'vCPU',
    `Twice ${number(launch.databaseVcpu.value)} vCPU.`,
    { from: [launch.databaseVcpu.id] },
  );
  return [
    {
      id: 'api',
      component: 'API processes',
      unit: 'vCPU',
      capacity: launch.apiPods.value * launch.vcpuPerApiPod.value * share,
      used: launch.apiVcpuAtPeak.value,
      from: [launch.apiPods.id, launch.vcpuPerApiPod.id, launch.apiVcpuAtPeak.id, utilisation.id],
      because: `Requests for ${names} keep ${number(launch.apiVcpuAtPeak.value)} of ${number(launch.apiPods.value)} × ${number(launch.vcpuPerApiPod.value)} vCPU busy; the plan allows ${number(utilisation.value)} %.`,
      step: `one more process for each further ${amount(perPod)} on ${names}; no state moves`,
      figures: [perPod],
    },
    {
      id: 'database-server',
      component: 'database server of the launch',
      unit: 'vCPU',
      capacity: launch.databaseVcpu.value * share,
      used: launch.databaseVcpuAtPeak.value,
      from: [launch.databaseVcpu.id, launch.databaseVcpuAtPeak.id, utilisation.id],
      because: `Queries on ${names} keep ${number(launch.databaseVcpuAtPeak.value)} of ${number(launch.databaseVcpu.value)} vCPU busy; the plan allows ${number(utilisation.value)} %.`,
      step: `the next size, ${amount(next)}, in a maintenance window agreed with those who work on ${names}`,
      figures: [next],
    },
    {
      id: 'largest-server',
      component: 'largest database server',
      unit: 'vCPU',
      capacity: largestDatabaseVcpu.value * share,
      used: launch.databaseVcpuAtPeak.value,
      from: [largestDatabaseVcpu.id, launch.databaseVcpuAtPeak.id, utilisation.id],
      because: `One server has ${number(largestDatabaseVcpu.value)} vCPU at most for all queries on ${names}.`,
      step: `read replicas for lists and reports of ${names}`,
    },
  ];
}

/** Processors of machines that run everything with Docker Compose. */
export function hostLimits({ entities }: LimitedDesign, model: LimitModel): Limit[] {
  const { launch } = model.capacity;
  const names = busiestWords(entities);
  const { processes, database, fixed } = neededOnHosts(model, launch);
  const used = processes + database;
  const capacity = hostsOf(model, launch).reduce((sum, size) => sum + size, 0);
  const from = [launch.apiVcpuAtPeak.id, launch.databaseVcpuAtPeak.id, model.rules.utilisation.id];
  return [
    {
      id: 'host',
      component: 'virtual machine of the launch',
      unit: 'vCPU',
      capacity,
      used,
      fixed,
      from,
      because: `All that serves ${names} needs ${number(used)} of ${number(capacity)} vCPU, planned for ${number(model.rules.utilisation.value)} % at peak.`,
      step: `the next size of machine, in the minutes of a restart agreed with those who work on ${names}`,
    },
    {
      id: 'single-host',
      component: 'single virtual machine',
      unit: 'vCPU',
      capacity: LARGEST_SINGLE_HOST,
      used,
      fixed,
      from,
      because: `Beyond ${number(LARGEST_SINGLE_HOST)} vCPU, queries on ${names} and the processes that send them no longer share one machine.`,
      step: `a machine of its own for the database of ${names}, then Kubernetes`,
    },
  ];
}

/** What is limited wherever it runs. */
export function sharedLimits({ blueprint, entities, stack }: LimitedDesign, model: LimitModel): Limit[] {
  const { launch } = model.capacity;
  const { launch: load } = model.workload;
  const { utilisation, largestDatabaseVcpu, reservedConnections } = model.rules;
  const names = busiestWords(entities);
  const largestTable = largestEntity(entities, model);
  const writes = 1 - model.behaviour.readShare.value / 100;
  return [
    {
      id: 'organization-limit',
      component: 'limit per organization',
      unit: 'requests/min',
      capacity: model.organizationLimit.value,
      used: load.largestTenantRequestsPerMinute.value,
      from: [model.organizationLimit.id, load.largestTenantRequestsPerMinute.id],
      because: `The largest organization asks for ${names} ${number(load.largestTenantRequestsPerMinute.value)} times a minute; \`RATE_LIMIT_PER_ORGANIZATION\` is ${number(model.organizationLimit.value)}.`,
      step:
        blueprint.tenancy === 'shared'
          ? `a higher limit in its plan, then a database of its own for its ${names}`
          : `a higher \`RATE_LIMIT_PER_ORGANIZATION\`, since all ${names} belong to one organization`,
    },
    {
      id: 'connections',
      component: 'database connections',
      unit: 'connections',
      capacity: launch.connectionLimit.value - reservedConnections.value,
      used: launch.databaseConnections.value,
      fixed: launch.databaseConnections.value - growingConnections(model),
      from: [launch.connectionLimit.id, launch.databaseConnections.id, reservedConnections.id],
      source: SOURCES.connections,
      because: `Pools for ${names} hold ${number(launch.databaseConnections.value)} of ${number(launch.connectionLimit.value)} connections when all are full.`,
      step: `${stack?.deploy === 'compose' ? 'a higher `max_connections`, then ' : ''}PgBouncer in transaction mode between the processes that serve ${names} and the server`,
    },
    {
      id: 'iops',
      component: 'storage operations',
      unit: 'IOPS',
      capacity: INCLUDED_IOPS,
      used: launch.databaseIops.value,
      from: [launch.databaseIops.id],
      source: SOURCES.storage,
      because: `Writing ${names} and their audit entries takes ${number(launch.databaseIops.value)} of ${number(INCLUDED_IOPS)} included IOPS.`,
      step: `provisioned IOPS, then partitions by month for the audit log and ${largestTable}`,
    },
    ...(stack?.queue === 'rabbitmq'
      ? []
      : [
          {
            id: 'queue',
            component: 'job queue',
            unit: 'jobs/min' as const,
            capacity: QUEUE_LIMIT,
            used: load.peakJobsPerMinute.value,
            from: [load.peakJobsPerMinute.id],
            because: `What follows from ${names} are ${number(load.peakJobsPerMinute.value)} jobs/min; BullMQ on one Redis suits ${number(QUEUE_LIMIT)}.`,
            step: `a queue and a Redis per context, then RabbitMQ for the jobs of ${names}`,
          },
        ]),
    {
      id: 'single-writer',
      component: 'single writer',
      unit: 'vCPU',
      capacity: (largestDatabaseVcpu.value * utilisation.value) / 100,
      used: launch.databaseVcpuAtPeak.value * writes,
      from: [largestDatabaseVcpu.id, launch.databaseVcpuAtPeak.id, model.behaviour.readShare.id],
      because: `Writes to ${names} cannot leave the primary.`,
      step:
        blueprint.tenancy === 'shared'
          ? `organizations divided over several databases by their id, ${largestTable} first`
          : `${largestTable} on a database of its own`,
    },
  ];
}

/** Connections of the processes that the load itself asks for; the spare ones and the least size of a process stay as they are. */
function growingConnections({ capacity: { launch }, rules, poolSize }: LimitModel): number {
  return (launch.apiVcpuAtPeak.value / (rules.utilisation.value / 100)) * poolSize.value;
}

/** In words: the entity whose table is largest after 36 months. */
function largestEntity(entities: readonly EntityDesign[], { tables }: LimitModel): string {
  const size = ({ entity }: EntityDesign): number => tables[entity.name]?.sizeMiB.months36.value ?? 0;
  const largest = [...entities].sort((a, b) => size(b) - size(a))[0];
  return largest ? `the table of ${largest.names.textMany}` : 'the largest table';
}
