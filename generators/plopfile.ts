import type { NodePlopAPI, PlopGeneratorConfig } from 'node-plop';

import { manifestPath } from '../src/disk/manifest.js';
import { packageRoot } from '../src/render/load.js';
import { planRepository, readSource, writeRepository } from '../src/pipeline.js';
import type { Answers, Contributor } from './contributor/contributor.js';
import { contributors } from './contributor/index.js';
import { planContribution, writeContribution } from './contributor/write.js';
import { generators } from './index.js';
import type { Generator } from '../src/plan/model.js';

/**
 * What `npm run plop` lists and runs. Plop asks the questions; what is written is planned through our own renderer and written whole or
 * not at all, for plop's own actions escape HTML, print nothing for a misspelt word, and leave files behind when a later one fails.
 */
export default function plopfile(plop: NodePlopAPI): void {
  plop.setWelcomeMessage(
    'What should be written? (new-… adds to this product; the others write part of a generated repository)',
  );
  plop.setActionType('generate', (answers, config) =>
    generate((config as unknown as GenerateAction).generator, answers),
  );
  plop.setActionType('contribute', (answers, config) =>
    contribute((config as unknown as ContributeAction).contributor, answers),
  );
  for (const contributor of contributors) plop.setGenerator(contributor.id, contributorConfig(contributor));
  for (const generator of generators) plop.setGenerator(generator.id, generatorConfig(generator));
}

interface GenerateAction {
  readonly generator: string;
}

interface ContributeAction {
  readonly contributor: Contributor;
}

function generatorConfig({ id, description }: Generator): PlopGeneratorConfig {
  return {
    description,
    prompts: [
      { type: 'input', name: 'spec', message: 'Blueprint', default: 'examples/minimal/blueprint.yaml' },
      { type: 'input', name: 'folder', message: 'New folder to write to (none: only list the files)', default: '' },
    ],
    actions: [{ type: 'generate', generator: id } as never],
  };
}

function contributorConfig(contributor: Contributor): PlopGeneratorConfig {
  return {
    description: contributor.description,
    prompts: contributor.questions.map(({ name, message, options, validate }) =>
      options
        ? { type: 'list', name, message, choices: [...options] }
        : { type: 'input', name, message, ...(validate && { validate }) },
    ),
    actions: [{ type: 'contribute', contributor } as never],
  };
}

/** The part of a repository that one generator writes, with a manifest of that part. */
async function generate(generator: string, { spec = '', folder = '' }: Answers): Promise<string> {
  const { plan, manifest, ...planned } = await planRepository(await readSource(spec));
  const files = plan.files.filter((file) => file.generator === generator);
  const listing = files.map(({ path }) => `\n   ${path}`).join('');
  if (folder === '') return `would write ${files.length} files:${listing}`;
  const own = new Set(files.map(({ path }) => path));
  const entries = Object.entries(manifest.files).filter(([path]) => own.has(path));
  const part = { ...planned, plan: { files }, manifest: { ...manifest, files: Object.fromEntries(entries) } };
  const { path } = await writeRepository(part, folder, { dryRun: false, signal: new AbortController().signal });
  return `${path}: ${files.length} files and ${manifestPath}${listing}`;
}

async function contribute(contributor: Contributor, answers: Answers): Promise<string> {
  const changes = await planContribution(contributor.contribute(answers), packageRoot);
  await writeContribution(changes, packageRoot);
  const lines = [...changes.created.keys()].map((path) => `created ${path}`);
  return [...lines, ...[...changes.edited.keys()].map((path) => `edited  ${path}`)].join('\n   ');
}
