import type { Design } from '../model.js';
import { staged } from '../scale/model.js';
import { budgetOf } from './budget.js';
import type { CostDesign } from './model.js';
import { lookup, pricesOf } from './prices.js';
import { sensitivityOf } from './sensitivity.js';
import { stageCost } from './stage.js';

/** What the system costs per month at each stage. */
export function costOf(design: Pick<Design, 'blueprint' | 'entities' | 'roles' | 'stack' | 'scale'>): CostDesign {
  const prices = pricesOf(design.blueprint);
  const priceOf = lookup(prices);
  const stages = staged((stage) => stageCost({ design, stage, priceOf }));
  return {
    stages,
    prices,
    sensitivity: sensitivityOf(design, prices),
    ...budgetOf(design, stages, priceOf),
  };
}
