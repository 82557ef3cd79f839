import Handlebars from 'handlebars/dist/handlebars.js';

import { packageTemplates, type TemplateSource } from './load.js';

/** How much choice is left in the templates: a figure to watch. */
export interface TemplateFigures {
  readonly templates: number;
  /** Of those, with neither a condition nor a loop. */
  readonly withoutControl: number;
  /** Between 0 and 1. */
  readonly share: number;
}

/** Templates of contributors make sources of this package, not of a repository: they are left out. */
export function templateFigures(source: TemplateSource = packageTemplates): TemplateFigures {
  const names = source.names().filter((name) => !name.startsWith('contributor/'));
  const plain = names.filter((name) =>
    Handlebars.parse(source.read(name)).body.every(({ type }) => type !== 'BlockStatement'),
  );
  return {
    templates: names.length,
    withoutControl: plain.length,
    share: names.length === 0 ? 0 : plain.length / names.length,
  };
}
