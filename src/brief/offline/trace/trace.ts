import type { BlueprintSource } from '../../../blueprint/schema/blueprint.js';
import type { Quote } from '../../brief.js';
import type { Requirement } from '../../planner.js';
import type { Reading, Word } from '../../reading/reading.js';
import { qualitiesOf } from '../../reading/qualities.js';
import { groupBy } from '../../../text/group.js';
import { isCommonNoun } from '../propose/common-words.js';
import { isContent } from './content-words.js';
import { knowledgeOf, type Known } from './known.js';
import { clauseAround, passagesOf, type Passage } from './passages.js';
import { organizationWords } from './recognized.js';
import type { Match } from '../library/terms.js';
import { vocabularyOf, type Answer } from './vocabulary.js';

export interface Trace {
  readonly requirements: readonly Requirement[];
  /** Passages that ask for nothing that was recognised. */
  readonly notUnderstood: readonly string[];
  /** Every word that was recognised, with what it means. */
  readonly said: readonly Found[];
}

type Found = Match<Answer>;
type Draft = Omit<Requirement, 'id'>;

/** What the brief asks for, and what of a blueprint answers it. */
export function traceRequirements(reading: Reading, blueprint: BlueprintSource): readonly Requirement[] {
  return trace(reading, blueprint).requirements;
}

/** The same, with what the words of the brief are known to mean beside the names of the blueprint. */
export function trace(reading: Reading, blueprint: BlueprintSource, meant: readonly Found[] = []): Trace {
  const passages = passagesOf(reading);
  const stated = statedValues(reading, blueprint, passages);
  const said = [...meant, ...vocabularyOf(blueprint).matches(reading.sentences), ...stated.services];
  const bySentence = groupBy(said, ({ sentence }) => sentence);
  const known = knowledgeOf(blueprint, organizationWords(reading));
  const drafts: Draft[] = [...stated.requirements];
  const notUnderstood: string[] = [];
  let focus: ReadonlySet<string> = new Set();
  for (const passage of passages) {
    const within = inside(passage.quote);
    const here = (bySentence.get(passage.sentence) ?? []).filter(within);
    const values = stated.requirements.filter(({ quote }) => within(quote));
    const exclusions = exclusionsOf(passage, here);
    const answered = functionOf(passage, here, focus, values, known);
    drafts.push(
      ...exclusions,
      ...(answered && (answered.status !== 'open' || exclusions.length === 0) ? [answered] : []),
    );
    if (answered?.status === 'open') notUnderstood.push(passage.quote.text);
    const entities = here.filter(({ target, negated }) => target.kind === 'entity' && !negated);
    if (entities.length > 0) focus = new Set(entities.map(({ target }) => target.reference));
  }
  const ordered = drafts.sort(
    (left, right) => left.quote.start - right.quote.start || left.quote.end - right.quote.end,
  );
  return { requirements: ordered.map((draft, index) => ({ id: `R${index + 1}`, ...draft })), notUnderstood, said };
}

const inside =
  (quote: Pick<Quote, 'start' | 'end'>) =>
  ({ start, end }: Pick<Quote, 'start' | 'end'>): boolean =>
    start >= quote.start && end <= quote.end;

/** Numbers and cues of the whole system: a requirement for each clause that states some; services are named like other items. */
function statedValues(
  reading: Reading,
  blueprint: BlueprintSource,
  passages: readonly Passage[],
): { requirements: Draft[]; services: Found[] } {
  const origins = qualitiesOf(reading).origins.filter(({ path }) => isStated(referenceTo(path), blueprint));
  const placed = origins.flatMap(({ path, quote }) => {
    const passage = passages.find((candidate) => inside(candidate.quote)(quote));
    return passage ? [{ reference: referenceTo(path), quote, passage }] : [];
  });
  const isService = (reference: string): boolean => /^(?:integrations\.|webhooks$)/.test(reference);
  const services = placed.flatMap(({ reference, quote: { text, start, end }, passage: { sentence } }): Found[] => {
    if (!isService(reference)) return [];
    const kind = reference === 'webhooks' ? 'base' : 'integration';
    return [{ text, key: text, target: { kind, reference }, sentence, from: 0, to: 0, start, end, negated: false }];
  });
  const values = placed
    .filter(({ reference }) => !isService(reference))
    .map((each) => ({ ...each, clause: clauseAround(each.passage.quote, each.quote.start, each.quote.end) }));
  const requirements = [...groupBy(values, ({ clause }) => clause.start).values()].map((group): Draft => {
    const by = [...new Set(group.map(({ reference }) => reference))];
    const longest = group.reduce((left, right) => (right.clause.end > left.clause.end ? right : left));
    return { quote: longest.clause, kind: kindOf(by), status: 'covered', by };
  });
  return { requirements, services };
}

