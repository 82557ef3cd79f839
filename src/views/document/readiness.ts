import { z } from 'zod';
import type { Design } from '../../design/model.js';
import type { ReadinessCheck } from '../../design/governance/model.js';
import { centralSubject } from '../../design/security/subject.js';
import { defineView } from '../../render/view.js';
import { markdownText } from '../../text/escape.js';
import { table } from './table.js';
import { amount, code, counted } from './words.js';

export const readinessView = defineView({
  templates: ['document/appendix-a-production-readiness.md.hbs'],
  schema: z.object({
    title: z.string(),
    many: z.string(),
    itemCount: z.string(),
    checkCount: z.string(),
    provedCount: z.string(),
    openCount: z.string(),
    rows: table('position', 'item', 'what', 'state', 'shown'),
    remaining: table('item', 'remains'),
  }),
});

export function readinessWords(design: Design): z.input<typeof readinessView.schema> {
  const { items, checks, proved, open } = design.governance.readiness;
  return {
    title: markdownText(design.product.title),
    many: centralSubject(design).many,
    itemCount: counted(items.length, 'item'),
    checkCount: counted(checks.value, 'check'),
    provedCount: amount(proved),
    openCount: amount(open),
    rows: items.flatMap((item) =>
      item.checks.map((check, index) => ({
        position: item.checks.length === 1 ? String(item.number) : `${item.number}${'abcdefgh'[index] ?? ''}`,
        item: index === 0 ? `**${item.title}**` : '',
        what: check.what,
        state: isProved(check) ? 'proved by' : '**open**',
        shown: isProved(check) ? check.proof.map(code).join(', ') : check.remains,
      })),
    ),
    remaining: items.flatMap((item) => {
      const missing = item.checks.filter((check) => !isProved(check));
      return missing.length === 0
        ? []
        : [{ item: item.title, remains: missing.map(({ what, remains }) => `${what} – ${remains}`).join('; ') }];
    }),
  };
}

function isProved({ proof }: ReadinessCheck): boolean {
  return proof.length > 0;
}
