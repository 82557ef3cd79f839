import type { DocumentOptions, Passage } from '../model.js';
import type { Place } from '../place.js';
import type { DocumentSource } from '../schema/document.js';
import { byName } from '../canonical.js';

export function buildDocument(source: DocumentSource | undefined, place: Place): DocumentOptions {
  return {
    diagrams: source?.diagrams ?? 'unicode',
    narrative: buildNarrative(source?.narrative, place.child('narrative')),
  };
}

function buildNarrative(source: DocumentSource['narrative'], place: Place): Passage[] {
  const passage = (slot: Passage['slot'], name: string, text: string): Passage => {
    const { at } = place.descend(name === '' ? [slot] : [slot, name]);
    return { slot, name, text, at, places: {} };
  };
  const named = (slot: 'contexts' | 'decisions') =>
    byName(Object.entries(source?.[slot] ?? {}).map(([name, text]) => passage(slot, name, text)));
  return [
    ...(source?.summary === undefined ? [] : [passage('summary', '', source.summary)]),
    ...named('contexts'),
    ...named('decisions'),
  ];
}
