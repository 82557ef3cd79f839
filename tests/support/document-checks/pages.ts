import { parts } from '../../../src/design/parts.js';
import { codesOf, type Fence, type Page, type Table, textsOf } from '../markdown.js';
import { DOCUMENT, type World } from '../documents.js';
import {
  environmentExample,
  environmentOfConfig,
  fileOf,
  indexesOfCode,
  permissionsOfCode,
  rolesOfCode,
} from './code.js';

/** What the pages say against what the planned files say; each returns complete sentences with page and line. */

const at = ({ path }: Page, line: number): string => `${path.slice(DOCUMENT.length)}:${line}`;

/** Beginnings of paths that only a repository's own files have. */
const OURS =
  /^(?:apps|packages|docker|k8s|docs|tools|contracts|load|observability|infrastructure|\.github|\.env\.example|docker-compose\.yml|vitest\.config\.ts|eslint\.[\w.]+js|tsconfig[\w.]*json|package\.json|\.nvmrc|AGENTS\.md|CONTRIBUTING\.md|README\.md|blueprint\.yaml)(?:\/|$)/;

function stands(world: World, path: string): boolean {
  const wanted = path.replace(/\/$/, '');
  if (!/[*…<{]/.test(wanted)) return world.files.has(wanted) || startsAny(world, `${wanted}/`);
  const pattern = wanted.replaceAll(/[.+?^$()|[\]\\]/g, '\\$&').replaceAll(/<[^>]*>|\{[^}]*\}|\*+|…/g, '.*');
  return [...world.files.keys()].some((file) => new RegExp(`^${pattern}(?:/|$)`).test(file));
}

function startsAny(world: World, prefix: string): boolean {
  return [...world.files.keys()].some((file) => file.startsWith(prefix));
}

/** Below what a designed part will hold. */
function isDesigned(path: string): boolean {
  return parts.some(
    ({ state, where }) =>
      state === 'designed' &&
      where.some((one) => path === one || path.startsWith(`${one}/`) || `${path.replace(/\/$/, '')}` === one),
  );
}

/** Every path that is named stands in the repository, or below what a designed part will hold; and what is designed is not there. */
export function pathDifferences(world: World): string[] {
  const missing = world.pages.flatMap((page) =>
    textsOf(page).flatMap(({ text, line }) =>
      codesOf(text)
        .map((code) => code.replace(/:\d+$/, ''))
        .filter((code) => OURS.test(code) && !/\s/.test(code) && !stands(world, code) && !isDesigned(code))
        .map((code) => `${at(page, line)} names ${code}, which nothing writes`),
    ),
  );
  const labelled = world.pages.flatMap((page) =>
    [...page.prose.map(({ text, line }) => ({ text, line })), ...rowsOf(page)].flatMap(({ text, line }) =>
      text.includes('**generated**') && !text.includes('**designed**')
        ? codesOf(text)
            .filter((code) => OURS.test(code) && !/\s/.test(code) && !stands(world, code))
            .map((code) => `${at(page, line)} calls ${code} generated, which nothing writes`)
        : [],
    ),
  );
  const early = parts
    .filter(({ state }) => state === 'designed')
    .flatMap(({ id, where }) =>
      where.filter((one) => stands(world, one)).map((one) => `${id} is designed, and ${one} is written`),
    );
  return [...missing, ...labelled, ...early];
}

/** Each row of the tables of a page, its cells together. */
function rowsOf(page: Page): { text: string; line: number }[] {
  return page.tables.flatMap(({ rows, line }) =>
    rows.map((row, index) => ({ text: row.join(' | '), line: line + 2 + index })),
  );
}

