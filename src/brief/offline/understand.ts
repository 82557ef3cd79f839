import { spacedCase } from '../../text/case.js';
import { groupBy } from '../../text/group.js';
import { plural } from '../../text/plural.js';
import type { ItemOrigin } from '../planner.js';
import { qualitiesOf, type StatedQualities } from '../reading/qualities.js';
import type { Reading } from '../reading/reading.js';
import { wordsOf } from '../reading/words.js';
import { wantedServices } from './compose/blueprint-of.js';
import { borrow } from './select/borrow.js';
import { candidatesIn, type Candidate } from './propose/candidates.js';
import { compose } from './compose/compose.js';
import type { Library } from './library/library.js';
import { renamingFor, type Renaming } from './names/names.js';
import { MOST_PROPOSED, propose, type Proposal } from './propose/propose.js';
import { knownMentions, knownPlaces, meantBy, organizationWords, saidOf } from './trace/recognized.js';
import { rename } from './names/rename.js';
import { addRequestedReports } from './compose/requested-reports.js';
import { rowsPerMonth } from './trace/rows.js';
import { isShort, MOST_OF_A_SHORT_BRIEF, select, type Selection } from './select/select.js';
import { wireServices } from './compose/services.js';
import { placedEntities, type Named, type System } from './compose/system.js';
import type { Match } from './library/terms.js';
import { ownName, titleOf, type Title } from './names/title.js';
import type { Answer } from './trace/vocabulary.js';
import { nameWares } from './select/wares.js';
import { wishesOf } from './select/wishes.js';

/** What a brief was understood to ask for, before anybody has answered a question about it. */
export interface Understood {
  readonly selection: Selection;
  readonly qualities: StatedQualities;
  readonly proposal: Proposal;
  readonly system: System;
  /** Words of the brief that selected something, with what it became. */
  readonly meant: readonly Match<Answer>[];
  readonly renaming: Renaming;
  readonly rows: Named<number>;
  readonly rowOrigins: readonly ItemOrigin[];
}

export type Watch = (stage: string, names: readonly string[]) => void;

/** Selects blocks, composes them, calls things as the brief does, and proposes what no block knows. */
export function understand(reading: Reading, library: Library, watch: Watch): Understood {
  const qualities = qualitiesOf(reading);
  const own = new Set([...properWords(reading), ...organizationWords(reading)]);
  const open = (state: Composed) => candidatesIn(reading, knownPlaces(reading, state.said), own);

  const asked = composed(select(reading.sentences, library), reading, qualities);
  const things = open(asked);
  const whole = borrow(nameWares(asked.selection, things, reading), things, library, placesIn(reading));
  const state = whole === asked.selection ? asked : composed(whole, reading, qualities);
  const { selection, renaming, meant, named, said } = state;
  watch(
    'select',
    selection.blocks.map(({ block }) => block.id),
  );
  watch(
    'compose',
    placedEntities(named).map((placed) => placed.name),
  );

  const proposal = propose(named, reading, open(state), knownMentions(reading, said), roomFor(reading, named));
  watch(
    'propose',
    proposal.proposed.map(({ word }) => word),
  );

  const all = proposal.proposed.length === 0 ? said : saidOf(proposal.system, reading, meant);
  const mentions = knownMentions(reading, all);
  const system = addRequestedReports(proposal.system, reading, mentions, meant);
  const { rows, origins } = rowsPerMonth(reading, system, mentions);
  return { selection, qualities, proposal, system, meant, renaming, rows, rowOrigins: origins };
}

/** How many entities may be proposed: a brief of a few lines asks for a small system. */
function roomFor(reading: Reading, system: System): number {
  const room = MOST_OF_A_SHORT_BRIEF - placedEntities(system).length;
  return isShort(reading.sentences) ? Math.max(0, Math.min(MOST_PROPOSED, room)) : MOST_PROPOSED;
}

/** Words of the system's own name, but for those that the brief also writes as plain words: "Hive book" speaks of hives. */
function properWords(reading: Reading): string[] {
  const prose = reading.sentences.filter(({ kind }) => kind !== 'heading').flatMap(({ words }) => words);
  const plain = new Set(prose.filter(({ text, lower }) => text === lower).map(({ stem }) => stem));
  return wordsOf(ownName(reading) ?? '').flatMap(({ stem }) => (plain.has(stem) ? [] : [stem]));
}

/** A selection as one system in the brief's own words. */
interface Composed {
  readonly selection: Selection;
  readonly renaming: Renaming;
  readonly named: System;
  readonly meant: readonly Match<Answer>[];
  readonly said: readonly Match<Answer>[];
}

function composed(selection: Selection, reading: Reading, { parts, wantsWebhooks }: StatedQualities): Composed {
  const bare = compose(selection, wishesOf(reading, wantsWebhooks));
  const wired = wireServices(bare, wantedServices(parts, selection));
  const renaming = renamingFor(wired, selection.hits);
  const named = rename(wired, renaming);
  const meant = meantBy(selection, wired, renaming);
  return { selection, renaming, named, meant, said: saidOf(named, reading, meant) };
}

/** Where in the text a candidate is mentioned. */
const placesIn =
  ({ sentences }: Reading) =>
  ({ mentions }: Candidate): { start: number; end: number }[] =>
    mentions.map(({ sentence, from, to }) => {
      const { words } = sentences[sentence]!;
      return { start: words[from]!.start, end: words[to - 1]!.end };
    });

/** How the system is called; `name` is the name that a person has chosen. */
export function titleFor(reading: Reading, { selection, system }: Understood, name: string | undefined): Title {
  const telling = new Set(selection.hits.map(({ sentence }) => sentence));
  const [first] = placedEntities(system);
  return titleOf(reading, {
    name,
    fallback: mainDomain(selection) ?? plural(spacedCase(first?.name ?? 'system')),
    isTelling: (sentence) => telling.has(sentence),
  });
}

/** The block that the brief speaks of most, by the name of its file: `event tickets`. */
function mainDomain({ blocks, hits }: Selection): string | undefined {
  const said = groupBy(hits, ({ target }) => target.block);
  const asked = blocks
    .filter((each) => each.asked)
    .map(({ block }) => ({ id: block.id, weight: said.get(block.id)?.length ?? 0 }));
  const [first] = asked.sort((left, right) => right.weight - left.weight);
  return first && spacedCase(first.id);
}
