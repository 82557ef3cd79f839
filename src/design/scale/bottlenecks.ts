import { number } from '../amount.js';
import { modelled } from '../fact.js';
import { clusterLimits, hostLimits, sharedLimits, type Limit, type LimitedDesign, type LimitModel } from './limits.js';
import type { Bottleneck } from './model.js';

/** A limit that many times the load of the launch away limits nothing. */
const OUT_OF_SIGHT = 1000;

/** The limits of what runs at launch, the nearest first. */
export function bottlenecksOf(design: LimitedDesign, model: LimitModel): Bottleneck[] {
  const processors = design.stack?.deploy === 'compose' ? hostLimits(design, model) : clusterLimits(design, model);
  return [...processors, ...sharedLimits(design, model)]
    .filter(({ used }) => used > 0)
    .map(bottleneckOf)
    .filter(({ reachedAt }) => reachedAt.value < OUT_OF_SIGHT)
    .sort((a, b) => a.reachedAt.value - b.reachedAt.value);
}

function bottleneckOf({
  id,
  component,
  unit,
  capacity,
  used,
  fixed = 0,
  from,
  source,
  because,
  step,
  figures = [],
}: Limit): Bottleneck {
  const reason = { from, ...(source !== undefined && { source }) };
  const has = modelled(`bottleneck.${id}.capacity`, `limit of ${component}`, capacity, unit, because, reason);
  const uses = modelled(`bottleneck.${id}.used`, `use of ${component} at launch`, used, unit, because, reason);
  return {
    id,
    component,
    capacity: has,
    used: uses,
    reachedAt: modelled(
      `bottleneck.${id}`,
      `load on launch at which the limit of ${component} is reached`,
      Math.floor(((capacity - fixed) / (used - fixed)) * 100) / 100,
      'times',
      fixed === 0
        ? `${number(capacity)} / ${number(used)}.`
        : `(${number(capacity)} − ${number(fixed)}) / (${number(used)} − ${number(fixed)}); ${number(fixed)} does not grow with the load.`,
      { from: [has.id, uses.id] },
    ),
    because,
    step,
    figures,
  };
}
