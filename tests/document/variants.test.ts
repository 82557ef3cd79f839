import { describe, expect, it } from 'vitest';
import { planRepository } from '../../src/pipeline.js';
import { differencesOf } from '../support/document-checks/all.js';
import { brokenDrawings, brokenLinks, filler, lintFindings } from '../support/document-checks/form.js';
import { type World, worldOf } from '../support/documents.js';
import { SECTION_FILES } from '../support/requirement-rows.js';

const HEAD = 'blueprint: 1\nname: acme\ntitle: Acme\nsummary: Keeps notes\n';
const NOTES = `
contexts:
  notes:
    summary: Notes
    entities:
      Note: { fields: { text: string(200) } }
`;

/** Systems that lack, each in its own way, what the examples have. */
const VARIANTS: Readonly<Record<string, string>> = {
  'nothing but one entity': NOTES,
  'one organization': `tenancy: single\n${NOTES}`,
  'diagrams of 7 bits': `document: { diagrams: ascii }\n${NOTES}`,
  'another package manager': `stack: { packageManager: pnpm }\n${NOTES}`,
  'a clock, and no events': `
contexts:
  notes:
    summary: Notes
    entities:
      Note:
        fields:
          text: string(200)
          status: enum(kept, dropped) = kept
        lifecycle: { drop: kept -> dropped }
reactions:
  - { every: 1h, do: notes.Note.drop }
`,
  'services that nobody calls, in regions without law': `
constraints: { regions: [eu-west-1, us-east-1, ap-south-1], compliance: [hipaa, iso27001, ccpa], monthlyBudgetUsd: 50, engineers: 1 }
integrations: { scanner: { kind: virus scan }, mailer: { kind: email, receives: [bounced] } }
webhooks: { events: [note.created] }
${NOTES}`,
  'very many users': `scale: { concurrentUsers: 2000000, tenants: 50000, growth: { months12: 3, months36: 10 } }\nqualities: { availabilityPercent: 99.999, latencyP95Ms: 20, retentionDays: 30 }\n${NOTES}`,
  'one user': `scale: { concurrentUsers: 1, tenants: 1, growth: { months12: 1, months36: 1 } }\n${NOTES}`,
  'reference data alone': `
contexts:
  shop:
    summary: Tells what there is
    entities:
      Country: { tenancy: global, fields: { code: string(2) unique } }
      Currency: { tenancy: global, fields: { code: string(3) unique, minorUnits: int min 0 max 4 } }
`,
  'everything asked, and nothing covered': `
requirements: [{ id: R1, quote: A watch app with 12 faces, status: open }]
${NOTES}`,
  'questions, and no requirement': `questions: ['Who reads 40 notes at once?']\n${NOTES}`,
  'every kind of answer, and passages of its author': `
tenancy: shared
scale: { tenants: 40 }
constraints: { regions: [eu-west-1], compliance: [gdpr] }
qualities: { latencyP95Ms: 250 }
stack: { queue: rabbitmq, packageManager: pnpm }
roles: { reader: { grants: [field-notes:read], source: model } }
contexts:
  field-notes:
    summary: Notes
    source: assumption
    entities:
      Note:
        source: assumption
        fields:
          text: { type: string(200), source: assumption }
          scan: file?
          status: enum(kept, dropped) = kept
        rules: [{ check: size(text) > 2, id: long-enough, source: model }]
        lifecycle: { drop: { from: kept, to: dropped, emits: note.dropped, source: model } }
reactions: [{ every: 1h, do: field-notes.Note.drop, source: assumption }]
integrations: { scanner: { kind: virus scan, source: model } }
webhooks: { events: [note.dropped] }
reports: { notes: { from: Note, measure: count(), source: model } }
requirements:
  - { id: R1, quote: "All | of it", by: [field-notes, field-notes.Note, field-notes.Note.text, field-notes.Note.scan, field-notes.Note.drop] }
  - { id: R2, quote: Figures, kind: quality, by: [scale.tenants, constraints.regions, constraints.compliance, qualities.latencyP95Ms] }
  - { id: R3, quote: Sections, by: [tenancy, webhooks, reactions, roles.reader, integrations.scanner, reports.notes] }
  - { id: R4, quote: Choices, status: partial, by: [stack.queue, stack.packageManager, audit], note: The queue is not there. }
  - { id: R5, quote: no cookies, kind: exclusion, status: excluded, note: None is set. }
document:
  narrative:
    summary: It keeps notes for {scale.launch.concurrentUsers}, and drops each {field-notes.Note} that nobody needs.
    contexts: { field-notes: "A \`Note\` is all there is, and {roles.reader} looks at it." }
    decisions: { orm: Typed queries suit what \`Note\` holds. }
`,
  'reference data and parts of parts': `
contexts:
  shop:
    summary: Sells
    entities:
      Country: { tenancy: global, fields: { code: string(2) unique } }
      Order:
        relations:
          country: Country
          boxes: Box[] owned
      Box:
        fields:
          weightKg: decimal(8, 3) min 0
        relations:
          items: Item[] owned
      Item: { fields: { amount: int min 1, photo: file?, remarks: richtext? } }
reports:
  items: { from: Item, group: month(createdAt), measure: [count(), sum(amount)] }
`,
};

async function documentOfText(text: string): Promise<World> {
  const { design, plan } = await planRepository({ file: 'blueprint.yaml', text: HEAD + text });
  return worldOf('variant', design, new Map(plan.files.map(({ path, contents }) => [path, contents])));
}

describe('a document is whole for a system with', () => {
  it.each(Object.entries(VARIANTS))('%s', { timeout: 60_000 }, async (_, text) => {
    const world = await documentOfText(text);
    const names = world.pages.map(({ path }) => path.split('/').at(-1));
    expect(SECTION_FILES.filter((name) => !names.includes(name))).toEqual([]);
    expect(
      world.pages.flatMap(({ path, tables }) =>
        tables.filter(({ rows }) => rows.length === 0).map(({ line }) => `${path}:${line} has an empty table`),
      ),
    ).toEqual([]);
    expect([
      ...world.pages.flatMap(lintFindings),
      ...brokenLinks(world),
      ...filler(world),
      ...brokenDrawings(world),
    ]).toEqual([]);
    expect(differencesOf(world)).toEqual([]);
  });
});
