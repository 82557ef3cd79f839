import { amount, counted, number } from '../amount.js';
import type { Fact } from '../fact.js';
import { figure } from './figure.js';
import { RULES } from './published.js';
import type { OptionRule, Question } from './question.js';
import type { Situation } from './situation.js';
import { ease, grade } from './weights.js';

/** Engineers that a service for each context would keep busy. */
function engineersForServices({ contexts }: Situation): Fact {
  const { serviceTeam } = RULES;
  return figure(
    'service-split.engineers',
    'engineers that a service for each context would keep busy',
    contexts.length * serviceTeam.value,
    'none',
    { text: `${contexts.length} contexts × ${serviceTeam.value}`, from: [serviceTeam] },
  );
}

/** Engineers from whom on a second team can own a service. */
const twoTeams = figure('service-split.twoTeams', 'engineers of two teams', 2 * RULES.serviceTeam.value, 'none', {
  text: 'Two services are the fewest.',
  from: [RULES.serviceTeam],
  basis: 'rule',
});

const monolith: OptionRule = {
  id: 'modular-monolith',
  title: 'Modular monolith',
  about: 'one program, modules, one database',
  evidence: [RULES.serviceTeam],
  scores: (s) => ({
    team: [5, `${counted(s.engineers.value, 'engineer')}, one deployment`],
    consistency: [5, `${counted(s.rules, 'rule')} in one transaction`],
    scaling: [ease(s.vcpu.months36.value, [32, 64, 128, 256, 512]), `more copies; ${amount(s.vcpu.months36)} in all`],
    autonomy: [2, `${counted(s.contexts.length, 'context')} released together`],
  }),
  pros: (s) => [
    `one transaction covers ${s.main.many}, their audit entries and their events, so ${counted(s.rules, 'rule')} of the domain need no saga`,
    `${counted(s.operations, 'operation')} of ${counted(s.entities.length, 'entity', 'entities')} are built, tested and released by one pipeline for ${counted(s.engineers.value, 'engineer')}`,
  ],
  cons: (s) => [
    `a fault that exhausts memory while ${s.main.many} are handled takes ${counted(s.contexts.length, 'context')} down together, until the other copies have taken over`,
  ],
  costs: (s) => [
    `No context of ${number(s.contexts.length)} can be released or scaled apart, so ${amount(s.peakRequests.months36)} (modelled at 36 months) on ${s.main.many} and all else are carried by copies of the whole.`,
    `Boundaries around ${s.main.many} hold by lint rule and review, not by a network.`,
  ],
  risks: (s) => [
    {
      risk: `shortcuts between modules make ${s.main.many} everybody's table`,
      mitigation: `the lint rule for boundaries refuses, in every pull request, imports around ${s.main.many} that the needs of ${counted(s.contexts.length, 'context')} do not declare`,
    },
  ],
  revisitWhen: (s) => [
    `more than ${amount(twoTeams)} engineers in teams of their own work on ${s.main.many} and the rest (${s.engineers.basis}: ${number(s.engineers.value)})`,
    `what serves ${s.main.many} asks for more than half of the processors of all (modelled at 36 months: ${amount(s.vcpu.months36)} together)`,
  ],
  change: (s) => `${counted(s.contexts.length, 'service')} merged into one program and one database`,
};

const microservices: OptionRule = {
  id: 'microservices',
  title: 'Microservices',
  about: 'a program and database per context',
  scores: (s) => ({
    team: [
      ease(engineersForServices(s).value / s.engineers.value, [1, 2, 4, 8, 16]),
      `${amount(engineersForServices(s))} engineers needed, ${number(s.engineers.value)} there`,
    ],
    consistency: [1, `sagas for ${counted(s.references, 'reference')}`],
    scaling: [5, 'each context scales by itself'],
    autonomy: [5, 'each context is released by itself'],
  }),
  pros: (s) => [
    `each of ${counted(s.contexts.length, 'context')} could be released and scaled alone, where the load on ${s.main.many} differs from the rest`,
  ],
  cons: (s) => [
    `${counted(s.references, 'reference')} between tables lose their foreign keys as soon as they cross a service`,
    `at ${amount(RULES.serviceTeam)} engineers a service, ${s.main.many} and the rest of ${counted(s.contexts.length, 'context')} ask for ${amount(engineersForServices(s))} people, and there are ${number(s.engineers.value)}`,
  ],
  costs: (s) => [
    `${counted(s.contexts.length, 'pipeline')}, databases and on-call rotas for ${counted(s.engineers.value, 'engineer')}, and a saga wherever ${s.main.many} touch another context.`,
  ],
  risks: (s) => [
    {
      risk: `${s.main.many} and what depends on them disagree after a failed saga`,
      mitigation: 'outbox and idempotent consumers in every service, and a nightly comparison',
    },
  ],
  revisitWhen: (s) => [
    `fewer than ${amount(RULES.serviceTeam)} engineers for each service (${s.engineers.basis}: ${number(s.engineers.value)} for ${number(s.contexts.length)})`,
  ],
  change: (s) =>
    `${counted(s.contexts.length, 'context')}, the one of ${s.main.many} first, become programs with databases of their own; calls between them go over the network, and ${counted(s.references, 'reference')} are checked again`,
};

export const serviceSplit: Question = {
  id: 'service-split',
  title: 'Service split',
  question: 'One program or several?',
  generated: () => ['modular-monolith'],
  options: [monolith, microservices],
  figures: (s) => [engineersForServices(s), twoTeams],
  context: (s) => [
    `${counted(s.contexts.length, 'bounded context')} hold ${counted(s.entities.length, 'entity', 'entities')} with ${counted(s.references, 'reference')} between them.`,
    `${counted(s.engineers.value, 'engineer')} (${s.engineers.basis}) build and run ${counted(s.operations, 'operation')} at ${amount(s.peakRequests.launch)} (modelled peak at launch).`,
  ],
  criteria: (s) => [
    {
      id: 'team',
      label: 'fit to the team',
      weight: 5,
      because: `A service keeps ${amount(RULES.serviceTeam)} engineers busy; ${number(s.engineers.value)} are there.`,
      from: [s.engineers, RULES.serviceTeam],
    },
    {
      id: 'consistency',
      label: 'consistency across modules',
      weight: grade(s.rules + s.references, [4, 10, 20, 40]),
      because: `${counted(s.rules, 'rule')} and ${counted(s.references, 'reference')} hold in one transaction.`,
    },
    {
      id: 'scaling',
      label: 'independent scaling',
      weight: grade(s.vcpu.months36.value, [32, 64, 128, 256]),
      because: `${amount(s.vcpu.months36)} are modelled at 36 months.`,
      from: [s.vcpu.months36],
    },
    {
      id: 'autonomy',
      label: 'independent release',
      weight: grade(s.engineers.value, [8, 16, 32, 64]),
      because: `${counted(s.engineers.value, 'engineer')} seldom wait for each other.`,
      from: [s.engineers],
    },
  ],
  alternatives: (s) => [
    { scenario: `a team for each of ${counted(s.contexts.length, 'context')}`, option: 'Microservices' },
    { scenario: `one context with a load of another kind beside ${s.main.many}`, option: 'one service split off' },
  ],
};
