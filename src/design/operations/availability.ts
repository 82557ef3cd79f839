import type { Fact } from '../fact.js';
import { BUDGET_MINUTES, figure } from './facts.js';
import type { AvailabilityComponent, AvailabilityDesign } from './model.js';
import { availabilityTarget } from './objectives.js';
import type { OperationsSource } from './source.js';

const SLA = {
  loadBalancer: 'AWS Elastic Load Balancing SLA, https://aws.amazon.com/elasticloadbalancing/sla/',
  host: 'Amazon Compute SLA, instance level, https://aws.amazon.com/compute/sla/',
  database: 'Amazon RDS SLA, Multi-AZ, https://aws.amazon.com/rds/sla/',
} as const;

/** What one bad release costs: noticed, decided, rolled back. */
const ROLLBACK_MINUTES = 10;
const BAD_RELEASES = 1;
/** Compose replaces a process while nobody answers. */
const COMPOSE_RELEASES = 4;
const COMPOSE_RESTART_MINUTES = 1;

/** What a request needs, in series; the product against the promise. */
export function availabilityOf(source: OperationsSource): AvailabilityDesign {
  const targetPercent = availabilityTarget(source);
  const components = source.stack.deploy === 'compose' ? oneHost() : cluster(source);
  const product = components.reduce((all, { percent }) => (all * percent.value) / 100, 100);
  const modelledPercent = figure(
    ['availability.modelledPercent', 'availability modelled'],
    Number(product.toFixed(4)),
    'percent',
    'modelled',
    `The product of ${components.length} components that every request needs.`,
    { from: components.map(({ percent }) => percent.id) },
  );
  const meetsTarget = modelledPercent.value >= targetPercent.value;
  return {
    targetPercent,
    components,
    modelledPercent,
    reserveMinutes: figure(
      ['availability.reserveMinutes', 'minutes in 30 days between model and promise'],
      Number((((modelledPercent.value - targetPercent.value) / 100) * BUDGET_MINUTES).toFixed(2)),
      'min',
      'modelled',
      `(${modelledPercent.value} % − ${targetPercent.value} %) × ${BUDGET_MINUTES} minutes.`,
      { from: [modelledPercent.id, targetPercent.id] },
    ),
    meetsTarget,
    steps: stepsOf(source),
  };
}

function component(
  id: string,
  name: string,
  value: number,
  redundancy: string,
  text: string,
  more: { source?: string; from?: string[]; basis?: Fact['basis'] } = {},
): AvailabilityComponent {
  const { basis = 'rule', ...reason } = more;
  return {
    name,
    redundancy,
    percent: figure([`availability.${id}`, `availability of ${name}`], value, 'percent', basis, text, reason),
  };
}

function cluster({ scale }: OperationsSource): AvailabilityComponent[] {
  const { apiPods } = scale.capacity.launch;
  const pods = Math.max(1, Math.round(apiPods.value));
  const api = Number((100 * (1 - (1 - 0.995) ** pods)).toFixed(4));
  return [
    component(
      'loadBalancer',
      'load balancer',
      99.99,
      'several zones, run by the provider',
      'What the provider promises.',
      { source: SLA.loadBalancer },
    ),
    component(
      'api',
      'API',
      api,
      pods === 1 ? 'none: one process' : `${pods} processes, one is enough to answer`,
      `1 − (1 − 99.5 %)^${pods}: each process on a host of its own with the promise for one host.`,
      { source: SLA.host, from: [apiPods.id], basis: 'modelled' },
    ),
    component(
      'database',
      'PostgreSQL',
      99.95,
      'a standby in another zone takes over',
      'What the provider promises for two zones.',
      { source: SLA.database },
    ),
    releases(),
  ];
}

function oneHost(): AvailabilityComponent[] {
  const restarts = COMPOSE_RELEASES * COMPOSE_RESTART_MINUTES;
  return [
    component(
      'host',
      'host',
      99.5,
      'none: API, PostgreSQL and Redis share it',
      'What the provider promises for one host.',
      { source: SLA.host },
    ),
    component(
      'restarts',
      'planned restarts',
      percentWithout(restarts),
      'none: one API process',
      `${COMPOSE_RELEASES} releases a month × ${COMPOSE_RESTART_MINUTES} minute without a process.`,
      { basis: 'modelled' },
    ),
    releases(),
  ];
}

function releases(): AvailabilityComponent {
  return component(
    'releases',
    'our own releases',
    percentWithout(BAD_RELEASES * ROLLBACK_MINUTES),
    'rollback to the image before',
    `${BAD_RELEASES} bad release a month, rolled back within ${ROLLBACK_MINUTES} minutes.`,
    { basis: 'modelled' },
  );
}

function percentWithout(minutes: number): number {
  return Number((100 * (1 - minutes / BUDGET_MINUTES)).toFixed(4));
}

function stepsOf({ stack, product, blueprint }: OperationsSource): string[] {
  const { name } = product;
  const regions = blueprint.constraints.regions.length;
  return stack.deploy === 'compose'
    ? [
        `Move the database of ${name} to a managed PostgreSQL with a standby: the host then carries processes only.`,
        `Run two API processes of ${name} behind a load balancer, on two hosts: releases and a lost host are no longer seen.`,
      ]
    : [
        `Release ${name} by a canary that goes back by itself: a bad release reaches few and lasts minutes less.`,
        regions > 1
          ? `Let ${name} answer from the second of its ${regions} regions when the first is away; until then it holds copies only.`
          : `Keep a warm copy of ${name} in a second region: the promise of one provider zone pair is no longer the limit.`,
      ];
}
