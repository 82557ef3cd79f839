import type { Blueprint } from '../../blueprint/model.js';
import { number } from '../amount.js';
import { modelled, type Fact } from '../fact.js';
import type { Design } from '../model.js';
import { placed, type AssumptionIds } from './assumptions.js';
import { DAYS_PER_MONTH, MONTHS, factorIn } from './growth.js';
import { partnerEffects, scheduledPerMinute, type RowEffects } from './jobs.js';
import {
  STAGE_TITLES,
  staged,
  type ModelRules,
  type ScaleDesign,
  type Stage,
  type Staged,
  type TableDesign,
  type Workload,
} from './model.js';
import { SOURCES } from './sources.js';

type Behaviour = ScaleDesign['behaviour'];
const BASE_TABLES = ['AuditLog', 'OutboxEvent', 'RefreshToken'];

/** Factor on the load of the first month, as the blueprint says or as assumed. */
export function growthOf({ scale, places = {} }: Blueprint, ids: AssumptionIds): Staged<Fact> {
  const isAssumed = scale.assumed.includes('growth');
  const at = places['scale.growth'];
  return staged((stage) => ({
    id: `scale.growth.${stage}`,
    label: `load as a factor on launch, ${STAGE_TITLES[stage]}`,
    value: factorIn(MONTHS[stage], scale.growth),
    unit: 'times' as const,
    basis: stage === 'launch' ? ('rule' as const) : isAssumed ? ('assumed' as const) : ('given' as const),
    because: [
      {
        text:
          stage === 'launch'
            ? 'Launch is what growth is counted from.'
            : 'Growth of the load; even by percent in between.',
        ...(at && { at }),
        ...(isAssumed ? ids.reason('growth') : {}),
      },
    ],
  }));
}

/** Seconds of a month in which the system is used. */
export function activeSeconds(behaviour: Behaviour): number {
  return DAYS_PER_MONTH * behaviour.activeHoursPerDay.value * 3600;
}

/** Requests per second at launch, at peak. */
export function peakAtLaunch({ scale }: Blueprint, behaviour: Behaviour): number {
  return (scale.concurrentUsers * behaviour.requestsPerUserPerMinute.value) / 60;
}

