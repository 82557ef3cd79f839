import { describe, expect, it } from 'vitest';
import { generators } from '../../../../generators/index.js';
import { isGenerated, PARTS, type PartId } from '../../../../src/blueprint/parts.js';
import { isNeeded } from '../../../../src/design/governance/source.js';
import type { Design } from '../../../../src/design/model.js';
import { collectRequests } from '../../../../src/plan/collect.js';
import { aShopDesign } from '../../../support/blueprints.js';
import { exampleDesign } from '../../../support/example-design.js';

const shop = (rest = ''): Design => aShopDesign('Order:\n  fields: { note: text? }', rest);
const titles = ({ governance }: Design): string => governance.risks.map(({ title }) => title).join('\n');

describe('risks', () => {
  it('stand in the order of likelihood times impact', () => {
    const grade = { low: 1, medium: 2, high: 3 };
    const weights = exampleDesign('ecommerce').governance.risks.map(
      ({ likelihood, impact }) => grade[likelihood] * grade[impact],
    );
    expect(weights).toEqual(weights.toSorted((a, b) => b - a));
  });

  it.each([
    { engineers: 1, likelihood: 'high' },
    { engineers: 2, likelihood: 'low' },
  ])('name the key person: $engineers engineers of one context, $likelihood', ({ engineers, likelihood }) => {
    const { risks } = shop(`constraints: { engineers: ${engineers} }`).governance;
    expect(risks.find(({ title }) => title.includes('engineer'))).toMatchObject({ likelihood, impact: 'high' });
  });

  it('name every integration, and the budget that is passed', () => {
    expect(titles(shop('integrations: { bank: { kind: payments } }'))).toContain('`bank` is away');
    expect(titles(shop('constraints: { monthlyBudgetUsd: 1 }'))).toContain('Over the budget');
    expect(titles(shop('constraints: { monthlyBudgetUsd: 1000000 }'))).not.toContain('Over the budget');
  });
});

describe('the roadmap', () => {
  it.each(['ecommerce', 'minimal', 'crm'] as const)(
    'of %s plans each part that is needed and not written, once',
    (example) => {
      const system = exampleDesign(example);
      const needed = (Object.keys(PARTS) as PartId[]).filter((part) => !isGenerated(part) && isNeeded(part, system));
      expect(system.governance.roadmap.flatMap(({ parts }) => parts).toSorted()).toEqual(needed.toSorted());
    },
  );

  it('takes as long as its items divided by those who work on it', () => {
    const { roadmap, spans } = exampleDesign('ecommerce').governance;
    for (const { horizon, effortWeeks, calendarWeeks } of spans) {
      const own = roadmap
        .filter((item) => item.horizon === horizon)
        .reduce((sum, item) => sum + item.effortWeeks.value, 0);
      expect(effortWeeks.value).toBe(own);
      expect(calendarWeeks.value).toBe(Math.ceil(own / (5 * 0.6)));
    }
  });

  it('never takes longer with more engineers, nor shorter with more reactions', () => {
    const weeks = (rest: string): number =>
      shop(rest).governance.spans.reduce((sum, { calendarWeeks }) => sum + calendarWeeks.value, 0);
    const few = weeks('constraints: { engineers: 2 }');
    expect(weeks('constraints: { engineers: 9 }')).toBeLessThan(few);
    const busy = 'constraints: { engineers: 2 }\nintegrations: { bank: { kind: payments } }';
    expect(weeks(busy)).toBeGreaterThan(few);
  });
});

describe('the team', () => {
  it.each([1, 2, 3, 5, 6, 12])('of %i engineers adds up', (engineers) => {
    const { team } = shop(`constraints: { engineers: ${engineers} }`).governance;
    expect(team.reduce((sum, { people }) => sum + people.value, 0)).toBe(engineers);
  });
});

describe('the glossary', () => {
  it('has every context, entity and role, once each', () => {
    const { governance, contexts, entities, roles } = exampleDesign('ecommerce');
    const domain = governance.glossary.filter(({ kind }) => kind === 'domain').map(({ term }) => term);
    expect(new Set(domain).size).toBe(domain.length);
    expect(domain).toHaveLength(contexts.length + entities.length + roles.length);
  });
});

describe('production readiness', () => {
  it.each(['ecommerce', 'minimal', 'crm'] as const)(
    'of %s has sixteen items, each proved by a file or open',
    async (example) => {
      const system = exampleDesign(example);
      const paths = new Set((await collectRequests(generators, system)).map(({ request }) => request.path));
      const { items } = system.governance.readiness;
      expect(items).toHaveLength(16);
      const checks = items.flatMap((item) => item.checks);
      expect(checks.flatMap(({ proof }) => proof).filter((one) => !paths.has(one))).toEqual([]);
      expect(checks.filter(({ proof, remains }) => (proof.length === 0) !== (remains !== ''))).toEqual([]);
    },
  );
});
