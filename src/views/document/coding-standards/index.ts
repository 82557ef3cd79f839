import { z } from 'zod';

import type { Design } from '../../../design/model.js';
import { excerpt, excerptWords, type QuotableFiles } from '../../../render/excerpt.js';
import { defineView } from '../../../render/view.js';
import { contextFolder } from '../../entity-module/paths.js';
import { commandsOf } from '../../workspace/package-manager.js';
import { exampleEntity, type ExampleEntity } from '../example-entity.js';
import { code, counted, list } from '../words.js';
import { errorClassesOf, errorCodesOf, type ErrorCode } from './error-codes.js';
import { namingRows } from './naming.js';

const row = z.object({ name: z.string(), value: z.string() });

export const codingStandardsView = defineView({
  templates: ['document/04-coding-standards.md.hbs'],
  schema: z.object({
    lead: z.string(),
    compiler: excerptWords,
    options: z.array(row),
    compilerCost: z.string(),
    linter: excerptWords,
    formatter: excerptWords,
    editor: excerptWords,
    checks: z.array(z.object({ command: z.string(), asks: z.string(), stops: z.string() })),
    lintCost: z.string(),
    namingLead: z.string(),
    names: z.array(z.object({ what: z.string(), form: z.string(), here: z.string() })),
    errorLead: z.string(),
    errorExcerpts: z.array(excerptWords),
    classes: z.array(z.object({ name: z.string(), status: z.string(), title: z.string(), codes: z.string() })),
    domainCodes: z.array(z.object({ entity: z.string(), codes: z.string() })),
    baseCodes: z.array(z.object({ code: z.string(), status: z.string(), name: z.string() })),
    commentLead: z.string(),
    commentExcerpts: z.array(excerptWords),
    importLead: z.string(),
    groups: z.array(z.object({ number: z.string(), group: z.string(), here: z.string() })),
    boundaryLead: z.string(),
    boundaries: excerptWords,
    refusedLead: z.string(),
    refused: z.string(),
  }),
});

type Words = z.infer<typeof codingStandardsView.schema>;

export async function codingStandardsWords(design: Design, files: QuotableFiles): Promise<Words> {
  const example = exampleEntity(design);
  const sources = files.paths.filter((path) => path.endsWith('.ts'));
  const tests = sources.filter((path) => path.endsWith('.spec.ts'));
  const codes = await errorCodesOf(files);
  return {
    lead: `These rules hold for the ${counted(sources.length, 'TypeScript file')} of ${counted(design.contexts.length, 'context')}, the ${counted(tests.length, 'test')} among them included. A machine checks on every push what it can; whether ${code(example?.entity.names.One ?? 'User')} is the right word is for reviewers.`,
    ...(await compilerWords(files, example)),
    ...(await lintWords(design, files)),
    ...namingWords(design, example),
    ...(await errorWords(design, files, codes, example)),
    ...(await commentWords(files, example)),
    ...(await boundaryWords(design, files, example)),
  };
}

async function compilerWords(files: QuotableFiles, example: ExampleEntity | undefined) {
  const many = example?.entity.names.many ?? 'users';
  return {
    compiler: await excerpt(files, 'tsconfig.base.json'),
    options: [
      { name: 'strict', value: 'null and any are never silent' },
      { name: 'noUncheckedIndexedAccess', value: 'an element may be missing' },
      { name: 'noImplicitOverride', value: 'overriding is said' },
      { name: 'noImplicitReturns', value: 'every path returns' },
      { name: 'noFallthroughCasesInSwitch', value: 'a case ends' },
      { name: 'noUnusedLocals', value: 'nothing is left lying around' },
      { name: 'isolatedModules', value: 'one file compiles alone' },
      { name: 'emitDecoratorMetadata', value: 'NestJS injects by type' },
      { name: 'skipLibCheck', value: 'given up: types inside dependencies' },
    ].map((option) => ({ ...option, name: code(option.name) })),
    compilerCost: `The price is paid in small coin: the first of a list, as in ${code(`const [first] = ${many}`)}, has to be checked before it is used.`,
  };
}

async function lintWords(design: Design, files: QuotableFiles) {
  const { run } = commandsOf(design);
  const repository = `${exampleEntity(design)?.entity.names.Many ?? 'Users'}Repository`;
  const packages = files.paths.filter((path) => /^(?:apps|packages)\/[^/]+\/package\.json$/.test(path));
  return {
    linter: await excerpt(files, 'eslint.config.js', { from: 'export default defineConfig(' }),
    formatter: await excerpt(files, '.prettierrc.json'),
    editor: await excerpt(files, '.editorconfig'),
    checks: [
      { command: code(`${run} lint`), asks: 'strict rules with types; boundaries; imports', stops: 'CI, job check' },
      { command: code(`${run} typecheck`), asks: 'everything compiles, tests too', stops: 'CI, job check' },
      { command: code(`${run} format:check`), asks: 'Prettier would change nothing', stops: 'CI, job check' },
    ],
    lintCost: `The linter knows types across all ${counted(packages.length, 'package')}: it finds a forgotten ${code('await')} before a call of ${code(repository)}, and takes many times longer than one that only reads text.`,
  };
}