/** Load of one stage; `tables` holds what was stored by then. */
export function workloadOf(
  design: Pick<Design, 'blueprint' | 'entities'>,
  stage: Stage,
  model: {
    readonly behaviour: Behaviour;
    readonly growth: Staged<Fact>;
    readonly rules: ModelRules;
    readonly rows: ReadonlyMap<string, number>;
    readonly effects: ReadonlyMap<string, RowEffects>;
    readonly tables: Readonly<Record<string, TableDesign>>;
    readonly ids: AssumptionIds;
  },
): Workload {
  const { blueprint, entities } = design;
  const { behaviour, rules, rows, tables, ids } = model;
  const growth = model.growth[stage];
  const fact = factory(stage);
  const users = usersOf(blueprint, growth, stage, ids);
  const tenants = tenantsOf(blueprint, growth, stage, ids);
  const { requestsPerUserPerMinute, peakFactor, readShare, activeHoursPerDay } = behaviour;
  const peak = fact(
    'peakRequestsPerSecond',
    'peak requests per second',
    (users.value * requestsPerUserPerMinute.value) / 60,
    'requests/s',
    `${number(users.value)} users × ${number(requestsPerUserPerMinute.value)} requests a minute / 60.`,
    { from: [users.id, requestsPerUserPerMinute.id] },
  );
  const average = fact(
    'averageRequestsPerSecond',
    'mean requests per second of the active hours',
    peak.value / peakFactor.value,
    'requests/s',
    `${number(peak.value)} requests/s at peak / ${number(peakFactor.value)}.`,
    { from: [peak.id, peakFactor.id] },
  );
  const reads = fact(
    'peakReadsPerSecond',
    'peak reading requests per second',
    (peak.value * readShare.value) / 100,
    'requests/s',
    `${number(peak.value)} requests/s × ${number(readShare.value)} %.`,
    { from: [peak.id, readShare.id] },
  );
  const writes = fact(
    'peakWritesPerSecond',
    'peak writing requests per second',
    (peak.value * (100 - readShare.value)) / 100,
    'requests/s',
    `${number(peak.value)} requests/s × ${number(100 - readShare.value)} %.`,
    { from: [peak.id, readShare.id] },
  );
  const requests = fact(
    'requestsPerMonth',
    'requests per month',
    Math.round(average.value * activeSeconds(behaviour)),
    'requests',
    `${number(average.value)} requests/s × ${number(activeHoursPerDay.value)} hours × ${number(DAYS_PER_MONTH)} days.`,
    { from: [average.id, activeHoursPerDay.id] },
  );
  const largest = fact(
    'largestTenantRequestsPerMinute',
    'peak requests per minute of the largest organization',
    Math.min((peak.value * 60 * largestFactor(blueprint, rules)) / tenants.value, peak.value * 60),
    'requests/min',
    `${number(peak.value * 60)} requests a minute / ${number(tenants.value)} organizations × ${number(largestFactor(blueprint, rules))}.`,
    { from: [peak.id, tenants.id, rules.largestTenantFactor.id] },
  );
  const perMonth = (of: (name: string) => number): number =>
    entities.reduce((sum, { entity }) => sum + (rows.get(entity.name) ?? 0) * of(entity.name), 0) * growth.value;
  const rowsPerMonth = fact(
    'rowsPerMonth',
    'new rows per month',
    Math.round(perMonth(() => 1)),
    'rows',
    `${number(requests.value)} requests × ${number(100 - readShare.value)} % writes × ${number(behaviour.createShare.value)} % that add a row, unless the blueprint says the rows.`,
    { from: [requests.id, readShare.id, behaviour.createShare.id], ...ids.reason('weights') },
  );
  const storage = storageOf(fact, stage, growth, tables, rules);
  return {
    concurrentUsers: users,
    tenants,
    averageRequestsPerSecond: average,
    peakRequestsPerSecond: peak,
    peakReadsPerSecond: reads,
    peakWritesPerSecond: writes,
    requestsPerMonth: requests,
    largestTenantRequestsPerMinute: largest,
    rowsPerMonth,
    ...storage,
    ...asyncOf(
      blueprint,
      fact,
      rowsPerMonth,
      behaviour,
      rules,
      model.effects,
      (name) => (rows.get(name) ?? 0) * growth.value,
    ),
  };
}

type Factory = ReturnType<typeof factory>;
function factory(stage: Stage) {
  return (key: keyof Workload, label: string, ...rest: Rest): Fact =>
    modelled(`scale.${stage}.${key}`, `${label}, ${STAGE_TITLES[stage]}`, ...rest);
}
type Rest = Parameters<typeof modelled> extends [string, string, ...infer Others] ? Others : never;

function usersOf(blueprint: Blueprint, growth: Fact, stage: Stage, ids: AssumptionIds): Fact {
  const { concurrentUsers, assumed } = blueprint.scale;
  const isAssumed = assumed.includes('concurrentUsers');
  return {
    id: `scale.${stage}.concurrentUsers`,
    label: `concurrent users at peak, ${STAGE_TITLES[stage]}`,
    value: Math.ceil(concurrentUsers * growth.value),
    unit: 'users',
    basis: stage === 'launch' ? (isAssumed ? 'assumed' : 'given') : 'modelled',
    because: [
      {
        text: `${number(concurrentUsers)} users × ${number(growth.value)}.`,
        from: [growth.id],
        ...placed(blueprint, 'scale.concurrentUsers'),
        ...(isAssumed ? ids.reason('concurrentUsers') : {}),
      },
    ],
  };
}

