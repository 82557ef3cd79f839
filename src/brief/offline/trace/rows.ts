import type { ItemOrigin } from '../../planner.js';
import type { Reading } from '../../reading/reading.js';
import type { KnownMention } from '../propose/propose.js';
import { entitiesByName, type System } from '../compose/system.js';

/** "10 000 orders a month": new rows per month, by entity, with the words that say it. */
export function rowsPerMonth(
  { quantities, sentences }: Reading,
  system: System,
  mentions: readonly KnownMention[],
): { rows: Record<string, number>; origins: ItemOrigin[] } {
  const entities = entitiesByName(system);
  const rows: Record<string, number> = {};
  const origins: ItemOrigin[] = [];
  for (const { kind, value, quote } of quantities) {
    if (kind !== 'rowsPerMonth') continue;
    const counted = mentions.find(({ sentence, from }) => {
      const { start, end } = sentences[sentence]!.words[from]!;
      return start >= quote.start && end <= quote.end;
    });
    const isKept = counted && entities.get(counted.entity)?.entity.tenancy !== 'global';
    if (!isKept || counted.entity in rows) continue;
    rows[counted.entity] = Math.max(1, Math.min(1_000_000_000, Math.round(value)));
    const because = `The brief says “${quote.text.replaceAll(/\s+/g, ' ')}”.`;
    origins.push({
      path: `scale.behaviour.rowsPerMonth.${counted.entity}`,
      source: 'brief',
      because,
      requirements: [],
    });
  }
  return { rows, origins };
}
