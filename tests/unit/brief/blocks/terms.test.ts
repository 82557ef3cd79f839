import { describe, expect, it } from 'vitest';

import { cleanBrief } from '../../../../src/brief/clean.js';
import type { Block } from '../../../../src/brief/offline/library/block.js';
import { libraryOf } from '../../../../src/brief/offline/library/library.js';
import { select, type Selection } from '../../../../src/brief/offline/select/select.js';
import { read } from '../../../../src/brief/reading/read.js';
import { entitiesOf, library } from './support/library.js';

const indexed = libraryOf(library);

const selectFrom = (text: string): Selection => select(read(cleanBrief(text, 'a brief')).sentences, indexed);

const asked = (text: string): string[] =>
  selectFrom(text).blocks.flatMap((each) => (each.asked ? [each.block.id] : []));

/** A term as a brief has it: `=` only says how it is compared. */
const spoken = (term: string): string => term.replaceAll('=', '');

/** Words that ask for several domains at once. */
const UMBRELLAS: Readonly<Record<string, readonly string[]>> = {
  checkout: ['carts', 'orders', 'payments'],
  crm: ['activities', 'crm-accounts', 'crm-sales'],
  'sales pipeline': ['crm-accounts', 'crm-sales'],
  'sales rep': ['crm-accounts', 'crm-sales'],
  'sales representative': ['crm-accounts', 'crm-sales'],
  'sales team': ['crm-accounts', 'crm-sales'],
  ...Object.fromEntries(
    ['e-commerce', 'ecommerce', 'online shop', 'online store', 'storefront', 'web shop', 'webshop'].map((word) => [
      word,
      ['carts', 'catalog', 'orders'],
    ]),
  ),
};

describe('strong terms', () => {
  it('ask for one block each, save for words that stand for several domains', () => {
    const blocks = new Map<string, string[]>();
    for (const { id, terms } of library) {
      for (const term of terms.strong.map((each) => spoken(each).toLowerCase())) {
        blocks.set(term, [...(blocks.get(term) ?? []), id]);
      }
    }
    const shared = Object.fromEntries([...blocks].filter(([, ids]) => ids.length > 1));
    expect(shared).toEqual(UMBRELLAS);
  });

  it.each(library)('of $id select it', (block) => {
    const deaf = block.terms.strong.filter((term) => !asked(`It is about ${spoken(term)}.`).includes(block.id));
    expect(deaf).toEqual([]);
  });
});

describe('weak terms', () => {
  it.each(library.filter(({ terms }) => terms.weak))('of $id are heard', (block) => {
    const deaf = block.terms.weak!.filter((term) => !hears(block, `It is about ${spoken(term)}.`, 'weak', term));
    expect(deaf).toEqual([]);
  });

  it.each(library.filter(({ terms }) => terms.weak))('of $id do not select it alone', (block) => {
    const alone = block.terms.weak!.filter((term) => {
      const text = `It is about ${spoken(term)}.`;
      const { hits, blocks } = selectFrom(text);
      const isStrong = hits.some(({ target }) => target.block === block.id && target.kind === 'strong');
      const weak = new Set(hits.flatMap(({ target, text: said }) => (isWeakOf(block, target) ? [said] : [])));
      return !isStrong && weak.size < 2 && blocks.some((each) => each.asked && each.block.id === block.id);
    });
    expect(alone).toEqual([]);
  });
});

const isWeakOf = ({ id }: Block, target: { kind: string; block: string }): boolean =>
  target.kind === 'weak' && target.block === id;

/** Whether the term is among the hits of its block once something else has selected the block. */
function hears(block: Block, text: string, kind: string, term: string): boolean {
  const [strong = ''] = block.terms.strong;
  const { hits } = selectFrom(`It is about ${spoken(strong)}. ${text}`);
  return hits.some((hit) => hit.target.kind === kind && hit.target.block === block.id && hit.text === term);
}

describe('terms of entities', () => {
  const optional = library.flatMap((block) =>
    entitiesOf(block)
      .filter(({ entity }) => !entity.core)
      .map(({ name, entity }) => ({ block, name, terms: entity.terms ?? [] })),
  );

  it.each(optional)('bring $name', ({ block, name, terms }) => {
    const [strong = ''] = block.terms.strong;
    const deaf = terms.filter((term) => {
      const { blocks } = selectFrom(`It is about ${spoken(strong)}. There is ${spoken(term)}.`);
      return !blocks.some((each) => each.block.id === block.id && each.entities.includes(name));
    });
    expect(deaf).toEqual([]);
  });
});
