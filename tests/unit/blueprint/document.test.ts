import { describe, expect, it } from 'vitest';

import { readBlueprint } from '../../../src/blueprint/read.js';
import { design } from '../../../src/design/index.js';
import { containerDiagram } from '../../../src/views/document/diagrams/system.js';
import { aBlueprint, aShop } from '../../support/blueprints.js';

const entities = 'Order: { fields: { total: money } }';

describe('document.diagrams', () => {
  it('is unicode where the blueprint says nothing', () => {
    expect(aShop(entities).document).toMatchObject({ diagrams: 'unicode' });
    expect(aShop(entities, 'document: {}').document).toMatchObject({ diagrams: 'unicode' });
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

describe('document.narrative', () => {
  const passages = (narrative: string) =>
    aShop(entities, `document: { narrative: ${narrative} }`).document.narrative.map(({ slot, name, text }) => ({
      slot,
      name,
      text,
    }));

  it('is empty where the blueprint says nothing', () => {
    expect(aShop(entities).document.narrative).toEqual([]);
    expect(passages('{}')).toEqual([]);
  });

  it('is read by slot and name, whatever the order of the keys', () => {
    const want = [
      { slot: 'summary', name: '', text: 'A shop.' },
      { slot: 'contexts', name: 'shop', text: 'It sells.' },
      { slot: 'decisions', name: 'orm', text: 'Types.' },
      { slot: 'decisions', name: 'queue', text: 'Jobs.' },
    ];
    expect(
      passages('{ decisions: { queue: Jobs., orm: Types. }, contexts: { shop: It sells. }, summary: A shop. }'),
    ).toEqual(want);
  });

  it('knows where each passage stands', () => {
    const text =
      'blueprint: 1\nname: acme\ncontexts: {}\ndocument:\n  narrative:\n    summary: One.\n    decisions: { queue: Two. }\n';
    const { blueprint } = readBlueprint(text, 'blueprint.yaml');
    expect(blueprint?.document.narrative.map(({ at }) => at)).toEqual([
      { line: 6, column: 5 },
      { line: 7, column: 18 },
    ]);
  });

  it('is about contexts that exist', () => {
    expect(() => passages('{ contexts: { shops: x } }')).toThrow('UNKNOWN_CONTEXT');
  });
});
