import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { BlueprintError } from '../../src/blueprint/diagnostic.js';
import { readBlueprint } from '../../src/blueprint/read.js';
import type { PlanEvent } from '../../src/brief/planner.js';
import { STAGE_IDS, type StageId } from '../../src/brief/anthropic/stage.js';
import { stageStore } from '../../src/disk/stage-store.js';
import { memoryStore, planWith, QUICK, type Run, type RunOptions } from '../support/anthropic-run.js';
import { fakeApi } from '../support/fake-api.js';
import { scratchFolder } from '../support/cli.js';
import { smallAnswers } from '../support/fake-anthropic/answers-examples.js';
import { answerFor, stageOf } from '../support/fake-anthropic/answers.js';
import { fails, says, type Answer, type ModelAnswer } from '../support/fake-anthropic/answer.js';
import { billedUsd } from '../support/fake-anthropic/billing.js';
import { FAKE_KEY, type FakeAnthropic } from '../support/fake-anthropic/server.js';

const answers = smallAnswers();
/** For those that wait in vain. */
const IMPATIENT = { ...QUICK, firstByteMs: 400, idleMs: 400 };

/** What goes wrong, made of the answer that would have been right. */
interface Misfortune {
  readonly name: string;
  readonly spoil: (good: ModelAnswer) => Answer;
  /**
   * What becomes of the run when it goes wrong once: `again` (the same is asked again), `repaired` (the problem is sent back),
   * `degraded` (the stage falls back and says so).
   */
  readonly once: 'again' | 'repaired' | 'degraded';
  readonly patience?: RunOptions['patience'];
}

const broken = (kind: 'cut' | 'clean-end' | 'hang') => (good: ModelAnswer) =>
  says(good.text.padEnd(900), { delivery: { kind, afterChunks: 1 } });

const misfortunes: readonly Misfortune[] = [
  { name: '400', spoil: () => fails(400), once: 'degraded' },
  { name: '401', spoil: () => fails(401), once: 'degraded' },
  { name: '402', spoil: () => fails(402), once: 'degraded' },
  { name: '403', spoil: () => fails(403), once: 'degraded' },
  { name: '404', spoil: () => fails(404), once: 'degraded' },
  { name: '413', spoil: () => fails(413), once: 'degraded' },
  { name: '429 with retry-after-ms', spoil: () => fails(429, { headers: { 'retry-after-ms': '30' } }), once: 'again' },
  {
    name: '429 that wants an hour',
    spoil: () => fails(429, { headers: { 'retry-after': '3600' } }),
    once: 'degraded',
  },
  {
    name: '429 by a spending limit',
    spoil: () => fails(429, { code: 'enforced_spend_limit_reached' }),
    once: 'degraded',
  },
  { name: '500', spoil: () => fails(500), once: 'again' },
  { name: '529', spoil: () => fails(529), once: 'again' },
  { name: 'a reset', spoil: () => ({ kind: 'reset' }), once: 'again' },
  { name: 'no response', spoil: () => ({ kind: 'no-response' }), once: 'again', patience: IMPATIENT },
  {
    name: 'an error in mid-stream',
    spoil: ({ text }) => says(text, { delivery: { kind: 'error-event', afterChunks: 0, type: 'overloaded_error' } }),
    once: 'again',
  },
  { name: 'a cut stream', spoil: broken('cut'), once: 'again' },
  { name: 'a clean early end', spoil: broken('clean-end'), once: 'again' },
  { name: 'a hang', spoil: broken('hang'), once: 'again', patience: IMPATIENT },
  { name: 'a refusal', spoil: () => says('', { stopReason: 'refusal' }), once: 'degraded' },
  {
    name: 'truncation',
    spoil: ({ text }) => says(text.slice(0, text.length / 2), { stopReason: 'max_tokens' }),
    once: 'again',
  },
  {
    name: 'a full context window',
    spoil: ({ text }) => says(text.slice(0, 9), { stopReason: 'model_context_window_exceeded' }),
    once: 'again',
  },
  { name: 'a strange stop', spoil: ({ text }) => says(text, { stopReason: 'pause_turn' }), once: 'again' },
  { name: 'malformed JSON', spoil: ({ text }) => says(text.slice(0, -2)), once: 'repaired' },
  {
    name: 'no JSON at all',
    spoil: () => says('I am sorry, but I would rather talk about the weather.'),
    once: 'repaired',
  },
  { name: 'JSON of another shape', spoil: () => says('{"contexts":"none"}'), once: 'repaired' },
  { name: 'a JSON list', spoil: () => says('[]'), once: 'repaired' },
  { name: 'null', spoil: () => says('null'), once: 'repaired' },
  { name: 'an empty answer', spoil: () => says(''), once: 'repaired' },
];

/** What no misfortune may take away. */
function expectHonest(run: Run, api: FakeAnthropic, maxUsd: number): void {
  const { planned, error, events, record } = run;
  if (planned) {
    const { blueprint, diagnostics } = readBlueprint(planned.text, 'blueprint.yaml');
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(blueprint?.contexts.length).toBeGreaterThan(0);
    for (const { stage, why, instead } of planned.degraded) {
      expect(`${stage} ${why} ${instead}`).toMatch(/\S+ \S.* \S/);
    }
  } else {
    expect(error).toBeInstanceOf(BlueprintError);
    expect((error as BlueprintError).message).toMatch(/^[A-Z].*\.$/);
  }
  const billed = billedUsd(api.calls);
  expect(billed).toBeLessThanOrEqual(maxUsd);
  expect(record?.totalUsd).toBeLessThanOrEqual(maxUsd);
  // Never less than what it cost: where nobody says, it is the most that it can have been.
  expect((record?.totalUsd ?? 0) + 1e-9).toBeGreaterThanOrEqual(billed);
  const shown = JSON.stringify({ planned, events, record, error: String(error) });
  expect(shown).not.toContain(FAKE_KEY);
  for (const { raw } of api.calls) expect(raw).not.toContain(FAKE_KEY);
}

