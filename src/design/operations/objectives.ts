import { BUDGET_MINUTES, figure, givenOr } from './facts.js';
import type { Fact } from '../fact.js';
import type { BurnRate, QueueDesign, SloDesign } from './model.js';
import { hasEventJobs } from './queues.js';
import { leadingEntity } from '../leading-entity.js';
import { type OperationsSource } from './source.js';

const SRE = 'Google SRE Workbook, chapter 5, Alerting on SLOs, https://sre.google/workbook/alerting-on-slos/';
/** Of the default targets: what one host can promise, and what several can. */
const DEFAULT_AVAILABILITY = { kubernetes: 99.9, compose: 99 } as const;
const DEFAULT_READ_MS = 300;

/** The share of time that the system is promised to answer. */
export function availabilityTarget({ blueprint, stack }: OperationsSource): Fact {
  const { availabilityPercent: value } = blueprint.qualities;
  const otherwise = stack.deploy === 'compose' ? DEFAULT_AVAILABILITY.compose : DEFAULT_AVAILABILITY.kubernetes;
  return givenOr(
    ['slo.availability.objectivePercent', 'availability promised'],
    { value, key: 'qualities.availabilityPercent', at: blueprint.places?.['qualities.availabilityPercent'] },
    { value: otherwise, because: `What ${stack.deploy === 'compose' ? 'one host' : 'several processes'} can keep.` },
    'percent',
  );
}

export function readTarget({ blueprint }: OperationsSource): Fact {
  return givenOr(
    ['slo.read.thresholdMs', 'time of a good read'],
    {
      value: blueprint.qualities.latencyP95Ms,
      key: 'qualities.latencyP95Ms',
      at: blueprint.places?.['qualities.latencyP95Ms'],
    },
    { value: DEFAULT_READ_MS, because: 'What a person feels as immediate, less the way through the network.' },
    'ms',
  );
}

/** What the system is held to, and how much may go wrong in 30 days. */
export function slosOf(source: OperationsSource, queues: readonly QueueDesign[]): readonly SloDesign[] {
  const { names } = leadingEntity(source);
  const objective = availabilityTarget(source);
  const read = readTarget(source);
  const write = figure(
    ['slo.write.thresholdMs', 'time of a good write'],
    2 * read.value,
    'ms',
    'target',
    `Twice a read of ${read.value} ms: a write also records audit and event.`,
    { from: [read.id] },
  );
  const { requestsPerMonth, peakReadsPerSecond, peakWritesPerSecond } = source.scale.workload.launch;
  const all = peakReadsPerSecond.value + peakWritesPerSecond.value;
  const share = (part: Fact): number => (all === 0 ? 0 : part.value / all);
  const requests = (id: string, title: string, part: Fact, threshold: Fact, indicator: string): SloDesign => {
    const percent = figure(
      [`slo.${id}.objectivePercent`, `share of good ${id}s`],
      95,
      'percent',
      'target',
      'The 95th percentile is what the target of the blueprint is about.',
    );
    return {
      id,
      title,
      indicator,
      threshold,
      objectivePercent: percent,
      errorBudget: figure(
        [`slo.${id}.errorBudget`, `slow ${id}s that 30 days allow`],
        Math.round(requestsPerMonth.value * share(part) * (1 - percent.value / 100)),
        'requests',
        'modelled',
        `Requests of a month at launch × share of ${id}s × ${100 - percent.value} %.`,
        { from: [requestsPerMonth.id, part.id, percent.id] },
      ),
      part: 'metrics',
    };
  };
  return [
    {
      id: 'availability',
      title: 'Availability of the API',
      indicator: 'Requests without an error of ours',
      objectivePercent: objective,
      errorBudget: figure(
        ['slo.availability.errorBudget', 'minutes without service that 30 days allow'],
        Number((BUDGET_MINUTES * (1 - objective.value / 100)).toFixed(2)),
        'min',
        'modelled',
        `${BUDGET_MINUTES} minutes × (100 % − ${objective.value} %).`,
        { from: [objective.id] },
      ),
      part: 'metrics',
    },
    requests(
      'read',
      'Time of reads',
      peakReadsPerSecond,
      read,
      `GET answered within the limit, such as GET /api/v1${listRoute(source)}`,
    ),
    requests(
      'write',
      'Time of writes',
      peakWritesPerSecond,
      write,
      `Other methods answered within the limit, such as a change of ${names.article} ${names.textOne}`,
    ),
    ...queues.filter(hasEventJobs).map((queue) => jobSlo(queue)),
  ];
}

function listRoute(source: OperationsSource): string {
  return leadingEntity(source).route;
}

function jobSlo({ name, freshnessS, peakJobsPerMinute, part }: QueueDesign): SloDesign {
  const percent = figure(
    [`slo.${name}.objectivePercent`, `share of jobs of ${name} in time`],
    99,
    'percent',
    'target',
    'One job in a hundred may meet a fault and be retried.',
  );
  return {
    id: `jobs-${name}`,
    title: `Freshness of ${name}`,
    indicator: 'Jobs done in time',
    threshold: freshnessS,
    objectivePercent: percent,
    errorBudget: figure(
      [`slo.${name}.errorBudget`, `late jobs of ${name} that 30 days allow`],
      Math.round((peakJobsPerMinute.launch.value / PEAK_TO_MEAN) * BUDGET_MINUTES * (1 - percent.value / 100)),
      'jobs',
      'modelled',
      `Jobs per minute at peak ÷ ${PEAK_TO_MEAN} for the mean of a day × ${BUDGET_MINUTES} minutes × ${100 - percent.value} %.`,
      { from: [peakJobsPerMinute.launch.id, percent.id] },
    ),
    part,
  };
}

/** The mean of a day against its peak, for jobs. */
const PEAK_TO_MEAN = 3;

/** Both windows must burn: the long one tells that it matters, the short one that it still goes on. */
export const BURN_RATES: readonly BurnRate[] = [
  burnRate('fast', 'page', '1h', '5m', 14.4, 2),
  burnRate('medium', 'page', '6h', '30m', 6, 5),
  burnRate('slow', 'ticket', '1d', '2h', 3, 10),
  burnRate('creeping', 'ticket', '3d', '6h', 1, 10),
];

function burnRate(
  id: string,
  severity: BurnRate['severity'],
  long: string,
  short: string,
  rate: number,
  budget: number,
): BurnRate {
  return {
    id,
    severity,
    long,
    short,
    rate: figure(
      [`burn.${id}.rate`, `burn rate of the ${id} alert`],
      rate,
      'times',
      'rule',
      `Uses up ${budget} % of the budget of 30 days in ${long}.`,
      { source: SRE },
    ),
    budgetPercent: figure(
      [`burn.${id}.budgetPercent`, `budget gone when the ${id} alert fires`],
      budget,
      'percent',
      'rule',
      'The share that the workbook recommends.',
      { source: SRE },
    ),
  };
}
