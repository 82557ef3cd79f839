import { z } from 'zod';

import { CONSTANTS } from '../../../design/constants.js';
import type { Design } from '../../../design/model.js';
import { excerpt, excerptWords, type QuotableFiles } from '../../../render/excerpt.js';
import { defineView } from '../../../render/view.js';
import { markdownText } from '../../../text/escape.js';
import { commandsOf } from '../../workspace/package-manager.js';
import { recordLinkOf } from '../records.js';
import { deploymentDiagram } from '../diagrams/deployment.js';
import { rolloutDiagram } from '../diagrams/rollout.js';
import { diagramWords } from '../diagrams/words.js';
import { counted, headline, label, number } from '../words.js';
import * as configuration from './configuration.js';
import { jobRows, WORKFLOW } from './pipeline.js';
import { managedRows, processRows, resourceRows } from './platform.js';
import * as release from './release.js';
import { chosenOf, decisionOf, subjectOf, type Subject } from './subject.js';
import * as supply from './supply.js';

const excerpts = z.array(excerptWords);
const table = <Names extends string>(...names: Names[]) =>
  z.array(z.object(Object.fromEntries(names.map((name) => [name, z.string()])) as Record<Names, z.ZodString>));

export const deploymentView = defineView({
  templates: ['document/11-deployment.md.hbs'],
  schema: z.object({
    title: z.string(),
    name: z.string(),
    run: z.string(),
    supplyCommands: z.array(z.object({ text: z.string() })),
    database: z.string(),
    many: z.string(),
    lead: z.string(),
    states: z.object({
      image: z.string(),
      compose: z.string(),
      kubernetes: z.string(),
      ci: z.string(),
      scan: z.string(),
      deploy: z.string(),
      rollout: z.string(),
      backup: z.string(),
      infrastructure: z.string(),
      updates: z.string(),
    }),
    imageExcerpts: excerpts,
    imageRows: table('choice', 'because', 'price'),
    configurationLead: z.string(),
    variables: table('name', 'given', 'required', 'secret', 'readers'),
    variableExcerpts: excerpts,
    settings: table('name', 'value'),
    secrets: table('name', 'holder', 'rotation'),
    faultExcerpts: excerpts,
    platformLead: z.string(),
    platformRecord: z.string(),
    platformPrice: z.string(),
    deploymentDiagrams: z.array(diagramWords),
    isKubernetes: z.boolean(),
    resources: table('resource', 'name', 'holds', 'because'),
    processes: table('name', 'replicas', 'most', 'cpu', 'memory', 'part'),
    api: z.object({
      replicas: z.string(),
      most: z.string(),
      available: z.string(),
      cpu: z.string(),
      memory: z.string(),
      scaleAt: z.string(),
      grace: z.string(),
      probe: z.string(),
      failures: z.string(),
    }),
    managed: table('service', 'size', 'copies', 'because'),
    composeExcerpts: excerpts,
    composeCopies: z.string(),
    composeLimit: z.string(),
    jobs: table('job', 'does', 'needs', 'stops', 'state'),
    jobLead: z.string(),
    jobExcerpts: excerpts,
    rolloutLead: z.string(),
    rolloutRecord: z.string(),
    rolloutPrice: z.string(),
    rolloutDiagrams: z.array(diagramWords),
    isCanary: z.boolean(),
    steps: table('name', 'share', 'watch', 'gate'),
    total: z.string(),
    aborts: table('signal', 'limit', 'because'),
    rollbackLead: z.string(),
    times: table('what', 'time', 'by'),
    migrations: table('step', 'change', 'both'),
    promotionLead: z.string(),
    environments: table('name', 'purpose', 'data', 'copies', 'entry', 'who'),
    recoveryLead: z.string(),
    recoveries: table('dataClass', 'contents', 'rpo', 'rto', 'method', 'part'),
    exercise: z.string(),
    region: z.string(),
    infrastructureLead: z.string(),
    supplyLead: z.string(),
    packages: table('name', 'version', 'licence', 'reason', 'usedBy'),
    licences: table('licence', 'runtime', 'development', 'duty'),
    services: table('service', 'licence', 'copyleft', 'duty'),
    updates: table('kind', 'within', 'how', 'part'),
    exitLead: z.string(),
    exits: table('title', 'monthly', 'days', 'how'),
  }),
});

const DOCKERFILE = 'docker/api.Dockerfile';
const COMPOSE = 'docker-compose.yml';
const CONFIG = 'apps/api/src/config/index.ts';

