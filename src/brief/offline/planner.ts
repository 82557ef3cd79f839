import type { BlueprintSource } from '../../blueprint/schema/blueprint.js';
import type { IntegrationSource } from '../../blueprint/schema/integration.js';
import { BlueprintError } from '../../blueprint/diagnostic.js';
import { spacedCase } from '../../text/case.js';
import { groupBy } from '../../text/group.js';
import { plural } from '../../text/plural.js';
import type { Brief } from '../brief.js';
import { finishDraft, type Draft } from '../draft.js';
import type { PlanEvent, Planner, PlanOptions } from '../planner.js';
import { applyAnswers, questionsFor } from '../questions/index.js';
import { qualitiesOf, type StatedQualities } from '../reading/qualities.js';
import { read } from '../reading/read.js';
import type { Reading } from '../reading/reading.js';
import { wordsOf } from '../reading/words.js';
import {
  assumptionsOf,
  degradationsOf,
  originsOf,
  questionsAbout,
  withRequirements,
  wordsByReference,
} from './account.js';
import type { Block } from './block.js';
import { candidatesIn } from './candidates.js';
import { compose } from './compose.js';
import { libraryOf, type Library } from './library.js';
import { rename } from './rename.js';
import { renamingFor } from './names.js';
import { propose } from './propose.js';
import { knownPlaces, knownMentions, meantBy } from './recognized.js';
import { addRequestedReports } from './requested-reports.js';
import { rowsPerMonth } from './rows.js';
import { select, type Selection } from './select.js';
import { wireServices } from './services.js';
import { placedEntities, type Named, type System } from './system.js';
import { ownName, titleOf, type Title } from './title.js';
import { trace } from './trace.js';
import { vocabularyOf } from './vocabulary.js';
import { wishesOf } from './wishes.js';

/** Plans without a model and without a network: domain blocks, selected and composed by the words of the brief. */
export function offlinePlanner(blocks: readonly Block[]): Planner {
  return {
    id: 'offline',
    plan: async (brief, options, onEvent) =>
      finishDraft('offline', await draftOffline(brief, options, blocks, onEvent)),
  };
}

const libraries = new WeakMap<readonly Block[], Library>();

/** The same, before it is written and checked. */
export async function draftOffline(
  brief: Brief,
  options: PlanOptions,
  blocks: readonly Block[],
  onEvent: (event: PlanEvent) => void = () => undefined,
): Promise<Draft> {
  const stage = <Result>(
    name: string,
    work: () => Result,
    namesOf: (result: Result) => readonly string[] = () => [],
  ): Result => {
    onEvent({ type: 'stage', stage: name, state: 'started' });
    const result = work();
    const names = namesOf(result);
    if (names.length > 0) onEvent({ type: 'found', stage: name, names });
    onEvent({ type: 'stage', stage: name, state: 'done' });
    return result;
  };

  const reading = stage('read', () => read(brief));
  if (reading.notABackend !== undefined) throw noBackend(reading.notABackend);
  const library = libraryFor(blocks);
  const selection = stage(
    'select',
    () => select(reading.sentences, library),
    ({ blocks: found }) => found.map(({ block }) => block.id),
  );
  const qualities = qualitiesOf(reading);
  const composed = stage('compose', () =>
    wireServices(
      compose(selection, wishesOf(reading, qualities.wantsWebhooks)),
      withoutRuledOut(qualities.parts.integrations, selection),
    ),
  );
  const renaming = renamingFor(composed, selection.hits);
  const named = rename(composed, renaming);
  const meant = meantBy(selection, composed, renaming);
  const known = knownPlaces(reading, named, meant);
  const own = new Set(wordsOf(ownName(reading) ?? '').map(({ stem }) => stem));
  const proposal = stage(
    'propose',
    () => propose(named, reading, candidatesIn(reading, known, own), knownMentions(named, reading, meant)),
    ({ proposed }) => proposed.map(({ word }) => word),
  );
  const mentions = knownMentions(proposal.system, reading, meant);
  const system = addRequestedReports(proposal.system, reading, mentions, meant);
  const growth = rowsPerMonth(reading, system, mentions);
  const entities = placedEntities(system).map(({ name }) => name);
  if (entities.length === 0) throw nothingUnderstood(reading);
  onEvent({ type: 'found', stage: 'compose', names: entities });

  const title = titleOf(reading, {
    name: options.name,
    fallback: mainDomain(selection) ?? plural(spacedCase(entities[0]!)),
    isTelling: (sentence) => selection.hits.some((hit) => hit.sentence === sentence),
  });
  const answers = await options.answer(questionsFor(reading));
  const answered = applyAnswers(blueprintOf(title, withRows(qualities.parts, growth.rows), system), answers);
  return stage('trace', () => {
    const { blueprint } = answered;
    const { requirements, notUnderstood } = trace(reading, blueprint, meant);
    const said = wordsByReference([...meant, ...vocabularyOf(blueprint).matches(reading.sentences)], brief.text);
    const origins = originsOf(blueprint, said, new Set(proposal.proposed.map(({ reference }) => reference)));
    return {
      blueprint,
      provenance: [
        ...withRequirements(origins, requirements),
        ...qualities.origins.map(({ quote: _quote, ...origin }) => origin),
        ...growth.origins,
        ...answered.provenance,
      ],
      requirements,
      assumptions: assumptionsOf(selection, proposal, [...qualities.assumptions, ...answered.assumptions]),
      openQuestions: questionsAbout(proposal),
      notUnderstood,
      degraded: degradationsOf(reading),
    };
  });
}

