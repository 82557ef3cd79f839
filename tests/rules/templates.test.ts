import { describe, expect, it } from 'vitest';

import { checkView } from '../../src/render/check-template.js';
import { packageTemplates } from '../../src/render/load.js';
import { views } from '../../src/views/index.js';

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
    // Contributor templates are rendered with the answers to plop's questions.
    expect(names.filter((name) => !owned.has(name) && !name.startsWith('contributor/'))).toEqual([]);
  });
});
