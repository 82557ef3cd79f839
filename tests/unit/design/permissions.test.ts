import { describe, expect, it } from 'vitest';
import { design } from '../../../src/design/index.js';
import { aBlueprint } from '../../support/blueprints.js';

const contexts = `
contexts:
  catalog:
    summary: What is for sale
    entities:
      Product:
        fields: { name: string(80), status: "enum(draft, active) = draft" }
        lifecycle: { publish: draft -> active }
      Tag:
        fields: { name: string(80) }
  ordering:
    summary: What was bought
    entities:
      Order:
        fields: { note: text }
`;

function grantsOf(...grants: string[]): string[] {
  const system = design(
    aBlueprint(
      `roles:\n  clerk: { summary: Works here, grants: [${grants.map((grant) => `"${grant}"`).join(', ')}] }\n${contexts}`,
    ),
  );
  const clerk = system.roles.find(({ name }) => name === 'clerk');
  return clerk?.grants.map(({ permission, scope }) => (scope === 'own' ? `${permission}:own` : permission)) ?? [];
}

describe('grants', () => {
  it.each([
    { given: ['ordering:read'], want: ['ordering.order:read'] },
    { given: ['catalog:read'], want: ['catalog.product:read', 'catalog.tag:read'] },
    { given: ['catalog.Product:publish'], want: ['catalog.product:publish'] },
    {
      given: ['catalog.Tag:*'],
      want: ['catalog.tag:create', 'catalog.tag:delete', 'catalog.tag:read', 'catalog.tag:update'],
    },
    { given: ['ordering:read:own'], want: ['ordering.order:read:own'] },
    { given: ['ordering:read:own', 'ordering:read'], want: ['ordering.order:read'] },
    { given: ['users:read'], want: ['users:read'] },
  ])('$given allows $want and nothing else', ({ given, want }) => {
    expect(grantsOf(...given)).toEqual(want);
  });

  it('gives the owner everything', () => {
    const system = design(aBlueprint(contexts));
    expect(system.roles[0]).toMatchObject({ name: 'owner' });
    expect(system.roles[0]?.grants.map(({ permission }) => permission)).toEqual(
      system.permissions.map(({ key }) => key),
    );
  });
});
