import type { EndpointDesign } from '../endpoints/model.js';
import type { Fact } from '../fact.js';
import type { EntityDesign } from '../model.js';
import { widelyRead } from './caches.js';
import { figure } from './facts.js';
import type { LoadMixRow, LoadTestDesign } from './model.js';
import { leadingEntity } from '../leading-entity.js';
import { mainAction, type OperationsSource } from './source.js';

/** Shares of one kind of requests, in percent: the leading entity first, the rest evenly. */
const LEADING_SHARE = 50;
const LIST_SHARE = 60;
const ACTION_SHARE = 40;
const OTHERS = 2;
/** Factors on the peak of the launch: the growth that is planned for, and what the busiest day may add. */
const STRESS = 2;
const RAMP_MINUTES = 10;
const HOLD_MINUTES = 30;
const SOAK_HOURS = 8;

/** Which requests the load test sends, at the peak of the launch. */
export function loadTestOf(source: OperationsSource): LoadTestDesign {
  const { peakReadsPerSecond, peakWritesPerSecond, peakRequestsPerSecond, concurrentUsers } =
    source.scale.workload.launch;
  const mix = [...reads(source, peakReadsPerSecond), ...writes(source, peakWritesPerSecond)];
  const head = (id: string, label: string) => [`loadTest.${id}`, label] as const;
  return {
    mix,
    users: concurrentUsers,
    targetPerSecond: peakRequestsPerSecond,
    stressPerSecond: figure(
      head('stressPerSecond', 'requests per second of the stress test'),
      STRESS * peakRequestsPerSecond.value,
      'requests/s',
      'modelled',
      `${STRESS} × the peak of the launch: where it bends must be known before it is reached.`,
      { from: [peakRequestsPerSecond.id] },
    ),
    rampMinutes: figure(
      head('rampMinutes', 'time to full load'),
      RAMP_MINUTES,
      'min',
      'rule',
      'Longer than autoscaling needs.',
    ),
    holdMinutes: figure(
      head('holdMinutes', 'time at full load'),
      HOLD_MINUTES,
      'min',
      'rule',
      'Pools, caches and the plan cache have settled.',
    ),
    soakHours: figure(
      head('soakHours', 'length of the soak test'),
      SOAK_HOURS,
      'h',
      'rule',
      'A leak of memory or connections shows in a working day.',
    ),
  };
}

function endpointOf(
  { endpoints }: OperationsSource,
  { entity }: EntityDesign,
  wanted: (one: EndpointDesign) => boolean,
): EndpointDesign | undefined {
  return endpoints.find((one) => one.entity === entity.name && wanted(one));
}

function reads(source: OperationsSource, total: Fact): LoadMixRow[] {
  const [first, ...others] = readMost(source);
  if (!first) return [];
  const rest = others.length === 0 ? 0 : (100 - LEADING_SHARE) / others.length;
  const shares = [others.length === 0 ? 100 : LEADING_SHARE, ...others.map(() => rest)];
  return [first, ...others]
    .flatMap((entity, index) => [
      rowOf(source, entity, 'list', ((shares[index] ?? 0) * LIST_SHARE) / 100, total),
      rowOf(source, entity, 'get', ((shares[index] ?? 0) * (100 - LIST_SHARE)) / 100, total),
    ])
    .filter((row) => row !== undefined);
}

function writes(source: OperationsSource, total: Fact): LoadMixRow[] {
  const leading = leadingEntity(source);
  const action = mainAction(leading);
  const rows = [
    rowOf(source, leading, 'create', 100 - ACTION_SHARE, total),
    action === undefined
      ? rowOf(source, leading, 'update', ACTION_SHARE, total)
      : rowOf(source, leading, 'action', ACTION_SHARE, total, `:id/${action.path}`),
  ];
  return rows.filter((row) => row !== undefined);
}

function rowOf(
  source: OperationsSource,
  entity: EntityDesign,
  operation: EndpointDesign['operation'],
  share: number,
  total: Fact,
  ending = '',
): LoadMixRow | undefined {
  const endpoint = endpointOf(source, entity, (one) => one.operation === operation && one.path.endsWith(ending));
  if (!endpoint) return undefined;
  const id = `loadTest.mix.${entity.names.one}.${operation}`;
  const kind = endpoint.method === 'GET' ? 'reads' : 'writes';
  const percent = figure(
    [`${id}.share`, `share of the ${kind}`],
    share,
    'percent',
    'rule',
    `Half of the ${kind} are about what most roles look at; lists before single rows.`,
  );
  return {
    method: endpoint.method,
    path: endpoint.path,
    kind,
    share: percent,
    perSecond: figure(
      [`${id}.perSecond`, `${endpoint.method} ${endpoint.path} per second`],
      Math.round((total.value * share) / 10) / 10,
      'requests/s',
      'modelled',
      `${share} % of the ${kind} at the peak of the launch.`,
      { from: [percent.id, total.id] },
    ),
  };
}

/** What is read most: first what clearly more roles read than write, then the leading entity, then what it refers to. */
function readMost(source: OperationsSource): EntityDesign[] {
  const { entities } = source;
  const leading = leadingEntity(source);
  const targets = new Set(leading.references.map(({ target }) => target));
  const roots = entities.filter(({ parent, tenantScoped }) => parent === undefined && tenantScoped);
  const referred = roots.filter(({ entity }) => targets.has(entity.name));
  const [shared] = widelyRead(source);
  return [...new Set([...(shared ? [shared] : []), leading, ...referred, ...roots])].slice(0, 1 + OTHERS);
}
