import { z } from 'zod';

import { createBudget } from '../../../../../src/brief/anthropic/call/budget.js';
import {
  MessagesError,
  type MessagesClient,
  type MessagesRequest,
  type Reply,
  type Watch,
} from '../../../../../src/brief/anthropic/call/messages.js';
import { createRunner } from '../../../../../src/brief/anthropic/call/runner.js';
import type { StageStore } from '../../../../../src/brief/anthropic/setup.js';
import type { StageCall } from '../../../../../src/brief/anthropic/stage.js';
import { wireFormat } from '../../../../../src/brief/anthropic/call/wire-schema.js';
import type { PlanEvent } from '../../../../../src/brief/planner.js';

type Step = Partial<Reply> | MessagesError | ((watch: Watch) => Promise<Reply>);

const usage = { inputTokens: 1000, cacheWriteTokens: 0, cacheReadTokens: 0, outputTokens: 100 };

/** An answer of the model, whole unless said otherwise. */
export function reply(text: string, more: Partial<Reply> = {}): Reply {
  return { stopReason: 'end_turn', text, content: [{ type: 'text', text }], usage, requestId: 'req_1', ...more };
}

/** A client that plays its steps in order, and a runner of it. */
export function scripted(
  steps: readonly (Step | string)[],
  options: { maxUsd?: number; store?: StageStore; signal?: AbortSignal } = {},
) {
  const requests: MessagesRequest[] = [];
  const events: PlanEvent[] = [];
  const left = [...steps];
  const client: MessagesClient = {
    host: 'test.example',
    async send(request, watch) {
      requests.push(request);
      const step = left.shift();
      if (step === undefined) throw new Error('More requests than answers.');
      watch.onSign();
      watch.onAnswer();
      if (typeof step === 'string') return reply(step);
      if (typeof step === 'function') return step(watch);
      if (step instanceof MessagesError) throw step;
      return reply('', step);
    },
  };
  const budget = createBudget(options.maxUsd ?? 10);
  const runner = createRunner({
    setup: {
      client,
      profile: 'balanced',
      maxUsd: budget.maxUsd,
      store: options.store ?? memory(),
      fallback: () => Promise.reject(new Error('No stage of these tests falls back.')),
      patience: { firstByteMs: 60, idleMs: 40, backoffMs: 1, longestWaitMs: 50 },
    },
    budget,
    signal: options.signal ?? new AbortController().signal,
    onEvent: (event) => events.push(event),
  });
  return { runner, budget, requests, events };
}

export function memory(): StageStore & { values: Map<string, unknown> } {
  const values = new Map<string, unknown>();
  return {
    values,
    read: (key) => Promise.resolve(values.get(key)),
    write: (key, value) => {
      values.set(key, value);
      return Promise.resolve();
    },
  };
}

const shape = z.object({ name: z.string(), kind: z.enum(['small', 'large']) });

/** A call of a stage whose only rule is that the name is not "wrong". */
export const call: StageCall<z.infer<typeof shape>> = {
  stage: { id: 'design', format: wireFormat(shape), task: 'Name it.', maxTokens: 1000 },
  label: 'design',
  shared: 'shared',
  input: 'input',
  check: ({ name }) => (name === 'wrong' ? ['name: not this one.', 'name: really not.'] : []),
};

export const good = '{"name":"right","kind":"small"}';
export const bad = '{"name":"wrong","kind":"small"}';
