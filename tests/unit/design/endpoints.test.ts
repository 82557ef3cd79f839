import { describe, expect, it } from 'vitest';

import { generators } from '../../../generators/index.js';
import { designRepository, readSource } from '../../../src/pipeline.js';
import { buildPart } from '../../../src/plan/build.js';
import type { EndpointDesign } from '../../../src/design/endpoints/model.js';
import type { Design } from '../../../src/design/model.js';
import { aShopDesign } from '../../support/blueprints.js';
import { handlersOf, type DecoratedHandler } from '../../support/controllers.js';

const examples = ['ecommerce', 'minimal', 'crm'];

describe('the endpoints of the design', () => {
  it.each(examples)('are those of the controllers of %s, each with what its decorators say', async (example) => {
    const { design } = designRepository(await readSource(`examples/${example}/blueprint.yaml`));

    expect(sorted(design.endpoints.map(asDecorated))).toEqual(sorted(await decorated(design)));
  });

  it('are read only for reference data, and nested for parts of an aggregate', () => {
    const shop = aShopDesign(
      `
Currency:
  tenancy: global
  fields: { code: string(3) unique }
Order:
  fields:
    status: enum(open, paid) = open
  relations:
    lines: Line[] owned
  lifecycle:
    pay: { from: open, to: paid, roles: [clerk], summary: Takes the money }
Line:
  fields: { quantity: int }
`,
      'roles:\n  clerk: { summary: Clerk, grants: [shop:*] }\n',
    );
    const of = (name: string): string[] =>
      shop.endpoints.filter(({ entity }) => entity === name).map(({ method, path }) => `${method} ${path}`);

    expect(of('Currency')).toEqual(['GET /api/v1/currencies', 'GET /api/v1/currencies/:id']);
    expect(of('Line')).toContain('POST /api/v1/orders/:orderId/lines');
    expect(shop.endpoints.find(({ handler }) => handler === 'OrdersController.pay')).toMatchObject({
      method: 'POST',
      path: '/api/v1/orders/:id/pay',
      permission: 'shop.order:pay',
      roles: ['clerk'],
      summary: 'Takes the money',
      status: 200,
    });
  });

  it('ask only for permissions of the catalogue', async () => {
    const { design } = designRepository(await readSource('examples/ecommerce/blueprint.yaml'));
    const known = new Set(design.permissions.map(({ key }) => key));

    const unknown = design.endpoints.filter(({ permission }) => permission !== undefined && !known.has(permission));

    expect(unknown).toEqual([]);
  });
});

async function decorated(design: Design): Promise<DecoratedHandler[]> {
  const { files } = await buildPart(generators, design, (path) => path.endsWith('.controller.ts'));
  return files.flatMap(({ path, contents }) => handlersOf(path, contents));
}

function asDecorated({ summary, operation, entity, context, ...rest }: EndpointDesign): DecoratedHandler {
  expect(`${summary} ${operation} ${entity ?? 'base'} ${context}`).not.toContain('undefined');
  return rest;
}

function sorted(handlers: readonly DecoratedHandler[]): DecoratedHandler[] {
  return [...handlers].sort((a, b) => (a.handler < b.handler ? -1 : 1));
}
