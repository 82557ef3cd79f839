import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readBlueprint } from '../../src/blueprint/read.js';
import { design } from '../../src/design/index.js';
import { matrixWords } from '../../src/views/document/security/access.js';
import { arbitrarySource } from '../support/arbitrary-blueprint.js';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 10);

type Source = Record<string, unknown>;

/** The printed matrix: by permission, the scope of each role. */
function matrixOf(source: Source): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const { blueprint, diagnostics } = readBlueprint(stringify(source), 'blueprint.yaml');
  if (!blueprint) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return new Map(
    matrixWords(design(blueprint)).flatMap(({ roles, rows }) => {
      const names = roles.split(' | ');
      return rows.map(({ permission, scopes }): [string, Record<string, string>] => {
        const cells = scopes.split(' | ');
        return [permission, Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))];
      });
    }),
  );
}

function withRole(source: Source, name: string, grants: readonly string[]): Source {
  return { ...source, roles: { ...(source.roles as Source | undefined), [name]: { summary: 'New', grants } } };
}

/** The source with one more entity, which nothing refers to, in its first context. */
function withEntity(source: Source): Source {
  const contexts = source.contexts as Record<string, { entities?: Source }>;
  const [first = ''] = Object.keys(contexts);
  const context = contexts[first];
  const entities = { ...context?.entities, Zebra: { fields: { stripes: 'int' } } };
  return { ...source, contexts: { ...contexts, [first]: { ...context, entities } } };
}

describe('the matrix of roles and permissions', () => {
  it('loses no permission when a role is added', () => {
    fc.assert(
      fc.property(arbitrarySource(), fc.constantFrom('*', 'users:read'), (source, grant) => {
        const before = matrixOf(source);
        const after = matrixOf(withRole(source, 'newcomer', [grant]));
        expect([...after.keys()]).toEqual([...before.keys()]);
        for (const [permission, scopes] of before) expect(after.get(permission)).toMatchObject(scopes);
      }),
      { numRuns },
    );
  });

  it('loses exactly the rows of an entity that is removed', () => {
    fc.assert(
      fc.property(arbitrarySource(), (source) => {
        const without = matrixOf(source);
        const rows = [...matrixOf(withEntity(source))];
        const own = rows.filter(([permission]) => permission.includes('.zebra:'));
        expect(own.map(([permission]) => permission.split(':')[1])).toEqual(['create`', 'delete`', 'read`', 'update`']);
        expect(rows.filter((row) => !own.includes(row))).toEqual([...without]);
      }),
      { numRuns },
    );
  });
});
