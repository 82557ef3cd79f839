import { environmentOf } from '../../../src/design/environment.js';
import { factsOf } from '../../../src/design/explain.js';
import { isGenerated, PARTS, type PartId } from '../../../src/blueprint/parts.js';
import type { Design, EntityDesign } from '../../../src/design/model.js';
import { STAGES, type Stage } from '../../../src/design/scale/model.js';
import type { Page } from '../markdown.js';
import { errorCodesOf } from '../../../src/views/document/coding-standards/error-codes.js';
import { moduleFolder } from '../../../src/views/entity-module/paths.js';
import { sampleStory } from '../../../src/views/document/samples/story.js';
import { rowCounts } from '../../../src/views/seed/row-counts.js';
import type { World } from '../documents.js';

const OPERATIONS = ['list', 'get', 'create', 'update', 'delete', 'action'] as const;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Lists of the design and of the repository that a page may tell the length of. */
export function countsOf({ design, files, pages }: World): Readonly<Record<string, number>> {
  const { entities, contexts, permissions, roles, endpoints, decisions, blueprint } = design;
  const paths = [...files.keys()];
  const variables = environmentOf(design);
  const parts = Object.keys(PARTS) as PartId[];
  const rowsOf = (some: readonly EntityDesign[], stage: Stage): number =>
    some.reduce((total, { entity }) => total + (design.scale.tables[entity.name]?.rows[stage].value ?? 0), 0);
  const specs = (pattern: RegExp): number =>
    paths.filter((path) => path.endsWith('.spec.ts') && pattern.test(path)).length;
  const sum = (of: (entity: Design['entities'][number]) => number): number =>
    entities.reduce((total, entity) => total + of(entity), 0);
  return {
    contexts: contexts.length,
    entities: entities.length,
    'entities of an organization': entities.filter(({ tenantScoped }) => tenantScoped).length,
    'writable entities': entities.filter(({ writable }) => writable).length,
    'global entities': entities.filter(({ tenantScoped }) => !tenantScoped).length,
    fields: sum(({ fields }) => fields.length),
    rules: sum(({ rules }) => rules.length),
    'broken bodies': sum(({ violations }) => violations.length),
    actions: sum(({ actions }) => actions.length),
    'action cases': sum(({ actions }) => actions.flatMap(({ cases }) => cases).length),
    flows: entities.filter(({ entity }) => entity.lifecycle).length,
    samples: sum(({ samples }) => samples.length),
    indexes: sum(({ indexes }) => indexes.length),
    'unique keys': sum(({ uniques }) => uniques.length),
    references: sum(({ references }) => references.length),
    links: sum(({ links }) => links.length),
    aggregates: entities.filter(({ parent }) => !parent).length,
    'parts of aggregates': entities.filter(({ parent }) => parent).length,
    permissions: permissions.length,
    roles: roles.length,
    endpoints: endpoints.length,
    decisions: decisions.length,
    files: paths.length,
    pages: pages.length,
    factories: entities.length + 1,
    'rows of the seed': [...rowCounts(entities, roles.length)].reduce(
      (total, [name, rows]) => total + (name === 'User' ? 0 : rows),
      0,
    ),
    'arrows that contexts could have': contexts.length * (contexts.length - 1),
    'arrows that they have': contexts.reduce((total, { context }) => total + context.needs.length, 0),
    'files with the manifest': paths.length + 1,
    'files of modules': paths.filter((path) => entities.some((entity) => path.startsWith(`${moduleFolder(entity)}/`)))
      .length,
    'test files': specs(/./),
    integrations: blueprint.integrations.length,
    reactions: blueprint.reactions.length,
    reports: blueprint.reports.length,
    goals: blueprint.goals.length,
    requirements: blueprint.requirements.length,
    ...Object.fromEntries(
      (['covered', 'partial', 'open', 'excluded'] as const).map((status) => [
        `requirements that are ${status}`,
        blueprint.requirements.filter((one) => one.status === status).length,
      ]),
    ),
    regions: blueprint.constraints?.regions?.length ?? 0,
    assumptions: design.scale.assumptions.length,
    queues: design.operations.queues.length,
    'tables of the domain': entities.length + sum(({ links }) => links.length),
    'indexes and unique keys': sum(({ indexes, uniques }) => indexes.length + uniques.length),
    'endpoints with a permission': endpoints.filter(({ access }) => access === 'permission').length,
    'controls that are written': design.security.threats.filter(({ part }) => isGenerated(part)).length,
    'controls that are designed': design.security.threats.filter(({ part }) => !isGenerated(part)).length,
    parts: parts.length,
    'endpoints of the base below the prefix': endpoints.filter(
      ({ entity, path }) => entity === undefined && path.startsWith('/api/v1'),
    ).length,
    'weeks of the roadmap': design.governance.roadmap.reduce((total, { effortWeeks }) => total + effortWeeks.value, 0),
    'rows of the seed with its accounts': [...rowCounts(entities, roles.length).values()].reduce(
      (total, rows) => total + rows,
      0,
    ),
    'parts that are written': parts.filter(isGenerated).length,
    'parts that are designed': parts.filter((part) => !isGenerated(part)).length,
    ...Object.fromEntries(STAGES.map((stage) => [`rows of all tables, ${stage}`, rowsOf(entities, stage)])),
    ...Object.fromEntries(
      contexts.flatMap(({ names, entities: own }) =>
        STAGES.map((stage) => [`rows of ${names.name}, ${stage}`, rowsOf(own, stage)]),
      ),
    ),
    ...Object.fromEntries(pages.map((page) => [`columns of the drawings of ${page.path}`, widestDrawing(page)])),
    jobs: design.operations.queues.flatMap(({ jobs }) => jobs).length,
    filters: sum(({ filters }) => filters.length),
    sorts: sum(({ sorts }) => sorts.length),
    events: new Set(entities.flatMap(({ actions }) => actions.flatMap(({ action }) => action.emits ?? []))).size,
    'variables of the environment': variables.length,
    'variables of the API': variables.filter(({ readers }) => readers.includes('api')).length,
    ...Object.fromEntries(
      METHODS.map((method) => [method, endpoints.filter((endpoint) => endpoint.method === method).length]),
    ),
    ...Object.fromEntries(
      OPERATIONS.map((kind) => [`${kind} endpoints`, endpoints.filter(({ operation }) => operation === kind).length]),
    ),
    'samples of the API': sampleStory(design).exchanges.length,
    'keys and indexes of the database': paths
      .filter((path) => path.endsWith('/migration.sql'))
      .reduce(
        (total, path) => total + (files.get(path)?.match(/CREATE (?:UNIQUE )?INDEX|PRIMARY KEY/g)?.length ?? 0),
        0,
      ),
    'endpoints of the domain': endpoints.filter(({ entity }) => entity !== undefined).length,
    'endpoints of the base': endpoints.filter(({ entity }) => entity === undefined).length,
    'endpoints with an own answer': endpoints.filter(({ access }) => access !== 'permission').length,
    ...Object.fromEntries(roles.map(({ name, grants }) => [`permissions of ${name}`, grants.length])),
    risks: design.governance.risks.length,
    threats: design.security.threats.length,
  };
}

