import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlueprint } from '../../src/blueprint/read.js';
import { factsIn } from '../../src/design/fact.js';
import { design } from '../../src/design/index.js';
import type { Design } from '../../src/design/model.js';
import { arbitraryBlueprint } from '../support/arbitrary-blueprint.js';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 30);

function ofAny(law: (system: Design) => void): void {
  fc.assert(
    fc.property(arbitraryBlueprint(), (text) => {
      const { blueprint } = readBlueprint(text, 'blueprint.yaml');
      if (!blueprint) throw new Error('The blueprint is legal.');
      law(design(blueprint));
    }),
    { numRuns },
  );
}

const repeated = (names: readonly string[]): string[] => names.filter((name, at) => names.indexOf(name) !== at);

function namesEachOnce({ operations }: Design): void {
  expect(repeated(operations.queues.map(({ name }) => name))).toEqual([]);
  for (const { jobs } of operations.queues) expect(repeated(jobs.map(({ name }) => name))).toEqual([]);
  expect(repeated(operations.alerts.map(({ name }) => name))).toEqual([]);
  expect(repeated(operations.metrics.map(({ name }) => name))).toEqual([]);
}

function hasFiniteFigures({ operations }: Design): void {
  for (const { id, value, unit } of factsIn(operations)) {
    expect([id, Number.isFinite(value)]).toEqual([id, true]);
    if (unit === 'percent') expect([id, Number(value) >= 0 && Number(value) <= 100]).toEqual([id, true]);
  }
}

function hasJobForEveryReaction({ blueprint, operations }: Design): void {
  const jobs = operations.queues.flatMap((queue) => queue.jobs);
  const asked =
    blueprint.reactions.length +
    (blueprint.webhooks?.events.length ?? 0) +
    blueprint.integrations.flatMap(({ receives }) => receives).length;
  expect(jobs.length).toBe(asked === 0 ? 0 : asked + operations.housekeeping.length);
}

describe('the operation of any system', () => {
  // One law after the other would design each system three times.
  it('names everything once, has finite figures, and a job for every reaction', () => {
    ofAny((system) => {
      namesEachOnce(system);
      hasFiniteFigures(system);
      hasJobForEveryReaction(system);
    });
  });
});
