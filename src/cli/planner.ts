import os from 'node:os';
import path from 'node:path';

import type { AnthropicSetup, Estimate, RunRecord } from '../brief/anthropic/setup.js';
import type { Brief } from '../brief/brief.js';
import type { Planner } from '../brief/planner.js';
import { tool } from '../package.js';
import type { BriefOptions } from './brief-options.js';

/** The most that a run may cost unless the person says otherwise, in USD. */
const MAX_USD = 2;

/** The planner that the options and the environment ask for. */
export type Choice =
  | {
      readonly kind: 'offline';
      readonly planner: Planner;
      /** Whether a model would have been asked, had there been a key. */ readonly lacksKey: boolean;
    }
  | ModelChoice;

export interface ModelChoice {
  readonly kind: 'model';
  readonly planner: Planner;
  readonly setup: AnthropicSetup;
  /** Where key and brief go. */
  readonly host: string;
  readonly isVendor: boolean;
  readonly estimate: Estimate;
  /** Folder of finished steps and of records of runs. */
  readonly cache: string;
  /** The record of the run, once it has ended. */
  readonly record: () => RunRecord | undefined;
}

/** Reads the key from the environment and nowhere else: no file of the current folder decides where a brief goes. */
export async function choosePlanner(brief: Brief, options: BriefOptions, env: NodeJS.ProcessEnv): Promise<Choice> {
  const { loadBlocks } = await import('../brief/load.js');
  const { draftOffline, offlinePlanner } = await import('../brief/offline/planner.js');
  const blocks = await loadBlocks();
  const { clientSetupOf, createClient, hostOf, isVendor } = await import('../brief/anthropic/call/client.js');
  const access = options.offline ? undefined : clientSetupOf(env);
  if (!access) return { kind: 'offline', planner: offlinePlanner(blocks), lacksKey: options.offline !== true };

  const { anthropicPlanner, estimate } = await import('../brief/anthropic/planner.js');
  const { stageStore } = await import('../disk/stage-store.js');
  const cache = path.resolve(options.cache ?? cacheFolder(env));
  const store = stageStore(path.join(cache, 'stages'));
  let record: RunRecord | undefined;
  const setup: AnthropicSetup = {
    client: createClient(access),
    profile: options.profile ?? 'balanced',
    ...(options.model !== undefined && { model: options.model }),
    maxUsd: options.maxCost ?? MAX_USD,
    store: options.fresh ? { ...store, read: () => Promise.resolve(undefined) } : store,
    fallback: (toPlan, planOptions) => draftOffline(toPlan, planOptions, blocks),
    onRecord: (ended) => (record = ended),
  };
  const host = hostOf(env);
  return {
    kind: 'model',
    planner: anthropicPlanner(setup),
    setup,
    host,
    isVendor: isVendor(host),
    estimate: estimate(brief, setup),
    cache,
    record: () => record,
  };
}

/** As the XDG base directories say. */
function cacheFolder(env: NodeJS.ProcessEnv): string {
  const base = env.XDG_CACHE_HOME;
  // The standard has relative paths ignored.
  return path.join(base && path.isAbsolute(base) ? base : path.join(os.homedir(), '.cache'), tool.name);
}
