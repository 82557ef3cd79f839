import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';

import { STACK_OPTIONS } from '../../src/blueprint/model.js';
import { readBlueprint } from '../../src/blueprint/read.js';
import { decisionsOf } from '../../src/design/decisions/index.js';
import type { Decision } from '../../src/design/decisions/model.js';
import { design } from '../../src/design/index.js';
import type { Design } from '../../src/design/model.js';
import { scaleOf } from '../../src/design/scale/index.js';
import { arbitrarySource } from '../support/arbitrary-blueprint.js';

/** Fewer than elsewhere: deriving a whole design takes a while. */
const numRuns = Number(process.env.PROPERTY_RUNS ?? 12);

function designOf(source: Record<string, unknown>): Design {
  const { blueprint } = readBlueprint(stringify(source, { lineWidth: 0 }), 'blueprint.yaml');
  if (!blueprint) throw new Error('The blueprint cannot be read.');
  return design(blueprint);
}

describe('the decisions about a random system', () => {
  it('are complete, offered by the language, and the weighted mean of their scores', () => {
    fc.assert(
      fc.property(arbitrarySource(), (source) => {
        for (const decision of designOf(source).decisions) {
          expectComplete(decision);
          if (decision.slot) expect(STACK_OPTIONS[decision.slot]).toContain(decision.chosen);
          expectWeightedMeans(decision);
        }
      }),
      { numRuns },
    );
  });

  it('never go back from RabbitMQ to BullMQ, or from a cluster to one machine, because of more load', () => {
    const users = fc.integer({ min: 1, max: 50_000_000 });
    fc.assert(
      fc.property(arbitrarySource(), fc.array(users, { minLength: 8, maxLength: 8 }), (source, loads) => {
        const system = designOf({ ...source, stack: {} });
        const choices = [...loads].sort((a, b) => a - b).map((load) => choicesAt(system, load));
        const queues = choices.map(({ queue }) => queue);
        expect(queues).toEqual([...queues].sort());
        const platforms = choices.map(({ deploy }) => deploy);
        expect(platforms).toEqual([...platforms].sort());
      }),
      { numRuns },
    );
  });
});

/** `bullmq` stands before `rabbitmq`, and `compose` before `kubernetes`, in the alphabet. */
function choicesAt(system: Design, concurrentUsers: number): Record<string, string> {
  const blueprint = { ...system.blueprint, scale: { ...system.blueprint.scale, concurrentUsers } };
  const scale = scaleOf({ ...system, blueprint });
  return Object.fromEntries(decisionsOf({ ...system, blueprint, scale }).map(({ id, chosen }) => [id, chosen]));
}

/** Compared, judged, with a price, a risk and a reason to ask again. */
function expectComplete(decision: Decision): void {
  const { options, criteria, chosen, runnerUp, recommended, costs, risks, revisitWhen, alternatives, context } =
    decision;
  expect(options.length).toBeGreaterThanOrEqual(2);
  expect(new Set(options.map(({ id }) => id)).size).toBe(options.length);
  expect(runnerUp).not.toBe(chosen);
  expect(options.map(({ id }) => id)).toEqual(expect.arrayContaining([chosen, runnerUp, recommended]));
  expect(criteria.length).toBeGreaterThanOrEqual(2);
  for (const list of [costs, risks, revisitWhen, alternatives, context]) expect(list).not.toEqual([]);
  for (const { pros, cons } of options) expect([pros.length > 0, cons.length > 0]).toEqual([true, true]);
  expect(JSON.stringify(decision)).not.toMatch(/NaN|Infinity|undefined/);
}

function expectWeightedMeans({ criteria, options, recommended }: Decision): void {
  const weights = criteria.reduce((sum, { weight }) => sum + weight.value, 0);
  for (const { scores, total } of options) {
    const points = criteria.reduce((sum, { id, weight }) => sum + weight.value * (scores[id]?.score ?? NaN), 0);
    expect(total.value).toBeCloseTo(points / weights, 1);
  }
  for (const { weight } of criteria) expect([1, 2, 3, 4, 5]).toContain(weight.value);
  const fit = options.filter(({ unfit }) => unfit === undefined);
  const best = Math.max(...(fit.length > 0 ? fit : options).map(({ total }) => total.value));
  expect(options[0]).toMatchObject({ id: recommended, total: { value: best } });
}