function tenantsOf(blueprint: Blueprint, growth: Fact, stage: Stage, ids: AssumptionIds): Fact {
  const { tenants, assumed } = blueprint.scale;
  const isSingle = blueprint.tenancy === 'single';
  const isAssumed = assumed.includes('tenants');
  return {
    id: `scale.${stage}.tenants`,
    label: `organizations, ${STAGE_TITLES[stage]}`,
    value: isSingle ? 1 : Math.ceil(tenants * growth.value),
    unit: 'organizations',
    basis: isSingle ? 'given' : stage === 'launch' ? (isAssumed ? 'assumed' : 'given') : 'modelled',
    because: [
      {
        text: isSingle ? 'The tenancy is single.' : `${number(tenants)} organizations × ${number(growth.value)}.`,
        ...(isSingle ? placed(blueprint, 'tenancy') : { from: [growth.id], ...placed(blueprint, 'scale.tenants') }),
        ...(isAssumed && !isSingle ? ids.reason('tenants') : {}),
      },
    ],
  };
}

function largestFactor(blueprint: Blueprint, rules: ModelRules): number {
  return blueprint.tenancy === 'single' ? 1 : rules.largestTenantFactor.value;
}

/** What all tables hold at the stage, and what a month adds. */
function storageOf(
  fact: Factory,
  stage: Stage,
  growth: Fact,
  tables: Readonly<Record<string, TableDesign>>,
  { freeSpace }: ModelRules,
): Pick<Workload, 'storageGiB' | 'storageGiBPerMonth'> {
  const all = Object.values(tables);
  const stored = all.reduce((sum, { sizeMiB }) => sum + sizeMiB[stage].value, 0) / 1024;
  const bytes = all.reduce((sum, table) => sum + table.rowsPerMonth.value * table.bytesPerRow.value, 0);
  const monthly = ((bytes * (1 + freeSpace.value / 100)) / 1024 ** 3) * growth.value;
  return {
    storageGiBPerMonth: fact(
      'storageGiBPerMonth',
      'growth of the database per month',
      monthly,
      'GiB',
      `New rows of ${number(all.length)} tables × their size, and ${number(freeSpace.value)} % free space.`,
      { from: [...all.map(({ rowsPerMonth }) => rowsPerMonth.id), growth.id], source: SOURCES.vacuum },
    ),
    storageGiB: fact(
      'storageGiB',
      'size of the database with its indexes',
      stored,
      'GiB',
      `Sum of ${number(all.length)} tables, ${number(BASE_TABLES.length)} of them of the base.`,
      { from: all.map(({ sizeMiB }) => sizeMiB[stage].id) },
    ),
  };
}

/** Jobs and messages that follow from the rows. */
function asyncOf(
  blueprint: Blueprint,
  fact: Factory,
  rowsPerMonth: Fact,
  behaviour: Behaviour,
  rules: ModelRules,
  effects: ReadonlyMap<string, RowEffects>,
  rowsOf: (name: string) => number,
): Pick<Workload, 'peakJobsPerMinute' | 'messagesPerMonth'> {
  const sum = (of: (effect: RowEffects) => number): number =>
    [...effects].reduce((total, [name, effect]) => total + rowsOf(name) * of(effect), 0);
  // Each kind of event from outside comes as often as rows of a table of mean growth.
  const ofPartners = (partnerEffects(blueprint).jobs * rowsPerMonth.value) / Math.max(effects.size, 1);
  const jobs = sum((effect) => effect.jobs) + ofPartners;
  const messages = sum((effect) => effect.messages);
  const scheduled = scheduledPerMinute(blueprint);
  const atPeak = (jobs / activeSeconds(behaviour)) * 60 * behaviour.peakFactor.value + scheduled;
  return {
    peakJobsPerMinute: fact(
      'peakJobsPerMinute',
      'peak jobs per minute',
      atPeak,
      'jobs/min',
      `${number(jobs)} jobs a month, at peak ${number(behaviour.peakFactor.value)} × the mean of the active minutes, and ${number(scheduled)} scheduled.`,
      { from: [rowsPerMonth.id, behaviour.peakFactor.id, rules.subscribersPerEvent.id] },
    ),
    messagesPerMonth: fact(
      'messagesPerMonth',
      'messages to people per month',
      Math.round(messages),
      'messages',
      'One message for each event with a notification.',
      { from: [rowsPerMonth.id] },
    ),
  };
}
