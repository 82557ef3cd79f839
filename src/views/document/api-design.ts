import { z } from 'zod';
import { CONSTANTS } from '../../design/constants.js';
import type { Design, EntityDesign } from '../../design/model.js';
import { partOf } from '../../design/parts.js';
import { excerpt, excerptWords, type QuotableFiles } from '../../render/excerpt.js';
import { defineView } from '../../render/view.js';
import { sentenceCase } from '../../text/case.js';
import { markdownText } from '../../text/escape.js';
import { moduleFolder } from '../entity-module/paths.js';
import { commandsOf } from '../workspace/package-manager.js';
import { baseErrors, entityCodes, entityErrorRows } from './api-design/errors.js';
import { listRows, typeRows } from './api-design/inputs.js';
import { limitRows } from './api-design/limits.js';
import { endpointGroups, formRows, methodRows, publicRoutes } from './api-design/routes.js';
import { choiceOf, choiceWords } from './choice.js';
import { printRequest, printResponse } from './samples/print.js';
import { sampleStory } from './samples/story.js';
import { subjectOf } from './samples/subject.js';
import { table } from './table.js';
import { amount, code, counted, label, number } from './words.js';

export const apiDesignView = defineView({
  templates: ['document/05-api-design.md.hbs'],
  schema: z.object({
    title: z.string(),
    endpointCount: z.string(),
    domainCount: z.string(),
    baseCount: z.string(),
    entityCount: z.string(),
    sampleCount: z.string(),
    codeCount: z.string(),
    filterCount: z.string(),
    heroOne: z.string(),
    aHero: z.string(),
    heroMany: z.string(),
    heroManyUpper: z.string(),
    heroRoute: z.string(),
    /** Where something is made: of the same entity, unless nobody can make one. */
    createRoute: z.string(),
    heroSort: z.string(),
    tenantText: z.string(),
    forms: table('form', 'route', 'file'),
    methods: table('method', 'use', 'count', 'success', 'refusals', 'example'),
    dtoExcerpts: z.array(excerptWords),
    types: table('type', 'json', 'example', 'value'),
    pagination: choiceWords,
    pageSize: z.string(),
    pageSizeMax: z.string(),
    pagingExcerpts: z.array(excerptWords),
    lists: table('list', 'filters', 'sorts', 'searched'),
    versionExcerpts: z.array(excerptWords),
    api: choiceWords,
    graphqlText: z.string(),
    samples: z.array(z.object({ heading: z.string(), about: z.string(), request: z.string(), response: z.string() })),
    made: table('sample', 'meaning', 'form'),
    publicRoutes: z.string(),
    groups: z.array(z.object({ heading: z.string(), rows: table('endpoint', 'does', 'access') })),
    baseErrors: table('code', 'status', 'detail', 'file'),
    entityErrors: table('resource', 'conflicts', 'unprocessable'),
    limits: table('code', 'counts', 'limit', 'variable'),
    limitExcerpts: z.array(excerptWords),
    idempotency: z.string(),
    idempotencyFile: z.string(),
    testCommand: z.string(),
    openApiCommand: z.string(),
    openApiTest: z.string(),
  }),
});

type ApiDesignWords = z.input<typeof apiDesignView.schema>;

