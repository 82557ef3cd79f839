import { join } from 'node:path';

import { generators } from '../generators/index.js';
import { BlueprintError, type Diagnostic } from './blueprint/diagnostic.js';
import { loadBlueprintText } from './blueprint/load.js';
import type { Blueprint } from './blueprint/model.js';
import { readBlueprint } from './blueprint/read.js';
import { design } from './design/index.js';
import type { Design } from './design/model.js';
import { previewNew, writeNew, type NewRepository } from './disk/apply.js';
import { describePlan, type Manifest } from './disk/manifest.js';
import { findGenerated } from './disk/repository.js';
import { tool } from './package.js';
import { buildPlan } from './plan/build.js';
import { explainLine, type Explanation } from './plan/explain.js';
import type { FilePlan, Generator } from './plan/model.js';

/** A blueprint as it was written, and the name its reader knows the file by. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** Everything that is known before anything is written. */
export interface Planned {
  /** Warnings; a blueprint with errors has no plan. */
  readonly findings: readonly Diagnostic[];
  readonly design: Design;
  readonly plan: FilePlan;
  readonly manifest: Manifest;
}

export async function readSource(file: string): Promise<Source> {
  return { file, text: await loadBlueprintText(file) };
}

/** Every finding, and the blueprint when none of them is an error. */
export function checkSource(source: Source): { findings: readonly Diagnostic[]; blueprint?: Blueprint } {
  const { diagnostics: findings, blueprint } = readBlueprint(source.text, source.file);
  const isFit = findings.every(({ severity }) => severity !== 'error');
  return blueprint && isFit ? { findings, blueprint } : { findings };
}

/** The steps from a blueprint to what would be on disk: check, design, plan. Pure, apart from reading our own templates. */
export async function planRepository(source: Source): Promise<Planned> {
  const { findings, blueprint } = requireBlueprint(source);
  const facts = design(blueprint);
  const plan = await buildPlan(generatorsOf(source), facts);
  const manifest = describePlan(plan, { tool, language: blueprint.language, blueprintText: source.text, options: {} });
  return { findings, design: facts, plan, manifest };
}

/** What writing the plan to a new folder would do, and whether it would refuse. */
export function previewRepository({ plan, manifest }: Planned, folder: string): Promise<NewRepository> {
  return previewNew(plan, manifest, folder);
}

/** The last step: all of the plan in a new folder, or nothing. */
export function writeRepository(
  { plan, manifest }: Planned,
  folder: string,
  signal: AbortSignal,
): Promise<NewRepository> {
  return writeNew(plan, manifest, folder, { signal });
}

/** Where a line of a file in a generated repository came from: the same plan again, this time asked about its sources. */
export async function explainGenerated(
  file: string,
  line?: number,
): Promise<Explanation & { root: string; contents?: string }> {
  const { root, path, contents } = await findGenerated(file);
  const source = await readSource(join(root, 'blueprint.yaml'));
  const facts = design(requireBlueprint(source).blueprint);
  return {
    ...(await explainLine(generatorsOf(source), facts, path, line)),
    root,
    ...(contents !== undefined && { contents }),
  };
}

/** Ours, and a copy of the blueprint: the repository's own, from now on its user's. */
function generatorsOf({ text }: Source): readonly Generator[] {
  const files = () => [{ path: 'blueprint.yaml', text, ownership: 'once' as const }];
  return [...generators, { id: 'blueprint', description: 'The blueprint of the repository', files }];
}

function requireBlueprint(source: Source): { findings: readonly Diagnostic[]; blueprint: Blueprint } {
  const { findings, blueprint } = checkSource(source);
  if (blueprint) return { findings, blueprint };
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const message = `${source.file} has ${errors} ${errors === 1 ? 'error' : 'errors'}; nothing was written.`;
  throw new BlueprintError('BLUEPRINT_INVALID', message, { diagnostics: findings });
}
