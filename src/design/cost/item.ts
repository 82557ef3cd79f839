import type { PriceId } from '../../blueprint/scale.js';
import { number } from '../amount.js';
import { modelled } from '../fact.js';
import type { Design } from '../model.js';
import { STAGE_TITLES, type Stage } from '../scale/model.js';
import type { CostItem } from './model.js';
import type { PriceOf } from './prices.js';

export interface CostInput {
  readonly design: Pick<Design, 'blueprint' | 'stack' | 'scale'>;
  readonly stage: Stage;
  readonly priceOf: PriceOf;
}

/** Hours of a month: 8,760 / 12. */
export const HOURS = 730;

/** Units of each price that an item takes in a month. */
export type Units = Readonly<Partial<Record<PriceId, number>>>;

interface Options {
  /** Facts that the quantity is computed from. */
  readonly from?: readonly string[];
  /** Working days of one engineer to leave the service, and what is done in them. */
  readonly exit?: readonly [days: number, how: string];
}

/** One line of the bill; nothing where nothing is used. */
export function item(
  { stage, priceOf }: CostInput,
  id: string,
  label: string,
  quantity: string,
  units: Units,
  { from = [], exit }: Options = {},
): CostItem[] {
  const used = (Object.entries(units) as [PriceId, number][]).filter(([, count]) => count > 0);
  if (used.length === 0) return [];
  const prices = used.map(([price]) => price);
  const usd = used.reduce((sum, [price, count]) => sum + count * priceOf(price), 0);
  const text = used.map(([price, count]) => `${number(count)} × $${priceOf(price)} (${price})`).join(' + ');
  return [
    {
      id,
      label,
      quantity,
      monthlyUsd: modelled(
        `cost.${stage}.${id}`,
        `${label}, ${STAGE_TITLES[stage]}`,
        wholeDollars(usd),
        'USD/month',
        `${text}, rounded up to whole dollars.`,
        { from: [...from, ...prices.map((price) => `price.${price}`)] },
      ),
      prices,
      ...(exit && {
        exit: {
          days: modelled(
            `exit.${id}`,
            `work to leave the provider: ${label}`,
            exit[0],
            'days',
            `${exit[1]}; an estimate for one engineer.`,
          ),
          how: exit[1],
        },
      }),
    },
  ];
}

/** Rounded up; noise of floating point does not cost a dollar. */
function wholeDollars(usd: number): number {
  return Math.ceil(Number(usd.toFixed(6)));
}
