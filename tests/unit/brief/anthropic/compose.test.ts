import { describe, expect, it } from 'vitest';

import { readBlueprint } from '../../../../src/blueprint/read.js';
import { writeBlueprint } from '../../../../src/blueprint/write.js';
import {
  checkBehaviour,
  checkDesign,
  checkEntities,
  withEntities,
} from '../../../../src/brief/anthropic/lift/checks.js';
import { compose } from '../../../../src/brief/anthropic/lift/compose.js';
import { faultsOf } from '../../../../src/brief/anthropic/lift/faults.js';
import type { EntityAnswer } from '../../../../src/brief/anthropic/lift/entity.js';
import type { BehaviourAnswer } from '../../../../src/brief/anthropic/stages/behaviour.js';
import type { CrossAnswer } from '../../../../src/brief/anthropic/stages/cross.js';
import type { DesignAnswer } from '../../../../src/brief/anthropic/stages/design.js';
import { mostEntitiesFor } from '../../../../src/brief/anthropic/steps/cut.js';
import { traced } from '../../../../src/brief/anthropic/lift/trace.js';
import type { ContextWork, Work } from '../../../../src/brief/anthropic/work.js';

const entity = (name: string, more: Partial<EntityAnswer> = {}): EntityAnswer => ({
  name,
  summary: '',
  tenancy: 'tenant',
  owner: '',
  fields: ['name: string(80)'],
  relations: [],
  rules: [],
  requirements: [],
  ...more,
});

const context = (name: string, entities: EntityAnswer[], more: Partial<ContextWork> = {}): ContextWork => ({
  name,
  summary: '',
  needs: [],
  planned: entities.map((each) => ({ name: each.name, summary: '', requirements: [] })),
  entities: { entities },
  ...more,
});

const work = (contexts: ContextWork[], more: Partial<Work> = {}): Work => ({
  name: 'crm',
  title: 'CRM',
  summary: '',
  requirements: [],
  stated: {},
  contexts,
  roles: [],
  ...more,
});

const role = (name: string, administrator = false) => ({ name, summary: '', administrator, requirements: [] });

const win = {
  transition: 'win: open -> won',
  when: '',
  sets: [],
  emits: '',
  roles: [],
  summary: '',
  requirements: ['R1'],
};
const behaviour: BehaviourAnswer = {
  lifecycles: [{ entity: 'Deal', field: '', actions: [win] }],
  grants: [{ role: 'rep', grants: ['sales.Deal:win:own', 'accounts:*', '*', 'users:*'] }],
};
const sales = context('sales', [entity('Deal', { fields: ['status: enum(open, won) = open'] })], { behaviour });

const nothing: CrossAnswer = {
  goals: [],
  integrations: [],
  reports: [],
  reactions: [],
  webhooks: [],
  grants: [],
  assumptions: [],
};

describe('a composed blueprint', () => {
  it('has what the stages wrote, and what follows from it', () => {
    const source = compose(work([sales], { roles: [role('admin', true), role('rep')] }));
    expect(source.contexts.sales!.entities!.Deal).toEqual({
      fields: { status: 'enum(open, won) = open' },
      lifecycle: { win: 'open -> won' },
      list: { filter: ['status'] },
    });
    expect(source.roles).toEqual({ admin: { grants: ['*'] }, rep: { grants: ['sales.Deal:win:own'] } });
    expect(faultsOf(source)).toEqual([]);
  });

  it('needs what it refers to, but never in a circle', () => {
    const one = context('one', [entity('Left', { relations: ['right: Right?'] })], { needs: ['nowhere', 'one'] });
    const other = context('other', [entity('Right', { relations: ['left: Left?'] })]);
    const { contexts } = compose(work([one, other]));
    expect([contexts.one!.needs, contexts.other!.needs]).toEqual([['other'], undefined]);
  });

  it('gives everything only to who is an administrator by name', () => {
    const roles = [role('customer', true), role('admin', false), role('anonymous', false)];
    const cross = { ...nothing, grants: [{ role: 'customer', grants: ['*', 'users:read', 'permissions:manage'] }] };
    expect(compose(work([sales], { roles, cross })).roles).toEqual({ customer: { grants: ['users:read'] }, admin: {} });
  });

  it('has the least of an entity that nobody wrote', () => {
    const bare = { name: 'sales', summary: '', needs: [], planned: sales.planned };
    const source = compose(work([bare]));
    expect(source.contexts.sales!.entities!.Deal!.fields).toEqual({ name: 'string(120)' });
    expect(faultsOf(source)).toEqual([]);
  });

  it('keeps what brief and answers state, whatever the model says', () => {
    const stated = { scale: { tenants: 5 }, integrations: { stripe: { kind: 'payments' } } };
    const integrations = [{ name: 'stripe', kind: 'email', receives: [], summary: '', requirements: [] }];
    const source = compose(work([sales], { stated, cross: { ...nothing, integrations } }));
    expect(source.integrations).toEqual(stated.integrations);
    expect(source.scale).toEqual(stated.scale);
  });

  it('says no texts that are no plain sentences', () => {
    const answer = entity('Deal', {
      summary: 'See https://evil.example',
      rules: [{ check: 'size(name) > 1', message: '`rm -rf`' }],
    });
    const { Deal } = compose(work([context('sales', [answer])])).contexts.sales!.entities!;
    expect([Deal!.summary, Deal!.rules]).toEqual([undefined, ['size(name) > 1']]);
  });
});

