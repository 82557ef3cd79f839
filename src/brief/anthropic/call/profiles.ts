import { priceOf } from './prices.js';
import type { Profile } from '../setup.js';
import { STAGE_IDS, type StageId, type StageModel } from '../stage.js';

const OPUS = 'claude-opus-5-5';
const SONNET = 'claude-sonnet-5-5';
const HAIKU = 'claude-haiku-5-5';

/** Low and medium effort make Sonnet think on until an answer with a schema is cut; high does not. */
const opus: StageModel = { model: OPUS, effort: 'high' };
const sonnet: StageModel = { model: SONNET, effort: 'high' };
const haiku: StageModel = { model: HAIKU, effort: 'medium' };

/**
 * Which model does what. Where a mistake spreads to everything after it (design, cross-cutting, critique) the better model is worth its
 * price; what is done once per context is where the money goes.
 */
const PROFILE_MODELS: Readonly<Record<Profile, Readonly<Record<StageId, StageModel>>>> = {
  economy: {
    clarify: haiku,
    design: sonnet,
    entities: haiku,
    behaviour: haiku,
    cross: sonnet,
    critique: sonnet,
    prose: haiku,
  },
  balanced: {
    clarify: sonnet,
    design: sonnet,
    entities: sonnet,
    behaviour: sonnet,
    cross: sonnet,
    critique: sonnet,
    prose: sonnet,
  },
  max: {
    clarify: opus,
    design: opus,
    entities: opus,
    behaviour: opus,
    cross: opus,
    critique: opus,
    prose: opus,
  },
};

/** A model that was asked for does everything. */
export function modelOf(stage: StageId, { profile, model }: { profile: Profile; model?: string }): StageModel {
  const usual = PROFILE_MODELS[profile][stage];
  if (model === undefined) return usual;
  return { model, effort: model === HAIKU ? 'medium' : 'high' };
}

/** @throws BlueprintError for a model without a known price: no limit could be kept. */
export function checkModels(setup: { profile: Profile; model?: string }): string[] {
  const models = [...new Set(STAGE_IDS.map((stage) => modelOf(stage, setup).model))];
  for (const model of models) priceOf(model);
  return models;
}
