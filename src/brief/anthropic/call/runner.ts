import type { PlanEvent } from '../../planner.js';
import { createAttempts, type Judged, type RunContext } from './attempt.js';
import type { Warmth } from './fan-out.js';
import type { Reply } from './messages.js';
import { modelOf } from './profiles.js';
import { requestOf, stageKey, type RequestParts } from './request.js';
import type { CallRecord } from '../setup.js';
import type { StageCall, StageResult } from '../stage.js';
import { withLowerCaseEnums } from './wire-schema.js';

/** Answers that break rules are sent back this often. */
const MOST_REPAIRS = 2;
/** Answers that are cut get this often twice the room. */
const MOST_DOUBLINGS = 2;
const MOST_PROBLEMS = 20;

export interface Runner {
  /**
   * Gets one answer: from an earlier run, or from the model, repaired where it breaks rules. Whatever goes wrong on the way is a result.
   *
   * @throws what the signal was aborted with.
   */
  run<Answer>(call: StageCall<Answer>, warmth?: Warmth): Promise<StageResult<Answer>>;
  readonly calls: readonly CallRecord[];
  readonly resumed: readonly string[];
  /** Why finished stages could not be kept, when they could not. */
  readonly storeFailure: string | undefined;
}

export function createRunner(context: RunContext): Runner {
  const { setup, signal, onEvent } = context;
  const resumed: string[] = [];
  const attempts = createAttempts(context);
  let storeFailure: string | undefined;

  async function stored<Answer>(key: string, call: StageCall<Answer>): Promise<Answer | undefined> {
    const value = await setup.store.read(key);
    const parsed = call.stage.format.shape.safeParse(value);
    if (!parsed.success) return undefined;
    resumed.push(call.label);
    onEvent({ type: 'stage', stage: call.label, state: 'resumed' });
    return parsed.data;
  }

  async function keep(key: string, answer: unknown): Promise<void> {
    if (storeFailure !== undefined) return;
    try {
      await setup.store.write(key, answer);
    } catch (error) {
      storeFailure = error instanceof Error ? error.message : 'The stage files cannot be written.';
    }
  }

  return {
    calls: attempts.calls,
    resumed,
    get storeFailure() {
      return storeFailure;
    },
    async run(call, warmth) {
      signal.throwIfAborted();
      const parts = { call, ...modelOf(call.stage.id, setup) };
      const key = stageKey(parts);
      const earlier = await stored(key, call);
      if (earlier !== undefined) return { kind: 'done', answer: earlier };
      const cooled = await warmth?.enter();
      try {
        signal.throwIfAborted();
        onEvent({ type: 'stage', stage: call.label, state: 'started' });
        const result = await ask(parts, attempts.send, onEvent, cooled);
        if (result.kind === 'done') {
          await keep(key, result.answer);
          onEvent({ type: 'stage', stage: call.label, state: 'done' });
        }
        return result;
      } finally {
        cooled?.();
      }
    },
  };
}

type Send = ReturnType<typeof createAttempts>['send'];

/** Asks until the answer keeps all rules, or it is clear that it will not. */
async function ask<Answer>(
  parts: RequestParts<Answer>,
  send: Send,
  onEvent: (event: PlanEvent) => void,
  onStarted?: () => void,
): Promise<StageResult<Answer>> {
  const { call } = parts;
  let best: { answer: Answer; problems: readonly string[] } | undefined;
  let previous: { reply: Reply; problems: readonly string[] } | undefined;
  let doublings = 0;
  const give = (why: string): StageResult<Answer> => (best ? { kind: 'flawed', ...best } : { kind: 'failed', why });

  for (let repairs = 0; ;) {
    const maxTokens = call.stage.maxTokens * 2 ** doublings;
    const sent = await send(call.label, requestOf(parts, maxTokens, previous), onStarted, judge);
    if (sent.kind === 'failed') return give(sent.why);
    if (sent.kind === 'truncated') {
      if (doublings === MOST_DOUBLINGS) return give('The answer was cut, also with more room.');
      doublings += 1;
      onEvent({ type: 'retry', stage: call.label, why: 'The answer was cut; it gets twice the room.' });
      continue;
    }
    const { answer, problems } = sent.judged;
    if (answer !== undefined && (!best || problems.length < best.problems.length)) best = { answer, problems };
    if (answer !== undefined && problems.length === 0) return { kind: 'done', answer };
    if (repairs === MOST_REPAIRS) return give(`The answer is not usable: ${problems[0]}`);
    repairs += 1;
    onEvent({ type: 'repair', stage: call.label, why: problems[0]! });
    previous = { reply: sent.reply, problems: problems.slice(0, MOST_PROBLEMS) };
  }

  function judge(reply: Reply): Judged<Answer> {
    return judged(call, reply.text);
  }
}

function judged<Answer>({ stage, check }: StageCall<Answer>, text: string): Judged<Answer> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problems: ['The answer is not one JSON object.'] };
  }
  const parsed = stage.format.shape.safeParse(withLowerCaseEnums(value, stage.format.schema));
  if (parsed.success) return { answer: parsed.data, problems: check(parsed.data) };
  return { problems: parsed.error.issues.map((issue) => `${issue.path.map(String).join('/')}: ${issue.message}`) };
}