async function runWith(
  spoil: (good: ModelAnswer, stage: StageId, nth: number) => Answer,
  options: RunOptions = {},
): Promise<Run & { readonly api: FakeAnthropic }> {
  const seen = new Map<StageId, number>();
  const api = await fakeApi(({ body }) => {
    const stage = stageOf(body);
    const nth = seen.get(stage) ?? 0;
    seen.set(stage, nth + 1);
    return spoil(answerFor(answers, body), stage, nth);
  });
  const run = await planWith(api.url, answers.brief, { maxUsd: 5, ...options });
  expectHonest(run, api, options.maxUsd ?? 5);
  return { ...run, api };
}

const has = (events: readonly PlanEvent[], type: PlanEvent['type'], stage: string) =>
  events.some((event) => event.type === type && 'stage' in event && event.stage.startsWith(stage));

/** Each misfortune in one stage, the stages in turn; one of each kind in all of them. */
const KINDS: readonly string[] = ['500', 'a cut stream', 'malformed JSON', 'a refusal', '402'];
const places = misfortunes.flatMap((misfortune, index) =>
  STAGE_IDS.filter((_, place) => KINDS.includes(misfortune.name) || place === index % STAGE_IDS.length).map(
    (target) => ({ ...misfortune, target }),
  ),
);

describe.each(places)('$name in $target', ({ spoil, once, target, patience = QUICK }) => {
  it(`once: ${once}`, async () => {
    const { planned, events } = await runWith(
      (good, stage, nth) => (stage === target && nth === 0 ? spoil(good) : good),
      { patience },
    );
    expect(planned).toBeDefined();
    if (once === 'degraded') {
      expect(planned?.degraded.map(({ stage }) => stage.split(':')[0])).toContain(target);
    } else {
      expect(planned?.degraded).toEqual([]);
      expect(has(events, once === 'again' ? 'retry' : 'repair', target)).toBe(true);
    }
  });

  it('always: the stage falls back, and says so', async () => {
    const { planned, events } = await runWith((good, stage) => (stage === target ? spoil(good) : good), { patience });
    expect(planned).toBeDefined();
    expect(planned?.degraded.map(({ stage }) => stage.split(':')[0])).toContain(target);
    expect(has(events, 'fallback', target)).toBe(true);
  });
});

describe('everywhere and always', () => {
  it.each(misfortunes)(
    '$name leaves the blueprint of the offline planner, or one error',
    async ({ spoil, patience = QUICK }) => {
      const { planned } = await runWith((good) => spoil(good), { patience });
      if (planned) expect(planned.degraded.length).toBeGreaterThan(0);
    },
  );

  it('after a no from the account nothing else is sent', async () => {
    const { api, planned } = await runWith((good, stage) => (stage === 'entities' ? fails(402) : good));
    expect(api.messages.map(({ body }) => stageOf(body))).toEqual(['clarify', 'design', 'entities']);
    expect(planned?.degraded.map(({ stage }) => stage)).toContain('prose');
  });
});

describe('what is waited for', () => {
  it('a server that says when is asked again then, not before', async () => {
    const times: number[] = [];
    await runWith((good, stage, nth) => {
      if (stage !== 'design') return good;
      times.push(performance.now());
      return nth === 0 ? fails(429, { headers: { 'retry-after-ms': '300' } }) : good;
    });
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(290);
  });

  it('a slow stream is no silent one', async () => {
    const slow = (good: ModelAnswer): Answer => ({
      ...good,
      delivery: { kind: 'whole', pauseMs: 100, chunkLength: Math.ceil(good.text.length / 8) },
    });
    const { planned, events } = await runWith((good, stage) => (stage === 'design' ? slow(good) : good), {
      patience: IMPATIENT,
    });
    expect(planned?.degraded).toEqual([]);
    expect(has(events, 'retry', 'design')).toBe(false);
  });
});

describe('a disk that does not keep stages', () => {
  it('full: the plan is whole, and it is said that nothing can be resumed', async () => {
    const store = {
      ...memoryStore(),
      write: () => Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' })),
    };
    const { planned } = await runWith((good) => good, { store });
    expect(planned?.degraded).toHaveLength(1);
    expect(planned?.degraded[0]?.why).not.toBe('');
  });

  it('a file where the folder should be', async () => {
    const folder = path.join(scratchFolder(), 'stages');
    writeFileSync(folder, 'not a folder');
    const { planned } = await runWith((good) => good, { store: stageStore(folder) });
    expect(planned?.degraded).toHaveLength(1);
    expect(planned?.degraded[0]?.why).toContain('stages');
  });

  it('damaged: what cannot be read is asked again', async () => {
    const folder = path.join(scratchFolder(), 'stages');
    mkdirSync(folder);
    const { api } = await runWith((good) => good, { store: stageStore(folder) });
    for (const name of readdirSync(folder)) writeFileSync(path.join(folder, name), '{"contexts":');
    const again = await runWith((good) => good, { store: stageStore(folder) });
    expect(again.api.messages).toHaveLength(api.messages.length);
    expect(again.planned?.degraded).toEqual([]);
  });

  it('holds no key', async () => {
    const folder = path.join(scratchFolder(), 'stages');
    await runWith((good) => good, { store: stageStore(folder) });
    const files = readdirSync(folder);
    expect(files.length).toBeGreaterThan(3);
    for (const name of files) expect(readFileSync(path.join(folder, name), 'utf8')).not.toContain(FAKE_KEY);
  });
});
