import type { Diagnostic } from '../blueprint/diagnostic.js';
import type { Blueprint, Passage } from '../blueprint/model.js';
import { isDead, readReference } from '../blueprint/reference.js';
import { visible } from '../text/escape.js';
import { didYouMean } from '../text/nearest.js';
import { headline } from './amount.js';
import { factsOf } from './explain.js';
import type { Fact } from './fact.js';
import type { Design } from './model.js';

/** Characters that a passage may have. */
const LONGEST = 1200;

/** Facts, contexts, entities and roles that a passage refers to: `{scale.poolSize}`, `{sales}`, `{sales.Deal}`. */
const REFERENCE = /\{([^{}]*)\}/g;

/**
 * Why a passage is not printed; nothing when it may be. A passage tells, and claims nothing that the design does not know: every figure
 * is a reference to a fact, every name is one of the system or of a product that a decision compares.
 */
export function narrativeProblems(passage: string, design: Design): readonly string[] {
  return narratorOf(design).problemsOf(passage);
}

/** A passage with its references replaced, in plain words with names in backticks. Nothing where there is none, or none that may be printed. */
export function passageOf(design: Design, slot: Passage['slot'], name = ''): string | undefined {
  const passage = design.blueprint.document.narrative.find((one) => one.slot === slot && one.name === name);
  if (!passage) return undefined;
  const narrator = narratorOf(design);
  return narrator.problemsOf(passage.text).length > 0 ? undefined : narrator.told(passage.text);
}

/** One warning for each passage that is not printed. */
export function narrativeFindings(design: Design): Diagnostic[] {
  const { document, file } = design.blueprint;
  if (document.narrative.length === 0) return [];
  const narrator = narratorOf(design);
  return document.narrative.flatMap((passage) => {
    const [problem] = [...narrator.slotProblems(passage), ...narrator.problemsOf(passage.text)];
    if (problem === undefined) return [];
    const message = `${subjectOf(passage)} is not printed: ${problem}`;
    const hint = 'The document says it in its own words instead.';
    return [{ code: 'NARRATIVE_DROPPED', severity: 'warning', message, hint, file, at: passage.at }];
  });
}

function subjectOf({ slot, name }: Passage): string {
  if (slot === 'summary') return 'The summary of the document';
  return `The passage about the ${slot === 'contexts' ? 'context' : 'decision'} "${name}"`;
}

/** Finding all facts of a design takes longer than reading a passage. */
const narrators = new WeakMap<Design, Narrator>();

function narratorOf(design: Design): Narrator {
  const known = narrators.get(design) ?? new Narrator(design);
  narrators.set(design, known);
  return known;
}

/** Knows what a passage about one system may name. */
class Narrator {
  private readonly facts: ReadonlyMap<string, Fact<unknown>>;
  private readonly names: ReadonlySet<string>;
  private readonly words: ReadonlySet<string>;

  constructor(private readonly design: Design) {
    this.facts = factsOf(design);
    this.names = namesOf(design);
    this.words = new Set([...this.names, ...COMMON, ...oddWordsIn(textsOf(design))]);
  }

  slotProblems({ slot, name }: Passage): string[] {
    const ids = this.design.decisions.map(({ id }) => id);
    if (slot !== 'decisions' || ids.includes(name)) return [];
    return [[`There is no decision "${name}".`, didYouMean(name, ids)].filter(Boolean).join(' ')];
  }

  problemsOf(passage: string): string[] {
    const prose = passage.replaceAll(REFERENCE, ' ');
    const plain = prose.replaceAll(/`[^`]*`/g, ' ');
    return [
      ...(passage.length > LONGEST ? [`It has ${passage.length} characters; ${LONGEST} are the most.`] : []),
      ...references(passage).flatMap((id) => this.referenceProblem(id) ?? []),
      ...codesIn(prose).flatMap((name) => (this.names.has(name) ? [] : [`\`${name}\` is no name of the blueprint.`])),
      ...markupIn(plain),
      ...figuresIn(plain),
      ...oddWordsIn([plain]).flatMap((word) =>
        this.words.has(word) ? [] : [`"${word}" is no name that is known here.`],
      ),
    ];
  }

  /** Only for a passage without problems. */
  told(passage: string): string {
    return passage
      .replaceAll(REFERENCE, (_, id: string) => this.valueOf(id) ?? '')
      .replaceAll(/\s+/g, ' ')
      .trim();
  }

  private referenceProblem(id: string): string | undefined {
    if (this.valueOf(id) !== undefined) return undefined;
    return [`There is no fact {${id}}.`, didYouMean(id, this.facts.keys())].filter(Boolean).join(' ');
  }

  private valueOf(id: string): string | undefined {
    const fact = this.facts.get(id);
    if (fact) return typeof fact.value === 'number' ? headline({ ...fact, value: fact.value }) : undefined;
    const read = readReference(id, this.design.blueprint);
    if (isDead(read)) return undefined;
    if (read.kind === 'context') return `\`${read.context}\``;
    if (read.kind === 'entity') return `\`${read.member ?? read.entity}\``;
    return read.kind === 'value' && NAMED_SECTIONS.includes(read.section) ? `\`${read.key}\`` : undefined;
  }
}

