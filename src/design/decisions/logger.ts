import { amount, counted } from '../amount.js';
import { figure } from './figure.js';
import { PUBLISHED } from './published.js';
import type { OptionRule, Question } from './question.js';
import { regimeNames } from './situation.js';
import { grade } from './weights.js';

const { pinoLines, winstonLines, winstonPackages } = PUBLISHED;

/** How many times longer Winston took. */
const factor = figure(
  'logger.factor',
  'time of Winston over that of Pino',
  winstonLines.value / pinoLines.value,
  'none',
  {
    text: 'The one ÷ the other.',
    from: [winstonLines, pinoLines],
    basis: 'published',
  },
);

const pino: OptionRule = {
  id: 'pino',
  title: 'Pino',
  product: { version: 'Pino 10', supportedUntil: 'the next major', licence: 'MIT' },
  evidence: [pinoLines, winstonLines],
  scores: (s) => ({
    speed: [5, `${amount(factor)} times faster, published`],
    redaction: [5, 'paths are redacted by configuration'],
    framework: [5, 'the logger that Fastify speaks'],
    formats: [3, 'JSON only'],
    collection: [5, `${amount(s.scale.capacity.months36.logGiBPerMonth)} a month to ship`],
  }),
  pros: (s) => [
    `its makers measured ${amount(pinoLines)} where Winston took ${amount(winstonLines)}, and ${counted(s.operations, 'operation')} write a line for each of ${amount(s.peakRequests.months36)} (modelled at 36 months)`,
    `passwords and tokens are removed by path before a line about any of ${counted(s.entities.length, 'entity', 'entities')} is written`,
  ],
  cons: (s) => [
    `whoever wants to read lines about ${s.main.many} in a terminal pipes its JSON through a second program`,
  ],
  costs: (s) => [
    `Lines about ${s.main.many} are JSON, and ${amount(s.scale.capacity.launch.logGiBPerMonth)} of them a month (modelled at launch) want a log store.`,
  ],
  risks: (s) => [
    {
      risk: `a personal field reaches a line about ${s.main.many}, since paths cover secrets only`,
      mitigation: `handlers of ${counted(s.operations, 'operation')} log ids and never bodies, and a line names people by their id`,
    },
  ],
  revisitWhen: (s) => [
    `lines about ${s.main.many} must go to a target that takes no JSON (none among ${counted(s.blueprint.integrations.length, 'integration')} today)`,
  ],
  change: (s) => `lines of ${counted(s.operations, 'operation')} keep their fields and get cheaper`,
};

const winston: OptionRule = {
  id: 'winston',
  title: 'Winston',
  product: { version: 'Winston 3', supportedUntil: 'the next major', licence: 'MIT' },
  evidence: [winstonLines, winstonPackages],
  scores: (s) => ({
    speed: [2, `${amount(winstonLines)} in the same benchmark`],
    redaction: [2, 'a format function to write'],
    framework: [3, 'an adapter to write'],
    formats: [5, 'many transports and formats'],
    collection: [4, `the same ${amount(s.scale.capacity.months36.logGiBPerMonth)} a month`],
  }),
  pros: (s) => [
    `it has transports for files, HTTP and many services, where lines about ${s.main.many} must have another shape`,
  ],
  cons: (s) => [
    `taking secrets out of lines about ${counted(s.entities.length, 'entity', 'entities')} would be code of our own`,
    `it brings ${amount(winstonPackages)} direct packages into every copy that serves ${s.main.many}`,
  ],
  costs: (s) => [
    `${amount(factor)} times the processor time of a line at ${amount(s.peakRequests.months36)} (modelled at 36 months).`,
  ],
  risks: (s) => [
    {
      risk: `a transport blocks requests for ${s.main.many}`,
      mitigation: 'standard output only, collection by the platform',
    },
  ],
  revisitWhen: (s) => [
    `logging about ${s.main.many} takes a noticeable share of the processors at ${amount(s.peakRequests.months36)} (modelled at 36 months)`,
  ],
  change: (s) =>
    `one file, packages/common/src/logger.ts, and how secrets stay out of lines about ${s.main.many} are written again`,
};

export const loggerOptions: readonly OptionRule[] = [pino, winston];

export const logger: Question = {
  id: 'logger',
  slot: 'logger',
  title: 'Logger',
  question: 'What writes the log?',
  options: loggerOptions,
  figures: () => [factor],
  context: (s) => [
    `One line for each request on ${s.main.many} and the rest makes ${amount(s.scale.capacity.launch.logGiBPerMonth)} a month at launch and ${amount(s.scale.capacity.months36.logGiBPerMonth)} at 36 months (modelled).`,
    `Lines about ${s.main.many} must carry a correlation id and no personal data.`,
  ],
  criteria: (s) => [
    {
      id: 'speed',
      label: 'processor time of a line',
      weight: grade(s.peakRequests.months36.value, [100, 500, 2_000, 10_000]),
      because: `${amount(s.peakRequests.months36)} at 36 months.`,
      from: [s.peakRequests.months36],
    },
    {
      id: 'redaction',
      label: 'redaction',
      weight: s.blueprint.constraints.compliance.length > 0 ? 5 : 3,
      because: `Declared regimes: ${regimeNames(s.blueprint.constraints.compliance)}.`,
    },
    { id: 'framework', label: 'fit to the framework', weight: 3, because: 'Fastify logs through it.' },
    { id: 'formats', label: 'transports and formats', weight: 1, because: 'The platform collects standard output.' },
    {
      id: 'collection',
      label: 'collection',
      weight: 2,
      because: `${amount(s.scale.capacity.months36.logGiBPerMonth)} a month at 36 months.`,
      from: [s.scale.capacity.months36.logGiBPerMonth],
    },
  ],
  alternatives: (s) => [
    {
      scenario: `lines about ${s.main.many} written to several targets in several shapes by the process itself`,
      option: 'Winston',
    },
  ],
};
