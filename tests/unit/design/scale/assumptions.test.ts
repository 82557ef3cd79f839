import { describe, expect, it } from 'vitest';
import { aShopDesign } from '../../../support/blueprints.js';

const product = 'Product: { fields: { name: string(200) } }';

describe('assumptions', () => {
  it('begin with the author’s own, and number the others with what is free', () => {
    const { assumptions } = aShopDesign(
      product,
      'assumptions: [{ id: D2, text: Shops close on Sunday, source: brief }]',
    ).scale;
    expect(assumptions.slice(0, 3).map(({ id, source }) => `${id} ${source}`)).toEqual([
      'D2 brief',
      'D1 default',
      'D3 default',
    ]);
    expect(new Set(assumptions.map(({ id }) => id)).size).toBe(assumptions.length);
  });

  it('go when the blueprint says the value itself', () => {
    const keys = (rest: string): (string | undefined)[] =>
      aShopDesign(product, rest).scale.assumptions.map(({ overriddenBy }) => overriddenBy);
    const silent = keys('');
    expect(silent).toEqual(
      expect.arrayContaining(['scale.concurrentUsers', 'scale.tenants', 'scale.growth', 'constraints.regions']),
    );
    const said = keys(
      `scale: { concurrentUsers: 5, tenants: 2, growth: { months12: 1, months36: 1 }, behaviour: { readShare: 0.5 } }
constraints: { regions: [us-east-1] }`,
    );
    expect(silent.filter((key) => !said.includes(key))).toEqual([
      'scale.concurrentUsers',
      'scale.tenants',
      'scale.growth',
      'scale.behaviour.readShare',
      'constraints.regions',
      'constraints.compliance',
    ]);
  });

  it.each([
    ['in Europe', 'constraints: { regions: [eu-west-1] }', true],
    ['nowhere in particular', '', true],
    ['elsewhere', 'constraints: { regions: [us-east-1] }', false],
    ['where it is a constraint anyway', 'constraints: { compliance: [gdpr] }', false],
  ])('take the GDPR for granted %s', (_, rest, want) => {
    const keys = aShopDesign(product, rest).scale.assumptions.map(({ overriddenBy }) => overriddenBy);
    expect(keys.includes('constraints.compliance')).toBe(want);
  });

  it('about files are made only where there are files', () => {
    const fileKey = (entities: string): boolean =>
      aShopDesign(entities).scale.assumptions.some(({ overriddenBy }) => overriddenBy === 'scale.behaviour.fileMiB');
    expect(fileKey(product)).toBe(false);
    expect(fileKey('Product: { fields: { manual: file } }')).toBe(true);
  });
});

describe('constraints', () => {
  it('are what the author fixed, with the line that says so', () => {
    const { constraints } = aShopDesign(
      product,
      'constraints: { regions: [eu-west-1, us-east-1], compliance: [soc2], monthlyBudgetUsd: 900, engineers: 1 }\nstack: { orm: drizzle }',
    ).scale;
    expect(constraints.map(({ id, text, at }) => `${id} ${text}${at ? ` (${at.line})` : ''}`)).toEqual([
      'C1 region eu-west-1 (10)',
      'C2 region us-east-1 (10)',
      'C3 SOC 2 (10)',
      'C4 $900 a month for infrastructure (10)',
      'C5 1 engineer to build and run it (10)',
      'C6 organizations share one database',
      'C7 orm is pinned to drizzle (11)',
    ]);
  });
});