function libraryFor(blocks: readonly Block[]): Library {
  const library = libraries.get(blocks) ?? libraryOf(blocks);
  libraries.set(blocks, library);
  return library;
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

type Parts = StatedQualities['parts'];

/** Services that the brief names, but for those of a kind that it rules out. */
function withoutRuledOut(integrations: Parts['integrations'], { ruledOut }: Selection): Named<IntegrationSource> {
  return Object.fromEntries(
    Object.entries(integrations ?? {}).filter(([name, { kind }]) => !ruledOut.has(name) && !ruledOut.has(kind)),
  );
}

function withRows(parts: Parts, rows: Readonly<Record<string, number>>): Parts {
  if (Object.keys(rows).length === 0) return parts;
  return { ...parts, scale: { ...parts.scale, behaviour: { ...parts.scale?.behaviour, rowsPerMonth: rows } } };
}

function blueprintOf(
  { goals, ...title }: Title,
  { integrations: _wired, ...parts }: Parts,
  system: System,
): BlueprintSource {
  const { contexts, roles, reactions, integrations, reports, webhooks } = system;
  const optional = <Key extends string, Value extends object>(key: Key, value: Value): { [key in Key]?: Value } =>
    Object.keys(value).length > 0 ? ({ [key]: value } as { [key in Key]: Value }) : {};
  return {
    blueprint: 1,
    ...title,
    ...optional('goals', [...goals]),
    ...parts,
    ...optional('roles', { ...roles }),
    contexts: { ...contexts } as BlueprintSource['contexts'],
    ...optional('reactions', [...reactions]),
    ...optional('integrations', { ...integrations }),
    ...(webhooks === undefined ? {} : { webhooks }),
    ...optional('reports', { ...reports }),
  };
}

const noBackend = (why: string): BlueprintError =>
  new BlueprintError('NOT_A_BACKEND', `The brief describes no backend: ${why}`, {
    hint: 'Describe what the system keeps, who works with it and what happens to it; or write a blueprint.yaml.',
    exitCode: 2,
  });

function nothingUnderstood({ english }: Reading): BlueprintError {
  const message = english
    ? 'Nothing in the brief names a thing that a backend could keep.'
    : 'The brief is not in English, and nothing in it was recognised without a model.';
  return new BlueprintError('BRIEF_NOT_UNDERSTOOD', message, {
    hint: 'Describe in English what is kept and what happens to it, set ANTHROPIC_API_KEY so that a model reads it, or write a blueprint.yaml.',
    exitCode: 2,
  });
}
