import { z } from 'zod';
import type { GlossaryEntry } from '../../design/governance/model.js';
import type { Design } from '../../design/model.js';
import { centralSubject } from '../../design/security/subject.js';
import { defineView } from '../../render/view.js';
import { markdownTableCell, markdownText } from '../../text/escape.js';
import { table } from './table.js';
import { counted } from './words.js';

export const glossaryView = defineView({
  templates: ['document/appendix-c-glossary.md.hbs'],
  schema: z.object({
    title: z.string(),
    one: z.string(),
    domainCount: z.string(),
    technicalCount: z.string(),
    domain: table('term', 'meaning'),
    technical: table('term', 'meaning'),
  }),
});

export function glossaryWords(design: Design): z.input<typeof glossaryView.schema> {
  const { glossary } = design.governance;
  const domain = glossary.filter(({ kind }) => kind === 'domain');
  const technical = glossary.filter(({ kind }) => kind === 'technical');
  return {
    title: markdownText(design.product.title),
    one: centralSubject(design).one,
    domainCount: counted(domain.length, 'word'),
    technicalCount: counted(technical.length, 'word'),
    domain: domain.map(row),
    technical: technical.map(({ term, meaning }) => ({ term, meaning })),
  };
}

function row({ term, meaning }: GlossaryEntry): { term: string; meaning: string } {
  return { term: markdownTableCell(term), meaning: markdownTableCell(meaning) };
}
