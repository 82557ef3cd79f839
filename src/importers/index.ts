import type { Importer } from './importer.js';

/** Every importer, by name. */
export const importers: readonly Importer[] = [];
