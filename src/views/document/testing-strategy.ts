import { z } from 'zod';
import type { PartId } from '../../blueprint/parts.js';
import type { Design } from '../../design/model.js';
import { partOf } from '../../design/parts.js';
import { excerpt, excerptWords, type Cut, type QuotableFiles } from '../../render/excerpt.js';
import { defineView } from '../../render/view.js';
import { markdownText } from '../../text/escape.js';
import { rowCounts } from '../seed/row-counts.js';
import { commandsOf } from '../workspace/package-manager.js';
import { type Hero, heroOf, type Quote } from './testing-strategy/hero.js';
import * as rows from './testing-strategy/rows.js';
import { allTestFiles, filesWithDatabase, testFilesOf } from './testing-strategy/test-files.js';
import { amount, code, counted, label, list, number } from './words.js';

const excerpts = z.array(excerptWords);
const table = <Names extends string>(...names: Names[]) =>
  z.array(z.object(Object.fromEntries(names.map((name) => [name, z.string()])) as Record<Names, z.ZodString>));

export const testingStrategyView = defineView({
  templates: ['document/10-testing-strategy.md.hbs'],
  schema: z.object({
    title: z.string(),
    stakes: z.string(),
    stakeCount: z.string(),
    fileCount: z.string(),
    databaseCount: z.string(),
    integrationCount: z.string(),
    ruleCount: z.string(),
    actionCount: z.string(),
    permissionCount: z.string(),
    entityCount: z.string(),
    tenantEntityCount: z.string(),
    factoryCount: z.string(),
    sampleCount: z.string(),
    jobCount: z.string(),
    heroOne: z.string(),
    aHero: z.string(),
    heroMany: z.string(),
    heroCore: z.string(),
    heroHttpSpec: z.string(),
    heroRoute: z.string(),
    heroNeeds: z.string(),
    appRole: z.string(),
    stakeRows: table('harm', 'test', 'tried', 'state'),
    unitRows: table('layer', 'files', 'where', 'meaning'),
    ruleLead: z.string(),
    ruleExcerpts: excerpts,
    integrationRows: table('against', 'files', 'where', 'notShown'),
    refusalLead: z.string(),
    refusalExcerpts: excerpts,
    contractLead: z.string(),
    contractRows: table('contract', 'between', 'keptBy', 'state'),
    contractCost: z.string(),
    journeyExcerpts: excerpts,
    flowLead: z.string(),
    hasFlows: z.boolean(),
    flows: table('name', 'way', 'cases', 'guards'),
    serverExcerpts: excerpts,
    servers: table('server', 'chosen', 'because'),
    factoryExcerpts: excerpts,
    seedLead: z.string(),
    coverage: table('layer', 'where', 'branches', 'because'),
    jobs: table('name', 'runs', 'services'),
    jobExcerpts: excerpts,
    commands: table('command'),
    httpExcerpts: excerpts,
    versionExcerpts: excerpts,
    isolationExcerpts: excerpts,
    riskLead: z.string(),
    hasRisks: z.boolean(),
    risks: table('risk', 'tests'),
  }),
});

type Words = z.input<typeof testingStrategyView.schema>;

const workflow = '.github/workflows/ci.yml';
const journey = 'apps/api/test/journey.e2e.spec.ts';
const server = 'packages/database/test/test-server.ts';

