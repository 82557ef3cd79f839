import { BUDGET_MINUTES, figure } from './facts.js';
import type { AvailabilityComponent, AvailabilityDesign, AvailabilityStep } from './model.js';
import { availabilityTarget } from './objectives.js';
import { leadingEntity } from '../leading-entity.js';
import { type OperationsSource } from './source.js';

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
  const compose = source.stack.deploy === 'compose';
  const components = compose ? oneHost(source) : cluster(source);
  const modelledPercent = figure(
    ['availability.modelledPercent', 'availability modelled'],
    productOf(components),
    'percent',
    'modelled',
    `The product of ${components.length} components that every request needs.`,
    { from: components.map(({ percent }) => percent.id) },
  );
  return {
    targetPercent,
    components,
    modelledPercent,
    reserveMinutes: figure(
      ['availability.reserveMinutes', 'minutes in 30 days between model and promise'],
      round2((Math.abs(modelledPercent.value - targetPercent.value) / 100) * BUDGET_MINUTES),
      'min',
      'modelled',
      `(${modelledPercent.value} % − ${targetPercent.value} %) × ${BUDGET_MINUTES} minutes.`,
      { from: [modelledPercent.id, targetPercent.id] },
    ),
    meetsTarget: modelledPercent.value >= targetPercent.value,
    steps: compose ? stepsFromOneHost(source) : stepsFromCluster(source),
  };
}

function productOf(components: readonly AvailabilityComponent[]): number {
  return round3(components.reduce((all, { percent }) => (all * percent.value) / 100, 100));
}

const round2 = (value: number): number => Number(value.toFixed(2));
const round3 = (value: number): number => Number(value.toFixed(3));

interface More {
  readonly source?: string;
  readonly from?: string[];
}

function component(
  id: string,
  name: string,
  value: number,
  redundancy: string,
  text: string,
  { source, from }: More = {},
): AvailabilityComponent {
  const basis = source !== undefined && from === undefined ? 'rule' : 'modelled';
  const because = { ...(source !== undefined && { source }), ...(from && { from }) };
  return {
    name,
    redundancy,
    percent: figure([`availability.${id}`, `availability of ${name}`], value, 'percent', basis, text, because),
  };
}

/** Several hosts fail together at times: never more than the provider promises for a whole region. */
const REGION_PERCENT = 99.99;
const HOST_PERCENT = 99.5;

function processes(id: string, count: number, from: string[]): AvailabilityComponent {
  const alone = 100 * (1 - (1 - HOST_PERCENT / 100) ** count);
  return component(
    id,
    'API',
    round3(Math.min(alone, REGION_PERCENT)),
    count === 1 ? 'none: one process' : `${count} processes, one can answer`,
    `1 − (1 − ${HOST_PERCENT} %)^${count}, at most ${REGION_PERCENT} %.`,
    { source: SLA.host, from },
  );
}

function loadBalancer(id: string): AvailabilityComponent {
  return component(id, 'load balancer', 99.99, 'several zones, run by the provider', 'Promised.', {
    source: SLA.loadBalancer,
  });
}

function managedDatabase(id: string): AvailabilityComponent {
  return component(id, 'PostgreSQL', 99.95, 'a standby in another zone', 'Promised for two zones.', {
    source: SLA.database,
  });
}

function cluster({ scale }: OperationsSource): AvailabilityComponent[] {
  const { apiPods } = scale.capacity.launch;
  return [
    loadBalancer('loadBalancer'),
    processes('api', Math.max(1, Math.round(apiPods.value)), [apiPods.id]),
    managedDatabase('database'),
    releases('releases', 100),
  ];
}

function oneHost({ scale }: OperationsSource): AvailabilityComponent[] {
  const { apiPods } = scale.capacity.launch;
  const restarts = COMPOSE_RELEASES * COMPOSE_RESTART_MINUTES;
  return [
    component('host', 'host', HOST_PERCENT, 'none: API, PostgreSQL and Redis share it', 'Promised for one host.', {
      source: SLA.host,
    }),
    component(
      'restarts',
      'planned restarts',
      percentWithout(restarts),
      `none: ${Math.round(apiPods.value) === 1 ? 'one process' : 'all processes'} on one host`,
      `${COMPOSE_RELEASES} releases a month × ${COMPOSE_RESTART_MINUTES} minute.`,
    ),
    releases('releases', 100),
  ];
}

/** Bad releases reach a share of the requests, for as long as it takes to go back. */
function releases(id: string, reachPercent: number): AvailabilityComponent {
  const minutes = (BAD_RELEASES * ROLLBACK_MINUTES * reachPercent) / 100;
  return component(
    id,
    'our own releases',
    percentWithout(minutes),
    reachPercent === 100 ? 'rollback to the image before' : 'canary, goes back by itself',
    reachPercent === 100
      ? `${BAD_RELEASES} bad one a month, back within ${ROLLBACK_MINUTES} minutes.`
      : `The same, for ${reachPercent} % of the requests.`,
  );
}

function percentWithout(minutes: number): number {
  return round3(100 * (1 - minutes / BUDGET_MINUTES));
}

const CANARY_PERCENT = 10;

function stepsFromCluster(source: OperationsSource): AvailabilityStep[] {
  const { product, blueprint } = source;
  const regions = blueprint.constraints.regions.length;
  const [balancer, api, database] = cluster(source);
  const careful = releases('step.releases', CANARY_PERCENT);
  const twice = component(
    'step.database',
    'PostgreSQL',
    REGION_PERCENT,
    'a copy in another region',
    'What remains is the time to switch over.',
  );
  if (!balancer || !api || !database) return [];
  return [
    step(
      1,
      `a canary that goes back by itself, so that a bad release reaches few ${leadingEntity(source).names.textMany}`,
      [balancer, api, database, careful],
    ),
    step(
      2,
      regions > 1
        ? `${product.name} answers from the second of its ${regions} regions when the first is away`
        : `a copy of ${product.name} in a second region that can take over`,
      [balancer, api, twice, careful],
    ),
  ];
}

function stepsFromOneHost(source: OperationsSource): AvailabilityStep[] {
  const { product } = source;
  const parts = [loadBalancer('step.loadBalancer'), processes('step.api', 2, []), managedDatabase('step.database')];
  return [
    step(1, `a managed PostgreSQL for ${product.name}, and two hosts with its API behind a load balancer`, [
      ...parts,
      releases('step.releasesNow', 100),
    ]),
    step(
      2,
      `a canary that goes back by itself, so that a bad release reaches few ${leadingEntity(source).names.textMany}`,
      [...parts, releases('step.releases', CANARY_PERCENT)],
    ),
  ];
}

/** The steps add up: each stands on those before it. */
function step(position: number, text: string, components: readonly AvailabilityComponent[]): AvailabilityStep {
  return {
    text,
    afterPercent: figure(
      [`availability.step.${position}`, `availability after step ${position}`],
      productOf(components),
      'percent',
      'modelled',
      `${components.map(({ percent }) => `${percent.value} %`).join(' × ')}.`,
    ),
  };
}
