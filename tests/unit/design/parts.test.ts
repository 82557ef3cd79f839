import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { generators } from '../../../generators/index.js';
import { readBlueprint } from '../../../src/blueprint/read.js';
import { design } from '../../../src/design/index.js';
import { parts } from '../../../src/design/parts.js';
import { collectRequests } from '../../../src/plan/collect.js';
import { packageRoot } from '../../../src/render/load.js';

async function pathsOf(example: string): Promise<ReadonlySet<string>> {
  const file = path.join(packageRoot, 'examples', example, 'blueprint.yaml');
  const { blueprint } = readBlueprint(readFileSync(file, 'utf8'), file);
  if (!blueprint) throw new Error(`examples/${example} has no blueprint.`);
  const collected = await collectRequests(generators, design(blueprint));
  return new Set(collected.map(({ request }) => request.path));
}

/** A folder is there when a file below it is. */
function holds(paths: ReadonlySet<string>, wanted: string): boolean {
  return paths.has(wanted) || [...paths].some((one) => one.startsWith(`${wanted}/`));
}

/** Parts that a repository holds only where its blueprint asks for them: minimal has no rich text. */
const ON_DEMAND = new Set(['rich-text']);

describe('the table of parts', () => {
  it.each(['ecommerce', 'minimal'])(
    'says of %s where each generated part stands and what shows it',
    async (example) => {
      const paths = await pathsOf(example);
      const wanted = parts.filter(
        ({ id, state }) => state === 'generated' && (example === 'ecommerce' || !ON_DEMAND.has(id)),
      );
      const missing = wanted.flatMap(({ id, where, proof }) =>
        [...where, ...proof].filter((one) => !holds(paths, one)).map((one) => `${id}: ${one}`),
      );
      expect(missing).toEqual([]);
      expect(wanted.filter(({ where }) => where.length === 0).map(({ id }) => id)).toEqual([]);
    },
  );

  it('calls nothing designed that is written', async () => {
    const paths = await pathsOf('ecommerce');
    const written = parts
      .filter(({ state }) => state === 'designed')
      .flatMap(({ id, where }) => where.filter((one) => holds(paths, one)).map((one) => `${id}: ${one}`));
    expect(written).toEqual([]);
  });

  it('shows no designed part to be proved', () => {
    expect(parts.filter(({ state, proof }) => state === 'designed' && proof.length > 0)).toEqual([]);
  });

  it('names tests and workflows as proofs, nothing else', () => {
    const other = parts.flatMap(({ proof }) => proof).filter((one) => !/\.spec\.ts$|^\.github\/workflows\//.test(one));
    expect(other).toEqual([]);
  });
});
