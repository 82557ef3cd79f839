import { block } from './block.js';
import { command } from './command.js';
import type { Contributor } from './contributor.js';
import { generator } from './generator.js';
import { importer } from './importer.js';
import { rule } from './rule.js';
import { stackOption } from './stack-option.js';

/** What people add to this product, in the order of "Where a change goes" in CONTRIBUTING.md. */
export const contributors: readonly Contributor[] = [stackOption, importer, command, rule, generator, block];