function namingWords(design: Design, example: ExampleEntity | undefined) {
  const { names } = example?.entity ?? {};
  const said = names
    ? `One noun runs through all layers: ${list([code(names.One), code(names.many), code(`/${names.fileMany}`)])} are found by the same search.`
    : '';
  return {
    namingLead:
      `${counted(design.entities.length, 'entity', 'entities')} and ${counted(design.permissions.length, 'permission')} get their names from ${code('blueprint.yaml')}. ${said}`.trim(),
    names: namingRows(design, example?.entity),
  };
}

async function errorWords(
  design: Design,
  files: QuotableFiles,
  codes: readonly ErrorCode[],
  example: ExampleEntity | undefined,
) {
  const classes = await errorClassesOf(files);
  const folders = new Map(
    design.entities.map(({ names, context }) => [
      `${contextFolder({ context })}/${names.fileMany}/${names.fileOne}.errors.ts`,
      names.One,
    ]),
  );
  const entityOf = ({ path }: ErrorCode): string | undefined => folders.get(path.replace('apps/api/src/modules/', ''));
  const domain = codes.filter((one) => entityOf(one) !== undefined);
  const base = codes.filter((one) => entityOf(one) === undefined);
  const entities = [...new Set(domain.map((one) => entityOf(one) ?? ''))].sort();
  return {
    errorLead:
      `The API refuses with ${counted(codes.length, 'code')} in the words of ${counted(design.entities.length, 'entity', 'entities')} and of the base. ` +
      `A code never changes once clients switch on it${example ? `, so ${code(`${example.entity.names.CODE}_NOT_FOUND`)} stays even if its text is reworded` : ''}.`,
    errorExcerpts: [
      await excerpt(files, 'packages/common/src/problem.ts', { from: 'export class Problem extends Error' }),
      ...(example
        ? [await excerpt(files, example.errors, { from: `export class ${example.entity.names.One}ChangedMeanwhile` })]
        : []),
      await excerpt(files, 'apps/api/src/middleware/error.ts', { from: 'export class ProblemFilter' }),
    ],
    classes: classes.map(({ name, status, title }) => ({
      name: code(name),
      status: String(status),
      title,
      codes: String(codes.filter((one) => one.status === status).length),
    })),
    domainCodes: entities.map((entity) => ({
      entity,
      codes: domain
        .filter((one) => entityOf(one) === entity)
        .map((one) => `${code(one.code)} ${one.status}`)
        .join(', '),
    })),
    baseCodes: base.map(({ code: text, status, name }) => ({
      code: code(text),
      status: String(status),
      name: code(name),
    })),
  };
}

async function commentWords(files: QuotableFiles, example: ExampleEntity | undefined) {
  if (!example) {
    return {
      commentLead: 'A comment says why, in the words of the domain; names say what.',
      commentExcerpts: [await excerpt(files, 'packages/database/src/tenant.ts', { from: '/**', to: '*/' })],
    };
  }
  const { names } = example.entity;
  const comment = await excerpt(files, example.repository, { from: 'export class', to: 'async findPage' });
  const served = comment.code.split('_idx').length - 1;
  return {
    commentLead:
      `The comment above ${code('findPage')} of ${names.textMany} names ${served === 1 ? 'the index that serves' : 'the indexes that serve'} it, so that dropping one is noticed in review; ` +
      `one inside a body says why it is not done the obvious way, and none says again what ${code(`${names.One}NotFound`)} says already.`,
    commentExcerpts: [comment],
  };
}

async function boundaryWords({ contexts, product }: Design, files: QuotableFiles, example: ExampleEntity | undefined) {
  const arrows = contexts.flatMap(({ context }) => context.needs.map((need) => `${context.name} → ${need}`));
  const names = example?.entity.names;
  const own = `${product.scope}/core/actor`;
  return {
    importLead: `In ${code(names ? `${names.fileMany}.service.ts` : 'users.service.ts')} as everywhere, imports stand in groups from far to near; ${code('tools/import-order-rule.js')} refuses any other order. It is a rule of this repository rather than a plugin that ${counted(contexts.length, 'context')} would have to keep up to date; an order within the groups was given up for that.`,
    groups: [
      { number: '1', group: 'Node.js', here: code('node:crypto') },
      { number: '2', group: 'packages from npm', here: code('@nestjs/common') },
      { number: '3', group: 'packages of this repository', here: code(own) },
      {
        number: '4',
        group: 'files of the same package',
        here: code(names ? `./${names.fileOne}.dto.js` : './users.dto.js'),
      },
    ],
    boundaryLead:
      arrows.length === 0
        ? `${counted(contexts.length, 'context')} ${contexts.length === 1 ? 'needs' : 'need'} no other one, so the table allows ${list(contexts.map((one) => code(contextFolder(one))))} the platform and nothing else.`
        : `Of ${counted(contexts.length * (contexts.length - 1), 'possible arrow')} between contexts the blueprint draws ${arrows.length}: ${arrows.join(', ')}. Every other import fails the build.`,
    boundaries: await excerpt(files, 'eslint.boundaries.js', { from: '// The domain', to: '};' }),
    ...refusedImport(contexts),
  };
}

/** What the linter says to an import that is not allowed. */
function refusedImport(contexts: Design['contexts']): { refusedLead: string; refused: string } {
  const [first, second] = contexts;
  const from = first ? contextFolder(first) : 'users';
  const to = second ? contextFolder(second) : 'identity';
  const folder = 'apps/api/src/modules';
  return {
    refusedLead: `An import of ${code(to)} in a file of ${code(from)} is answered by the linter:`,
    refused: `${folder}/${from} must not import from ${folder}/${to}: see eslint.boundaries.js.`,
  };
}
