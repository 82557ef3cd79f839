import type { Brief } from '../brief/brief.js';
import { printProgress } from './print/text.js';
import type { Session } from './session.js';

/** The brief that `--brief` names, safe to read; says which secrets were taken out of it before anything is done with it. */
export async function readBrief(given: string, { signal }: Session): Promise<Brief> {
  const { loadBriefText } = await import('../brief/load.js');
  const { cleanBrief } = await import('../brief/clean.js');
  if (given === '-' && process.stdin.isTTY) printProgress('Type the brief, then Ctrl-D:');
  const { text, source } = await loadBriefText(given, process.stdin, signal);
  const brief = cleanBrief(text, source);
  for (const { kind, line } of brief.secrets) {
    printProgress(
      `${source}:${line} looks like a secret (${kind}). It is left out of everything: nothing of it is sent or written.`,
    );
  }
  return brief;
}
