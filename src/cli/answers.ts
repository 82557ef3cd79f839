import { nearest } from '../text/nearest.js';
import type { NewOptions } from './commands/new.js';
import { PRESETS, type Preset } from '../package.js';
import { usageError, type Session } from './session.js';

/** What `new` needs to know. */
export type Answers = { readonly directory: string } & StartingPoint;

type StartingPoint =
  | { readonly kind: 'brief'; readonly brief: string }
  | { readonly kind: 'spec'; readonly spec: string }
  | { readonly kind: 'preset'; readonly preset: Preset };

/** Asks for what is missing when somebody is there to ask; otherwise names the flag. */
export async function completeAnswers(
  directory: string | undefined,
  options: NewOptions,
  session: Session,
): Promise<Answers> {
  const asks = session.interactive && !options.yes && !options.json;
  const from = await startingPoint(options, asks, session);
  if (directory !== undefined) return { ...from, directory };
  const suggestion = options.name ?? (from.kind === 'preset' ? from.preset : 'backend');
  if (options.yes) return { ...from, directory: suggestion };
  if (!asks)
    throw usageError('Where should the repository go?', 'Name a folder: create-backend-blueprint <directory> …');
  const { askDirectory } = await import('./ask.js');
  return { ...from, directory: await askDirectory(suggestion, session.signal) };
}

async function startingPoint(
  { brief, spec, preset, yes }: NewOptions,
  asks: boolean,
  session: Session,
): Promise<StartingPoint> {
  if (brief !== undefined) return { kind: 'brief', brief };
  if (spec !== undefined) return { kind: 'spec', spec };
  if (preset !== undefined) return { kind: 'preset', preset: knownPreset(preset) };
  if (yes) return { kind: 'preset', preset: PRESETS[0] };
  if (!asks) {
    throw usageError(
      'Which blueprint?',
      'Give --brief <text>, --spec <blueprint.yaml> or --preset <name>; the command "presets" lists them.',
    );
  }
  const { askPreset } = await import('./ask.js');
  return { kind: 'preset', preset: await askPreset(session.signal) };
}

function knownPreset(name: string): Preset {
  const known = PRESETS.find((preset) => preset === name);
  if (known !== undefined) return known;
  const near = nearest(name, PRESETS);
  const hint = near === undefined ? `Presets: ${PRESETS.join(', ')}.` : `Did you mean "${near}"?`;
  throw usageError(`There is no preset "${name}".`, hint);
}
