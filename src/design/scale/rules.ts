import type { Fact, Unit } from '../fact.js';
import type { AssumptionIds } from './assumptions.js';
import type { ModelRules } from './model.js';
import { SOURCES } from './sources.js';
import { EVERYDAY_WEIGHT, PARTS_PER_WHOLE } from './weights.js';

/** Values of the model that no key of the blueprint sets. */
export function rulesOf(ids: AssumptionIds): ModelRules {
  const rule = (
    id: keyof ModelRules,
    label: string,
    value: number,
    unit: Unit,
    text: string,
    source?: string,
  ): Fact => ({
    id: `rule.${id}`,
    label,
    value,
    unit,
    basis: 'rule',
    because: [{ text, ...(source !== undefined && { source }) }],
  });
  const assumed = (
    id: keyof ModelRules,
    label: string,
    value: number,
    unit: Unit,
    key: string,
    text: string,
  ): Fact => ({
    ...rule(id, label, value, unit, text),
    basis: 'assumed',
    because: [{ text, ...ids.reason(key) }],
  });
  return {
    utilisation: rule(
      'utilisation',
      'utilisation that processors are planned for at peak',
      60,
      'percent',
      'At 60 % a request waits 1 / (1 − 0.6) = 2.5 times its service time; at 90 % it would be 10 times.',
      SOURCES.utilisation,
    ),
    spareProcesses: rule(
      'spareProcesses',
      'API processes beyond what the peak needs',
      1,
      'none',
      'N + 1: one may be restarting or lost, and the others still carry the peak.',
      SOURCES.spare,
    ),
    partsPerWhole: assumed(
      'partsPerWhole',
      'parts of one aggregate',
      PARTS_PER_WHOLE,
      'none',
      'weights',
      'A whole has three parts of each kind on average.',
    ),
    everydayWeight: assumed(
      'everydayWeight',
      'weight of what everyday users create',
      EVERYDAY_WEIGHT,
      'none',
      'weights',
      'What a role has rows of its own of is created twenty times as often as what only staff works with.',
    ),
    freeSpace: rule(
      'freeSpace',
      'free space and dead rows in a table',
      20,
      'percent',
      'Autovacuum starts when 20 % of the rows are dead.',
      SOURCES.vacuum,
    ),
    storageHeadroom: rule(
      'storageHeadroom',
      'free disk space that is kept',
      30,
      'percent',
      'Room for WAL, temporary files and the rebuilding of the largest index.',
      SOURCES.storage,
    ),
    jobCpuMs: assumed('jobCpuMs', 'processor time of a job', 10, 'ms', 'jobs', 'One job needs 10 ms of a processor.'),
    jobDatabaseMs: assumed(
      'jobDatabaseMs',
      'time a job holds a connection',
      10,
      'ms',
      'jobs',
      'One job holds a connection for 10 ms.',
    ),
    databaseCpuShare: assumed(
      'databaseCpuShare',
      'share of the connection time that is processor time of the server',
      50,
      'percent',
      'databaseCpu',
      'Half of the time a connection is held, the server computes; the rest is network and storage.',
    ),
    cacheMissShare: assumed(
      'cacheMissShare',
      'share of page reads that miss the memory of the server',
      5,
      'percent',
      'databaseCpu',
      'What was written in the last month fits into memory, so one page in twenty is read from storage.',
    ),
    logBytesPerRequest: assumed(
      'logBytesPerRequest',
      'log and trace data of one request',
      600,
      'bytes',
      'logs',
      'One log line of 500 bytes and a sampled trace for each request.',
    ),
    logDays: assumed('logDays', 'days that logs are kept', 30, 'days', 'logs', 'Logs are kept for 30 days.'),
    largestTenantFactor: assumed(
      'largestTenantFactor',
      'largest organization as a multiple of the mean',
      10,
      'times',
      'largestTenant',
      'The largest organization is ten times the mean.',
    ),
    subscribersPerEvent: assumed(
      'subscribersPerEvent',
      'webhook deliveries per subscribable event',
      1,
      'none',
      'jobs',
      'Every organization subscribes one address to each event it may subscribe to.',
    ),
    largestDatabaseVcpu: rule(
      'largestDatabaseVcpu',
      'largest database server of the price table’s family',
      64,
      'vCPU',
      'db.m6g.16xlarge is the largest of its family; beyond it, reads move to replicas.',
      SOURCES.storage,
    ),
    reservedConnections: rule(
      'reservedConnections',
      'connections kept for operators, migrations and backups',
      15,
      'connections',
      'Three for superusers, two for a migration, ten for backups, monitoring and people.',
      SOURCES.connections,
    ),
    leastRedisGib: rule(
      'leastRedisGib',
      'least memory of a node of Redis',
      1.5,
      'GiB',
      'The smallest node of its family has 1.37 GiB.',
    ),
  };
}
