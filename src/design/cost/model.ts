import type { PriceId } from '../../blueprint/scale.js';
import type { Fact } from '../fact.js';
import type { Staged } from '../scale/model.js';

export interface CostItem {
  readonly id: string;
  readonly label: string;
  /** `3 × 0.5 vCPU, 512 MiB`. */
  readonly quantity: string;
  /** In whole dollars, rounded up, so that the total is the sum of what is printed. */
  readonly monthlyUsd: Fact;
  /** Ids of the prices it is computed with. */
  readonly prices: readonly PriceId[];
  /** What leaving the provider costs; absent where nothing holds on to us. */
  readonly exit?: Exit;
}

export interface Exit {
  /** Working days of one engineer. */
  readonly days: Fact;
  /** What is done in them. */
  readonly how: string;
}

export interface StageCost {
  /** Only what costs something at this stage. */
  readonly items: readonly CostItem[];
  readonly totalUsd: Fact;
  readonly perTenantUsd: Fact;
  readonly per1000RequestsUsd: Fact;
}

export interface Sensitivity {
  readonly id: string;
  readonly label: string;
  /** Total per month of each stage under this change. */
  readonly totals: Staged<Fact>;
}

export interface PriceDesign {
  readonly id: PriceId;
  readonly label: string;
  readonly usd: number;
  /** The same as a fact, `price.podVcpuHour`. */
  readonly amount: Fact;
  /** `per vCPU hour`. */
  readonly per: string;
  /** A title and an address. */
  readonly source: string;
  /** The day it was entered, `2026-11-20`. */
  readonly asOf: string;
  /** Whether the blueprint overrides it. */
  readonly overridden: boolean;
}

/** Something that can be done without when the budget is short. */
export interface Cut {
  readonly id: string;
  readonly label: string;
  readonly savesUsd: Fact;
  readonly givesUp: string;
}

export interface BudgetDesign {
  readonly monthlyUsd: Fact;
  readonly verdict: Staged<'within' | 'over'>;
  /** How far the total is from the budget, in either direction. */
  readonly distanceUsd: Staged<Fact>;
  /** What to cut first, the least harmful first. */
  readonly cuts: Staged<readonly Cut[]>;
}

/** What it costs per month, at each stage. */
export interface CostDesign {
  readonly stages: Staged<StageCost>;
  readonly prices: readonly PriceDesign[];
  readonly sensitivity: readonly Sensitivity[];
  /** Absent where the blueprint names no budget. */
  readonly budget?: BudgetDesign;
}
