import type { Bottleneck } from '../../../design/scale/model.js';
import type { Design } from '../../../design/model.js';
import { busiestWords } from '../../../design/scale/assumptions.js';
import { withCode } from '../choice.js';
import { amount, counted, headline, list, number } from '../words.js';

const FACTOR = 10;

/** What stands in the way of ten times the load of the launch. */
export function limitsLead({ scale, entities }: Design): string {
  const reached = scale.bottlenecks.filter(({ reachedAt }) => reachedAt.value < FACTOR);
  const names = busiestWords(entities);
  const [first] = reached;
  if (!first) {
    const [nearest] = scale.bottlenecks;
    const after = nearest ? ` First in line is ${nearest.component}, at ${headline(nearest.reachedAt)}.` : '';
    return `Nothing that serves ${names} at launch is full at ten times that load (modelled).${after}`;
  }
  const beyond = scale.bottlenecks.length - reached.length;
  return (
    `At ten times the load on ${names}, ${counted(reached.length, 'limit')} of the launch ${reached.length === 1 ? 'is' : 'are'} passed: ` +
    `${list(reached.map(({ component }) => component))}. First comes ${first.component}, at ${headline(first.reachedAt)}; ` +
    `${beyond === 0 ? 'none lies' : `${number(beyond)} ${beyond === 1 ? 'lies' : 'lie'}`} beyond.`
  );
}

export function limitRows({
  scale,
}: Design): Record<'component' | 'reachedAt' | 'used' | 'because' | 'step', string>[] {
  return scale.bottlenecks.map(({ component, reachedAt, used, capacity, because, step }) => ({
    component,
    reachedAt: amount(reachedAt),
    used: usage({ used, capacity }),
    because: withCode(because),
    step: withCode(step),
  }));
}

function usage({ used, capacity }: Pick<Bottleneck, 'used' | 'capacity'>): string {
  return `${number(used.value)} of ${amount(capacity)}`;
}
