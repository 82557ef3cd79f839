import type { BlueprintSource } from '../../blueprint/schema/blueprint.js';
import type { Quote } from '../brief.js';
import type { Requirement } from '../planner.js';
import type { Reading, Word } from '../reading/reading.js';
import { qualitiesOf } from '../reading/qualities.js';
import { groupBy } from '../../text/group.js';
import { isCommonNoun } from './common-words.js';
import { clauseAround, passagesOf, type Passage } from './passages.js';
import type { Match } from './terms.js';
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
  const drafts: Draft[] = [...stated.requirements];
  const notUnderstood: string[] = [];
  let focus: ReadonlySet<string> = new Set();
  for (const passage of passages) {
    const within = inside(passage.quote);
    const here = (bySentence.get(passage.sentence) ?? []).filter(within);
    const values = stated.requirements.filter(({ quote }) => within(quote));
    const exclusions = exclusionsOf(passage, here);
    const answered = functionOf(passage, here, focus, values);
    drafts.push(...exclusions, ...(answered ? [answered] : []));
    if (exclusions.length + values.length === 0 && !answered && isSaying(passage))
      notUnderstood.push(passage.quote.text);
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
): Draft | undefined {
  if (passage.kind === 'heading') return undefined;
  const said = here.filter(({ negated }) => !negated);
  // What only states a number or a cue of the whole system is told already.
  const more = said.filter(
    (match) => !stated.some(({ quote }) => match.start >= quote.start && match.end <= quote.end),
  );
  const references = more.length > 0 ? referencesOf(said, focus, isAboutAccess(passage)) : [];
  const open = unanswered(passage.words, [...said, ...stated.map(({ quote }) => quote)]);
  const draft = { quote: passage.quote, kind: 'function' } as const;
  if (references.length > 0) {
    const isPartial = open.length > 1 && open.length > references.length;
    return {
      ...draft,
      by: references.slice(0, MOST_REFERENCES),
      status: isPartial ? 'partial' : 'covered',
      ...(isPartial ? { note: `No item is about ${listed(open)}.` } : {}),
    };
  }
  if (stated.length > 0 || open.length === 0 || !isAsking(passage)) return undefined;
  return { ...draft, by: [], status: 'open', note: `No item answers it: nothing is known about ${listed(open)}.` };
}

function referencesOf(said: readonly Found[], focus: ReadonlySet<string>, aboutAccess: boolean): string[] {
  const of = (...kinds: Answer['kind'][]): string[] =>
    said.filter(({ target }) => kinds.includes(target.kind)).map(({ target }) => target.reference);
  const entities = new Set(of('entity'));
  const inFocus = entities.size > 0 ? entities : focus;
  const actions = said
    .filter(({ target }) => target.kind === 'action' && inFocus.has(target.of!))
    .map(({ target }) => target.reference);
  const firm = [...entities, ...actions, ...of('report', 'integration', 'role', 'base')];
  const references = [...new Set([...firm, ...(entities.size + actions.length > 0 ? [] : of('context'))])];
  // A role alone answers nothing but who may do what.
  return aboutAccess || references.some((reference) => !reference.startsWith('roles.')) ? references : [];
}

const ACCESS = new Set(
  'see sees read reads change changes edit edits view views may only access allowed own theirs their'.split(' '),
);

const isAboutAccess = ({ words }: Passage): boolean => words.some(({ lower }) => ACCESS.has(lower));

/** Things that a passage names and nothing answers, as it writes them. */
function unanswered(words: readonly Word[], answered: readonly Pick<Quote, 'start' | 'end'>[]): string[] {
  const open = words.filter(
    ({ noun, negated, lower, start, end }) =>
      noun && !negated && !isCommonNoun(lower) && !answered.some((span) => start >= span.start && end <= span.end),
  );
  return [...new Map(open.map(({ stem, lower }) => [stem, lower])).values()];
}

const ASKING = new Set(
  'must should shall need want can could may has have cannot never always only every each when if allow let support track manage record store send show see get able'.split(
    ' ',
  ),
);

const isAsking = ({ words, kind }: Passage): boolean =>
  kind === 'bullet' || kind === 'row' || words.some(({ lower }) => ASKING.has(lower));

/** More than a greeting: it names something. */
const isSaying = ({ words, kind }: Passage): boolean =>
  kind !== 'heading' && words.some(({ noun, lower }) => noun && !isCommonNoun(lower));

function listed(words: readonly string[]): string {
  const shown = words.slice(0, 4);
  return shown.length === 1 ? shown[0]! : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)!}`;
}
