import { describe, expect, it } from 'vitest';

import { readBlueprint } from '../../../src/blueprint/read.js';
import { isDead, readReference } from '../../../src/blueprint/reference.js';
import { aBlueprint } from '../../support/blueprints.js';

const sales = `
tenancy: shared
scale: { tenants: 40, behaviour: { readShare: 0.8, rowsPerMonth: { Deal: 900 } } }
constraints: { regions: [eu-central-1] }
qualities: { latencyP95Ms: 250 }
stack: { queue: bullmq }
roles: { rep: { grants: [sales:read] } }
contexts:
  sales:
    entities:
      Deal:
        fields: { value: money, status: "enum(open, won) = open" }
        rules: [{ check: value.amount > 0, id: worth-something }]
        lifecycle: { win: open -> won }
  scale:
    entities:
      Weight: { fields: { grams: int } }
reports: { deals: { from: Deal, measure: count() } }
integrations: { stripe: { kind: payments } }
`;

describe('what a requirement asks', () => {
  const [first, second] = aBlueprint(`${sales}
requirements:
  - { id: R1, quote: "A deal can be won", by: [sales.Deal.win] }
  - { id: R2, quote: "No cookies", kind: exclusion, status: excluded, note: None are set., source: brief }
questions: [Who refunds?]`).requirements;

  it('is a function that is covered, unless it says otherwise', () => {
    expect(first).toMatchObject({ id: 'R1', kind: 'function', status: 'covered', by: ['sales.Deal.win'] });
    expect(first).not.toHaveProperty('note');
    expect(second).toMatchObject({
      kind: 'exclusion',
      status: 'excluded',
      by: [],
      note: 'None are set.',
      source: 'brief',
    });
  });

  it('stands in the order of the file, with the places of its answers', () => {
    const text = 'blueprint: 1\nname: a\ncontexts: {}\nrequirements:\n  - id: Z\n    quote: q\n    by: [a, b]\n';
    const [requirement] = readBlueprint(text, 'b').blueprint!.requirements;
    expect(requirement).toMatchObject({ at: { line: 5, column: 9 } });
    expect(requirement?.places).toEqual({
      by: { line: 7, column: 5 },
      'by.0': { line: 7, column: 10 },
      'by.1': { line: 7, column: 13 },
    });
  });
});

describe('a reference', () => {
  const blueprint = aBlueprint(sales);

  it.each([
    ['sales', { kind: 'context', context: 'sales' }],
    ['audit', { kind: 'context', context: 'audit' }],
    ['scale', { kind: 'context', context: 'scale' }],
    ['scale.Weight', { kind: 'entity', context: 'scale', entity: 'Weight' }],
    ['sales.Deal', { kind: 'entity', context: 'sales', entity: 'Deal' }],
    ['sales.Deal.win', { kind: 'entity', context: 'sales', entity: 'Deal', member: 'win' }],
    ['sales.Deal.value', { kind: 'entity', context: 'sales', entity: 'Deal', member: 'value' }],
    ['sales.Deal.worth-something', { kind: 'entity', context: 'sales', entity: 'Deal', member: 'worth-something' }],
    ['roles.rep', { kind: 'value', section: 'roles', key: 'rep' }],
    ['reports.deals', { kind: 'value', section: 'reports', key: 'deals' }],
    ['integrations.stripe', { kind: 'value', section: 'integrations', key: 'stripe' }],
    ['constraints.regions', { kind: 'value', section: 'constraints', key: 'regions' }],
    ['qualities.latencyP95Ms', { kind: 'value', section: 'qualities', key: 'latencyP95Ms' }],
    ['stack.queue', { kind: 'value', section: 'stack', key: 'queue' }],
    ['scale.tenants', { kind: 'value', section: 'scale', key: 'tenants' }],
    ['scale.behaviour.readShare', { kind: 'value', section: 'scale', key: 'behaviour.readShare' }],
    ['scale.behaviour.rowsPerMonth.Deal', { kind: 'value', section: 'scale', key: 'behaviour.rowsPerMonth.Deal' }],
    ['tenancy', { kind: 'whole', section: 'tenancy' }],
  ])('%s is understood', (text, want) => {
    expect(readReference(text, blueprint)).toEqual(want);
  });

  it.each([
    ['', 'neither a context nor a section'],
    ['.', 'neither a context nor a section'],
    ['constructor', 'neither a context nor a section'],
    ['audit.Record', 'neither a context nor a section'],
    ['sales.', 'no entity ""'],
    ['sales.Deal.', 'no field, relation, rule or action ""'],
    ['sales.Deal.win.now', 'no field, relation, rule or action "win.now"'],
    ['sales.Deals', 'no entity "Deals"'],
    ['webhooks', 'The blueprint has no "webhooks".'],
    ['webhooks.deal', 'neither a context nor a section'],
    ['reactions', 'The blueprint has no "reactions".'],
    ['qualities', 'alone does not say'],
    ['qualities.constructor', 'states no "qualities.constructor"'],
    ['scale.concurrentUsers', 'states no "scale.concurrentUsers"'],
    ['scale.behaviour.peakFactor', 'states no "scale.behaviour.peakFactor"'],
    ['constraints.compliance', 'states no "constraints.compliance"'],
  ])('%j leads nowhere', (text, want) => {
    const withoutTwin = { ...blueprint, contexts: blueprint.contexts.filter(({ name }) => name !== 'scale') };
    const read = readReference(text, withoutTwin);
    expect(isDead(read) && read.problem).toContain(want);
  });
});
