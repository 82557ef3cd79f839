import type { CostItem } from '../../../design/cost/model.js';
import type { Fact } from '../../../design/fact.js';
import type { Design } from '../../../design/model.js';
import { busiestWords } from '../../../design/scale/assumptions.js';
import { STAGES, type Stage } from '../../../design/scale/model.js';
import { amount, code, counted, headline, number } from '../words.js';
import { addressOf } from './scale.js';
import { budgetSentence } from './summary.js';

type Cells = Record<'label' | Stage, string>;

/** Every word about money. */
export function costWords(design: Design) {
  const { cost, entities, scale, product, stack } = design;
  const names = busiestWords(entities);
  const first = cost.prices[0];
  const cuts = cutRows(design);
  const overridden = cost.prices.filter((price) => price.overridden).length;
  const exits = exitRows(design);
  const largest = cost.stages.months36.items.toSorted((a, b) => b.monthlyUsd.value - a.monthlyUsd.value)[0];
  return {
    costLead:
      `The bill for ${names} has ${counted(cost.stages.launch.items.length, 'item')} at launch and ` +
      `${counted(cost.stages.months36.items.length, 'item')} after 36 months` +
      (largest ? `; the largest is then ${largest.label}, ${headline(largest.monthlyUsd)}.` : '.') +
      (stack.deploy === 'compose'
        ? ` ${product.name} keeps ${names} on virtual machines of its own: no control plane, no managed store.`
        : ''),
    items: itemRows(cost.stages),
    totals: totalRows(design),
    sensitivityLead: `The totals move as follows when ${names} see another load than assumed, or prices another level.`,
    sensitivity: cost.sensitivity.map(({ label, totals }) => cells(label, (stage) => totals[stage])),
    budget: cost.budget
      ? budgetSentence(design)
      : `Once ${code('constraints.monthlyBudgetUsd')} names a budget for ${names}, this place says how far each stage is from it and what to cut first.`,
    hasCuts: cuts.length > 0,
    cutsLead: `What to cut first when the bill for ${names} has to shrink, the least harmful first:`,
    cuts,
    pricesLead:
      `The prices behind the bill for ${names} are list prices on demand in ${code('eu-central-1')}, entered by hand from public lists on ${first?.asOf ?? ''}, not fetched, without free allowances, commitments or taxes` +
      (scale.regions[0] === 'eu-central-1'
        ? ''
        : `; those of ${scale.regions[0] ?? ''}, where ${product.name} runs, may differ by some percent`) +
      `. ${overridden === 0 ? 'None is' : `${number(overridden)} ${overridden === 1 ? 'is' : 'are'}`} overridden by ${code('prices')} in the blueprint that declares ${names}.`,
    prices: priceRows(design),
    exitsLead: `What would hold ${product.name} to its provider (assumed, work of one engineer, with ${headline(scale.workload.launch.storageGiB)} of ${names} and their audit log to move):`,
    exits,
  };
}

/** Every item that costs something at some stage, in the order of the bill. */
function itemRows(stages: Design['cost']['stages']): (Cells & Record<'quantity' | 'later', string>)[] {
  const ids = [...new Set(STAGES.flatMap((stage) => stages[stage].items.map(({ id }) => id)))];
  const order = (id: string): number => stages.months36.items.findIndex((item) => item.id === id);
  return ids
    .toSorted((a, b) => order(a) - order(b))
    .map((id) => {
      const at = (stage: Stage): CostItem | undefined => stages[stage].items.find((item) => item.id === id);
      const usd = (stage: Stage): string => dollars(at(stage)?.monthlyUsd);
      const label = STAGES.map(at).find((item) => item)?.label ?? id;
      return {
        label,
        quantity: quantity(at('launch')),
        launch: usd('launch'),
        months12: usd('months12'),
        months36: usd('months36'),
        later: quantity(at('months36')),
      };
    });
}

function quantity(item: CostItem | undefined): string {
  return item ? code(item.quantity) : 'none';
}

/** In a column whose head says that it is money. */
function dollars(fact: Fact | undefined): string {
  return fact ? `$${number(fact.value)}` : '$0';
}

function totalRows({ cost: { stages } }: Design): Cells[] {
  return [
    cells('**Total**', (stage) => stages[stage].totalUsd),
    cells('For each organization', (stage) => stages[stage].perTenantUsd),
    cells('For a thousand requests', (stage) => stages[stage].per1000RequestsUsd),
  ];
}

function cells(label: string, factOf: (stage: Stage) => Fact): Cells {
  return {
    label,
    launch: dollars(factOf('launch')),
    months12: dollars(factOf('months12')),
    months36: dollars(factOf('months36')),
  };
}

function cutRows({ cost: { budget } }: Design): (Cells & { givesUp: string })[] {
  if (!budget) return [];
  const ids = [...new Set(STAGES.flatMap((stage) => budget.cuts[stage].map(({ id }) => id)))];
  const order = (id: string): number => budget.cuts.months36.findIndex((cut) => cut.id === id);
  return ids
    .toSorted((a, b) => order(a) - order(b))
    .map((id) => {
      const found = (stage: Stage) => budget.cuts[stage].find((cut) => cut.id === id);
      const any = STAGES.map(found).find((cut) => cut);
      return {
        label: any?.label ?? id,
        launch: dollars(found('launch')?.savesUsd),
        months12: dollars(found('months12')?.savesUsd),
        months36: dollars(found('months36')?.savesUsd),
        givesUp: any?.givesUp ?? '',
      };
    });
}

/** Only the prices that some item is computed with. */
function priceRows({
  cost: { prices, stages },
}: Design): Record<'label' | 'price' | 'per' | 'source' | 'asOf' | 'origin', string>[] {
  const used = new Set(STAGES.flatMap((stage) => stages[stage].items.flatMap((item) => item.prices)));
  return prices
    .filter(({ id }) => used.has(id))
    .map(({ id, label, usd, per, source, asOf, overridden }) => ({
      label: `${label}, ${code(id)}`,
      price: code(`$${usd}`),
      per,
      source: overridden ? 'blueprint' : `[${source.replace(/, https:.*$/, '')}](${addressOf(source)})`,
      asOf: overridden ? 'as given' : asOf,
      origin: overridden ? 'given by the blueprint' : 'given by the list',
    }));
}

function exitRows({ cost: { stages } }: Design): { label: string; days: string; how: string }[] {
  return stages.launch.items.flatMap(({ label, exit }) =>
    exit ? [{ label, days: amount(exit.days), how: exit.how }] : [],
  );
}