function widestDrawing({ fences }: Page): number {
  const drawings = fences.filter(({ language }) => language === 'text');
  return Math.max(0, ...drawings.flatMap(({ code }) => code.split('\n').map((line) => [...line].length)));
}

/** How many files each folder, each kind of file and each kind of test has, in the repository and below each folder. */
export function countsOfFiles({ files, design }: World): number[] {
  const counts = new Map<string, number>();
  const count = (key: string): void => void counts.set(key, (counts.get(key) ?? 0) + 1);
  const folders = new Set<string>();
  for (const path of files.keys()) {
    const parts = path.split('/');
    for (let depth = 0; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join('/');
      if (depth > 0) folders.add(folder);
      count(`${folder}/`);
      const name = parts.at(-1) ?? '';
      for (const ending of new Set([name.split('.').slice(1).join('.'), name.split('.').at(-1)]))
        count(`${folder}/*.${ending}`);
    }
    if (path.endsWith('.spec.ts')) count(needsDatabase(path) ? 'with a database' : 'without');
    if (path.endsWith('.spec.ts') && path.startsWith('apps/api/src/modules/'))
      count(path.split('.').slice(-3).join('.'));
  }
  // The manifest stands in a folder of its own.
  const bases = [...factsOf(design).values()].map(({ basis }) => basis);
  return [
    ...counts.values(),
    folders.size,
    folders.size + 1,
    ...new Map(bases.map((basis) => [basis, bases.filter((other) => other === basis).length])).values(),
  ];
}

function needsDatabase(path: string): boolean {
  return /\.(?:integration|controller)\.spec\.ts$|^apps\/api\/test\//.test(path);
}

/** Codes of errors, all and by status, of the domain and of the rest. */
export async function countsOfErrors({ files }: World): Promise<number[]> {
  const codes = await errorCodesOf({
    paths: [...files.keys()],
    read: async (path) => Promise.resolve(files.get(path) ?? ''),
  });
  const by = (key: (code: (typeof codes)[number]) => string): number[] => [
    ...codes
      .reduce((counts, code) => counts.set(key(code), (counts.get(key(code)) ?? 0) + 1), new Map<string, number>())
      .values(),
  ];
  return [
    codes.length,
    ...by(({ status }) => String(status)),
    ...by(({ path }) => String(path.endsWith('.errors.ts'))),
  ];
}
