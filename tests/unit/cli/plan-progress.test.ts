import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { PlanEvent } from '../../../src/brief/planner.js';
import { dollars, progressOf } from '../../../src/cli/print/plan-progress.js';
import { planReport } from '../../../src/cli/print/planned.js';
import type { RunRecord } from '../../../src/brief/anthropic/setup.js';
import type { PlannedBlueprint, Requirement } from '../../../src/brief/planner.js';

const said: string[] = [];
vi.mock('../../../src/cli/print/text.js', async (original) => ({
  ...(await original<object>()),
  printProgress: (text: string) => said.push(text),
}));
beforeEach(() => {
  said.length = 0;
});
const watch = (events: readonly PlanEvent[], maxUsd?: number) => {
  const progress = progressOf(maxUsd);
  for (const event of events) progress(event);
  return said;
};

describe('what a planner is doing', () => {
  it('is told with every name once, and what it cost so far', () => {
    const events: PlanEvent[] = [
      { type: 'stage', stage: 'design', state: 'started' },
      { type: 'found', stage: 'design', names: ['Deal'] },
      { type: 'found', stage: 'design', names: ['Deal', 'Lead'] },
      { type: 'found', stage: 'design', names: ['Deal', 'Lead'] },
      { type: 'retry', stage: 'design', why: 'The service is overloaded.' },
      { type: 'repair', stage: 'design', why: 'There is no entity X.' },
      { type: 'cost', stage: 'design', usd: 0.025, totalUsd: 1.25 },
      { type: 'stage', stage: 'design', state: 'done' },
      { type: 'stage', stage: 'cross', state: 'resumed' },
      { type: 'fallback', stage: 'prose', why: 'The answer broke off.' },
    ];
    expect(watch(events, 2)).toEqual([
      'design …',
      'design: Deal',
      'design: Lead',
      'design: trying again. The service is overloaded.',
      'design: sent back to be mended. There is no entity X.',
      'design: $0.025, $1.25 of $2.00 so far',
      'cross: kept from an earlier run',
      'prose: planned without the model. The answer broke off.',
    ]);
  });

  it('is told without beginnings and costs where no model is asked', () => {
    const events: PlanEvent[] = [
      { type: 'stage', stage: 'compose', state: 'started' },
      { type: 'found', stage: 'compose', names: ['Deal'] },
      { type: 'stage', stage: 'compose', state: 'done' },
    ];
    expect(watch(events)).toEqual(['compose: Deal']);
  });

  it('is one line each, whatever a model calls things', () => {
    expect(watch([{ type: 'found', stage: 'design', names: ['a\nb', 'x'.repeat(100)] }])).toEqual([
      `design: a b, ${'x'.repeat(60)}`,
    ]);
  });

  it('has dollars with the places that tell something', () => {
    expect([0, 0.0251, 1, 12.345].map(dollars)).toEqual(['$0.000', '$0.025', '$1.00', '$12.35']);
  });
});

describe('what is to be known about a planned blueprint', () => {
  const requirement = (id: string, status: Requirement['status'], note?: string): Requirement => ({
    id,
    quote: { text: `what ${id} says`, start: 0, end: 1 },
    kind: 'function',
    status,
    by: [],
    ...(note !== undefined && { note }),
  });
  const planned: PlannedBlueprint = {
    planner: 'offline',
    text: '',
    size: { contexts: 1, entities: 2 },
    provenance: [],
    requirements: [
      requirement('R1', 'covered'),
      requirement('R2', 'open', 'No item answers it.'),
      requirement('R3', 'partial'),
    ],
    assumptions: [{ id: 'A1', text: 'Sixty deals', source: 'assumption' }],
    openQuestions: ['Who may refund?'],
    coverage: { covered: 1, partial: 1, open: 1, excluded: 0, notUnderstood: [`a ${'very '.repeat(30)}long passage`] },
    degraded: [{ stage: 'prose', why: 'The answer broke off.', instead: 'The document tells it itself.' }],
  };

  it('is counted, and everything that is not as it should be is named', () => {
    const lines = planReport(planned, undefined);
    expect(lines).toEqual([
      'Requirements: 1 covered, 1 partial, 1 open, 0 excluded.',
      '  open     R2  “what R2 says” No item answers it.',
      '  partial  R3  “what R3 says”',
      'Assumptions:',
      '  A1 Sixty deals',
      'Open questions:',
      '  Who may refund?',
      'Not understood:',
      expect.stringMatching(/^ {2}“a very very .{60,90}…”$/),
      'Done otherwise than it should have been:',
      '  prose: The answer broke off. The document tells it itself.',
    ]);
  });

  it('ends with what the model cost', () => {
    const usage = { inputTokens: 100, cacheWriteTokens: 20, cacheReadTokens: 3, outputTokens: 50 };
    const call = { stage: 'design', model: 'm', usage, usd: 0.1, outcome: 'done', seconds: 1 } as const;
    const run: RunRecord = {
      planner: 'anthropic',
      profile: 'balanced',
      host: 'api.anthropic.com',
      pricesAsOf: '2026-10-09',
      calls: [call, call],
      resumed: ['clarify'],
      totalUsd: 0.2,
      maxUsd: 2,
    };
    expect(planReport(planned, run).at(-1)).toBe(
      'Cost: $0.200 for 2 calls, 246 tokens in and 100 out; 1 step kept from an earlier run.',
    );
  });
});
