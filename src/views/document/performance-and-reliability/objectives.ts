import type { Design } from '../../../design/model.js';
import { BUDGET_DAYS } from '../../../design/operations/facts.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { markdownText } from '../../../text/escape.js';
import { amount, code, counted, headline, label, number } from '../words.js';
import type { PerformanceWords } from './index.js';

type Words = Pick<
  PerformanceWords,
  | 'lead'
  | 'objectiveLead'
  | 'objectives'
  | 'budgetPolicy'
  | 'availabilityLead'
  | 'availability'
  | 'availabilityVerdict'
  | 'availabilitySteps'
>;

export function objectiveWords(design: Design): Words {
  const { operations, scale } = design;
  const { slos, availability, policies } = operations;
  const { names } = leadingEntity(design);
  const read = slos.find(({ id }) => id === 'read');
  const generated = policies.filter(({ where }) => where !== undefined);
  return {
    lead: `The system is held to ${headline(availability.targetPercent)} and to reads within ${read?.threshold ? headline(read.threshold) : ''} for ${amount(read?.objectivePercent ?? availability.targetPercent)} of them, at ${headline(scale.workload.launch.peakRequestsPerSecond)} at launch. ${counted(generated.length, 'time-out')}, the pool, the rate limits, the probes and the shutdown that ${names.textMany} depend on are ${label('request-timeout')}; their numbers below are read from the code by a test.`,
    objectiveLead: `${counted(slos.length, 'objective')} say what users of ${names.textMany} may rely on; each leaves an error budget for ${number(BUDGET_DAYS)} days. They can be measured when the metrics of section 9.4 exist (${label('metrics')}), and are targets until the first ${names.textOne} is timed.`,
    objectives: slos.map(({ title, indicator, threshold, objectivePercent, errorBudget }) => ({
      title,
      indicator: indicator.replace(/(?:GET|POST) \/api\/\S+/, (route) => code(route)),
      limit: threshold ? headline(threshold) : '–',
      objective: headline(objectivePercent),
      budget: amount(errorBudget),
    })),
    budgetPolicy: `While budget is left, releases of ${names.textMany} go out at any time of a working day. When half is gone before half of the time, one release at a time; when all is gone, only what makes ${names.textMany} more reliable is released, until the ${number(BUDGET_DAYS)} days look better; the owner of the product decides about exceptions, in writing.`,
    ...availabilityWords(design),
  };
}

function availabilityWords(
  design: Design,
): Pick<Words, 'availabilityLead' | 'availability' | 'availabilityVerdict' | 'availabilitySteps'> {
  const { availability, queues, slos } = design.operations;
  const { components, modelledPercent, targetPercent, reserveMinutes, meetsTarget, steps } = availability;
  const { names } = leadingEntity(design);
  const product = components.map(({ percent }) => amount(percent)).join(' × ');
  return {
    availabilityLead: `A request for ${names.textMany} needs all of the following at once, so their shares multiply. Redis${queues.length > 0 ? ', the queues and every partner are' : ' is'} left out, because ${names.textMany} are served without; promises of providers are taken as they are, although they are no measurements.`,
    availability: components.map(({ name, percent, redundancy }) => ({
      component: name,
      percent: percent.basis === 'rule' ? `${amount(percent)}, promised` : headline(percent),
      redundancy,
      because: because(percent.because[0]),
    })),
    availabilityVerdict: meetsTarget
      ? `${product} = ${headline(modelledPercent)}, against ${headline(targetPercent)}: the promise about ${names.textMany} holds with ${amount(reserveMinutes)} a month to spare. That is ${reserveMinutes.value < (slos[0]?.errorBudget.value ?? 0) / 3 ? `little: one longer incident of ${names.textMany} spends it` : `room for an incident of ${names.textMany} that nobody foresaw`}. More for ${names.textMany} would come from these steps, each on top of the one before:`
      : `${product} = ${headline(modelledPercent)}, against ${headline(targetPercent)}: **the promise about ${names.textMany} is not covered by what is designed**; ${amount(reserveMinutes)} a month are missing. Either less is promised, or this changes before it is given:`,
    availabilitySteps: steps.map(({ text, afterPercent }) => ({ step: `${text}: ${amount(afterPercent)} (modelled)` })),
  };
}

function because(reason: { readonly text: string; readonly source?: string } | undefined): string {
  if (!reason) return '';
  const [title, address] = reason.source?.split(/, (?=https:)/) ?? [];
  const source = title === undefined ? '' : address === undefined ? ` (${title})` : ` ([${title}](${address}))`;
  return `${markdownText(reason.text)}${source}`;
}