export async function apiDesignWords(design: Design, files: QuotableFiles): Promise<ApiDesignWords> {
  const { endpoints, entities, product } = design;
  const subject = subjectOf(design);
  const hero = subject?.entity ?? entities.find(({ writable }) => writable) ?? entities[0];
  if (!hero) throw new Error('A system without entities has no API of its own.');
  const story = sampleStory(design);
  const errors = await baseErrors(files);
  const limits = await limitRows(design, files);
  const codes = entities.reduce((sum, entity) => sum + entityCodes(entity, design).length, 0);
  const domain = endpoints.filter(({ entity }) => entity !== undefined).length;
  return {
    title: markdownText(product.title),
    endpointCount: counted(endpoints.length, 'endpoint'),
    domainCount: number(domain),
    baseCount: number(endpoints.length - domain),
    entityCount: counted(entities.length, 'entity', 'entities'),
    sampleCount: counted(story.exchanges.length, 'sample'),
    codeCount: counted(errors.length + codes + limits.length, 'code'),
    filterCount: counted(
      entities.reduce((sum, { filters }) => sum + filters.length, 0),
      'filter',
    ),
    ...heroWords(hero),
    tenantText: tenantText(design, hero),
    forms: formRows(design, hero.entity.name),
    methods: methodRows(design, hero.entity.name),
    dtoExcerpts: await dtoExcerpts(hero, files),
    types: typeRows(design, hero),
    pagination: choiceOf(design, 'pagination'),
    pageSize: amount(CONSTANTS.pageSize),
    pageSizeMax: amount(CONSTANTS.pageSizeMax),
    pagingExcerpts: [await excerpt(files, 'apps/api/src/http/paging.ts', { from: 'export const page =', to: '});' })],
    lists: listRows(design),
    versionExcerpts: [await excerpt(files, 'apps/api/src/app.ts', { from: 'setGlobalPrefix', to: 'setGlobalPrefix' })],
    api: choiceOf(design, 'api'),
    graphqlText: graphqlText(design, hero),
    samples: story.exchanges.map((exchange, position) => ({
      heading: `5.8.${position + 1} ${exchange.title}`,
      about: exchange.about,
      request: printRequest(exchange),
      response: printResponse(exchange),
    })),
    made: story.made.map(({ sample, meaning, form }) => ({ sample: code(sample), meaning, form })),
    publicRoutes: publicRoutes(design),
    groups: endpointGroups(design, '5.9'),
    baseErrors: errors.map(({ status, detail, file, ...row }) => ({
      code: code(row.code),
      status: String(status),
      // The first sentence; the second, where there is one, is advice.
      detail: code(detail.replaceAll(/\$\{[^}]*\}/g, '…').replace(/(?<=\.) .*$/, '')),
      file: code(file),
    })),
    entityErrors: entityErrorRows(design),
    limits,
    limitExcerpts: [await excerpt(files, 'apps/api/src/middleware/rate-limit.ts', { from: 'private refusal(' })],
    idempotency: label('idempotency-keys'),
    idempotencyFile: partOf('idempotency-keys').where[0] ?? '',
    testCommand: testCommand(design, 'apps/api/test/document.spec.ts'),
    openApiCommand: `${commandsOf(design).run} openapi`,
    openApiTest: partOf('openapi').proof[0] ?? '',
  };
}

function heroWords(
  hero: EntityDesign,
): Pick<ApiDesignWords, 'heroOne' | 'aHero' | 'heroMany' | 'heroManyUpper' | 'heroRoute' | 'createRoute' | 'heroSort'> {
  const { names, route, sorts, writable } = hero;
  return {
    heroOne: names.textOne,
    aHero: `${names.article} ${names.textOne}`,
    heroMany: names.textMany,
    heroManyUpper: sentenceCase(names.many),
    heroRoute: `/api/v1${route}`,
    createRoute: `/api/v1${writable ? route : '/organizations/current/invitations'}`,
    heroSort: sorts.at(-1)?.name ?? 'createdAt',
  };
}

async function dtoExcerpts(hero: EntityDesign, files: QuotableFiles): Promise<z.input<typeof excerptWords>[]> {
  const { one, One, fileOne } = hero.names;
  const path = `${moduleFolder(hero)}/${fileOne}.dto.ts`;
  const end = (id: string): string => `.meta({ id: '${id}' })`;
  return Promise.all([
    ...(hero.writable ? [excerpt(files, path, { from: `export const create${One}`, to: end(`Update${One}`) })] : []),
    excerpt(files, path, { from: `export const ${one}View`, to: end(One) }),
  ]);
}

/** npm hands on what stands behind `--`; pnpm hands on everything. */
function testCommand(design: Design, file: string): string {
  const { run } = commandsOf(design);
  return `${run} test:integration ${run === 'npm run' ? '-- ' : ''}${file}`;
}

function tenantText({ blueprint }: Design, { names }: EntityDesign): string {
  return blueprint.tenancy === 'shared'
    ? `No path names an organization: the access token does, so a request for ${names.textMany} cannot ask for those of another one.`
    : `No path names the organization: there is one, and the access token says which ${names.textMany} its holder reaches.`;
}

function graphqlText({ decisions }: Design, hero: EntityDesign): string {
  const decision = decisions.find(({ id }) => id === 'api');
  const many = hero.names.textMany;
  return decision?.chosen === 'rest-graphql'
    ? `GraphQL is justified here: what clients read around ${many} is a graph, and REST stays for everything that changes ${many}.`
    : `GraphQL is declined: each page around ${many} is read by few requests, while limits, permissions and logs stay tied to one route each.`;
}
