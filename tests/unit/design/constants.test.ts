import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { generators } from '../../../generators/index.js';
import { readBlueprint } from '../../../src/blueprint/read.js';
import { CONSTANTS, type CodeConstant } from '../../../src/design/constants.js';
import { design } from '../../../src/design/index.js';
import { buildPart } from '../../../src/plan/build.js';
import { packageRoot } from '../../../src/render/load.js';

const constants: readonly CodeConstant[] = Object.values(CONSTANTS);

describe('constants of the generated code', () => {
  it.each(['ecommerce', 'minimal'])('are the numbers that the code of %s holds', async (example) => {
    const file = path.join(packageRoot, 'examples', example, 'blueprint.yaml');
    const { blueprint } = readBlueprint(readFileSync(file, 'utf8'), file);
    if (!blueprint) throw new Error(`examples/${example} has no blueprint.`);
    const files = new Set(constants.map(({ where }) => where));
    const plan = await buildPart(generators, design(blueprint), (one) => files.has(one));
    const contents = new Map(plan.files.map((one) => [one.path, one.contents]));
    const found = constants.map(({ id, where, pattern, perUnit }) => {
      const [, digits] = pattern.exec(contents.get(where) ?? '') ?? [];
      return [id, digits === undefined ? `not found in ${where}` : Number(digits.replaceAll('_', '')) / perUnit];
    });
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(constants.map(({ id, value }) => [id, value])));
  });
});
