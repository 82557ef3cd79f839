import { pascalCase } from '../../../text/case.js';
import type { Reading } from '../../reading/reading.js';
import type { Candidate } from '../propose/candidates.js';
import type { Hit, Selection } from './select.js';

/** What a shop sells is a product, whatever it is called. */
const WARE = 'Product';
const TRADING =
  /^(?:sells?|selling|sold|buys?|buying|choos(?:e|es|ing)|orders?|ordering|browses?|browsing|offers?|offering)$/;
const REACH = 4;

/** "Customers choose bouquets": where no product is named, the products are the bouquets. */
export function nameWares(selection: Selection, candidates: readonly Candidate[], { sentences }: Reading): Selection {
  const home = selection.blocks.find(({ entities }) => entities.includes(WARE));
  if (!home || selection.hits.some(({ target }) => target.name === WARE)) return selection;
  for (const { name, isPerson, mentions } of candidates) {
    const isTraded = mentions.some(({ sentence, from }) =>
      sentences[sentence]!.words.slice(Math.max(0, from - REACH), from).some(({ lower }) => TRADING.test(lower)),
    );
    if (isPerson || !isTraded) continue;
    const target = { kind: 'entity', block: home.block.id, name: WARE, as: pascalCase(name) } as const;
    const hits = mentions.map(({ sentence, from, to }): Hit => ({
      text: name,
      key: name,
      target,
      sentence,
      from,
      to,
      start: sentences[sentence]!.words[from]!.start,
      end: sentences[sentence]!.words[to - 1]!.end,
      negated: false,
    }));
    return { ...selection, hits: [...selection.hits, ...hits] };
  }
  return selection;
}