export async function deploymentWords(
  design: Design,
  files: QuotableFiles,
): Promise<z.input<typeof deploymentView.schema>> {
  const subject = subjectOf(design);
  const { product, deployment, scale } = design;
  const { many, isKubernetes } = subject;
  const commands = commandsOf(design);
  return {
    title: markdownText(product.title),
    name: product.name,
    run: commands.run,
    supplyCommands: supply.commandLines(subject),
    database: product.database,
    many,
    ...leads(subject),
    states: {
      image: label('image'),
      compose: label('compose'),
      kubernetes: label('kubernetes'),
      ci: label('ci'),
      scan: label('security-scan'),
      deploy: label('deploy-workflow'),
      rollout: label('rollout'),
      backup: label('backup'),
      infrastructure: label('infrastructure'),
      updates: label('dependency-updates'),
    },
    imageExcerpts: [
      await excerpt(files, DOCKERFILE, { from: 'AS build', to: `${commands.run} build` }),
      await excerpt(files, DOCKERFILE, { from: '# The API, and with another command', to: 'CMD ["node", "apps/api' }),
    ],
    imageRows: imageRows(subject),
    variables: configuration.variableRows(subject),
    variableExcerpts: [await excerpt(files, '.env.example')],
    settings: configuration.productionLines(subject),
    secrets: configuration.secretRows(subject),
    faultExcerpts: [await excerpt(files, CONFIG, { from: 'function productionFaults' })],
    platformRecord: recordLinkOf(subject.design, 'deploy'),
    deploymentDiagrams: [deploymentDiagram(design)],
    isKubernetes,
    resources: isKubernetes ? resourceRows(subject) : [],
    processes: processRows(subject),
    api: apiWords(subject),
    managed: isKubernetes ? managedRows(subject) : [],
    composeExcerpts: isKubernetes
      ? []
      : [
          await excerpt(files, COMPOSE, { from: 'x-system:', to: 'security_opt' }),
          await excerpt(files, COMPOSE, { from: '  api:', to: 'redis: { condition' }),
        ],
    composeCopies: counted(scale.capacity.launch.apiPods.value, 'copy', 'copies'),
    composeLimit: counted(scale.capacity.months12.apiPods.value, 'copy', 'copies'),
    jobs: await jobRows(subject, files),
    jobExcerpts: [
      await excerpt(files, WORKFLOW, { from: '  check:', to: `${commands.run} typecheck` }),
      await excerpt(files, WORKFLOW, { from: 'name: Image, and', to: '/ready' }),
    ],
    rolloutRecord: recordLinkOf(subject.design, 'rollout'),
    rolloutDiagrams: [rolloutDiagram(design)],
    isCanary: deployment.rollout.kind === 'canary',
    steps: release.stepRows(subject),
    total: release.windowText(subject),
    aborts: release.abortRows(subject),
    times: release.timeRows(subject),
    migrations: release.migrationRows(subject),
    environments: release.environmentRows(subject),
    recoveries: release.recoveryRows(subject),
    exercise: headline(deployment.restoreExercise),
    region: configuration.regionText(subject),
    packages: supply.packageRows(subject),
    licences: supply.licenceRows(subject),
    services: supply.serviceRows(subject),
    updates: supply.updateRows(subject),
    exits: supply.exitRows(subject),
  };
}

