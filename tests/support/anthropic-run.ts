import { createClient, type ClientSetup } from '../../src/brief/anthropic/call/client.js';
import { anthropicPlanner } from '../../src/brief/anthropic/planner.js';
import type { AnthropicSetup, Profile, RunRecord, StageStore } from '../../src/brief/anthropic/setup.js';
import type { Brief } from '../../src/brief/brief.js';
import { cleanBrief } from '../../src/brief/clean.js';
import { readBlocks } from '../../src/brief/load.js';
import { draftOffline } from '../../src/brief/offline/planner.js';
import type { Answer, PlanEvent, PlannedBlueprint, Question } from '../../src/brief/planner.js';
import { FAKE_KEY } from './fake-anthropic/server.js';

/** No pauses between attempts; silence is waited for as long as a busy machine may be silent. */
export const QUICK = { firstByteMs: 20_000, idleMs: 20_000, backoffMs: 2, longestWaitMs: 1500 };

/** Read once: they are YAML here, and data in the published package. */
let blocks: ReturnType<typeof readBlocks> | undefined;

export interface RunOptions {
  readonly profile?: Profile;
  readonly maxUsd?: number;
  readonly store?: StageStore;
  readonly signal?: AbortSignal;
  readonly key?: string;
  readonly patience?: AnthropicSetup['patience'];
  readonly middleware?: ClientSetup['middleware'];
  readonly answer?: (questions: readonly Question[]) => Promise<readonly Answer[]>;
  readonly onEvent?: (event: PlanEvent) => void;
}

export interface Run {
  readonly planned?: PlannedBlueprint;
  readonly error?: unknown;
  readonly events: readonly PlanEvent[];
  readonly record?: RunRecord;
}

/** Plans a brief with the whole planner: its SDK, real sockets, the offline planner behind it. */
export async function planWith(url: string, text: string, options: RunOptions = {}): Promise<Run> {
  const brief = cleanBrief(text, 'brief.md');
  const events: PlanEvent[] = [];
  let record: RunRecord | undefined;
  const planner = anthropicPlanner({
    ...setupFor(url, options),
    onRecord: (value) => {
      record = value;
    },
  });
  const planOptions = {
    answer: options.answer ?? takeDefaults,
    signal: options.signal ?? new AbortController().signal,
  };
  const outcome = await planner
    .plan(brief, planOptions, (event) => {
      events.push(event);
      options.onEvent?.(event);
    })
    .then(
      (planned) => ({ planned }),
      (error: unknown) => ({ error }),
    );
  return { ...outcome, events, ...(record && { record }) };
}

export function setupFor(url: string, options: RunOptions = {}): AnthropicSetup {
  const { key = FAKE_KEY, middleware } = options;
  return {
    client: createClient({ apiKey: key, baseUrl: url, ...(middleware && { middleware }) }),
    profile: options.profile ?? 'balanced',
    maxUsd: options.maxUsd ?? 5,
    store: options.store ?? memoryStore(),
    fallback: (brief: Brief, planOptions) => draftOffline(brief, planOptions, (blocks ??= readBlocks())),
    patience: options.patience ?? QUICK,
  };
}

export interface MemoryStore extends StageStore {
  /** Files by key, as JSON text: what would be on disk. */
  readonly files: Map<string, string>;
}

export function memoryStore(): MemoryStore {
  const files = new Map<string, string>();
  return {
    files,
    read: (key) => Promise.resolve(files.has(key) ? (JSON.parse(files.get(key)!) as unknown) : undefined),
    write: (key, value) => Promise.resolve(void files.set(key, JSON.stringify(value))),
  };
}

/** What happens where nobody is there to answer. */
export function takeDefaults(questions: readonly Question[]): Promise<readonly Answer[]> {
  return Promise.resolve(questions.map((each) => ({ id: each.id, value: each.default, by: 'default' as const })));
}
