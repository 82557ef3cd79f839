import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'yaml';

import { packageRoot } from '../package.js';
import type { Block } from './offline/block.js';

/** The domain blocks of the sources, in the order of their names; the build packs them (`packed-blocks.ts`). */
export function readBlocks(): Block[] {
  const folder = path.join(packageRoot, 'src', 'brief', 'offline', 'blocks');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => parse(readFileSync(path.join(folder, name), 'utf8')) as Block);
}
