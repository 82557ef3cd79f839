import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readBlueprint } from '../../src/blueprint/read.js';
import { design } from '../../src/design/index.js';
import type { Design } from '../../src/design/model.js';
import { packageRoot } from '../../src/render/load.js';

/** The facts of an example, without its files. */
export function exampleDesign(example: 'ecommerce' | 'minimal' | 'crm'): Design {
  const file = path.join(packageRoot, 'examples', example, 'blueprint.yaml');
  const { blueprint } = readBlueprint(readFileSync(file, 'utf8'), file);
  if (!blueprint) throw new Error(`examples/${example} has no blueprint.`);
  return design(blueprint);
}
