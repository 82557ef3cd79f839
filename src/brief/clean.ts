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
 * What a reader does not see, or what turns the order of what they see, as ranges of code points: control, bidirectional, zero-width,
 * filler, tag and variation characters, the byte order mark, halves of pairs. A list, because the tables of a JavaScript engine change
 * with its version.
 */
const UNSEEN = classOf(
  [
    '0-8 e-1f 7f-9f ad 34f 61c 115f-1160 17b4-17b5 180b-180f 200b-200f 202a-202e 2060-206f 3164 fe00-fe0f feff ffa0 fff0-fffb fffe-ffff',
    'd800-dfff 1d173-1d17a e0000-e0fff',
  ].join(' '),
);

function classOf(ranges: string): RegExp {
  const parts = ranges.split(' ').map((range) =>
    range
      .split('-')
      .map((code) => `\\u{${code}}`)
      .join('-'),
  );
  return new RegExp(`[${parts.join('')}]`, 'gu');
}

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
