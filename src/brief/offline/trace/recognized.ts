import type { BlueprintSource } from '../../../blueprint/schema/blueprint.js';
import { singular } from '../../../text/plural.js';
import type { Quote } from '../../brief.js';
import type { Quantity, Reading } from '../../reading/reading.js';
import { wordsOf } from '../../reading/words.js';
import { renameSlug, type Renaming } from '../names/names.js';
import type { KnownMention } from '../propose/propose.js';
import type { Hit, Selection } from '../select/select.js';
import { entitiesByName, type System } from '../compose/system.js';
import type { Match } from '../library/terms.js';
import { vocabularyOf, type Answer } from './vocabulary.js';

type Place = Pick<Quote, 'start' | 'end'>;

/** Words of the brief that selected something, each with what it became; `composed` has the names from before the renaming. */
export function meantBy({ hits, blocks }: Selection, composed: System, renaming: Renaming): Match<Answer>[] {
  const entities = entitiesByName(composed);
  const contexts = new Map(
    blocks.map(({ block }) => [block.id, Object.keys(block.contexts).find((name) => name in composed.contexts)]),
  );
  const contextName = (name: string): string => renaming.contexts.get(name) ?? name;
  const answerOf = ({ target: { kind, block, name } }: Hit): Answer | undefined => {
    switch (kind) {
      case 'entity': {
        const placed = entities.get(name);
        return placed && { kind, reference: `${contextName(placed.context)}.${renaming.entities.get(name) ?? name}` };
      }
      case 'role':
        return name in composed.roles ? { kind, reference: `roles.${renaming.roles.get(name) ?? name}` } : undefined;
      case 'integration':
        return name in composed.integrations ? { kind, reference: `integrations.${name}` } : undefined;
      case 'report':
        return name in composed.reports
          ? { kind, reference: `reports.${renameSlug(name, renaming.entities)}` }
          : undefined;
      case 'strong':
      case 'weak': {
        const context = contexts.get(block);
        if (context === undefined) return undefined;
        return { kind: kind === 'strong' ? 'context' : 'hint', reference: contextName(context) };
      }
      case 'not':
        return undefined;
    }
  };
  return hits.flatMap((hit) => {
    const target = answerOf(hit);
    return target ? { ...hit, target } : [];
  });
}

/** What the brief says of a system: words that selected something, and the names of what was selected. */
export function saidOf(system: System, reading: Reading, meant: readonly Match<Answer>[]): Match<Answer>[] {
  return [...meant, ...vocabularyOf(asBlueprint(system)).matches(reading.sentences)];
}

const MERELY_NEAR: ReadonlySet<Answer['kind']> = new Set(['value', 'hint']);

/** Words that mean something already: nothing is proposed for them. */
export function knownPlaces(reading: Reading, said: readonly Match<Answer>[]): Place[] {
  return [
    ...said.filter(({ target }) => !MERELY_NEAR.has(target.kind)),
    ...reading.quantities.filter(isAboutTheSystem).map(({ quote }) => quote),
    ...reading.cues.map(({ quote }) => quote),
  ];
}

/** "10 000 orders a month" and "12 warehouses" count things of the system; the other numbers are about the system itself. */
const isAboutTheSystem = ({ kind }: Quantity): boolean => kind !== 'other' && kind !== 'rowsPerMonth';

/** Entities of the system where sentences name them. */
export function knownMentions(reading: Reading, said: readonly Match<Answer>[]): KnownMention[] {
  return said.flatMap(({ target, negated, sentence, from, to }) => {
    if (target.kind !== 'entity' || negated) return [];
    const [context = '', entity = ''] = target.reference.split('.');
    const last = reading.sentences[sentence]!.words[to - 1]!.lower;
    return { context, entity, sentence, from, to, plural: singular(last) !== last };
  });
}

/** What the vocabulary reads of a blueprint is there before the rest of it. */
const asBlueprint = (system: System): BlueprintSource => ({
  blueprint: 1,
  name: 'system',
  ...(system as unknown as Omit<BlueprintSource, 'blueprint' | 'name'>),
});

/** Stems of the words for an organization: "200 shops at launch", "we host shops". Every row belongs to one already. */
export function organizationWords({ quantities, cues, sentences }: Reading): Set<string> {
  const counted = quantities.flatMap(({ kind, of }) => (kind === 'tenants' && of !== undefined ? wordsOf(of) : []));
  const places = cues.filter(({ kind, value, negated }) => kind === 'tenancy' && value === 'shared' && !negated);
  const hosted = sentences
    .flatMap(({ words }) => words)
    .filter(
      ({ noun, start, end }) =>
        noun && places.some(({ quote }) => /^we\b/i.test(quote.text) && start >= quote.start && end <= quote.end),
    )
    .slice(0, 1);
  return new Set([...counted, ...hosted].map(({ stem }) => stem));
}
