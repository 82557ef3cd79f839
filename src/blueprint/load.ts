import { readFile, stat } from 'node:fs/promises';
import { BlueprintError } from './diagnostic.js';

/** Bytes beyond which a file is not even read. */
const LARGEST = 5 * 1024 * 1024;

/** Reads the text of a blueprint; what cannot be read is said in one sentence. */
export async function loadBlueprintText(file: string): Promise<string> {
  const bytes = await readBytes(file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new BlueprintError('FILE_NOT_TEXT', `${file} is not UTF-8 text.`, { hint: 'Save it as UTF-8.', cause });
  }
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    const about = await stat(file);
    if (about.isDirectory())
      throw new BlueprintError('FILE_IS_FOLDER', `${file} is a folder.`, {
        hint: 'Name the blueprint.yaml inside it.',
      });
    if (about.size > LARGEST)
      throw new BlueprintError('FILE_TOO_LARGE', `${file} is larger than ${LARGEST / 1024 / 1024} MB.`);
    return await readFile(file);
  } catch (cause) {
    if (cause instanceof BlueprintError) throw cause;
    throw unreadable(file, cause);
  }
}

function unreadable(file: string, cause: unknown): BlueprintError {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new BlueprintError('FILE_NOT_FOUND', `There is no file ${file}.`, { cause });
  if (code === 'EACCES' || code === 'EPERM')
    return new BlueprintError('FILE_UNREADABLE', `${file} may not be read.`, { hint: 'Check its permissions.', cause });
  return new BlueprintError('FILE_UNREADABLE', `${file} cannot be read (${String(code ?? cause)}).`, { cause });
}
