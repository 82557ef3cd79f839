import { didYouMean } from '../../text/nearest.js';
import type { Findings } from '../findings.js';
import type { Blueprint, Context } from '../model.js';
import { placeOf, type Check } from './support.js';

/** What a context needs exists, and no context needs itself, not even in a circle. */
export const checkContexts: Check = (blueprint, findings) => {
  if (blueprint.contexts.every((context) => context.entities.length === 0)) {
    findings.error(
      'NO_ENTITIES',
      blueprint.contexts[0]?.at ?? { line: 1, column: 1 },
      'The blueprint has no entities.',
    );
  }
  const names = blueprint.contexts.map((context) => context.name);
  for (const context of blueprint.contexts) {
    context.needs.forEach((need, index) => {
      const at = placeOf(context, `needs.${index}`);
      if (!names.includes(need))
        findings.error('UNKNOWN_CONTEXT', at, `There is no context "${need}".`, didYouMean(need, names));
      else if (context.needs.indexOf(need) !== index)
        findings.error('DUPLICATE_NAME', at, `"${need}" stands here for the second time.`);
    });
  }
  reportCycles(blueprint, findings);
};

function reportCycles(blueprint: Blueprint, findings: Findings): void {
  const byName = new Map(blueprint.contexts.map((context) => [context.name, context]));
  const reported = new Set<string>();
  for (const context of blueprint.contexts) {
    const cycle = cycleThrough(context, byName);
    if (!cycle) continue;
    const key = [...cycle].sort().join(' ');
    if (reported.has(key)) continue;
    reported.add(key);
    const at = placeOf(context, `needs.${context.needs.indexOf(cycle[1] ?? context.name)}`);
    findings.error(
      'CONTEXT_CYCLE',
      at,
      `Contexts need each other in a circle: ${[...cycle, context.name].join(' → ')}.`,
      'Let one of them react to an event of the other instead.',
    );
  }
}

/** The shortest way from a context back to itself. */
function cycleThrough(start: Context, byName: ReadonlyMap<string, Context>): string[] | undefined {
  const waiting: string[][] = [[start.name]];
  const seen = new Set<string>();
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    for (const need of byName.get(path.at(-1)!)?.needs ?? []) {
      if (need === start.name) return path;
      if (seen.has(need) || !byName.has(need)) continue;
      seen.add(need);
      waiting.push([...path, need]);
    }
  }
  return undefined;
}
