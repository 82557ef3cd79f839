import { join } from 'node:path';

import type { Command } from 'commander';

import type { GeneratedPlace } from '../../disk/repository.js';
import type { Designed } from '../../pipeline.js';
import { printFact, printFacts, printLine } from '../print/explanation.js';
import { printJson, printProgress } from '../print/text.js';
import { usageError } from '../session.js';

interface ExplainOptions {
  readonly spec?: string;
  readonly facts?: boolean;
  readonly json?: boolean;
}

export function explainCommand(program: Command): void {
  program
    .command('explain')
    .description('Print where a line of a generated file, or a figure of the document, came from.')
    .argument('[place]', 'a file and a line, apps/api/src/server.ts:12, or the id of a fact, scale.poolSize')
    .option('--facts', 'list the ids of all facts with their values')
    .option('--spec <blueprint>', 'facts of this blueprint instead of the repository around the current folder')
    .option('--json', 'print the explanation as JSON')
    .action(async (place: string | undefined, options: ExplainOptions) => {
      if (options.facts) return listFacts(options);
      if (place === undefined) {
        throw usageError(
          'There is nothing to explain.',
          'Name a file with a line, or a fact; --facts lists the facts.',
        );
      }
      await explain(place, options);
    });
}

async function listFacts(options: ExplainOptions): Promise<void> {
  const { design } = await designOf(
    options.spec ?? join((await findGenerated('blueprint.yaml')).root, 'blueprint.yaml'),
  );
  const { factsOf } = await import('../../design/explain.js');
  const facts = [...factsOf(design).values()];
  if (options.json)
    return printJson(facts.map(({ id, label, value, unit, basis }) => ({ id, label, value, unit, basis })));
  printFacts(facts);
}

/** How the files of a repository end that stand in its root; those may be gone. */
const fileName = /^\.|\.(?:js|json|md|ts|ya?ml)(?::\d+)?$/;

/** Facts have dotted ids without a `/`. What is neither a file nor in an area of facts is taken for a misspelt fact. */
async function explain(place: string, { spec, json = false }: ExplainOptions): Promise<void> {
  const found = spec === undefined ? await findGenerated(fileOf(place).file) : undefined;
  const designed = await designOf(spec ?? join(found?.root ?? '', 'blueprint.yaml'));
  const { explainFact, factsOf } = await import('../../design/explain.js');
  const areas = new Set([...factsOf(designed.design).keys()].map((id) => id.split('.')[0]));
  const isGone = found?.contents === undefined && fileName.test(place);
  const isFact = !place.includes('/') && (areas.has(place.split('.')[0]) || (found?.contents === undefined && !isGone));
  if (found && !isFact) return explainPlace(place, found, designed, json);
  const explanation = explainFact(designed.design, place);
  return json ? printJson(explanation) : printFact(explanation, spec ?? 'blueprint.yaml');
}

async function explainPlace(
  place: string,
  { root, path, contents }: GeneratedPlace,
  { generators, design }: Designed,
  json: boolean,
): Promise<void> {
  const { explainLine } = await import('../../plan/explain.js');
  const explanation = await explainLine(generators, design, path, fileOf(place).line);
  const isChanged = contents?.split('\n')[explanation.line - 1] !== explanation.text;
  if (json) return printJson({ root, ...explanation, isChanged });
  printLine(explanation);
  if (isChanged) printProgress(`The file was changed since: this is line ${explanation.line} as it is generated.`);
}

async function findGenerated(file: string) {
  const repository = await import('../../disk/repository.js');
  return repository.findGenerated(file);
}

async function designOf(blueprint: string): Promise<Designed> {
  const { designRepository, readSource } = await import('../../pipeline.js');
  return designRepository(await readSource(blueprint));
}

function fileOf(place: string): { readonly file: string; readonly line: number | undefined } {
  const [, file = place, line] = /^(.*?):(\d+)$/s.exec(place) ?? [];
  return { file, line: line === undefined ? undefined : Number(line) };
}