export async function testingStrategyWords(design: Design, files: QuotableFiles): Promise<Words> {
  const { product, entities, permissions, testing } = design;
  const hero = heroOf(design);
  const found = testFilesOf(files);
  const { run, test } = commandsOf(design);
  const cut = async (path: string, how: Cut) => [await excerpt(files, path, how)];
  const quote = ({ path, from }: Quote) => cut(path, { from });
  const jobs = rows.jobRows(await files.read(workflow));
  const stakes = rows.stakeRows(design, hero);
  const flows = rows.flowRows(design);
  return {
    title: markdownText(product.title),
    stakes: list(stakes.slice(0, 3).map(({ harm }) => harm)),
    stakeCount: counted(stakes.length, 'mistake'),
    fileCount: counted(allTestFiles(found).length, 'file'),
    databaseCount: number(filesWithDatabase(found).length),
    integrationCount: counted(filesWithDatabase(found).length, 'file'),
    ruleCount: counted(entities.flatMap((entity) => entity.rules).length, 'rule'),
    actionCount: counted(entities.flatMap((entity) => entity.actions).length, 'action'),
    permissionCount: counted(permissions.length, 'permission'),
    entityCount: counted(entities.length, 'entity', 'entities'),
    tenantEntityCount: counted(entities.filter((entity) => entity.tenantScoped).length, 'entity', 'entities'),
    factoryCount: counted(entities.length + 1, 'factory', 'factories'),
    sampleCount: counted(entities.flatMap((entity) => entity.samples).length, 'sample'),
    jobCount: counted(jobs.length, 'job'),
    ...heroWords(hero, design),
    appRole: product.appRole,
    stakeRows: stakes,
    unitRows: rows.unitRows(found, hero),
    ...(await ruleWords(hero, design, files)),
    integrationRows: rows.integrationRows(design, found, hero),
    ...(await refusalWords(hero, files)),
    ...contractWords(design),
    contractRows: rows.contractRows(design),
    journeyExcerpts: await cut(journey, { from: '// A thief uses the old one', to: 'expect(useless.status)' }),
    flowLead: flowLead(flows.length, hero),
    hasFlows: flows.length > 0,
    flows,
    serverExcerpts: await cut(server, { from: 'async function chooseServer' }),
    servers: rows.serverRows(found, test),
    factoryExcerpts: await quote(hero.factory),
    seedLead: seedLead(design),
    coverage: testing.coverage.map(({ layer, where, branches, because }) => ({
      layer,
      where: where.map(code).join(', '),
      branches: `${amount(branches)} (${branches.basis})`,
      because,
    })),
    jobs,
    jobExcerpts: await cut(workflow, { from: '  test:', to: 'REDIS_URL' }),
    commands: [`${run} test:unit`, `${run} test:integration`, test, `TEST_DATABASE=testcontainers ${test}`].map(
      (command) => ({ command }),
    ),
    httpExcerpts: await quote(hero.permissionTest),
    versionExcerpts: await quote(hero.versionTest),
    isolationExcerpts: await quote(hero.isolationTest),
    ...riskWords(design, hero),
  };
}

function heroWords(hero: Hero, { entities }: Design) {
  const { entity, one, many } = hero;
  const needed = (entity?.references ?? []).filter(({ optional, relation }) => !optional && relation);
  const targets = new Set(
    needed.map(({ target }) => entities.find(({ entity: { name } }) => name === target)?.names.textOne ?? 'user'),
  );
  return {
    heroOne: one,
    aHero: rows.aNoun(one),
    heroMany: many,
    heroCore: hero.core,
    heroHttpSpec: hero.httpSpec,
    heroRoute: `/api/v1${hero.route}`,
    heroNeeds: targets.size === 0 ? 'one, and nothing beside it' : `its ${list([...targets])} as well`,
  };
}

async function ruleWords({ entity, many, coreSpec }: Hero, { entities }: Design, files: QuotableFiles) {
  const [violation] = entity?.violations ?? [];
  if (!entity || !violation || !files.paths.includes(coreSpec)) {
    return { ruleLead: `The blueprint names no rule that a body of ${many} could break.`, ruleExcerpts: [] };
  }
  const message = entity.rules.find(({ id }) => id === violation.rule)?.message ?? '';
  const total = entities.reduce((sum, { violations }) => sum + violations.length, 0);
  return {
    ruleLead: `${counted(total, 'rule')} can be broken by a body, and a test sends one for each. Of ${many}: “${markdownText(message)}”`,
    ruleExcerpts: [await excerpt(files, coreSpec, { from: `it('find that ${violation.rule} is broken'` })],
  };
}

