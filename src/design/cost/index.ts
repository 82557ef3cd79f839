import type { Fact } from '../fact.js';
import type { Design } from '../model.js';
import { STAGES, type Staged } from '../scale/model.js';
import type { CostDesign, StageCost } from './model.js';

/** What the system costs per month. */
export function costOf(design: Pick<Design, 'blueprint' | 'stack' | 'scale'>): CostDesign {
  const provisional = (id: string): Fact => ({ ...design.scale.poolSize, id, unit: 'USD/month' });
  const stages = Object.fromEntries(
    STAGES.map((stage): [string, StageCost] => [
      stage,
      {
        items: [],
        totalUsd: provisional(`cost.${stage}.totalUsd`),
        perTenantUsd: provisional(`cost.${stage}.perTenantUsd`),
        per1000RequestsUsd: provisional(`cost.${stage}.per1000RequestsUsd`),
      },
    ]),
  );
  return { stages: stages as unknown as Staged<StageCost>, prices: [], sensitivity: [] };
}
