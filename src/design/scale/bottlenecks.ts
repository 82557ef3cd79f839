import { number } from '../amount.js';
import { modelled } from '../fact.js';
import { clusterLimits, hostLimits, sharedLimits, type Limit, type LimitedDesign, type LimitModel } from './limits.js';
import type { Bottleneck } from './model.js';

/** The limits of what runs at launch, the nearest first. */
export function bottlenecksOf(design: LimitedDesign, model: LimitModel): Bottleneck[] {
  const processors = design.stack?.deploy === 'compose' ? hostLimits(design, model) : clusterLimits(design, model);
  return [...processors, ...sharedLimits(design, model)]
    .filter(({ used }) => used > 0)
    .map(bottleneckOf)
    .sort((a, b) => a.reachedAt.value - b.reachedAt.value);
}

function bottleneckOf({
  id,
  component,
  unit,
  capacity,
  used,
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
      Math.floor((capacity / used) * 100) / 100,
      'times',
      `${number(capacity)} / ${number(used)}.`,
      { from: [has.id, uses.id] },
    ),
    because,
    step,
    figures,
  };
}
