import { z } from 'zod';

import type { Requirement } from '../../../blueprint/model.js';
import type { Design } from '../../../design/model.js';
import { busiestWords } from '../../../design/scale/assumptions.js';
import { defineView } from '../../../render/view.js';
import { markdownTableCell, markdownText } from '../../../text/escape.js';
import { table } from '../table.js';
import { counted, list, number } from '../words.js';
import { answerOf } from './answers.js';
import { assumedRows } from './assumed.js';

export const requirementsView = defineView({
  templates: ['document/appendix-d-requirements.md.hbs'],
  schema: z.object({
    lead: z.string(),
    hasRequirements: z.boolean(),
    requirements: table('id', 'quote', 'kind', 'status', 'by', 'state', 'note'),
    hasQuestions: z.boolean(),
    questionsLead: z.string(),
    questions: z.array(z.object({ text: z.string() })),
    hasAssumed: z.boolean(),
    assumedLead: z.string(),
    assumed: table('kind', 'items', 'source'),
  }),
});

/** Whether there is anything to trace: what was asked, what is open, or what was assumed without being asked. */
export function hasTrace(design: Design): boolean {
  const { requirements, questions } = design.blueprint;
  return requirements.length + questions.length > 0 || assumedRows(design).length > 0;
}

/** Everything that was asked, with what answers it and how far. */
export function requirementsWords(design: Design): z.input<typeof requirementsView.schema> {
  const { blueprint, entities } = design;
  const names = busiestWords(entities);
  const assumed = assumedRows(design);
  return {
    lead: traceLead(design),
    hasRequirements: blueprint.requirements.length > 0,
    requirements: blueprint.requirements.map((requirement) => requirementRow(design, requirement)),
    hasQuestions: blueprint.questions.length > 0,
    questionsLead: `Whoever knows ${names} should answer ${blueprint.questions.length === 1 ? 'this' : 'these'} before much is built on it.`,
    questions: blueprint.questions.map((text) => ({ text: markdownText(text) })),
    hasAssumed: assumed.length > 0,
    assumedLead: `Nobody asked for these in so many words: they complete what is said of ${names}, and may be removed or changed.`,
    assumed,
  };
}

/** How many requirements there are, and what became of them. */
export function traceLead({ blueprint, product, entities }: Design): string {
  const { requirements } = blueprint;
  const title = markdownText(product.title);
  const names = busiestWords(entities);
  if (requirements.length === 0)
    return `No requirement on ${names} is written down; what ${title} leaves to be decided is.`;
  const many = (status: Requirement['status']): number => requirements.filter((one) => one.status === status).length;
  const parts = (
    [
      ['covered', 'covered'],
      ['partial', 'covered in part'],
      ['open', 'open'],
      ['excluded', 'left out on purpose'],
    ] as const
  ).flatMap(([status, words]) => (many(status) === 0 ? [] : [`${number(many(status))} ${words}`]));
  return `${counted(requirements.length, 'requirement')} ${requirements.length === 1 ? 'was' : 'were'} put to ${title}: ${list(parts)}. What is **designed** answers on paper only, until ${names} meet it in code.`;
}

function requirementRow(design: Design, { id, quote, kind, status, by, note }: Requirement) {
  const answers = by.map((reference) => answerOf(design, reference));
  return {
    id: markdownTableCell(id),
    quote: quotation(quote),
    kind,
    status: status === 'covered' ? status : `**${status}**`,
    by: answers.map(({ link }) => link).join(', ') || '–',
    state: [...new Set(answers.map(({ state }) => state))].join(', ') || '–',
    note: note === undefined ? '–' : markdownTableCell(note),
  };
}

/** Words of somebody else, in a cell; behind the quotation mark they cannot begin a list. */
function quotation(text: string): string {
  return markdownTableCell(`“${text}”`);
}

/** What section 0 tells of it: the sum, and whatever is not simply covered. */
export function unansweredWords(design: Design) {
  const { requirements, questions } = design.blueprint;
  const rest = requirements.filter(({ status }) => status !== 'covered');
  return {
    hasTrace: requirements.length + questions.length > 0,
    traceLead: `${traceLead(design)} [Appendix D](appendix-d-requirements.md) traces each.`,
    hasUnanswered: rest.length > 0,
    unanswered: rest.map((requirement) => {
      const { id, quote, status, note } = requirementRow(design, requirement);
      return { id, quote, status, note };
    }),
    hasQuestions: questions.length > 0,
    questions: questions.map((text) => ({ text: markdownTableCell(text) })),
  };
}
