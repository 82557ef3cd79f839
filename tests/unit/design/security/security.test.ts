import { describe, expect, it } from 'vitest';
import { generators } from '../../../../generators/index.js';
import { isGenerated } from '../../../../src/blueprint/parts.js';
import { design } from '../../../../src/design/index.js';
import type { Design } from '../../../../src/design/model.js';
import { ownAmounts } from '../../../../src/design/security/own-amounts.js';
import { fieldName } from '../../../../src/design/security/subject.js';
import { collectRequests } from '../../../../src/plan/collect.js';
import { aBlueprint, aShopDesign } from '../../../support/blueprints.js';
import { exampleDesign } from '../../../support/example-design.js';

const order = `
Order:
  fields: { total: money, note: text? }
`;
const shop = (rest = ''): Design => aShopDesign(order, rest);
const boundariesOf = ({ security }: Design): string[] => security.boundaries.map(({ id }) => id);

describe('boundaries of trust', () => {
  const always = ['client', 'edge', 'database', 'redis', 'operators'];

  it.each([
    { given: '', want: [...always, 'organizations', 'members'] },
    { given: 'tenancy: single', want: [...always, 'members'] },
    { given: 'integrations: { mailer: { kind: email } }', want: ['services'] },
    { given: 'integrations: { bank: { kind: payments, receives: [paid] } }', want: ['services', 'receiver'] },
  ])('of a shop with "$given" are $want', ({ given, want }) => {
    const found = boundariesOf(shop(given));
    expect(found).toEqual(expect.arrayContaining(want));
    if (!given.startsWith('integrations')) expect(found).toEqual(want);
  });

  it('each have threats, numbered in order', () => {
    const { security } = exampleDesign('ecommerce');
    const { threats } = security;
    expect(threats.map(({ id }) => id)).toEqual(threats.map((_, at) => `T${at + 1}`));
    const withThreats = new Set(threats.map(({ boundary }) => boundary));
    expect(security.boundaries.map(({ id }) => id).filter((id) => !withThreats.has(id))).toEqual([]);
  });

  it('name every integration', () => {
    const { security, blueprint } = exampleDesign('ecommerce');
    const text = JSON.stringify(security.threats);
    expect(blueprint.integrations.filter(({ name }) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('files that the facts of security name', () => {
  it.each(['ecommerce', 'minimal'] as const)('stand in the repository of %s', async (example) => {
    const system = exampleDesign(example);
    const paths = new Set((await collectRequests(generators, system)).map(({ request }) => request.path));
    const { threats, owaspApi, owaspTop10, compliance } = system.security;
    const named = [
      ...threats.flatMap(({ where }) => where ?? []),
      ...[...owaspApi, ...owaspTop10].flatMap(({ where, proof }) => [...where, ...proof]),
      ...compliance.flatMap(({ where, evidence }) => [where, evidence]).filter((one) => /\.\w+$/.test(one)),
    ];
    expect([...new Set(named)].filter((one) => !paths.has(one) && one !== 'blueprint.yaml')).toEqual([]);
  });

  it('are named for what is generated, and for nothing else', () => {
    const { threats } = exampleDesign('ecommerce').security;
    const wrong = threats.filter(({ part, where }) => isGenerated(part) !== (where !== undefined));
    expect(wrong.map(({ id, part }) => `${id} ${part}`)).toEqual([]);
  });
});

describe('OWASP', () => {
  it.each(['ecommerce', 'minimal'] as const)('has all ten items of both lists for %s', (example) => {
    const { owaspApi, owaspTop10 } = exampleDesign(example).security;
    expect(owaspApi.map(({ id }) => id)).toEqual(Array.from({ length: 10 }, (_, at) => `API${at + 1}:2023`));
    expect(owaspTop10.map(({ id }) => id)).toEqual(
      Array.from({ length: 10 }, (_, at) => `A${String(at + 1).padStart(2, '0')}:2025`),
    );
  });
});

describe('amounts that somebody chooses for rows of their own', () => {
  const role = (grant: string): string => `roles:\n  buyer: { summary: Buys, grants: ["${grant}"] }`;

  it.each([
    { given: 'shop:create:own', want: ['order.total'] },
    { given: 'shop:create', want: [] },
    { given: 'shop:read:own', want: [] },
  ])('with $given are $want', ({ given, want }) => {
    expect(ownAmounts(shop(role(given))).fields.map(fieldName)).toEqual(want);
  });

  it('are a threat and a risk', () => {
    const system = shop(role('shop:create:own'));
    expect(JSON.stringify(system.security.threats)).toContain('`order.total`');
    expect(system.governance.risks[0]).toMatchObject({ likelihood: 'high', impact: 'high' });
  });
});

describe('personal data', () => {
  const customers = `
Customer:
  fields: { email: email personal, nickname: "string(20)? personal", rank: int }
Sale:
  fields: { at: datetime }
  relations: { customer: Customer }
`;
  const system = aShopDesign(customers, 'integrations: { postbox: { kind: email }, bank: { kind: payments } }');
  const rowsOf = (entity: string) => system.security.personalData.filter((datum) => datum.entity === entity);

  it('has a row for each personal field and for no other', () => {
    expect(rowsOf('Customer').map(({ column }) => column)).toEqual(['customers.email', 'customers.nickname']);
  });

  it('proposes a contract for what is required, and asks for what is not', () => {
    expect(rowsOf('Customer').map(({ legalBasis }) => legalBasis.startsWith('contract'))).toEqual([true, false]);
  });

  it('goes to services of that kind only', () => {
    expect(rowsOf('Customer').map(({ recipients }) => recipients)).toEqual([['postbox'], []]);
  });

  it('is kept where other rows need it', () => {
    expect(rowsOf('Customer')[0]?.erasure).toBe('`DELETE /api/v1/customers/:id`, refused while sales refer to it');
  });

  it('always has accounts, sessions and logs', () => {
    const entities = design(aBlueprint('contexts: { a: { entities: { Tag: { fields: { name: string(9) } } } } }'))
      .security.personalData;
    expect(new Set(entities.map(({ entity }) => entity))).toEqual(
      new Set(['User', 'Invitation', 'Session', 'Audit log', 'Request log', 'Rate limits']),
    );
  });
});

describe('compliance', () => {
  it.each(['gdpr', 'pci-dss', 'hipaa', 'soc2', 'iso27001', 'ccpa'])(
    'with %s says what is met and what is not',
    (regime) => {
      const { compliance } = shop(`constraints: { compliance: [${regime}] }`).security;
      expect(new Set(compliance.map((item) => item.regime))).toEqual(new Set([regime]));
      expect(compliance.length).toBeGreaterThan(4);
      expect(
        compliance.filter(({ state, evidence, gap }) => state === 'met' && (evidence === '' || gap !== '')),
      ).toEqual([]);
      expect(compliance.filter(({ state, gap }) => state !== 'met' && gap === '')).toEqual([]);
    },
  );

  it('is empty where nothing is declared', () => {
    expect(shop().security.compliance).toEqual([]);
  });
});
