import type { EndpointDesign } from '../endpoints/model.js';
import type { Fact } from '../fact.js';
import type { EntityDesign } from '../model.js';
import { figure } from './facts.js';
import type { LoadMixRow, LoadTestDesign } from './model.js';
import { leadingEntity, type OperationsSource } from './source.js';

/** Shares of one kind of requests, in percent: the leading entity first, the rest evenly. */
const LEADING_SHARE = 50;
const LIST_SHARE = 60;
const ACTION_SHARE = 40;
const OTHERS = 3;
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
  const leading = leadingEntity(source);
  const others = neighbours(source, leading);
  const rows = [leading, ...others].flatMap((entity, index) => {
    const share =
      index === 0 && others.length > 0
        ? LEADING_SHARE
        : (100 - (others.length > 0 ? LEADING_SHARE : 0)) / Math.max(1, others.length);
    return [
      rowOf(source, entity, 'list', (share * LIST_SHARE) / 100, total),
      rowOf(source, entity, 'get', (share * (100 - LIST_SHARE)) / 100, total),
    ];
  });
  return rows.filter((row) => row !== undefined);
}

function writes(source: OperationsSource, total: Fact): LoadMixRow[] {
  const leading = leadingEntity(source);
  const initial = leading.entity.lifecycle?.initial;
  const action = leading.actions.find(({ action: { from } }) => initial !== undefined && from.includes(initial));
  const second = action ? `:id/${action.path}` : undefined;
  const rows = [
    rowOf(source, leading, 'create', 100 - ACTION_SHARE, total),
    second === undefined
      ? rowOf(source, leading, 'update', ACTION_SHARE, total)
      : rowOf(source, leading, 'action', ACTION_SHARE, total, second),
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
    `Half of the ${kind} are about what the system is for; lists before single rows.`,
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

/** What is read around the leading entity: what it refers to, then what else can be read by itself. */
function neighbours({ entities }: OperationsSource, leading: EntityDesign): EntityDesign[] {
  const targets = new Set(leading.references.map(({ target }) => target));
  const roots = entities.filter((entity) => entity !== leading && entity.parent === undefined);
  const rank = ({ entity, actions }: EntityDesign): number => (targets.has(entity.name) ? 100 : 0) + actions.length;
  return [...roots].sort((left, right) => rank(right) - rank(left)).slice(0, OTHERS);
}
