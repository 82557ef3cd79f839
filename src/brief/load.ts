import { createReadStream, readdirSync, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { addAbortSignal, type Readable } from 'node:stream';

import { parse } from 'yaml';

import { BlueprintError } from '../blueprint/diagnostic.js';
import { packageRoot } from '../package.js';
import { MAX_BRIEF_BYTES } from './clean.js';
import type { Block } from './offline/library/block.js';

export interface BriefText {
  /** As it came; `cleanBrief` makes it safe to read. */
  readonly text: string;
  /** What its reader calls it: a file, `--brief` or `standard input`. */
  readonly source: string;
}

/**
 * What `--brief` names: `-` is standard input, a file is read, and anything else is the brief itself, unless it looks like a file that
 * is missing.
 */
export async function loadBriefText(given: string, stdin: Readable, signal: AbortSignal): Promise<BriefText> {
  if (given === '-') {
    const source = 'standard input';
    return { text: await textOf(addAbortSignal(signal, stdin), source), source };
  }
  const found = await kindOf(given);
  if (found === 'file') return { text: await textOf(createReadStream(given, { signal }), given), source: given };
  if (!looksLikePath(given)) return { text: given, source: '--brief' };
  if (found === 'folder') {
    throw new BlueprintError('FILE_IS_FOLDER', `${given} is a folder.`, { hint: 'Name the file inside it.' });
  }
  throw new BlueprintError('FILE_NOT_FOUND', `There is no file ${given}.`, {
    hint: 'Name a file, give the brief itself in quotes, or "-" for standard input.',
  });
}

/** The text of a file with answers; as long as a brief at most. */
export async function loadAnswersText(file: string, signal: AbortSignal): Promise<string> {
  const found = await kindOf(file);
  if (found === 'file') return textOf(createReadStream(file, { signal }), file);
  const [code, message] =
    found === 'folder' ? ['FILE_IS_FOLDER', `${file} is a folder.`] : ['FILE_NOT_FOUND', `There is no file ${file}.`];
  throw new BlueprintError(code, message, { hint: 'Name a YAML file with answers, e.g. `tenancy: shared`.' });
}

async function kindOf(given: string): Promise<'file' | 'folder' | undefined> {
  try {
    return (await stat(given)).isDirectory() ? 'folder' : 'file';
  } catch {
    // A brief that is given as text is no path: too long, with line ends, or simply of no file.
    return undefined;
  }
}

function looksLikePath(given: string): boolean {
  return /^[^\n]*\.(?:md|txt)$/i.test(given) || /^\S*[/\\]\S*$/.test(given);
}

async function textOf(stream: Readable, source: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await bytesOf(stream, source));
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw unreadable(source, cause);
    throw new BlueprintError('FILE_NOT_TEXT', `What ${source} holds is not UTF-8 text.`, {
      hint: 'Save it as UTF-8.',
      cause,
    });
  }
}

/** Reads no further than a brief may be long. */
async function bytesOf(stream: Readable, source: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream) {
    const part = Buffer.from(chunk as Uint8Array);
    bytes += part.length;
    if (bytes > MAX_BRIEF_BYTES) {
      stream.destroy();
      throw new BlueprintError(
        'BRIEF_TOO_LARGE',
        `What ${source} holds is larger than ${MAX_BRIEF_BYTES / 1024} KiB.`,
        {
          hint: 'Leave out logs, data and code; one to five pages that say who does what with what are best.',
        },
      );
    }
    chunks.push(part);
  }
  return Buffer.concat(chunks);
}

function unreadable(source: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code !== 'EACCES' && code !== 'EPERM') return cause;
  return new BlueprintError('FILE_UNREADABLE', `${source} may not be read.`, { hint: 'Check its permissions.', cause });
}

/** The domain blocks: packed in the published package, read from their files in a checkout. */
export async function loadBlocks(): Promise<readonly Block[]> {
  const { packedBlocks } = await import('./offline/library/packed-blocks.js');
  return packedBlocks ?? readBlocks();
}

/** The domain blocks of the sources, in the order of their names; the build packs them (`packed-blocks.ts`). */
export function readBlocks(): Block[] {
  const folder = path.join(packageRoot, 'src', 'brief', 'offline', 'blocks');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const file = path.join(folder, name);
      try {
        return parse(readFileSync(file, 'utf8')) as Block;
      } catch (cause) {
        throw new Error(`${file} is not YAML.`, { cause });
      }
    });
}
