import { beforeAll, describe, expect, it } from 'vitest';

import { readBlueprint } from '../../src/blueprint/read.js';
import type { PlannedBlueprint } from '../../src/brief/planner.js';
import { planWith, type Run } from '../support/anthropic-run.js';
import { crmAnswers, smallAnswers } from '../support/fake-anthropic/answers-examples.js';
import { answerFor, labelOf, stageOf, type SyntheticAnswers } from '../support/fake-anthropic/answers.js';
import { billedUsd } from '../support/fake-anthropic/billing.js';
import { startFakeAnthropic, type FakeAnthropic } from '../support/fake-anthropic/server.js';

interface Finished extends Run {
  readonly planned: PlannedBlueprint;
  readonly api: FakeAnthropic;
}

async function plan(answers: SyntheticAnswers): Promise<Finished> {
  const api = await startFakeAnthropic(async ({ body }) => {
    // A model takes its time: whoever does not wait for the first answer finds no cache.
    await new Promise((resolve) => setTimeout(resolve, 60));
    return answerFor(answers, body);
  });
  try {
    const run = await planWith(api.url, answers.brief);
    if (!run.planned) throw run.error as Error;
    return { ...run, planned: run.planned, api };
  } finally {
    await api.close();
  }
}

function blueprintOf({ text }: PlannedBlueprint) {
  const { blueprint, diagnostics } = readBlueprint(text, 'blueprint.yaml');
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return blueprint!;
}

describe('a brief of eight contexts', () => {
  const answers = crmAnswers();
  let crm: Finished;
  beforeAll(async () => {
    crm = await plan(answers);
  });

  it('becomes the blueprint that the model described, without errors and without help', () => {
    const { planned, api } = crm;
    expect(planned.planner).toBe('anthropic');
    expect(planned.degraded).toEqual([]);
    const { contexts } = blueprintOf(planned);
    const want = answers.design.contexts.map(({ name, entities }) => [name, entities.map((each) => each.name).sort()]);
    const got = contexts.map(({ name, entities }) => [name, entities.map((each) => each.name).sort()]);
    expect(Object.fromEntries(got)).toEqual(Object.fromEntries(want));
    expect(api.calls.map(({ status }) => status)).toEqual(api.calls.map(() => 200));
  });

  it('asks each stage once, and each context once per stage', () => {
    const { api, events } = crm;
    const labels = api.messages.map(({ body }) => labelOf(body).label);
    expect(new Set(labels).size).toBe(labels.length);
    for (const { name } of answers.design.contexts)
      for (const stage of ['entities', 'behaviour']) expect(labels).toContain(`${stage}:${name}`);
    const done = events.flatMap((event) => (event.type === 'stage' && event.state === 'done' ? [event.stage] : []));
    expect([...done].sort()).toEqual([...labels].sort());
  });

  it('writes the cache once per fan-out, and all others read it', () => {
    const { api } = crm;
    for (const stage of ['entities', 'behaviour'] as const) {
      const usages = api.messages.filter(({ body }) => stageOf(body) === stage).map(({ billed }) => billed);
      expect(usages).toHaveLength(8);
      const [first, ...others] = usages;
      expect(first?.cache_read_input_tokens).toBe(0);
      expect(first?.cache_creation_input_tokens).toBeGreaterThan(2000);
      for (const usage of others) {
        expect(usage?.cache_creation_input_tokens).toBe(0);
        expect(usage?.cache_read_input_tokens).toBe(first?.cache_creation_input_tokens);
      }
    }
  });

  it('tells names as they appear, and money after each call', () => {
    const { events } = crm;
    const found = events.flatMap((event) => (event.type === 'found' ? event.names : []));
    for (const name of ['sales', 'Deal', 'Quote', 'TicketReply']) expect(found).toContain(name);
    const totals = events.flatMap((event) => (event.type === 'cost' ? [event.totalUsd] : []));
    expect(totals).toEqual([...totals].sort((a, b) => a - b));
  });

  it('costs what the vendor bills, call by call', () => {
    const { api, record } = crm;
    expect(record?.totalUsd).toBeCloseTo(billedUsd(api.calls), 9);
    expect(record?.calls.reduce((sum, { usd }) => sum + usd, 0)).toBeCloseTo(record?.totalUsd ?? 0, 9);
    const byId = new Map(api.messages.map((call) => [call.requestId, call]));
    for (const { requestId, usage, usd } of record?.calls ?? []) {
      const call = byId.get(requestId ?? '');
      expect(usage.outputTokens).toBe(call?.billed?.output_tokens);
      expect(usd).toBeCloseTo(billedUsd(call ? [call] : []), 9);
    }
    expect(record?.calls).toHaveLength(api.messages.length);
  });

  it('traces what was asked to quotes of the brief', () => {
    const { planned } = crm;
    const { requirements, coverage } = planned;
    expect(requirements.length).toBeGreaterThan(15);
    expect(requirements.filter(({ status }) => status === 'covered').length).toBeGreaterThan(5);
    expect(coverage.covered + coverage.partial + coverage.open + coverage.excluded).toBe(requirements.length);
    for (const { quote } of requirements) expect(answers.brief.slice(quote.start, quote.end)).toBe(quote.text);
  });
});

describe('a brief of five lines', () => {
  it('becomes a small system with few requests', async () => {
    const { planned, api } = await plan(smallAnswers());
    expect(planned.degraded).toEqual([]);
    const { contexts } = blueprintOf(planned);
    expect(contexts.flatMap(({ entities }) => entities.map(({ name }) => name)).sort()).toEqual(['Task', 'TaskList']);
    expect(api.messages.length).toBeLessThanOrEqual(7);
  });
});