/** A requirement names the growth, not its years. */
const referenceTo = (path: string): string => path.replace(/^scale\.growth\..*$/, 'scale.growth');

const kindOf = (by: readonly string[]): Requirement['kind'] =>
  by.some((reference) => /^(?:scale|qualities)\b/.test(reference)) ? 'quality' : 'constraint';

function isStated(path: string, blueprint: BlueprintSource): boolean {
  const [section = '', ...keys] = path.split('.');
  if (section === 'tenancy') return true;
  if (!['scale', 'constraints', 'qualities', 'stack', 'integrations', 'webhooks'].includes(section)) return false;
  let value: unknown = (blueprint as Readonly<Record<string, unknown>>)[section];
  for (const key of keys) value = (value as Readonly<Record<string, unknown>> | undefined)?.[key];
  return value !== undefined;
}

/** What a passage rules out, a requirement for each run of such words. */
function exclusionsOf({ quote, words }: Passage, here: readonly Found[]): Draft[] {
  const runs: { first: Word; last: Word; nouns: number }[] = [];
  let before: Word | undefined;
  for (const word of words) {
    const run = runs.at(-1);
    if (word.negated && before?.negated && run)
      runs[runs.length - 1] = { ...run, last: word, nouns: run.nouns + Number(word.noun) };
    else if (word.negated) runs.push({ first: word, last: word, nouns: Number(word.noun) });
    before = word;
  }
  const clauses = runs
    .filter(({ nouns }) => nouns > 0)
    .map(({ first, last }) => clauseAround(quote, first.start, last.end));
  return [...new Map(clauses.map((clause) => [clause.start, clause])).values()].map((clause) => {
    const kept = here.find(
      ({ target, start, end, negated }) =>
        negated && target.kind === 'entity' && start >= clause.start && end <= clause.end,
    );
    const draft = { quote: clause, kind: 'exclusion', by: [] } as const;
    if (!kept) return { ...draft, status: 'excluded' };
    return { ...draft, status: 'open', note: `The brief also asks for what ${kept.target.reference} holds.` };
  });
}

const MOST_REFERENCES = 8;

/** What a passage asks the system to do, and what does it; nothing where it asks for nothing. */
function functionOf(
  passage: Passage,
  here: readonly Found[],
  focus: ReadonlySet<string>,
  stated: readonly Draft[],
  known: Known,
): Draft | undefined {
  if (passage.kind === 'heading') return undefined;
  const said = here.filter(({ negated }) => !negated);
  const isToldAlready = (place: Pick<Quote, 'start' | 'end'>): boolean =>
    stated.some(({ quote }) => inside(quote)(place));
  const isToldInFull = said.every(isToldAlready) && !known.isAboutIsolation(passage);
  const references = isToldInFull ? [] : referencesOf(passage, said, focus, known);
  const draft = { quote: passage.quote, kind: 'function' } as const;
  if (references.length > 0) {
    const by = references.slice(0, MOST_REFERENCES);
    const missing = missingIn(passage, by, said, isToldAlready, known);
    return missing === undefined
      ? { ...draft, by, status: 'covered' }
      : { ...draft, by, status: 'partial', note: missing };
  }
  if (stated.length > 0 || !isSaying(passage)) return undefined;
  const open = passage.words.filter(isContent).map(({ lower }) => lower);
  const why =
    isAsking(passage) && open.length > 0
      ? `No item answers it: nothing is known about ${listed(open)}.`
      : 'Not understood.';
  return { ...draft, by: [], status: 'open', note: why };
}

