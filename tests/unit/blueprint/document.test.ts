import { describe, expect, it } from 'vitest';

import { readBlueprint } from '../../../src/blueprint/read.js';
import { design } from '../../../src/design/index.js';
import { containerDiagram } from '../../../src/views/document/diagrams/system.js';
import { aBlueprint, aShop } from '../../support/blueprints.js';

const entities = 'Order: { fields: { total: money } }';

describe('document.diagrams', () => {
  it('is unicode where the blueprint says nothing', () => {
    expect(aShop(entities).document).toEqual({ diagrams: 'unicode' });
    expect(aShop(entities, 'document: {}').document).toEqual({ diagrams: 'unicode' });
  });

  it('ascii draws with 7-bit characters', () => {
    const blueprint = aShop(entities, 'document: { diagrams: ascii }');
    expect(containerDiagram(design(blueprint)).ascii).toMatch(/^[\x20-\x7e\n]+$/);
  });

  it('takes nothing else', () => {
    const text = 'blueprint: 1\nname: acme\ncontexts: {}\ndocument: { diagrams: svg }\n';
    const { diagnostics } = readBlueprint(text, 'blueprint.yaml');
    expect(diagnostics.map(({ at, severity }) => `${at.line} ${severity}`)).toContain('4 error');
    expect(() => aBlueprint('contexts: {}\ndocument: { drawings: ascii }')).toThrow('UNKNOWN_KEY');
  });
});
