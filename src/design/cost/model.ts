import type { Fact } from '../fact.js';
import type { Staged } from '../scale/model.js';

export interface CostItem {
  readonly id: string;
  readonly label: string;
  /** `3 × 0.5 vCPU, 512 MiB`. */
  readonly quantity: string;
  readonly monthlyUsd: Fact;
  /** Ids of the prices it is computed with. */
  readonly prices: readonly string[];
  /** What leaving the provider costs, in time; absent where nothing holds on to us. */
  readonly exit?: string;
}

export interface StageCost {
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
  readonly id: string;
  readonly label: string;
  readonly usd: number;
  /** `per vCPU hour`. */
  readonly per: string;
  readonly source: string;
  /** The day it was looked up, `2026-11-20`. */
  readonly asOf: string;
  /** Whether the blueprint overrides it. */
  readonly overridden: boolean;
}

/** What it costs per month, at each stage. */
export interface CostDesign {
  readonly stages: Staged<StageCost>;
  readonly prices: readonly PriceDesign[];
  readonly sensitivity: readonly Sensitivity[];
  /** Absent where the blueprint names no budget. */
  readonly budget?: { readonly monthlyUsd: Fact; readonly verdict: Staged<'within' | 'over'> };
}
