import { parts } from '../../../design/parts.js';
import type { Fact } from '../../../design/fact.js';
import type { Design } from '../../../design/model.js';
import { busiestWords } from '../../../design/scale/assumptions.js';
import { STAGES, STAGE_TITLES, type Stage } from '../../../design/scale/model.js';
import { markdownText } from '../../../text/escape.js';
import { withCode } from '../choice.js';
import { amount, counted, headline, list, number } from '../words.js';

/** One sentence of the author, and what the system is made of. */
export function whatItIs({ product, contexts, entities, endpoints }: Design): string {
  const titles = list(contexts.map(({ names }) => markdownText(names.title.toLowerCase())));
  return (
    `**${markdownText(product.title)}**${product.summary === '' ? '.' : ` — ${sentence(product.summary)}`} ` +
    `It is one program with ${counted(contexts.length, 'context')} (${titles}), ${counted(entities.length, 'kind')} of records ` +
    `and ${counted(endpoints.length, 'endpoint')}.`
  );
}

/** Who uses it, and how many they are today and later. */
export function forWhom({ scale, roles, entities, blueprint }: Design): string {
  const { launch, months36 } = scale.workload;
  const people = roles.filter(({ name }) => name !== 'owner');
  const who =
    people.length === 0
      ? ''
      : list(people.map(({ name, summary }) => `${markdownText(name)} (${markdownText(lowerFirst(summary))})`));
  const organizations =
    blueprint.tenancy === 'single' ? 'one organization' : `${headline(launch.tenants)} that share it`;
  return (
    `It is for ${organizations}; ${blueprint.tenancy === 'single' ? 'in it' : 'in each'} work ${people.length === 0 ? 'its owners' : `people of ${people.length === 1 ? 'the role' : 'the roles'} ${who}`}. ` +
    `At launch ${amount(launch.concurrentUsers)} (${launch.concurrentUsers.basis}) work with ${busiestWords(entities)} at the same moment, ` +
    `after 36 months ${headline(months36.concurrentUsers)}.`
  );
}

/** What can be run today, and what is on paper. */
export function repositoryState({ product, openPoints, entities, decisions }: Design): string {
  const generated = parts.filter(({ state }) => state === 'generated').length;
  const open =
    openPoints.length === 0
      ? `Nothing that the blueprint of ${product.name} declares is left open`
      : `${counted(openPoints.length, 'declaration')} of the blueprint of ${product.name} ${openPoints.length === 1 ? 'waits' : 'wait'} for a designed part`;
  return (
    `Of ${number(parts.length)} parts, ${number(generated)} are **generated**: they stand in the repository with their tests, ` +
    `from the tables of ${busiestWords(entities)} to the container image. The other ${number(parts.length - generated)} are **designed**: ` +
    `this document says how they will be built around ${busiestWords(entities)}. ${open}; ${counted(decisions.length, 'decision record')} ${decisions.length === 1 ? 'says' : 'say'} why it is built this way.`
  );
}

/** Cost and budget in one sentence. */
export function verdict({ cost, entities, stack, blueprint }: Design): string {
  const { launch, months36 } = cost.stages;
  const where = stack.deploy === 'compose' ? 'on Docker Compose' : 'on Kubernetes with managed stores';
  const bill =
    `Serving ${busiestWords(entities)} ${where} costs ${headline(launch.totalUsd)} at launch ` +
    `and ${headline(months36.totalUsd)} after 36 months${blueprint.tenancy === 'single' ? '' : `, ${amount(launch.perTenantUsd)} and ${amount(months36.perTenantUsd)} for each organization`}.`;
  return `${bill} ${budgetSentence({ cost, entities })}`;
}

export function budgetSentence({ cost: { budget }, entities }: Pick<Design, 'cost' | 'entities'>): string {
  if (!budget) return `The blueprint names no budget to hold ${busiestWords(entities)} against.`;
  const told = (state: 'within' | 'over'): string[] =>
    STAGES.filter((stage) => budget.verdict[stage] === state).map(
      (stage) => `by ${amount(budget.distanceUsd[stage])} (modelled) at ${STAGE_TITLES[stage]}`,
    );
  const [within, over] = [told('within'), told('over')];
  const clauses = [
    ...(within.length > 0 ? [`stay within it ${list(within)}`] : []),
    ...(over.length > 0 ? [`go **over it** ${list(over)}`] : []),
  ];
  return `Against the budget of ${headline(budget.monthlyUsd)}, ${busiestWords(entities)} ${clauses.join(', and ')}.`;
}

const SUMMARY_RISKS = 3;

/** The gravest risks in one sentence. */
export function gravest({ governance: { risks }, product }: Design): string {
  const told = risks.slice(0, SUMMARY_RISKS).map(({ id, title }) => `${id} ${withCode(lowerFirst(title))}`);
  return told.length === 0
    ? `No grave risk of ${product.name} is known.`
    : `What may go wrong with ${product.name} before all else: ${told.join('; ')}. [What is done about it](#07-top-risks) stands below.`;
}

type Row = Record<'label' | Stage | 'basis', string>;

/** The figures that a reader takes away. */
export function headlineRows({ scale, cost, blueprint }: Design): Row[] {
  return [
    row('Organizations', (stage) => scale.workload[stage].tenants),
    row('People at the same moment', (stage) => scale.workload[stage].concurrentUsers),
    row('Requests at peak', (stage) => scale.workload[stage].peakRequestsPerSecond),
    row('Stored data', (stage) => scale.workload[stage].storageGiB),
    row('API processes', (stage) => bare(scale.capacity[stage].apiPods)),
    row('Infrastructure', (stage) => cost.stages[stage].totalUsd),
    ...(blueprint.tenancy === 'single'
      ? []
      : [row('For each organization', (stage) => cost.stages[stage].perTenantUsd)]),
  ];
}

/** Without its unit, where the head of the row says it: processes are pods in a cluster only. */
export function bare(fact: Fact): Fact {
  return { ...fact, unit: 'none' };
}

/** One row for a figure of each stage, with how it is known. */
export function row(label: string, factOf: (stage: Stage) => Fact): Row {
  const facts = STAGES.map(factOf);
  const [launch, months12, months36] = facts.map(amount);
  return { label, launch: launch ?? '', months12: months12 ?? '', months36: months36 ?? '', basis: basisOf(facts) };
}

/** `given`, or `given, then modelled` where the stages differ. */
export function basisOf(facts: readonly Fact[]): string {
  return [...new Set(facts.map(({ basis }) => basis))].join(', then ');
}

/** Text of the author that ends as a sentence does. */
function sentence(text: string): string {
  const told = markdownText(text);
  return /[.!?…]$/.test(told) ? told : `${told}.`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
