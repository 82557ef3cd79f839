import { z } from 'zod';

import { isGenerated, PARTS, type PartId } from '../../../blueprint/parts.js';
import { factsOf } from '../../../design/explain.js';
import type { Basis } from '../../../design/fact.js';
import type { Design } from '../../../design/model.js';
import { partOf } from '../../../design/parts.js';
import { tool } from '../../../package.js';
import { defineView } from '../../../render/view.js';
import { sentenceCase } from '../../../text/case.js';
import { markdownTableCell, markdownText } from '../../../text/escape.js';
import { code, counted, headline, list } from '../words.js';
import { figuresOf } from './figures.js';
import { SECTION_LINES } from './section-lines.js';

const row = z.object({ name: z.string(), value: z.string() });
const link = z.object({ number: z.string(), title: z.string(), file: z.string(), says: z.string() });

/** The cover and the table of contents of the document. */
export const indexPageView = defineView({
  templates: ['document/README.md.hbs'],
  schema: z.object({
    title: z.string(),
    summary: z.string(),
    cover: z.array(row),
    sections: z.array(link),
    figures: z.array(z.object({ shows: z.string(), number: z.string(), file: z.string() })),
    hasDecisions: z.boolean(),
    decisions: z.array(link),
    hasAppendices: z.boolean(),
    appendices: z.array(link.omit({ says: true })),
    bases: z.array(z.object({ basis: z.string(), meaning: z.string(), count: z.string(), example: z.string() })),
    states: z.array(z.object({ label: z.string(), meaning: z.string(), count: z.string(), example: z.string() })),
    entityCount: z.string(),
    contextCount: z.string(),
    contextNames: z.string(),
    /** Id of the figure that the example traces. */
    traced: z.string(),
    tracedValue: z.string(),
    tool: z.string(),
  }),
});

/** What the index has to know of a section. */
export interface IndexedSection {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  /** Its file, in the folder of the index. */
  readonly file: string;
}

export function indexPageWords(
  design: Design,
  sections: readonly IndexedSection[],
  paths: readonly string[],
): z.infer<typeof indexPageView.schema> {
  const { product, scale } = design;
  const traced = scale.workload.launch.peakRequestsPerSecond;
  const decisions = decisionLinks(design, paths);
  const appendices = appendixLinks(paths);
  return {
    title: markdownText(product.title),
    summary: markdownText(product.summary),
    cover: coverRows(design, paths),
    sections: sections.map(({ number, id, title, file }) => ({
      number: String(number),
      title,
      file,
      says: SECTION_LINES[id]?.(design, paths) ?? '',
    })),
    figures: figuresOf(design).flatMap(({ shows, section }) => {
      const found = sections.find(({ id }) => id === section);
      return found ? [{ shows, number: String(found.number), file: found.file }] : [];
    }),
    hasDecisions: decisions.length > 0,
    decisions,
    hasAppendices: appendices.length > 0,
    appendices,
    bases: basisRows(design),
    states: [
      stateRow('generated', 'in the repository; its files are named'),
      stateRow('designed', 'not in the repository yet'),
    ],
    entityCount: counted(design.entities.length, 'entity', 'entities'),
    contextCount: counted(design.contexts.length, 'context'),
    contextNames: list(design.contexts.map(({ names }) => names.name)),
    traced: traced.id,
    tracedValue: headline(traced),
    tool: tool.name,
  };
}

