import type { TemplateSource } from '../../src/render/load.js';

/** Templates of a test, by name. */
export function templates(files: Readonly<Record<string, string>>): TemplateSource {
  return { names: () => Object.keys(files).sort(), read: (name) => files[name] ?? '' };
}