/** What takes part in an answer, the most telling first: what happens, then what is kept, then who. */
function referencesOf(passage: Passage, said: readonly Found[], focus: ReadonlySet<string>, known: Known): string[] {
  const of = (...kinds: Answer['kind'][]): Found[] => said.filter(({ target }) => kinds.includes(target.kind));
  const entities = new Set(of('entity').map(({ target }) => target.reference));
  const refersBack = /^(?:it|they|this|these|those|then|he|she)$/.test(passage.words[0]?.lower ?? '');
  const inFocus = entities.size === 0 || refersBack ? new Set([...entities, ...focus]) : entities;
  const actionsOn = (near: ReadonlySet<string>): Found[] => of('action').filter(({ target }) => near.has(target.of!));
  const own = actionsOn(inFocus);
  const actions = own.length > 0 ? own : actionsOn(focus);
  const reports = of('report').filter(({ from, to }) => to - from > 1 || isReporting(passage));
  const acted = new Set(actions.map(({ target }) => target.of!));
  const reactions = known.reactionsTo(passage, inFocus) ? ['reactions'] : [];
  const kept = [...entities].filter((reference) => !acted.has(reference));
  const firm = [
    ...(known.isAboutIsolation(passage) ? ['tenancy'] : []),
    ...[...actions, ...reports, ...of('integration', 'base')].map(({ target }) => target.reference),
    ...reactions,
    ...kept,
  ];
  const roles = of('role').map(({ target }) => target.reference);
  const contexts = firm.length > 0 ? [] : of('context').map(({ target }) => target.reference);
  const isAboutAccess = passage.words.some(({ lower }) => ACCESS.has(lower));
  const answers = [...new Set([...firm, ...contexts])];
  // A role alone answers nothing but who may do what.
  return isAboutAccess ? [...new Set([...answers, ...roles])] : answers;
}

/** One word more or less is a way of saying it. */
const MOST_MISSING = 1;

/** What the items do not speak of, as a note; nothing when the passage is answered. To be named is not to be answered. */
function missingIn(
  { words }: Passage,
  by: readonly string[],
  said: readonly Found[],
  isToldAlready: (place: Pick<Quote, 'start' | 'end'>) => boolean,
  known: Known,
): string | undefined {
  const bags = by.map(known.wordsOf);
  const isSpokenOf = ({ stem }: Word): boolean => bags.some((bag) => bag.has(stem));
  const isMeant = (word: Word): boolean =>
    isToldAlready(word) || said.some(({ start, end }) => word.start >= start && word.end <= end);
  const open = words.filter((word) => isContent(word) && !isMeant(word) && !isSpokenOf(word)).map(({ lower }) => lower);
  const numbers = words
    .filter((word) => isFigure(word) && !isToldAlready(word) && !isSpokenOf(word))
    .map(({ text }) => text);
  const missing = [...new Set([...(open.length > MOST_MISSING ? open : []), ...numbers])];
  if (missing.length > 0) return `No item is about ${listed(missing)}.`;
  const idle = by.find((one) => one.startsWith('integrations.') && !known.isWired(one.slice('integrations.'.length)));
  if (idle !== undefined) return `Nothing calls ${idle.slice('integrations.'.length)} yet.`;
  const limit = words.find(({ lower }) => LIMITING.has(lower));
  if (!limit || by.some((reference) => known.isLimited(reference, words))) return undefined;
  return `No rule, condition or role is found that says “${limit.lower}”.`;
}

const isFigure = ({ lower }: Word): boolean => /^[1-9]/.test(lower) || FIGURES.has(lower);

const FIGURES = new Set(
  'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty hundred thousand million once twice half'.split(
    ' ',
  ),
);

/** What these words say is said by a rule, a guard or a role, or by nothing. */
const LIMITING = new Set(
  'never only until unless cannot overlap overlaps overlapping exceed exceeds beyond most least maximum minimum unless limit limited'.split(
    ' ',
  ),
);

const ACCESS = new Set(
  'see sees read reads change changes edit edits view views may only access allowed own theirs their'.split(' '),
);

const ASKING = new Set(
  'must should shall need want can could may has have cannot never always only every each when if allow let support track manage record store send show see get able'.split(
    ' ',
  ),
);

const isAsking = ({ words, kind }: Passage): boolean =>
  kind === 'bullet' || kind === 'row' || words.some(({ lower }) => ASKING.has(lower));

const REPORTING = /^(?:reports?|reporting|analytics|dashboards?|statistics|kpis?|charts?|insights?|by|per)$/;

const isReporting = ({ words }: Passage): boolean => words.some(({ lower }) => REPORTING.test(lower));

/** More than a greeting: it names something. */
const isSaying = ({ words, kind }: Passage): boolean =>
  kind !== 'heading' && words.some(({ noun, negated, lower }) => noun && !negated && !isCommonNoun(lower));

function listed(words: readonly string[]): string {
  const shown = [...new Set(words)].slice(0, 5);
  return shown.length === 1 ? shown[0]! : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)!}`;
}