/** Quoted lines are the lines of the file. */
export function excerptDifferences(world: World): string[] {
  return world.pages.flatMap((page) =>
    page.fences.flatMap((fence) => {
      const [, path = '', first, last] = /^File `([^`]+)`, lines (\d+)–(\d+):$/.exec(fence.lead) ?? [];
      if (first === undefined) return [];
      const lines = fileOf(world, path)
        .split('\n')
        .slice(Number(first) - 1, Number(last));
      const indent = Math.min(
        ...lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length),
      );
      const text = lines.map((line) => line.slice(indent)).join('\n');
      return text === fence.code ? [] : [`${at(page, fence.line)} does not show lines ${first} to ${last} of ${path}`];
    }),
  );
}

/** Commands of shell fences are scripts of the repository. */
export function commandDifferences(world: World): string[] {
  const { scripts = {} } = JSON.parse(fileOf(world, 'package.json') || '{}') as { scripts?: Record<string, string> };
  const builtIn = new Set(['install', 'ci', 'audit', 'exec', 'outdated', 'ls', 'sbom', 'pack']);
  return world.pages.flatMap((page) =>
    shellLines(page).flatMap(({ text, line }) =>
      [...text.matchAll(/\b(?:npm|pnpm) (run )?(?:--?[\w-]+ )*([\w:.-]+)/g)]
        .filter(([, , script = '']) => !builtIn.has(script) && scripts[script] === undefined)
        .map(([command]) => `${at(page, line)} says ${command}, which is no script`),
    ),
  );
}

function shellLines(page: Page): { text: string; line: number }[] {
  const isShell = ({ language }: Fence): boolean => ['sh', 'bash', 'shell', 'console'].includes(language);
  const inFences = page.fences
    .filter((fence) => isShell(fence) && !fence.lead.startsWith('File '))
    .flatMap(({ code, line }) => code.split('\n').map((text, index) => ({ text, line: line + 1 + index })));
  const inText = textsOf(page).flatMap(({ text, line }) => codesOf(text).map((code) => ({ text: code, line })));
  return [...inFences, ...inText.filter(({ text }) => /^(?:npm|pnpm) /.test(text))];
}

/** Variables that are named, and the defaults beside them; in an environment of production only the numbers, as its addresses are others. */
export function variableDifferences(world: World): string[] {
  const example = environmentExample(world);
  const config = environmentOfConfig(world);
  const known = (name: string): boolean => example.has(name) || config.has(name);
  const valueOf = (name: string): readonly (string | undefined)[] => [example.get(name), config.get(name)];
  return world.pages.flatMap((page) => [
    ...page.fences
      .filter(
        ({ language, lead }) => ['env', 'dotenv', 'ini', 'properties'].includes(language) && !lead.startsWith('File '),
      )
      .flatMap(({ code, line }) =>
        [...code.matchAll(/^(?:# )?([A-Z][A-Z0-9_]+)=(.*)$/gm)]
          .filter(([, name = '', value = '']) => known(name) && /^\d+$/.test(value) && !valueOf(name).includes(value))
          .map(([, name, value]) => `${at(page, line)} shows ${name}=${value}`),
      ),
    ...page.tables
      .filter(({ head }) => head.some((title) => /^default\b/i.test(title)))
      .flatMap((table) => tableDefaults(page, table, known, valueOf)),
    ...(page.path.includes('/11-') ? leftOutVariables(world, page) : []),
    ...[...variableRows(page)]
      .filter(({ name }) => !known(name))
      .map(({ name, line }) => `${at(page, line)} lists ${name}, which nothing reads`),
  ]);
}

/** The section on configuration names every variable. */
function leftOutVariables(world: World, { text }: Page): string[] {
  return [...environmentExample(world).keys()]
    .filter((name) => !text.includes(name))
    .map((name) => `section 11 leaves out ${name}`);
}

function tableDefaults(
  page: Page,
  { head, rows, line }: Table,
  known: (name: string) => boolean,
  valueOf: (name: string) => readonly (string | undefined)[],
): string[] {
  const column = head.findIndex((title) => /^default\b/i.test(title));
  return rows.flatMap((row, index) => {
    const name = codesOf(row[0] ?? '')[0] ?? '';
    const [value] = codesOf(row[column] ?? '');
    if (!known(name) || value === undefined) return [];
    return valueOf(name).includes(value) ? [] : [`${at(page, line + 2 + index)} gives ${name} the default ${value}`];
  });
}

/** Rows of tables whose first column is headed as a list of variables. */
function* variableRows(page: Page): Generator<{ name: string; line: number }> {
  for (const { head, rows, line } of page.tables) {
    if (!/^variables?$/i.test(head[0] ?? '')) continue;
    for (const [index, row] of rows.entries()) {
      const name = codesOf(row[0] ?? '')[0];
      if (name !== undefined) yield { name, line: line + 2 + index };
    }
  }
}

/** The matrix of roles and permissions is that of the code, cell by cell. */
export function matrixDifferences(world: World): string[] {
  const roles = rolesOfCode(world);
  const keys = permissionsOfCode(world);
  const matrices = world.pages.flatMap((page) =>
    page.tables
      .map((table) => ({
        page,
        table,
        columns: table.head.map((title) => codesOf(title)[0] ?? title.replaceAll('*', '')),
      }))
      .filter(
        ({ columns }) =>
          columns.filter((name) => roles.has(name)).length >= Math.min(2, roles.size) && columns.length > 2,
      ),
  );
  const named = new Set<string>();
  const wrong = matrices.flatMap(({ page, table, columns }) =>
    table.rows.flatMap((row, index) => {
      const [key = ''] = codesOf(row[0] ?? '');
      if (!keys.includes(key))
        return [`${at(page, table.line + 2 + index)} has no permission in its first cell: ${row[0] ?? ''}`];
      named.add(key);
      return columns.flatMap((role, column) => {
        if (!roles.has(role)) return [];
        const wanted = roles.get(role)?.get(key);
        const cell = (row[column] ?? '').toLowerCase();
        const said = cell === '' || /^[–—-]$/.test(cell) ? undefined : cell.includes('own') ? 'own' : 'all';
        return said === wanted
          ? []
          : [`${at(page, table.line + 2 + index)} gives ${role} ${said ?? 'nothing'} of ${key}`];
      });
    }),
  );
  return matrices.length === 0
    ? ['no page has the matrix of roles and permissions']
    : [...wrong, ...keys.filter((key) => !named.has(key)).map((key) => `the matrix leaves out ${key}`)];
}

/** Routes that are named exist, with their method. */
export function routeDifferences(world: World): string[] {
  const known = new Set(world.design.endpoints.map(({ method, path }) => `${method} ${shapeOf(path)}`));
  const paths = new Set(world.design.endpoints.map(({ path }) => shapeOf(path)));
  return world.pages.flatMap((page) =>
    textsOf(page).flatMap(({ text, line }) =>
      codesOf(text)
        .flatMap((code) => [...code.matchAll(/^(?:(GET|POST|PUT|PATCH|DELETE) )?(\/api\/v1\/[^\s?`]*)/g)])
        .filter(
          ([, , path = '']) =>
            !/[…*]|\{(?:resource|sub-resource|context)\}|<|:resource/.test(path) && path.length > '/api/v1/'.length,
        )
        .filter(([, method, path = '']) =>
          method === undefined ? !paths.has(shapeOf(path)) : !known.has(`${method} ${shapeOf(path)}`),
        )
        .map(([route]) => `${at(page, line)} names ${route}, which no controller answers`),
    ),
  );
}

