import type { Blueprint } from '../../blueprint/model.js';
import { modelled } from '../fact.js';
import type { Design } from '../model.js';
import { scaleOf } from '../scale/index.js';
import { STAGE_TITLES, staged } from '../scale/model.js';
import type { PriceDesign, Sensitivity } from './model.js';
import { lookup } from './prices.js';
import { stageCost } from './stage.js';

type Input = Pick<Design, 'blueprint' | 'entities' | 'roles' | 'stack' | 'scale'>;

const TRAFFIC = 2;
const GROWTH = 0.7;
const PRICES = 1.2;

/** The totals when the model is wrong in one of three ways. */
export function sensitivityOf(design: Input, prices: readonly PriceDesign[]): Sensitivity[] {
  return [
    totals('traffic', `traffic × ${TRAFFIC}`, changed(design, doubled(design.blueprint)), prices),
    totals('growth', 'growth − 30 %', changed(design, slower(design.blueprint)), prices),
    totals('prices', 'prices + 20 %', design, prices, PRICES),
  ];
}

function totals(id: string, label: string, design: Input, prices: readonly PriceDesign[], factor = 1): Sensitivity {
  const priceOf = lookup(prices, factor);
  return {
    id,
    label,
    totals: staged((stage) =>
      modelled(
        `sensitivity.${id}.${stage}`,
        `infrastructure per month with ${label}, ${STAGE_TITLES[stage]}`,
        stageCost({ design, stage, priceOf }).totalUsd.value,
        'USD/month',
        `The whole model again with ${label}.`,
        { from: [`cost.${stage}.totalUsd`] },
      ),
    ),
  };
}

/** The same system under another load; what was decided stays decided. */
function changed(design: Input, blueprint: Blueprint): Input {
  const other = { ...design, blueprint };
  return { ...other, scale: scaleOf(other) };
}

function doubled(blueprint: Blueprint): Blueprint {
  const { scale } = blueprint;
  const rowsPerMonth = Object.fromEntries(
    Object.entries(scale.behaviour.rowsPerMonth).map(([name, rows]) => [name, rows * TRAFFIC]),
  );
  return {
    ...blueprint,
    scale: {
      ...scale,
      concurrentUsers: scale.concurrentUsers * TRAFFIC,
      behaviour: { ...scale.behaviour, rowsPerMonth },
    },
  };
}

/** What is added to today's load is 30 % less. */
function slower(blueprint: Blueprint): Blueprint {
  const { growth } = blueprint.scale;
  const less = (factor: number): number => (factor > 1 ? 1 + (factor - 1) * GROWTH : factor);
  return {
    ...blueprint,
    scale: { ...blueprint.scale, growth: { months12: less(growth.months12), months36: less(growth.months36) } },
  };
}