describe('the check of an answer', () => {
  it.each<[string, Partial<EntityAnswer>, RegExp]>([
    ['a type that is none', { fields: ['age: number'] }, /Deal\.fields\.age: .*Write int/],
    ['a line that is none', { fields: ['age'] }, /"age" is no field/],
    ['a name that stands twice', { fields: ['a: int', 'a: int'] }, /"a" stands there twice/],
    [
      'too many fields',
      { fields: Array.from({ length: 41 }, (_, index) => `f${index}: int`) },
      /41 fields; at most 40/,
    ],
    ['a context it does not need to know', { relations: ['x: Nobody'] }, /no entity "Nobody"/],
    ['a text that is none', { summary: 'www.example.org' }, /write plain sentences/],
    ['a condition that is none', { rules: [{ check: 'who ==', message: '' }] }, /not CEL/],
    ['a reserved name', { fields: ['id: uuid'] }, /Deal\.fields\.id/],
  ])('names %s', (_, change, problem) => {
    const problems = checkEntities(work([sales]), 'sales')({ entities: [entity('Deal', change)] });
    expect(problems.join('\n')).toMatch(problem);
  });

  it('names entities that are missing or too many, unless they may be added', () => {
    const answer = { entities: [entity('Quote')] };
    expect(checkEntities(work([sales]), 'sales')(answer)).toEqual([
      'Deal is missing.',
      'Quote is no entity of this context; leave it out.',
    ]);
    const more = { entities: [...sales.entities!.entities, entity('Quote')] };
    expect(checkEntities(work([sales]), 'sales', 1)(more)).toEqual([]);
    expect(withEntities(work([sales]), 'sales', more, 1).contexts[0]!.planned.map(({ name }) => name)).toEqual([
      'Deal',
      'Quote',
    ]);
  });

  it('finds nothing in answers that keep the rules', () => {
    const all = work([sales], { roles: [role('rep')] });
    expect(checkEntities(all, 'sales')(sales.entities!)).toEqual([]);
    const grants = [{ role: 'rep', grants: ['sales.Deal:win:own'] }];
    expect(checkBehaviour(all, 'sales')({ ...behaviour, grants })).toEqual([]);
  });

  it('names rights that are not of the context, and states that nothing leads to', () => {
    const three = context('sales', [entity('Deal', { fields: ['status: enum(open, won, lost) = open'] })]);
    const problems = checkBehaviour(work([three], { roles: [role('rep')] }), 'sales')(behaviour).join('\n');
    for (const part of ['"accounts:*" is no grant', '"*" is no grant', '"users:*" is no grant', 'ever leads to "lost"'])
      expect(problems).toContain(part);
  });

  it('holds a design to its limits', () => {
    const answer: DesignAnswer = {
      contexts: [
        { name: 'a', summary: '', needs: ['b'], entities: [{ name: 'One', summary: '', requirements: [] }] },
        { name: 'b', summary: '', needs: ['a', 'c'], entities: [{ name: 'One', summary: '', requirements: [] }] },
      ],
      roles: [{ ...role('customer', true) }, { ...role('anonymous') }],
    };
    const problems = checkDesign(() => work([sales]), 1)(answer).join('\n');
    for (const part of [
      '2 entities are more than this brief asks for',
      'One: names of entities are unique',
      'no other context "c"',
      'a, b need each other in a circle',
      '"customer" is no administrator',
      '"anonymous" is nobody',
    ])
      expect(problems).toContain(part);
  });

  it.each([
    ['three lines', 'A shop sells things. '.repeat(3), 8],
    ['a page', 'word '.repeat(400), 42],
    ['a book', 'word '.repeat(50_000), 80],
  ])('takes %s to ask for at most so many entities', (_, text, most) => {
    expect(mostEntitiesFor(text)).toBe(most);
  });
});

describe('the trace of a requirement', () => {
  const quote = (start: number) => ({ text: 'x', start, end: start + 1 });
  const asked = [
    { id: 'R1', kind: 'function' as const, quote: quote(0) },
    { id: 'R2', kind: 'exclusion' as const, quote: quote(1) },
    { id: 'R3', kind: 'quality' as const, quote: quote(2) },
    { id: 'R4', kind: 'function' as const, quote: quote(3) },
  ];
  const all = work([sales], { requirements: asked, stated: { scale: { tenants: 5 } } });
  const { blueprint } = readBlueprint(writeBlueprint(compose(all)), 'blueprint.yaml');
  const origins = [{ path: 'scale.tenants', source: 'brief' as const, because: '', requirements: [], quote: quote(2) }];

  it('ends at what stands in the blueprint', () => {
    const critique = {
      issues: [],
      coverage: [
        { requirement: 'R1', status: 'partial' as const, by: ['sales.Deal', 'sales.Ghost'], note: 'No losing.' },
        { requirement: 'R4', status: 'covered' as const, by: ['nowhere'], note: '' },
      ],
    };
    expect(traced(all, blueprint!, origins, critique)).toEqual([
      { ...asked[0], status: 'partial', by: ['sales.Deal.win', 'sales.Deal'], note: 'No losing.' },
      { ...asked[1], status: 'excluded', by: [] },
      { ...asked[2], status: 'covered', by: ['scale.tenants'] },
      { ...asked[3], status: 'open', by: [], note: 'No item answers it.' },
    ]);
  });

  it('needs no critique', () => {
    expect(traced(all, blueprint!, origins, undefined).map(({ status }) => status)).toEqual([
      'covered',
      'excluded',
      'covered',
      'open',
    ]);
  });
});
