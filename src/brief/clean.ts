import { BlueprintError } from '../blueprint/diagnostic.js';
import type { Brief } from './brief.js';
import { findSecrets } from './secrets.js';

/** Most bytes of a brief, as UTF-8. */
export const MAX_BRIEF_BYTES = 256 * 1024;

/** What stands where a secret was. */
export const REMOVED = '[secret removed]';

/** Line breaks that are not `\n`; each counts as one, so that lines keep their numbers. */
const LINE_BREAKS = /\r\n?/g;
const SPACES = /[\v\f\u0085\u2028\u2029]/g;

/**
 * What a reader does not see, or what turns the order of what they see: control, bidirectional, zero-width, filler, tag and variation
 * characters, the byte order mark, halves of pairs. A list, because the tables of a JavaScript engine change with its version.
 */
const UNSEEN =
  // eslint-disable-next-line no-control-regex, no-misleading-character-class -- these are what is removed
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\p{Surrogate}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;

/**
 * A text that is safe to read, to send and to print in part, and the secrets that were taken out of it.
 * @throws BlueprintError BRIEF_EMPTY, BRIEF_TOO_LARGE
 */
export function cleanBrief(text: string, source: string): Brief {
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_BRIEF_BYTES) {
    throw new BlueprintError(
      'BRIEF_TOO_LARGE',
      `The brief (${source}) has ${Math.ceil(bytes / 1024)} KiB; at most ${MAX_BRIEF_BYTES / 1024} KiB are read.`,
      { hint: 'Leave out logs, data and code; one to five pages that say who does what with what are best.' },
    );
  }
  const visible = text.replace(LINE_BREAKS, '\n').replace(SPACES, ' ').replace(UNSEEN, '').normalize('NFC');
  if (!/[\p{L}\p{N}]/u.test(visible)) {
    throw new BlueprintError('BRIEF_EMPTY', `The brief (${source}) has no words.`, {
      hint: 'Say in a few sentences who uses the system, and what they do with it.',
    });
  }
  const secrets = findSecrets(visible);
  let clean = '';
  let end = 0;
  for (const secret of secrets) {
    clean += visible.slice(end, secret.start) + REMOVED;
    end = secret.end;
  }
  clean += visible.slice(end);
  return { text: clean, source, secrets: secrets.map(({ kind, line }) => ({ kind, line })) };
}