/** A refused change of state; where the entity has no states, a refused reference or the unknown row. */
async function refusalWords({ entity, many, one, integrationSpec }: Hero, files: QuotableFiles) {
  const text = await files.read(integrationSpec);
  const guarded = /it\('refuses \w+ while [^']*'/.exec(text)?.[0];
  const refused = guarded ?? /it\('refuses \w+ from \w+'/.exec(text)?.[0];
  const from = refused ?? (entity ? "it('does not know what was never created'" : "it('refuse a cursor");
  const refusal = !entity
    ? `A page of ${many} behind a cursor that the API did not give out is refused`
    : entity.actions.length > 0
      ? `An action that the state of the ${one} does not allow changes nothing`
      : `What is asked of ${many} that do not exist is refused`;
  return {
    refusalLead: entity ? `${refusal}, and the test looks again afterwards:` : `${refusal}:`,
    refusalExcerpts: [await excerpt(files, integrationSpec, { from })],
  };
}

function contractWords({ blueprint, product }: Design) {
  const names = blueprint.integrations.map(({ name }) => name);
  const title = markdownText(product.title);
  if (names.length === 0) {
    return {
      contractLead: `${title} calls no service of others, so its own OpenAPI description is the one contract there is.`,
      contractCost: `Consumer-driven contracts for the clients of ${product.name} were declined: its team owns both sides, and ${code('openapi.spec.ts')} fails when a route leaves the description.`,
    };
  }
  return {
    contractLead: `The description of ${title} is checked against its routes today; the contracts with ${list(names)} are ${label('contract-tests')} and come with their clients.`,
    contractCost: `Each contract with ${list(names)} will replay recorded answers, because their sandboxes are slow and share state; what that gives up is noticing a change on their side before the nightly run that will record anew.`,
  };
}

function flowLead(count: number, { many, one }: Hero): string {
  if (count === 0)
    return `The blueprint names no lifecycle, so ${many} have no further flow than being written and read.`;
  return `Behind it ${count === 1 ? 'stands' : 'stand'} ${counted(count, 'flow')} of the domain, ${many} among them. A test of ${many} creates one, walks to each state an action starts from, acts, and reads what the outbox and the audit log say about that ${one}; a second one tries each action in every state that does not allow it.`;
}

function seedLead({ blueprint, entities, roles }: Design): string {
  const counts = rowCounts(entities, roles.length);
  const total = entities.reduce((sum, { entity }) => sum + (counts.get(entity.name) ?? 0), 0);
  const rowsOf = counted(total, 'row');
  return blueprint.tenancy === 'single'
    ? `${rowsOf} in the organization ${code('acme')}, with a member for each of ${counted(roles.length, 'role')}.`
    : `${rowsOf} each in ${code('acme')} and ${code('globex')}, with a member for each of ${counted(roles.length, 'role')}, so that one organization always has another to be kept from.`;
}

function riskWords({ governance: { risks } }: Design, { many }: Hero) {
  const lowered = risks.filter(({ parts }) => parts.length > 0);
  const left = counted(risks.length - lowered.length, 'risk');
  return {
    riskLead:
      lowered.length === 0
        ? `No risk is on record that a test of ${many} could lower.`
        : `Tests lower ${lowered.length} of ${counted(risks.length, 'risk')} on record, a designed one only once it is written; the other ${left} around ${many} are met by people, contracts or money.`,
    hasRisks: lowered.length > 0,
    risks: lowered.map(({ id, title, parts }) => ({
      risk: `${id} ${title}`,
      tests: parts.map(testsOfPart).join(', '),
    })),
  };
}

/** Where the tests of a part are, or will be, and which of the two. */
function testsOfPart(part: PartId): string {
  const { where, proof } = partOf(part);
  return `${(proof.length > 0 ? proof : where).map(code).join(', ')} ${label(part)}`;
}
