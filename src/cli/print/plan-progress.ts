import type { PlanEvent } from '../../brief/planner.js';
import { oneLine } from '../../text/escape.js';
import { printProgress } from './text.js';

/** Says on standard error what a planner is doing: a line for what was found, for each trouble, and for what each call cost. */
export function progressOf(maxUsd?: number): (event: PlanEvent) => void {
  const seen = new Set<string>();
  return (event) => {
    const line = lineOf(event, seen, maxUsd);
    if (line !== undefined) printProgress(line);
  };
}

function lineOf(event: PlanEvent, seen: Set<string>, maxUsd: number | undefined): string | undefined {
  const { stage } = event;
  switch (event.type) {
    case 'stage':
      // A planner without a model is done before anybody reads that it began.
      if (maxUsd === undefined || event.state === 'done') return undefined;
      return event.state === 'resumed' ? `${stage}: kept from an earlier run` : `${stage} …`;
    case 'found': {
      // Streams repeat what they said before.
      const fresh = event.names.filter((name) => !seen.has(`${stage} ${name}`));
      for (const name of fresh) seen.add(`${stage} ${name}`);
      return fresh.length === 0 ? undefined : `${stage}: ${fresh.map((name) => oneLine(name).slice(0, 60)).join(', ')}`;
    }
    case 'retry':
      return `${stage}: trying again. ${shown(event.why)}`;
    case 'repair':
      return `${stage}: sent back to be mended. ${shown(event.why)}`;
    case 'fallback':
      return `${stage}: planned without the model. ${shown(event.why)}`;
    case 'cost':
      return `${stage}: ${dollars(event.usd)}, ${dollars(event.totalUsd)}${maxUsd === undefined ? '' : ` of ${dollars(maxUsd)}`} so far`;
  }
}

/** `$0.025`: thousandths below a dollar, since most calls cost no more. */
export function dollars(usd: number): string {
  return `$${usd.toFixed(usd < 1 ? 3 : 2)}`;
}

function shown(why: string): string {
  return oneLine(why).slice(0, 200);
}
