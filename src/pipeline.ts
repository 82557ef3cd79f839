import { generators } from '../generators/index.js';
import { BlueprintError, type Diagnostic } from './blueprint/diagnostic.js';
import { loadBlueprintText } from './blueprint/load.js';
import type { Blueprint } from './blueprint/model.js';
import { readBlueprint } from './blueprint/read.js';
import { design } from './design/index.js';
import type { Design } from './design/model.js';
import { previewNew, writeNew, type NewRepository } from './disk/apply.js';
import { describePlan, type Manifest } from './disk/manifest.js';
import { tool } from './package.js';
import { buildPlan } from './plan/build.js';
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
  const { findings, blueprint } = checkSource(source);
  if (!blueprint) throw invalid(source, findings);
  const facts = design(blueprint);
  const plan = await buildPlan([...generators, copyOf(source)], facts);
  const { language } = blueprint;
  const manifest = describePlan(plan, { tool, language, blueprintText: source.text, options: {} });
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

/** The repository's own blueprint, from now on its user's. */
function copyOf({ text }: Source): Generator {
  const files = () => [{ path: 'blueprint.yaml', text, ownership: 'once' as const }];
  return { id: 'blueprint', description: 'The blueprint that the repository was made from', files };
}

function invalid({ file }: Source, findings: readonly Diagnostic[]): BlueprintError {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const message = `${file} has ${errors} ${errors === 1 ? 'error' : 'errors'}; nothing was written.`;
  return new BlueprintError('BLUEPRINT_INVALID', message, { diagnostics: findings });
}
