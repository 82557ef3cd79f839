import Handlebars from 'handlebars/dist/handlebars.js';

import type { TemplateSource } from './load.js';

/** What Handlebars makes of a template; made and read by Handlebars only. */
export type TemplateSpecification = object;

/**
 * Strict: a word the view does not have is an error that names template and line. Helpers registered by others (node-plop shares the
 * global Handlebars) are out of reach, and nothing is escaped behind the template's back.
 */
export const compileOptions = { strict: true, knownHelpersOnly: true, noEscape: true } as const;

/** A good third of the templates have nothing to fill in. */
export const isConstant = (text: string): boolean => !text.includes('{{');

/** The text of a module that takes the place of `precompiled.ts`. */
export function precompileTemplates(source: TemplateSource): string {
  const entries = source.names().flatMap((name) => {
    const text = source.read(name);
    return isConstant(text)
      ? []
      : [`${JSON.stringify(name)}: ${Handlebars.precompile(text, compileOptions) as string}`];
  });
  return `export const precompiled = {\n${entries.join(',\n')}\n};\n`;
}
