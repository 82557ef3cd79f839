import type { Reading } from '../../reading/reading.js';
import { stemOf } from '../../reading/words.js';
import type { Wishes } from '../compose/compose.js';

const REPORTING = new Set(
  ['report', 'reporting', 'analytics', 'dashboard', 'statistics', 'kpi', 'insights'].map(stemOf),
);
const LEADING = new Set(['admin', 'administrator'].map(stemOf));

/** What the brief wants of the system as a whole, by single words. */
export function wishesOf({ sentences }: Reading, webhooks: boolean): Wishes {
  const said = new Set(
    sentences.flatMap(({ words }) => words.filter(({ negated }) => !negated).map(({ stem }) => stem)),
  );
  const says = (stems: ReadonlySet<string>): boolean => [...stems].some((stem) => said.has(stem));
  return { webhooks, reports: says(REPORTING), leader: says(LEADING) ? 'admin' : 'manager' };
}