/** Every endpoint of the code is listed in the section on the API. */
export function endpointPageDifferences({ design, pages }: World): string[] {
  const section = pages.filter(({ path }) => path.includes('/05-'));
  const named = new Set(
    section.flatMap((page) => page.tables.flatMap(({ rows }) => rows.map((row) => codesOf(row.join(' | ')).join(' ')))),
  );
  const listed = [...named].join('\n');
  return section.length === 0
    ? []
    : design.endpoints
        .filter(({ path }) => !listed.includes(path))
        .map(({ method, path }) => `section 5 leaves out ${method} ${path}`);
}

/** Code is shown with the file it stands in. */
export function pathlessDifferences({ pages }: World): string[] {
  const languages = ['ts', 'sql', 'prisma', 'dockerfile', 'yaml'];
  return pages.flatMap((page) =>
    page.fences
      .filter(({ language, lead }) => languages.includes(language) && !/`[^`]+`/.test(lead))
      .map(
        ({ line, language, lead }) =>
          `${at(page, line)} shows ${language} without the file it stands in: ${lead.slice(0, 60)}`,
      ),
  );
}

function shapeOf(path: string): string {
  return path
    .replace(/\/$/, '')
    .replaceAll(/:\w+|\{\w+\}/g, ':')
    .replaceAll(/\/[0-9a-f]{8}-[0-9a-f-]{27}(?=\/|$)/g, '/:');
}

/** Indexes that are named exist; each of the design is named once in the section of the data. */
export function indexPageDifferences(world: World): string[] {
  const known = indexesOfCode(world);
  const data = world.pages.filter(({ path }) => path.includes('/07-'));
  const named = new Set(data.flatMap((page) => textsOf(page).flatMap(({ text }) => codesOf(text))));
  const wanted = world.design.entities.flatMap(({ indexes }) => indexes.map(({ name }) => name));
  return [
    ...[...named]
      .filter((name) => /^[a-z0-9_]+_idx$/.test(name) && !known.has(name))
      .map((name) => `section 7 names the index ${name}`),
    ...wanted
      .filter((name) => data.length > 0 && !named.has(name))
      .map((name) => `section 7 leaves out the index ${name}`),
  ];
}

/** Queues, jobs, metrics and alerts of the design are named, and no others. */
export function operationsDifferences({ design, pages }: World): string[] {
  const { queues, metrics, alerts } = design.operations;
  const codesIn = (number: string): Set<string> => {
    const section = pages.filter(({ path }) => path.includes(`/${number}-`));
    return new Set(
      section.flatMap((page) => [
        ...textsOf(page).flatMap(({ text }) => codesOf(text)),
        ...page.fences.flatMap(({ code }) => code.match(/[\w-]+/g) ?? []),
      ]),
    );
  };
  const leftOut = (section: string, what: string, names: readonly string[]): string[] => {
    const found = codesIn(section);
    return found.size === 0
      ? []
      : names.filter((name) => !found.has(name)).map((name) => `section ${section} leaves out the ${what} ${name}`);
  };
  const isMetric =
    /^(?:http|queue|job|db|redis|outbox|webhook|integration|cache|nodejs|process|rate|auth|breaker|circuit)[a-z_]*_(?:total|seconds|bytes|count|ratio|size)$/;
  const metricNames = new Set(metrics.map(({ name }) => name));
  return [
    ...leftOut(
      '08',
      'queue',
      queues.map(({ name }) => name),
    ),
    ...leftOut(
      '08',
      'job',
      queues.flatMap(({ jobs }) => jobs.map(({ name }) => name)),
    ),
    ...leftOut('09', 'metric', [...metricNames]),
    ...leftOut(
      '09',
      'alert',
      alerts.map(({ name }) => name),
    ),
    ...[...codesIn('09')]
      .filter(
        (code) =>
          isMetric.test(code) && !metricNames.has(code.replace(/_(?:count|sum|bucket)$/, '')) && !metricNames.has(code),
      )
      .map((code) => `section 09 names the metric ${code}, which the design does not have`),
  ];
}
