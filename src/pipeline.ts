import { join } from 'node:path';

import { isDocument } from '../generators/document.js';
import { generators } from '../generators/index.js';
import { BlueprintError, type Diagnostic } from './blueprint/diagnostic.js';
import { inFileOrder } from './blueprint/findings.js';
import { loadBlueprintText } from './blueprint/load.js';
import type { Blueprint } from './blueprint/model.js';
import { readBlueprint } from './blueprint/read.js';
import type { Brief } from './brief/brief.js';
import type { PlanEvent, PlannedBlueprint, Planner, PlanOptions } from './brief/planner.js';
import { design } from './design/index.js';
import type { Design } from './design/model.js';
import { narrativeFindings } from './design/narrative.js';
import { previewNew, writeNew, type NewRepository } from './disk/apply.js';
import { compareFiles, type FileChange } from './disk/compare.js';
import { describePlan, readManifest, sha256, withFiles, type Manifest } from './disk/manifest.js';
import { realDisk } from './disk/operations.js';
import { recover, rewrite } from './disk/rewrite.js';
import { tool } from './package.js';
import { buildPart, buildPlan } from './plan/build.js';
import type { FilePlan, Generator } from './plan/model.js';

/** Where a repository keeps its blueprint. */
export const blueprintFile = 'blueprint.yaml';

/** A blueprint as it was written, and the name its reader knows the file by. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** A brief, understood: the blueprint that any of the planners made of it, and what is worth knowing about it. */
export interface PlannedBrief {
  readonly planned: PlannedBlueprint;
  readonly source: Source;
}

/** Everything that follows from a blueprint before anything is rendered. */
export interface Designed {
  /** Warnings; a blueprint with errors has no design. */
  readonly findings: readonly Diagnostic[];
  readonly design: Design;
  readonly generators: readonly Generator[];
}

/** Everything that is known before anything is written. */
export interface Planned extends Designed {
  readonly plan: FilePlan;
  readonly manifest: Manifest;
}

/** The step before all others, where there is a brief and no blueprint yet. What follows does not know how the blueprint came to be. */
export async function planBrief(
  brief: Brief,
  planner: Planner,
  options: PlanOptions,
  onEvent: (event: PlanEvent) => void,
): Promise<PlannedBrief> {
  const planned = await planner.plan(brief, options, onEvent);
  return { planned, source: { file: blueprintFile, text: planned.text } };
}

export async function readSource(file: string): Promise<Source> {
  return { file, text: await loadBlueprintText(file) };
}

/** Every finding, and the blueprint when none of them is an error. What a passage of the document claims is held against the design. */
export function checkSource(source: Source): { findings: readonly Diagnostic[]; blueprint?: Blueprint } {
  const { diagnostics, blueprint } = readBlueprint(source.text, source.file);
  const isFit = diagnostics.every(({ severity }) => severity !== 'error');
  if (!blueprint || !isFit) return { findings: diagnostics };
  const dropped = blueprint.document.narrative.length > 0 ? narrativeFindings(design(blueprint)) : [];
  return { findings: inFileOrder([...diagnostics, ...dropped]), blueprint };
}

/** The first steps: check, design, and which files there are. A blueprint with errors ends here. */
export function designRepository(source: Source): Designed {
  const { findings, blueprint } = checkSource(source);
  if (!blueprint) {
    const message = `${source.file} has errors; nothing was written.`;
    throw new BlueprintError('BLUEPRINT_INVALID', message, { diagnostics: findings });
  }
  // A repository speaks of its own copy, whatever the file was called that it was made from.
  const own = { ...blueprint, file: blueprintFile };
  return { findings, design: design(own), generators: [...generators, copyOf(source)] };
}

/** All steps from a blueprint to what would be on disk. Pure, apart from reading our own templates. */
export async function planRepository(source: Source): Promise<Planned> {
  const designed = designRepository(source);
  const plan = await buildPlan(designed.generators, designed.design);
  const { language } = designed.design.blueprint;
  return {
    ...designed,
    plan,
    manifest: describePlan(plan, { tool, language, blueprintText: source.text, options: {} }),
  };
}

/** The last step: all of the plan in a new folder, or nothing. A dry run tells what that would be, and whether it would be refused. */
export function writeRepository(
  { plan, manifest }: Planned,
  folder: string,
  { dryRun, signal }: { dryRun: boolean; signal: AbortSignal },
): Promise<NewRepository> {
  return (dryRun ? previewNew : writeNew)(plan, manifest, folder, { signal });
}

/** The document of a repository that exists: what its pages are, and should be. */
export interface ComparedDocument extends Designed {
  readonly changes: readonly FileChange[];
  /** What was written with the code, and the same after the changes. */
  readonly written: Manifest;
  readonly manifest: Manifest;
  /** Whether the blueprint has changed since the code was generated. */
  readonly isAhead: boolean;
}

/** The same steps for the pages of the document alone; what they quote is rendered with them, and nothing else. */
export async function compareDocument(root: string, { dryRun }: { dryRun: boolean }): Promise<ComparedDocument> {
  const source = await readSource(join(root, blueprintFile));
  const designed = designRepository(source);
  const { files } = await buildPart(designed.generators, designed.design, isDocument);
  if (!dryRun) await recover(root);
  const written = await readManifest(root, realDisk);
  return {
    ...designed,
    changes: await compareFiles(root, files, written, isDocument, realDisk),
    written,
    manifest: withFiles(written, files, isDocument),
    isAhead: written.blueprint !== sha256(source.text),
  };
}

export function writeDocument(
  root: string,
  { changes, manifest }: ComparedDocument,
  signal: AbortSignal,
): Promise<void> {
  return rewrite(root, changes, manifest, { signal });
}

/** The repository's own blueprint, from now on its user's. */
function copyOf({ text }: Source): Generator {
  const files = () => [{ path: blueprintFile, text, verbatim: true, ownership: 'once' as const }];
  return { id: 'blueprint', description: 'The blueprint of the repository', files };
}
