import { z } from 'zod';
import { capital } from '../../text/case.js';

import type { Decision, ScoredOption } from '../../design/decisions/model.js';
import type { Fact } from '../../design/fact.js';
import type { Design } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { markdownTableCell, markdownText } from '../../text/escape.js';
import { narrated } from './narrated.js';
import { amount, number } from './words.js';

const lines = z.array(z.object({ text: z.string() }));

/** One architecture decision record: what was asked, compared and decided, and when to ask again. */
export const decisionRecordView = defineView({
  templates: ['document/decision-record.md.hbs'],
  schema: z.object({
    number: z.string(),
    title: z.string(),
    chosen: z.string(),
    question: z.string(),
    decidedBy: z.string(),
    state: z.string(),
    context: lines,
    criteria: z.array(z.object({ label: z.string(), weight: z.string(), because: z.string() })),
    products: z.array(
      z.object({ title: z.string(), version: z.string(), support: z.string(), licence: z.string(), total: z.string() }),
    ),
    columns: z.array(z.object({ title: z.string(), total: z.string() })),
    scores: z.array(z.object({ label: z.string(), weight: z.string(), cells: lines })),
    arguments: z.array(z.object({ title: z.string(), pros: lines, cons: lines })),
    excluded: z.array(z.object({ title: z.string(), rule: z.string() })),
    because: z.string(),
    isNotBest: z.boolean(),
    recommended: z.string(),
    costs: lines,
    runnerUp: z.string(),
    runnerUpTotal: z.string(),
    change: z.string(),
    risks: z.array(z.object({ risk: z.string(), mitigation: z.string() })),
    revisit: lines,
    alternatives: z.array(z.object({ scenario: z.string(), option: z.string() })),
    hasEvidence: z.boolean(),
    evidence: z.array(z.object({ label: z.string(), value: z.string(), source: z.string() })),
    section: z.string(),
    sectionFile: z.string(),
  }),
});

export function decisionRecordWords(decision: Decision, design: Design): z.input<typeof decisionRecordView.schema> {
  const option = (id: string): ScoredOption => {
    const found = decision.options.find((one) => one.id === id);
    if (!found) throw new Error(`The decision ${decision.id} does not compare ${id}.`);
    return found;
  };
  const chosen = option(decision.chosen);
  const runnerUp = option(decision.runnerUp);
  const evidence = [...new Set(decision.options.flatMap((one) => one.evidence))];
  return {
    number: number(decision.number),
    title: decision.title,
    chosen: chosen.title,
    question: decision.question,
    decidedBy: decidedBy(decision, 'blueprint.yaml'),
    state: `**${decision.part}**`,
    context: decision.context.map(line),
    criteria: decision.criteria.map(({ label, weight }) => ({
      label,
      weight: amount(weight),
      because: cell(weight.because.map(({ text }) => text).join(' ')),
    })),
    products: decision.options.map(({ title, about, product, total }) => ({
      title,
      version: product?.version ?? about,
      support: product?.supportedUntil ?? '–',
      licence: product?.licence ?? '–',
      total: amount(total),
    })),
    columns: decision.options.map(({ title, total }) => ({ title, total: amount(total) })),
    scores: decision.criteria.map(({ id, label, weight }) => ({
      label,
      weight: amount(weight),
      cells: decision.options.map(({ scores }) => ({
        text: markdownTableCell(`${number(scores[id]?.score ?? 0)}: ${scores[id]?.because ?? ''}`),
      })),
    })),
    arguments: decision.options.map(({ title, pros, cons }) => ({ title, pros: pros.map(line), cons: cons.map(line) })),
    excluded: decision.options.flatMap(({ title, unfit }) =>
      unfit === undefined ? [] : [{ title, rule: inside(unfit) }],
    ),
    because: narrated(design, 'decisions', decision.id, inside(decision.because)),
    isNotBest: decision.recommended !== decision.chosen,
    recommended: option(decision.recommended).title,
    costs: decision.costs.map(line),
    runnerUp: runnerUp.title,
    runnerUpTotal: amount(runnerUp.total),
    change: inside(decision.change),
    risks: decision.risks.map(({ risk, mitigation }) => ({
      risk: markdownTableCell(capital(risk)),
      mitigation: markdownTableCell(capital(mitigation)),
    })),
    revisit: decision.revisitWhen.map(line),
    alternatives: decision.alternatives.map(({ scenario, option: other }) => ({
      scenario: markdownTableCell(capital(scenario)),
      option: other,
    })),
    hasEvidence: evidence.length > 0,
    evidence: evidence.map((fact) => ({
      label: capital(fact.label),
      value: amount(fact),
      source: markdownTableCell(sourceOf(fact)),
    })),
    section: sections[decision.id]?.[0] ?? 'Executive overview',
    sectionFile: sections[decision.id]?.[1] ?? '00-executive-overview.md',
  };
}

/** Where the document goes on with what was decided. */
const sections: Readonly<Record<string, readonly [title: string, file: string]>> = {
  'service-split': ['Module decomposition', '02-module-decomposition.md'],
  tenancy: ['Data layer', '07-data-layer.md'],
  framework: ['System architecture', '01-system-architecture.md'],
  database: ['Data layer', '07-data-layer.md'],
  orm: ['Data layer', '07-data-layer.md'],
  api: ['API design', '05-api-design.md'],
  pagination: ['API design', '05-api-design.md'],
  auth: ['Authentication and security', '06-security.md'],
  queue: ['Async processing', '08-async-processing.md'],
  logger: ['Observability', '09-observability.md'],
  tracing: ['Observability', '09-observability.md'],
  deploy: ['Deployment', '11-deployment.md'],
  rollout: ['Deployment', '11-deployment.md'],
};

function decidedBy({ why, slot }: Decision, file: string): string {
  // No line: the order of keys is of no meaning, and a comment more would change the page.
  if (why === 'pinned') return slot === undefined ? `\`${file}\`` : `\`stack.${slot}\` in \`${file}\``;
  return why === 'best' ? 'the weighted criteria below' : 'what the generator writes';
}

function line(text: string): { text: string } {
  return { text: inside(text) };
}

/** Text that follows other text in its line: what would begin a list or a heading needs no escape there. */
function inside(text: string): string {
  return markdownText(`x ${text}`).slice(2);
}

/** The same in a cell of a table. */
function cell(text: string): string {
  return markdownTableCell(`x ${text}`).slice(2);
}

function sourceOf({ because }: Fact): string {
  return because.map(({ source, text }) => source ?? text).join(' ');
}
