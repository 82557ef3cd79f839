import type { Design } from '../../../design/model.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { amount, code, counted, label, list } from '../words.js';
import type { PerformanceWords } from './index.js';

export function timeoutWords(design: Design): Pick<PerformanceWords, 'timeoutLead' | 'timeouts' | 'timeoutNote'> {
  const { policies } = design.operations;
  const { names } = leadingEntity(design);
  const request = policies.find(({ id }) => id === 'client-api')?.timeoutMs;
  return {
    timeoutLead: `Whoever waits for ${names.textMany} waits for ${request ? amount(request) : ''} at most, and everything below ends with it: of ${counted(policies.length, 'dependency', 'dependencies')}, each has a time, and none is waited for without one.`,
    timeouts: policies.map(({ caller, callee, what, timeoutMs, retries, part, where }) => ({
      way: `${caller} → ${callee}`,
      what,
      time: amount(timeoutMs),
      retries,
      state: where === undefined ? label(part) : `${label(part)} in ${code(where)}`,
    })),
    timeoutNote: `The server of PostgreSQL knows the same limit as the request: when a request for ${names.textMany} was given up, its statement ends too and gives its connection back. The API repeats nothing by itself, because it cannot know whether a change of ${names.article} ${names.textOne} was made before the answer was lost; the client can read it and see.`,
  };
}

export function breakerWords(
  design: Design,
): Pick<PerformanceWords, 'breakerLead' | 'hasBreakers' | 'breakers' | 'withoutBreaker'> {
  const { policies } = design.operations;
  const { names } = leadingEntity(design);
  const guarded = policies.filter(({ breaker }) => breaker !== undefined);
  const [first] = guarded;
  return {
    breakerLead:
      first?.breaker === undefined
        ? `No breaker is needed yet: a breaker guards time that is spent waiting for others, and requests for ${names.textMany} wait for PostgreSQL and Redis alone, which have something better each.`
        : `A breaker (${label('circuit-breakers')}) guards each of ${list(guarded.map(({ callee }) => callee))}: closed while it answers; open after the failures below, when calls fail at once and their jobs go back into the queue; half-open after the pause, when ${amount(first.breaker.halfOpenProbes) === '1×' ? 'one call' : 'few calls'} may try. A time-out, a lost connection and a server’s own error count as failures, a refusal of ${first.callee} does not. Without it, ${first.callee} would hold each slot for ${amount(first.timeoutMs)} for nothing.`,
    hasBreakers: guarded.length > 0,
    breakers: guarded.flatMap(({ callee, breaker }) =>
      breaker
        ? [
            {
              callee,
              failures: String(breaker.failures.value),
              window: amount(breaker.windowS),
              open: amount(breaker.openS),
              probes: String(breaker.halfOpenProbes.value),
            },
          ]
        : [],
    ),
    withoutBreaker: policies
      .filter(({ breaker }) => breaker === undefined)
      .map(({ caller, callee, noBreaker = '', what }) => ({
        way: `${caller} → ${callee}, ${what.split(',')[0] ?? ''}`,
        because: noBreaker,
      })),
  };
}
