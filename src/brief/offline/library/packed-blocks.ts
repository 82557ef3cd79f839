import type { Block } from './block.js';

/** The domain blocks as the build packs them, so that no YAML is parsed at run time. Undefined in the sources, where `load.ts` reads them. */
export const packedBlocks: readonly Block[] | undefined = undefined;
