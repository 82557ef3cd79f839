import { describe, expect, it } from 'vitest';

import { checkView } from '../../src/render/check-template.js';
import { packageTemplates } from '../../src/render/load.js';
import { contributors } from '../../generators/contributor/index.js';
import { views as productViews } from '../../src/views/index.js';

const views = [...productViews, ...contributors.map(({ view }) => view)];
const names = packageTemplates.names();

/** Partials that a template includes by name. */
function includedBy(name: string): string[] {
  return [...packageTemplates.read(name).matchAll(/\{\{> ([\w/.-]+)/g)].map(([, partial]) => `partials/${partial}.hbs`);
}

describe('templates and views', () => {
  it.each(views.map((view) => [view.templates.join(', '), view] as const))('%s', (_, view) => {
    expect(checkView(view, packageTemplates)).toEqual([]);
  });

  it('belong to each other: no template is without a view, no partial without a template', () => {
    const owned = new Set([...views.flatMap((view) => view.templates), ...names.flatMap(includedBy)]);
    expect(names.filter((name) => !owned.has(name))).toEqual([]);
  });
});
