import { createRequire } from 'node:module';
import path from 'node:path';

import { packageRoot } from './render/load.js';

export { packageRoot };

const manifest = createRequire(import.meta.url)(path.join(packageRoot, 'package.json')) as { version: string };

/** This package, as manifests name it. */
export const tool = { name: 'create-backend-blueprint', version: manifest.version } as const;

/** The examples that ship with the package, the usual choice first; each is a folder of `examples/`. */
export const PRESETS = ['ecommerce', 'minimal', 'crm'] as const;
export type Preset = (typeof PRESETS)[number];

export function presetFile(preset: Preset): string {
  return path.join(packageRoot, 'examples', preset, 'blueprint.yaml');
}
