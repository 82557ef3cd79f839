import { plural } from '../../../text/plural.js';
import { spacedCase } from '../../../text/case.js';
import type { BlueprintSource } from '../../../blueprint/schema/blueprint.js';
import type { Degradation, ItemOrigin, PlannedAssumption, Requirement } from '../../planner.js';
import type { Reading } from '../../reading/reading.js';
import { stemOf } from '../../reading/words.js';
import { reword, type Renaming } from '../names/names.js';
import type { Proposal } from '../propose/propose.js';
import type { Selected, Selection } from '../select/select.js';
import type { Match } from '../library/terms.js';
import type { Answer } from './vocabulary.js';

type Origin = Omit<ItemOrigin, 'requirements'>;

/** Why each context, entity, role, integration and report is there; `said` are the words of the brief, by reference. */
export function originsOf(
  blueprint: BlueprintSource,
  said: ReadonlyMap<string, string>,
  proposed: ReadonlySet<string>,
): Origin[] {
  const origin = (path: string, reference: string, otherwise: string): Origin => {
    const words = said.get(reference);
    if (proposed.has(reference))
      return {
        path,
        source: 'assumption',
        because: `The brief speaks of it${words === undefined ? '' : ` (“${words}”)`}; what it holds is a guess.`,
      };
    if (words !== undefined) return { path, source: 'brief', because: `The brief says “${words}”.` };
    return { path, source: 'assumption', because: otherwise };
  };
  const section = (name: 'roles' | 'integrations' | 'reports', otherwise: string): Origin[] =>
    Object.keys(blueprint[name] ?? {}).map((key) => origin(`${name}.${key}`, `${name}.${key}`, otherwise));
  return [
    ...section('roles', 'Somebody has to do what belongs to it.'),
    ...Object.entries(blueprint.contexts).flatMap(([context, { entities = {} }]) =>
      Object.keys(entities).map((name) =>
        origin(
          `contexts.${context}.entities.${name}`,
          `${context}.${name}`,
          'The brief does not name it; what it names is not complete without it.',
        ),
      ),
    ),
    ...section('integrations', 'A reaction calls it.'),
    ...section('reports', 'It is usually asked of such a system.'),
  ];
}

/** The first words of the brief that became each item. */
export function wordsByReference(found: readonly Match<Answer>[], text: string): Map<string, string> {
  const words = new Map<string, string>();
  for (const { target, start, end, negated } of found) {
    if (!negated && !words.has(target.reference))
      words.set(target.reference, text.slice(start, end).replaceAll(/\s+/g, ' '));
  }
  return words;
}

/** Requirements that each item answers. */
export function withRequirements(origins: readonly Origin[], requirements: readonly Requirement[]): ItemOrigin[] {
  return origins.map((origin) => {
    const reference = origin.path.replace(/^contexts\.([^.]+)\.entities\./, '$1.');
    const answered = requirements.filter(({ by }) =>
      by.some((one) => one === reference || one.startsWith(`${reference}.`)),
    );
    return { ...origin, requirements: answered.map(({ id }) => id) };
  });
}

/** What blocks take for granted, what was guessed, and what was taken for granted on the way; numbered in this order. */
export function assumptionsOf(
  selection: Selection,
  { proposed }: Proposal,
  others: readonly PlannedAssumption[],
  { entities }: Pick<Renaming, 'entities'>,
): PlannedAssumption[] {
  const inOwnWords = (text: string): string =>
    [...entities].reduce((said, [old, name]) => reword(said, old, name), text);
  const texts = new Set(
    selection.blocks
      .filter(({ asked }) => asked)
      .flatMap((selected) => (selected.block.assumptions ?? []).filter((text) => !isAboutAbsent(text, selected))),
  );
  const ofBlocks = [...texts].map((text) => ({ text: inOwnWords(text), source: 'assumption' as const }));
  const guesses = proposed.map(({ reference, kind, word }) => ({
    text:
      kind === 'entity'
        ? `${capital(plural(word))} are records of their own; what they hold was guessed from the words near them.`
        : `${capital(plural(word))} sign in, and see and write what the brief names beside them.`,
    source: 'assumption' as const,
    path: kind === 'entity' ? reference.replace('.', '.entities.').replace(/^/, 'contexts.') : reference,
  }));
  return [...others, ...ofBlocks, ...guesses].map((assumption, index) => ({ ...assumption, id: `A${index + 1}` }));
}

/** Whether a sentence names an entity of its block that the plan does without. */
function isAboutAbsent(text: string, { block, entities }: Selected): boolean {
  const names = Object.values(block.contexts).flatMap((context) => Object.keys(context.entities));
  return names
    .filter((name) => !entities.includes(name))
    .map(spacedCase)
    .some((name) => new RegExp(`\\b(?:${name}|${plural(name)})\\b`, 'i').test(text));
}

export function questionsAbout({ proposed }: Proposal): string[] {
  return proposed.map(({ kind, word }) =>
    kind === 'entity'
      ? `What is kept of ${article(word)}, and who may change it?`
      : `What exactly may ${plural(word)} see and change?`,
  );
}

/** "With third-party integrations": which, nobody can guess. */
export function questionsAboutSystems({ sentences }: Reading, { integrations = {} }: BlueprintSource): string[] {
  const wants = sentences.some(({ words }) => words.some(({ stem, negated }) => !negated && stem === INTEGRATION));
  return wants && Object.keys(integrations).length === 0
    ? ['Which other systems are connected, and what goes to and fro?']
    : [];
}

const INTEGRATION = stemOf('integration');

export function degradationsOf(reading: Reading): Degradation[] {
  if (reading.english) return [];
  return [
    {
      stage: 'read',
      why: 'Most of the brief is not in English, which is what the offline planner reads.',
      instead: 'Only words and numbers that it recognised were planned from.',
    },
  ];
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const article = (word: string): string => `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${spacedCase(word)}`;