/** Abbreviations that claim nothing. */
const COMMON = ['API', 'CSV', 'EU', 'HR', 'HTTP', 'ID', 'IT', 'JSON', 'PDF', 'SMS', 'UI', 'UK', 'URL', 'US', 'VAT'];

const NAMED_SECTIONS = ['roles', 'reports', 'integrations'];

const references = (passage: string): string[] => [...passage.matchAll(REFERENCE)].map(([, id = '']) => id);

const codesIn = (prose: string): string[] => [...prose.matchAll(/`([^`]*)`/g)].map(([, name = '']) => name);

/** Names that may stand in backticks. */
function namesOf({ blueprint, contexts, entities, roles }: Design): ReadonlySet<string> {
  return new Set([
    ...contexts.map(({ names }) => names.name),
    ...entities.flatMap(({ names }) => [names.One, names.Many]),
    ...entities
      .flatMap(({ entity }) => [...entity.fields, ...entity.relations, ...(entity.lifecycle?.actions ?? [])])
      .map(({ name }) => name),
    ...[...roles, ...blueprint.reports, ...blueprint.integrations].map(({ name }) => name),
  ]);
}

/** Words with a capital inside, which are names or abbreviations: `BullMQ`, `PostgreSQL`, `GDPR`. */
function oddWordsIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.match(/(?<![\p{L}\d])\p{L}+\p{Lu}[\p{L}]*/gu) ?? []);
}

/** Texts whose names are known: what the blueprint says of the system itself, and what the decisions compare. */
function textsOf({ blueprint, decisions }: Design): string[] {
  return [
    ...ownTexts(blueprint),
    ...decisions.flatMap(({ title, question, because, costs, change, context, options }) => [
      ...[title, question, because, change, ...costs, ...context],
      ...options.flatMap((option) => [option.title, option.about, ...option.pros, ...option.cons]),
    ]),
  ];
}

/** What was asked for and what is assumed is not among them: it may name what the system is not. */
function ownTexts({ title, summary, contexts, constraints, integrations, roles }: Blueprint): string[] {
  const items = [...contexts, ...contexts.flatMap(({ entities }) => entities), ...integrations, ...roles];
  const compliance = constraints.compliance.map((regime) => regime.toUpperCase());
  return [
    title,
    summary,
    ...compliance,
    ...items.map((item) => item.summary ?? ''),
    ...integrations.map(({ kind }) => kind),
  ];
}

/** What is more than plain sentences. */
function markupIn(plain: string): string[] {
  const found = /[<>[\]{}|*_#~\\`^]|:\/\/|www\.|@|^\s*[-+=] /m.exec(plain);
  if (found) return [`"${found[0].trim()}" is markup or an address; only plain sentences are printed.`];
  return visible(plain) === plain && !/\n\s*\n/.test(plain) ? [] : ['It is not one paragraph of visible characters.'];
}

const COUNTS = new RegExp(
  `\\b(?:${[
    'zero|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen',
    '(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\\w+)?|(?:hundred|thousand|million|billion|trillion|dozen)s?',
    'half|halves|(?:third|quarter|fifth|tenth)s? of|twice|thrice|(?:two|three|four|five|ten|hundred|thousand)-?fold|(?:double|triple|quadruple)[sd]|doubling|tripling',
  ].join('|')})\\b`,
  'i',
);

/** A number that is no reference: nobody knows where it comes from. */
function figuresIn(plain: string): string[] {
  const [digits] = /\p{N}[\p{N}.,]*/u.exec(plain) ?? [];
  const [word] = COUNTS.exec(plain) ?? [];
  const found = digits ?? word;
  return found === undefined ? [] : [`"${found}" is a number of its own; figures are cited as {id of a fact}.`];
}
