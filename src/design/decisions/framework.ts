import { amount, counted, number } from '../amount.js';
import type { Fact } from '../fact.js';
import { figure } from './figure.js';
import { PUBLISHED, RULES } from './published.js';
import type { OptionRule, Question } from './question.js';
import type { Situation } from './situation.js';
import { ease, grade } from './weights.js';

const { fastifyBare, fastifyInNest } = PUBLISHED;
const { smallSurface, fastReads } = RULES;

/** What Nest costs of the throughput of the server below it, in percent. */
const overhead = figure(
  'framework.overhead',
  'throughput that NestJS costs on Fastify',
  100 - (fastifyInNest.value / fastifyBare.value) * 100,
  'percent',
  { text: '1 − the one ÷ the other', from: [fastifyInNest, fastifyBare], basis: 'published' },
);

function share({ peakRequests: { months36 } }: Situation): Fact {
  return figure(
    'framework.share',
    'share of the published throughput that is asked for at 36 months',
    (months36.value / fastifyInNest.value) * 100,
    'percent',
    { text: `${amount(months36)} ÷ ${amount(fastifyInNest)}`, from: [months36, fastifyInNest] },
  );
}

function pace({ blueprint }: Situation): string {
  const target = blueprint.qualities.latencyP95Ms;
  return target === undefined ? 'no target of its own for reads' : `a target of ${number(target)} ms for reads`;
}

const nest: OptionRule = {
  id: 'nestjs',
  title: 'NestJS on Fastify',
  product: { version: 'NestJS 12', supportedUntil: 'the next major and its maintenance', licence: 'MIT' },
  evidence: [fastifyBare, fastifyInNest],
  scores: (s) => ({
    structure: [5, `${counted(s.entities.length, 'module')} of one shape`],
    speed: [4, `${amount(overhead)} below bare Fastify, published`],
    surface: [
      ease(smallSurface.value / s.operations, [1, 2, 4, 8, 16]),
      `${counted(s.operations, 'operation')} on the domain`,
    ],
    hiring: [4, 'a structure that newcomers know'],
    description: [5, 'OpenAPI from decorators and schemas'],
  }),
  pros: (s) => [
    `${counted(s.entities.length, 'module')} look alike, so the engineer who knows ${s.main.many} finds the way through all ${counted(s.operations, 'operation')}`,
    `an empty handler was measured by others at ${amount(fastifyInNest)}; ${counted(s.operations, 'operation')} ask for ${amount(s.peakRequests.months36)} (modelled at 36 months), ${amount(share(s))} of that`,
  ],
  cons: (s) => [
    `an empty handler is ${amount(overhead)} slower than on bare Fastify (measured by others), and the container adds to the start of every copy that serves ${s.main.many}`,
  ],
  costs: (s) => [
    `${amount(overhead)} of the throughput of an empty handler (measured by others), which is little beside the queries behind ${counted(s.operations, 'operation')}.`,
    `Decorators and a container must be learned before a first change to ${s.main.many}.`,
  ],
  risks: (s) => [
    {
      risk: `a major release of NestJS changes how ${counted(s.entities.length, 'module')} are wired`,
      mitigation: `services and repositories of ${s.main.many} import one decorator of it; only controllers and modules know more`,
    },
  ],
  revisitWhen: (s) => [
    `${s.main.many} must be read within a target of ${amount(fastReads)} (today: ${pace(s)})`,
    `a copy of the API spends more than a tenth of its time outside the handlers of ${s.main.many} and their like at ${amount(s.peakRequests.months36)} (modelled at 36 months)`,
  ],
  change: (s) =>
    `${counted(s.entities.length, 'plugin')} with routes become modules with controllers; schemas, services and repositories stay`,
};

const fastify: OptionRule = {
  id: 'fastify',
  title: 'Fastify',
  product: { version: 'Fastify 5', supportedUntil: 'six months after the next major', licence: 'MIT' },
  evidence: [smallSurface, fastReads],
  scores: (s) => ({
    structure: [2, 'plugins; the team invents the rest'],
    speed: [5, `${amount(fastifyBare)}, empty handler, published`],
    surface: [ease(s.operations / smallSurface.value, [1, 2, 3, 4, 5]), `made for about ${amount(smallSurface)}`],
    hiring: [3, 'a structure of our own to learn'],
    description: [4, 'OpenAPI by a plugin'],
  }),
  pros: (s) => [
    `an empty handler was measured by others at ${amount(fastifyBare)}, the most room above what ${s.main.many} and the rest ask for: ${amount(s.peakRequests.launch)} (modelled at launch)`,
  ],
  cons: (s) => [
    `guards, modules and the order of ${counted(s.operations, 'operation')} have to be designed by ${counted(s.engineers.value, 'engineer')} and kept by review`,
  ],
  costs: (s) => [
    `No container and no module system: ${counted(s.entities.length, 'entity', 'entities')} are wired by hand, and conventions live in review.`,
  ],
  risks: (s) => [
    {
      risk: `modules around ${s.main.many} drift apart in shape`,
      mitigation: 'a plugin template and the same lint rule for boundaries',
    },
  ],
  revisitWhen: (s) => [`more than ${amount(smallSurface)} operations (today: ${number(s.operations)})`],
  change: (s) =>
    `${counted(s.entities.length, 'module')} become plugins; guards, pipes and the OpenAPI description of ${counted(s.operations, 'operation')} are written again, services and repositories stay`,
};

export const frameworkOptions: readonly OptionRule[] = [nest, fastify];

export const framework: Question = {
  id: 'framework',
  slot: 'framework',
  title: 'Framework',
  question: 'Which framework serves the API?',
  options: frameworkOptions,
  figures: (s) => [overhead, share(s)],
  context: (s) => [
    `${counted(s.operations, 'operation')} on ${counted(s.entities.length, 'entity', 'entities')} are served at ${amount(s.peakRequests.launch)} at launch and ${amount(s.peakRequests.months36)} after 36 months (modelled peaks).`,
    `${counted(s.engineers.value, 'engineer')} (${s.engineers.basis}) maintain them with ${pace(s)}.`,
  ],
  criteria: (s) => {
    const target = s.blueprint.qualities.latencyP95Ms ?? Infinity;
    return [
      {
        id: 'structure',
        label: 'structure for the domain',
        weight: grade(s.entities.length, [2, 5, 10, 20]) === 1 ? 2 : grade(s.entities.length, [2, 5, 10, 20]),
        because: `${counted(s.entities.length, 'entity', 'entities')} in ${counted(s.contexts.length, 'context')} must look alike.`,
      },
      {
        id: 'speed',
        label: 'speed of the framework',
        weight: target <= fastReads.value ? 5 : grade(s.peakRequests.months36.value, [2_000, 10_000, 25_000, 50_000]),
        because: `${amount(s.peakRequests.months36)} at 36 months and ${pace(s)}.`,
        from: [s.peakRequests.months36],
      },
      {
        id: 'surface',
        label: 'fit to the size of the API',
        weight: 2,
        because: `${counted(s.operations, 'operation')} on the domain.`,
      },
      {
        id: 'hiring',
        label: 'hiring and documentation',
        weight: grade(s.engineers.value, [3, 6, 12, 24]),
        because: `${counted(s.engineers.value, 'engineer')} today.`,
        from: [s.engineers],
      },
      { id: 'description', label: 'description of the API', weight: 3, because: 'Clients are generated from OpenAPI.' },
    ];
  },
  alternatives: (s) => [
    {
      scenario: `fewer than ${amount(smallSurface)} operations and reads of ${s.main.many} below ${amount(fastReads)}`,
      option: 'Fastify',
    },
  ],
};
