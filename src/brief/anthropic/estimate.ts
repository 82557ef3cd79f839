import type { Brief } from '../brief.js';
import { PRICES_AS_OF, usdOf, type Usage } from './call/prices.js';
import { checkModels, modelOf } from './call/profiles.js';
import { LONGEST_BRIEF } from './prompt.js';
import { RULES } from './rules.js';
import type { AnthropicSetup, Estimate } from './setup.js';
import type { StageId } from './stage.js';
import { STAGES } from './stages/all.js';
import { mostEntitiesFor } from './steps/cut.js';

/** What decides the cost of a run. */
export interface Size {
  readonly contexts: number;
  readonly entities: number;
  readonly briefBytes: number;
}

/** Bytes of English and of lines of the language that make one token of the newest models. */
const BYTES_PER_TOKEN = 3;
/** Share of the answers that are sent back once; a repair costs about as much as the answer. */
const REPAIR_SHARE = 0.15;
/** Parts that a review sends back. */
const REPAIRS = 3;
const WORDS_PER_REQUIREMENT = 14;

/** Tokens of one answer: what is written, by entity, context and requirement, and what is thought before. Guessed from the examples of this repository. */
interface Prior {
  readonly perEntity?: number;
  readonly perContext?: number;
  readonly perRequirement?: number;
  readonly fixed: number;
  readonly thinking: number;
}

const PRIORS: Readonly<Record<StageId, Prior>> = {
  clarify: { perRequirement: 45, fixed: 300, thinking: 1200 },
  design: { perEntity: 45, perContext: 60, fixed: 300, thinking: 2000 },
  entities: { perEntity: 300, fixed: 20, thinking: 900 },
  behaviour: { perEntity: 160, fixed: 150, thinking: 700 },
  cross: { perEntity: 60, fixed: 500, thinking: 1800 },
  critique: { perRequirement: 45, fixed: 500, thinking: 2500 },
  prose: { perContext: 110, fixed: 500, thinking: 900 },
};

interface Calls {
  readonly stage: StageId;
  readonly count: number;
  /** Tokens that all of them share after the rules, and that each has for itself. */
  readonly sharedTokens: number;
  readonly ownTokens: number;
  readonly outputTokens: number;
}

/** What a brief of this length usually needs. */
export function estimate(brief: Brief, setup: Pick<AnthropicSetup, 'profile' | 'model'>): Estimate {
  const entities = Math.max(2, Math.round(mostEntitiesFor(brief.text) * 0.7));
  const contexts = Math.max(1, Math.round(entities / 3.2));
  return estimateFor({ contexts, entities, briefBytes: Buffer.byteLength(brief.text) }, setup);
}

export function estimateFor(size: Size, setup: Pick<AnthropicSetup, 'profile' | 'model'>): Estimate {
  const models = checkModels(setup);
  const sum = { calls: 0, inputTokens: 0, outputTokens: 0, usd: 0 };
  for (const calls of callsOf(size)) {
    const usage = usageOf(calls);
    sum.calls += calls.count;
    sum.inputTokens += usage.inputTokens + usage.cacheWriteTokens + usage.cacheReadTokens;
    sum.outputTokens += usage.outputTokens;
    sum.usd += usdOf(modelOf(calls.stage, setup).model, usage);
  }
  return { ...sum, models, pricesAsOf: PRICES_AS_OF, contexts: size.contexts, entities: size.entities };
}

function callsOf({ contexts, entities, briefBytes }: Size): Calls[] {
  const brief = Math.min(briefBytes, LONGEST_BRIEF) / BYTES_PER_TOKEN;
  const requirements = Math.min(60, Math.max(5, briefBytes / 6 / WORDS_PER_REQUIREMENT));
  const asked = brief + requirements * 30;
  const design = asked + tokensOf('design', 1, { contexts, entities, requirements }, false);
  const filled = design + tokensOf('entities', 1, { contexts, entities, requirements }, false);
  const written = filled + tokensOf('behaviour', 1, { contexts, entities, requirements }, false);
  const of = (stage: StageId, count: number, sharedTokens: number, ownTokens = 100): Calls => ({
    stage,
    count,
    sharedTokens,
    ownTokens: ownTokens + STAGES[stage].task.length / BYTES_PER_TOKEN,
    outputTokens: tokensOf(stage, count, { contexts, entities, requirements }, true),
  });
  const part = of('entities', contexts, design);
  const perPart = part.outputTokens / contexts;
  return [
    of('clarify', 1, brief),
    of('design', 1, asked),
    part,
    of('behaviour', contexts, filled),
    of('cross', 1, written),
    of('critique', 1, written),
    {
      ...part,
      count: REPAIRS,
      sharedTokens: filled,
      ownTokens: part.ownTokens + perPart,
      outputTokens: REPAIRS * perPart,
    },
    of('prose', 1, written),
  ];
}

/** Output of all calls of a stage; what is thought is thought once per call. */
function tokensOf(
  stage: StageId,
  count: number,
  { contexts, entities, requirements }: { contexts: number; entities: number; requirements: number },
  withThinking: boolean,
): number {
  const { perEntity = 0, perContext = 0, perRequirement = 0, fixed, thinking } = PRIORS[stage];
  const written = perEntity * entities + perContext * contexts + perRequirement * requirements + count * fixed;
  return withThinking ? (written + count * thinking) * (1 + REPAIR_SHARE) : written;
}

/** The first call of a stage writes the cache, the others read it. */
function usageOf({ count, sharedTokens, ownTokens, outputTokens }: Calls): Usage {
  const cached = RULES.length / BYTES_PER_TOKEN + sharedTokens;
  return {
    inputTokens: Math.round(count * ownTokens),
    cacheWriteTokens: Math.round(cached),
    cacheReadTokens: Math.round((count - 1) * cached),
    outputTokens: Math.round(outputTokens),
  };
}