/** The first sentences of each part: what is special about this system there. */
function leads(subject: Subject) {
  const { design, many, one, isKubernetes } = subject;
  const { deployment, scale, blueprint, entities, operations } = design;
  const deploy = decisionOf(design, 'deploy');
  const rollout = decisionOf(design, 'rollout');
  const counts = configuration.countsOf(subject);
  const packages = supply.packageCounts(subject);
  const target = operations.availability.targetPercent;
  const business = operations.recovery[0];
  const tables = counted(entities.length, 'table');
  return {
    lead: `One image serves the API, migrates ${tables} and fills them, so what was tested on ${many} in qa is, byte for byte, what handles ${many} in prod. ${chosenOf(design, 'deploy')} runs ${counted(deployment.processes.length, 'program')} of it for ${headline(scale.workload.launch.tenants)}, with an availability of ${headline(target)} as the promise.`,
    configurationLead: `The API of ${counted(design.endpoints.length, 'endpoint')} reads its part of ${counted(counts.all, 'variable')} once, when it starts, with \`apps/api/src/config/index.ts\`; ${number(counts.required)} of them are required and ${number(counts.secret)} are secret. A wrong one stops the process before it takes a request for ${articled(one)}, because a setting that is noticed at night costs more than a start that fails; given up is changing a setting without a restart.`,
    platformLead: markdownText(`${chosenOf(design, 'deploy')} will run what serves ${many}. ${deploy.because}`),
    platformPrice: markdownText(deploy.costs[0] ?? ''),
    jobLead: `Every pull request that touches ${many} passes the jobs of \`${WORKFLOW}\`, on its own PostgreSQL and Redis; nothing is merged while one of them is red.`,
    rolloutLead: markdownText(
      `${chosenOf(design, 'rollout')} brings a new version to those who work on ${many}. ${rollout.because}`,
    ),
    rolloutPrice: markdownText(rollout.costs[0] ?? ''),
    rollbackLead: `A version of ${design.product.name} goes back by its image, never by its database: each release can read the ${many} that the next one writes, so going back changes ${counted(deployment.processes[0]?.replicas.value ?? 1, 'copy', 'copies')} and no row. People meet a version that spoils ${many} for ${headline(deployment.rollback.total)} at most.`,
    promotionLead: `The image that CI has built of a commit with its rules on ${many} is carried from dev to qa to prod by its digest and is not built again; only configuration differs. ${counted(deployment.environments.length, 'environment')} stand between a changed rule on ${many} and the people of ${number(blueprint.scale.tenants)} organizations.`,
    recoveryLead: business
      ? `Of ${many}, at most ${headline(business.rpoMinutes)} of work may be lost, and after ${headline(business.rtoMinutes)} they are back, by ${business.method}. Its price is that a restore takes the ${many} of all organizations back together, unless the rows of one are copied out of a restored server.`
      : `Nothing of ${many} is kept.`,
    infrastructureLead: isKubernetes
      ? `Network, cluster, PostgreSQL and Redis below ${many} will be described in OpenTofu in \`infrastructure/\`, one state for each of ${counted(deployment.environments.length, 'environment')}, because what was clicked together cannot be reviewed or made again in ${configuration.regionText(subject)}; the price is a second language for ${counted(design.governance.team.length, 'role')}.`
      : `The one machine below ${many} will be described in OpenTofu in \`infrastructure/\`, with its disk, its firewall and its name, because a machine that was set up by hand cannot be made again in an hour; the price is a second language beside ${COMPOSE}.`,
    supplyLead: `The running system has ${packages.runtime} of its own choice, development ${packages.development} more; each has an exact version, a reason and a licence, so the list of what handles ${many} is short enough to read.`,
    exitLead: `Nothing in the code names a provider, so leaving all of them would take ${headline(deployment.exitDays)} of one engineer, mostly for ${supply.exitNames(subject)}; ${many} move as plain PostgreSQL.`,
  };
}

function imageRows({ design, many, one }: Subject) {
  const tables = counted(design.entities.length, 'table');
  return [
    { choice: 'several stages', because: `no compiler beside ${many}`, price: 'a longer Dockerfile' },
    { choice: '`node:24-alpine`', because: 'small, with a shell for emergencies', price: 'musl instead of glibc' },
    {
      choice: '`USER node`',
      because: `a stolen process owns no file, nor ${articled(one)}`,
      price: 'no port of the system',
    },
    {
      choice: 'read-only root, no capabilities',
      because: 'nothing can be planted',
      price: 'temporary files in `/tmp` only',
    },
    {
      choice: 'one image, three commands',
      because: `what migrates ${tables} is what reads them`,
      price: 'the migrator comes along',
    },
    { choice: '`HEALTHCHECK` without curl', because: 'one tool less', price: 'a Node process each time' },
  ];
}

function apiWords({ design }: Subject) {
  const { deployment } = design;
  const [api] = deployment.processes;
  if (!api) throw new Error('There is no API process.');
  return {
    replicas: number(api.replicas.value),
    most: number(api.maxReplicas.value),
    available: number(api.availableAtLeast.value),
    cpu: String(api.cpu.value),
    memory: `${api.memoryMiB.value}Mi`,
    scaleAt: number(deployment.scaleAt.value),
    grace: String(CONSTANTS.stopGracePeriod.value),
    probe: String(CONSTANTS.imageHealthInterval.value),
    failures: String(CONSTANTS.imageHealthRetries.value),
  };
}

function articled(word: string): string {
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}
