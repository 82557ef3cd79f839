import { describe, expect, it } from 'vitest';
import type { Design } from '../../../../src/design/model.js';
import { executiveOverviewWords } from '../../../../src/views/document/executive-overview/index.js';
import { aShopDesign } from '../../../support/blueprints.js';

const entities = `
Order:
  fields: { 'status': 'enum(open, paid) = open' }
  lifecycle: { pay: { from: open, to: paid, emits: order.paid } }`;

function words(rest = ''): ReturnType<typeof executiveOverviewWords> {
  return executiveOverviewWords(aShopDesign(entities, rest));
}

describe('section 0', () => {
  it('tells anybody what the system is, for whom, how large, what it costs and what may go wrong', () => {
    const told = words('roles: { clerk: { summary: Sells, grants: [shop:*] } }\ngoals: [Nothing is lost]');
    expect(told.whatItIs).toContain('**Acme** — A shop. It is one program with 1 context (shop), 1 kind of records');
    expect(told.forWhom).toContain('the role clerk (sells)');
    expect(told.forWhom).toContain('10,000 users (assumed) work with orders');
    expect(told.verdict).toMatch(/costs \$[\d,]+ a month \(modelled\) at launch/);
    expect(told.gravest).toMatch(/^What may go wrong with acme before all else: R1 /);
    expect(told.headlines.map(({ label }) => label)).toContain('Infrastructure');
  });

  it.each([
    ['within', 100_000, /orders stay within it by .* at launch, by .* and by .* at 36 months\.$/],
    ['over', 10, /orders go \*\*over it\*\* by .* at launch, by .* and by .* at 36 months\.$/],
  ])('says by how much the cost is %s the budget', (_, budget, want) => {
    const told = words(`constraints: { monthlyBudgetUsd: ${budget} }`);
    expect(told.budget).toMatch(want);
    expect(told.hasCuts).toBe(true);
  });

  it('says what a budget would bring where there is none', () => {
    const told = words();
    expect(told.budget).toContain('`constraints.monthlyBudgetUsd`');
    expect(told.hasCuts).toBe(false);
  });

  it('prints items whose sum is the printed total, at every stage', () => {
    const told = words('stack: { deploy: kubernetes }');
    const dollars = (text: string): number => Number(text.replaceAll(/[$,]/g, ''));
    for (const stage of ['launch', 'months12', 'months36'] as const) {
      const sum = told.items.reduce((total, item) => total + dollars(item[stage]), 0);
      expect(sum).toBe(dollars(told.totals[0]?.[stage] ?? ''));
    }
  });

  it('lists every assumption and constraint of the design, and every decision with its record', () => {
    const design: Design = aShopDesign(entities);
    const told = executiveOverviewWords(design);
    expect(told.assumptions.map(({ id }) => id)).toEqual(design.scale.assumptions.map(({ id }) => id));
    expect(told.constraints.map(({ id }) => id)).toEqual(design.scale.constraints.map(({ id }) => id));
    expect(told.decisions.map(({ record }) => record)).toEqual(told.costs.map(({ record }) => record));
    expect(told.decisions[0]?.record).toMatch(/^\[decision 1\]\(decisions\/0001-[a-z-]+\.md\)$/);
  });

  it('leaves no text of the author unescaped', () => {
    const told = words(
      'goals: [{ goal: "Be | <b>fast</b>", measure: "*soon*" }]\nassumptions: [{ id: A1, text: "a | b" }]',
    );
    expect(told.goals[0]).toMatchObject({ goal: 'Be \\| \\<b\\>fast\\</b\\>', measure: '\\*soon\\*' });
    expect(told.assumptions[0]?.text).toBe('a \\| b');
  });
});
