import { describe, expect, it } from 'vitest';

import { decisionRecordWords } from '../../../../src/views/document/decision-record.js';
import { recordPath } from '../../../../src/views/document/records.js';
import { aShopDesign } from '../../../support/blueprints.js';

const entities = 'Item:\n  fields:\n    label: string(10)';

function recordOf(id: string, rest = '') {
  const design = aShopDesign(entities, rest);
  const decision = design.decisions.find((one) => one.id === id);
  if (!decision) throw new Error(`No decision ${id}`);
  return { path: recordPath(decision), words: decisionRecordWords(decision, design) };
}

describe('a decision record', () => {
  it('is named by its number and its question', () => {
    expect(recordOf('queue').path).toBe('docs/architecture/decisions/0009-queue.md');
  });

  it.each([
    ['the criteria', 'queue', '', /weighted criteria/],
    ['a key of the blueprint', 'queue', 'stack: { queue: rabbitmq }', /^`stack\.queue` in `blueprint\.yaml`$/],
    ['what the generator writes', 'api', 'qualities: { reads: graph }', /generator writes/],
  ])('says that %s decided', (_, id, rest, want) => {
    expect(recordOf(id, rest).words.decidedBy).toMatch(want);
  });

  it('names what the criteria recommend where something else was chosen', () => {
    const { words } = recordOf('api', 'qualities: { reads: graph }');
    expect([words.chosen, words.isNotBest, words.recommended]).toEqual(['REST with OpenAPI', true, 'REST and GraphQL']);
  });

  it('has one cell of scores for each criterion and option', () => {
    const { words } = recordOf('database');
    expect(words.scores.map(({ cells }) => cells.length)).toEqual(words.scores.map(() => words.columns.length));
  });

  it('tells a figure of others by its source, once', () => {
    const { evidence } = recordOf('logger').words;
    expect(evidence.filter(({ label }) => label === 'Time of Winston in the same benchmark')).toHaveLength(1);
    expect(evidence.every(({ source }) => source !== '')).toBe(true);
  });
});
