import { describe, expect, it } from 'vitest';

import { STACK_OPTIONS, type StackSlot } from '../../../src/blueprint/model.js';
import { questions } from '../../../src/design/decisions/index.js';
import type { Decision } from '../../../src/design/decisions/model.js';
import { aShopDesign } from '../../support/blueprints.js';

const entities = `
Item:
  fields:
    label: string(10)
    status: enum(draft, sold) = draft
  lifecycle:
    sell: { from: draft, to: sold, emits: item.sold }
    put: { from: sold, to: draft, emits: item.put }
`;
const reactions = 'reactions: [{ on: item.sold, do: shop.Item.put }]';

function decisionsOf(rest: string): (id: string) => Decision {
  const { decisions } = aShopDesign(entities, rest);
  return (id) => {
    const found = decisions.find((decision) => decision.id === id);
    if (!found) throw new Error(`No decision ${id}`);
    return found;
  };
}

describe('an architecture decision', () => {
  it.each<[what: string, rest: string, id: string, chosen: string, why: Decision['why'], recommended: string]>([
    ['few jobs', reactions, 'queue', 'bullmq', 'best', 'bullmq'],
    ['strict order', 'qualities: { ordering: strict }', 'queue', 'rabbitmq', 'best', 'rabbitmq'],
    ['very many jobs', `scale: { concurrentUsers: 20000000 }\n${reactions}`, 'queue', 'rabbitmq', 'best', 'rabbitmq'],
    ['a pinned queue', 'stack: { queue: rabbitmq }', 'queue', 'rabbitmq', 'pinned', 'bullmq'],
    ['reads of graphs', 'qualities: { reads: graph }', 'api', 'rest', 'generated', 'rest-graphql'],
    ['accounts that live elsewhere', 'integrations: { okta: { kind: identity } }', 'auth', 'jwt', 'generated', 'oidc'],
    ['no provider of identities', 'integrations: { stripe: { kind: payments } }', 'auth', 'jwt', 'best', 'jwt'],
    [
      'a small surface that must be fast',
      'qualities: { latencyP95Ms: 10 }',
      'framework',
      'nestjs',
      'generated',
      'fastify',
    ],
    ['nothing about speed', '', 'framework', 'nestjs', 'best', 'nestjs'],
    ['one small team', '', 'deploy', 'compose', 'best', 'compose'],
    ['a high promise', 'qualities: { availabilityPercent: 99.95 }', 'deploy', 'kubernetes', 'best', 'kubernetes'],
    [
      'two regions',
      'constraints: { regions: [eu-central-1, us-east-1] }',
      'deploy',
      'kubernetes',
      'best',
      'kubernetes',
    ],
    ['more than one machine', 'scale: { concurrentUsers: 200000 }', 'deploy', 'kubernetes', 'best', 'kubernetes'],
    ['one machine', '', 'rollout', 'blue-green', 'best', 'blue-green'],
    ['one machine, whatever is scored', 'stack: { deploy: compose }', 'rollout', 'blue-green', 'best', 'blue-green'],
    ['a cluster with traffic', 'stack: { deploy: kubernetes }', 'rollout', 'canary', 'best', 'canary'],
    ['one organization', 'tenancy: single', 'tenancy', 'silo', 'pinned', 'silo'],
    ['many organizations', 'scale: { tenants: 5000 }', 'tenancy', 'pool', 'best', 'pool'],
  ])('with %s', (_, rest, id, chosen, why, recommended) => {
    const decision = decisionsOf(rest)(id);
    expect({ chosen: decision.chosen, why: decision.why, recommended: decision.recommended }).toEqual({
      chosen,
      why,
      recommended,
    });
  });

  it('keeps what is pinned and says what it costs', () => {
    const decision = decisionsOf('stack: { queue: rabbitmq }')('queue');
    expect(decision.pinnedAt?.line).toBeGreaterThan(1);
    expect(decision.because).toMatch(/^The blueprint fixes it, although BullMQ on Redis scores/);
    expect(decision.costs.join(' ')).toMatch(/cluster of its own/);
  });

  it('says what the repository holds where the pinned option cannot be generated', () => {
    const { part, costs } = decisionsOf('stack: { framework: fastify }')('framework');
    expect([part, costs.at(-1)]).toEqual([
      'designed',
      'Until Fastify can be generated, items are served with NestJS on Fastify.',
    ]);
  });

  it('says the rule that excludes an option', () => {
    const bullmq = decisionsOf('qualities: { ordering: strict }')('queue').options.find(({ id }) => id === 'bullmq');
    expect(bullmq?.unfit).toMatch(/strict order/);
  });

  it('is designed where the repository holds nothing of it', () => {
    const decision = decisionsOf('');
    expect(['queue', 'tracing', 'database', 'deploy'].map((id) => decision(id).part)).toEqual([
      'designed',
      'designed',
      'generated',
      'generated',
    ]);
    expect(decisionsOf('stack: { deploy: kubernetes }')('deploy').part).toBe('designed');
  });
});

describe('the questions', () => {
  const slots = (Object.keys(STACK_OPTIONS) as StackSlot[]).filter((slot) => slot !== 'packageManager');

  it('cover every slot of the stack that is architecture', () => {
    expect(questions.flatMap(({ slot }) => slot ?? []).sort()).toEqual([...slots].sort());
  });

  it.each(slots)('compare every option of %s', (slot) => {
    const question = questions.find((one) => one.slot === slot);
    expect(question?.options.map(({ id }) => id)).toEqual(expect.arrayContaining([...STACK_OPTIONS[slot]]));
  });

  it.each(aShopDesign(entities).decisions.map((decision) => [decision.id, decision] as const))(
    'score every option of %s on every criterion',
    (_, { criteria, options }) => {
      const missing = options.flatMap(({ id, scores }) =>
        criteria.filter((criterion) => scores[criterion.id]?.because === 'not compared yet').map((one) => [id, one.id]),
      );
      expect(missing).toEqual([]);
    },
  );
});
