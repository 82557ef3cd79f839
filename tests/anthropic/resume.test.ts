import { describe, expect, it } from 'vitest';

import { memoryStore, planWith, type MemoryStore } from '../support/anthropic-run.js';
import { fakeApi } from '../support/fake-api.js';
import { crmAnswers, smallAnswers } from '../support/fake-anthropic/answers-examples.js';
import { answerFor, labelOf, type SyntheticAnswers } from '../support/fake-anthropic/answers.js';
import { says, type Answer } from '../support/fake-anthropic/answer.js';
import type { FakeAnthropic } from '../support/fake-anthropic/server.js';

const answers = crmAnswers();

const labels = (api: FakeAnthropic) => api.messages.map(({ body }) => labelOf(body).label);

/** A run of the CRM up to its end, and what was kept of it. */
async function finished(): Promise<{ store: MemoryStore; text: string | undefined }> {
  const api = await fakeApi(({ body }) => answerFor(answers, body));
  const store = memoryStore();
  const { planned } = await planWith(api.url, answers.brief, { store });
  return { store, text: planned?.text };
}

describe('a second run', () => {
  it('of the same brief sends nothing and gives the same', async () => {
    const { store, text } = await finished();
    const api = await fakeApi(() => says('{}'));
    const { planned, record } = await planWith(api.url, answers.brief, { store });
    expect(api.calls).toHaveLength(0);
    expect(planned?.text).toBe(text);
    expect(record).toMatchObject({ totalUsd: 0, calls: [] });
    expect(record?.resumed).toHaveLength(store.files.size);
  });

  /** What is asked again when the stage file with this text is gone and the model says something else. */
  async function againAfter(isGone: (file: string) => boolean, changed: SyntheticAnswers) {
    const { store } = await finished();
    for (const [key, file] of store.files) if (isGone(file)) store.files.delete(key);
    const api = await fakeApi(({ body }) => answerFor(changed, body));
    const { planned } = await planWith(api.url, answers.brief, { store });
    return { again: labels(api).sort(), text: planned?.text };
  }

  it('with other entities in one context asks again what follows from them', async () => {
    const { entities } = answers.entities.helpdesk!;
    const wider = entities.map((each) => ({ ...each, fields: [...each.fields, 'channel: string(40)?'] }));
    const changed = { ...answers, entities: { ...answers.entities, helpdesk: { entities: wider } } };
    const { again, text } = await againAfter((file) => /"TicketReply".*"fields"/.test(file), changed);
    expect(again).toEqual(['behaviour:helpdesk', 'critique', 'cross', 'entities:helpdesk', 'prose']);
    expect(text).toContain('channel: string(40)?');
  });

  it('with other behaviour in one context asks again what follows from it', async () => {
    const helpdesk = { ...answers.behaviour.helpdesk!, grants: [] };
    const changed = { ...answers, behaviour: { ...answers.behaviour, helpdesk } };
    const isBehaviour = (file: string) => file.includes('"lifecycles"') && file.includes('"Ticket"');
    const { again, text } = await againAfter(isBehaviour, changed);
    expect(again).toEqual(['behaviour:helpdesk', 'critique', 'cross', 'prose']);
    expect(text).not.toMatch(/helpdesk:(?:\*|read)/);
  });

  it('with another brief starts anew', async () => {
    const { store } = await finished();
    const small = smallAnswers();
    const api = await fakeApi(({ body }) => answerFor(small, body));
    const { record } = await planWith(api.url, small.brief, { store });
    expect(record?.resumed).toEqual([]);
  });
});

describe('an interruption', () => {
  const places: readonly (readonly [string, SyntheticAnswers])[] = [
    ...['clarify', 'design', 'cross', 'critique', 'prose'].map((stage) => [stage, smallAnswers()] as const),
    ['entities:sales', crmAnswers()],
    ['behaviour:quoting', crmAnswers()],
  ];
  it.each(places)('during %s keeps what is done, and costs what was sent', async (where, answers) => {
    const store = memoryStore();
    const control = new AbortController();
    const hang = (text: string): Answer => says(text, { delivery: { kind: 'hang', afterChunks: 1 } });
    const api = await fakeApi(({ body }) => {
      const answer = answerFor(answers, body);
      if (!labelOf(body).label.startsWith(where)) return answer;
      setTimeout(() => control.abort(new Error('Ctrl-C')), 50);
      return hang(answer.text);
    });
    const started = performance.now();
    const { error, planned, record } = await planWith(api.url, answers.brief, { store, signal: control.signal });
    expect(planned).toBeUndefined();
    expect(error).toBeDefined();
    expect(performance.now() - started).toBeLessThan(5000);
    const interrupted = record?.calls.filter(({ outcome }) => outcome === 'interrupted') ?? [];
    expect(interrupted.length).toBeGreaterThan(0);

    const done = store.files.size;
    api.answerWith(({ body }) => answerFor(answers, body));
    const before = api.messages.length;
    const second = await planWith(api.url, answers.brief, { store });
    expect(second.planned?.degraded).toEqual([]);
    expect(second.record?.resumed).toHaveLength(done);
    expect(new Set([...(second.record?.resumed ?? []), ...labels(api).slice(before)]).size).toBe(store.files.size);
  });

  it('before the first request sends nothing', async () => {
    const api = await fakeApi(() => says('{}'));
    const { error } = await planWith(api.url, smallAnswers().brief, { signal: AbortSignal.abort(new Error('Ctrl-C')) });
    expect(error).toBeDefined();
    expect(api.calls).toHaveLength(0);
  });
});