function coverRows(design: Design, paths: readonly string[]): z.infer<typeof row>[] {
  const { blueprint, contexts, entities, endpoints, roles } = design;
  const tenancy = blueprint.tenancy === 'shared' ? 'many organizations, one database' : 'one organization';
  const parts = Object.keys(PARTS) as PartId[];
  const generated = parts.filter(isGenerated).length;
  return [
    {
      name: 'Size',
      value: [
        counted(contexts.length, 'context'),
        counted(entities.length, 'entity', 'entities'),
        counted(endpoints.length, 'endpoint'),
        counted(roles.length, 'role'),
        counted(paths.length, 'file'),
      ].join(', '),
    },
    { name: 'Serves', value: tenancy },
    { name: 'State', value: `${generated} of ${counted(parts.length, 'part')} generated, the others designed` },
    { name: 'Classification', value: classification(design) },
    { name: 'Compliance asked for', value: complianceOf(design) },
    { name: 'Source', value: `${code('blueprint.yaml')}, language ${blueprint.language}` },
    { name: 'Version', value: `${tool.name} ${tool.version}` },
    { name: 'Date and author', value: code('git log -1 -- docs/architecture') },
    { name: 'Change log', value: code('git log --oneline -- docs/architecture') },
  ];
}

/** Who may read the document: it tells how the system is defended, and where it keeps data of people. */
function classification({ entities }: Design): string {
  const personal = entities.flatMap(({ entity }) => entity.fields.filter(({ personal: isPersonal }) => isPersonal));
  const owners = entities.filter(({ entity }) => entity.fields.some((field) => field.personal));
  if (personal.length === 0) return 'Internal: no field is marked personal beyond the accounts of users';
  const where = list(owners.map(({ names }) => names.One));
  return `Confidential: tells where ${counted(personal.length, 'personal field')} of ${where} ${personal.length === 1 ? 'is' : 'are'} kept`;
}

function complianceOf({ blueprint }: Design): string {
  const regimes = blueprint.constraints.compliance;
  return regimes.length > 0 ? list(regimes.map((regime) => regime.toUpperCase())) : 'none is named in the blueprint';
}

function decisionLinks({ decisions }: Design, paths: readonly string[]): z.infer<typeof link>[] {
  return decisions.flatMap(({ number, id, question, chosen, options }) => {
    const file = `decisions/${String(number).padStart(4, '0')}-${id}.md`;
    if (!paths.includes(`docs/architecture/${file}`)) return [];
    const title = options.find((option) => option.id === chosen)?.title ?? chosen;
    return [{ number: String(number), title: markdownTableCell(question), file, says: markdownTableCell(title) }];
  });
}

/** `docs/architecture/appendix-a-production-readiness.md` */
function appendixLinks(paths: readonly string[]): Omit<z.infer<typeof link>, 'says'>[] {
  return paths.flatMap((path) => {
    const [, file = '', letter = '', name = ''] =
      /^docs\/architecture\/(appendix-([a-z])-([a-z-]+)\.md)$/.exec(path) ?? [];
    return file === '' ? [] : [{ number: letter.toUpperCase(), title: sentenceCase(name), file }];
  });
}

const BASES: Readonly<Record<Basis, string>> = {
  given: 'the blueprint says it',
  assumed: 'a numbered assumption says it',
  rule: 'a rule, or fixed in the code',
  modelled: 'computed from others by a formula',
  target: 'what the system is held to',
  published: 'somebody else measured it and says so',
  measured: 'seen in a run of this system',
};

function basisRows(design: Design): z.infer<typeof indexPageView.schema>['bases'] {
  const facts = [...factsOf(design).values()];
  return (Object.keys(BASES) as Basis[]).map((basis) => {
    const own = facts.filter((fact) => fact.basis === basis);
    const [first] = own;
    const example = first ? `${code(first.id)}` : 'none: nothing was measured yet';
    return { basis, meaning: BASES[basis], count: String(own.length), example };
  });
}

function stateRow(
  state: 'generated' | 'designed',
  meaning: string,
): z.infer<typeof indexPageView.schema>['states'][number] {
  const ids = (Object.keys(PARTS) as PartId[]).filter((id) => PARTS[id] === state);
  const examples = ids.slice(0, 3).map((id) => partOf(id).title);
  return { label: `**${state}**`, meaning, count: String(ids.length), example: list(examples) };
}
