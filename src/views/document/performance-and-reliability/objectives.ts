import type { Design } from '../../../design/model.js';
import { leadingEntity } from '../../../design/operations/source.js';
import { markdownText } from '../../../text/escape.js';
import { amount, code, counted, headline, label } from '../words.js';
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
    objectiveLead: `${counted(slos.length, 'objective')} say what users of ${names.textMany} may rely on; each leaves an error budget for 30 days. They can be measured when the metrics of section 9.4 exist (${label('metrics')}), and are targets until then.`,
    objectives: slos.map(({ title, indicator, threshold, objectivePercent, errorBudget }) => ({
      title,
      indicator: indicator.replace(/(?:GET|POST) \/api\/\S+/, (route) => code(route)),
      limit: threshold ? headline(threshold) : '–',
      objective: headline(objectivePercent),
      budget: amount(errorBudget),
    })),
    budgetPolicy: `While budget is left, releases of ${names.textMany} go out at any time of a working day. When half is gone before half of the time, one release at a time; when all is gone, only what makes ${names.textMany} more reliable is released, until the 30 days look better. The owner of the product decides about exceptions, in writing.`,
    ...availabilityWords(design),
  };
}

function availabilityWords(
  design: Design,
): Pick<Words, 'availabilityLead' | 'availability' | 'availabilityVerdict' | 'availabilitySteps'> {
  const { availability, queues } = design.operations;
  const { components, modelledPercent, targetPercent, reserveMinutes, meetsTarget, steps } = availability;
  const { names } = leadingEntity(design);
  const product = components.map(({ percent }) => number3(percent.value)).join(' % × ');
  return {
    availabilityLead: `A request for ${names.textMany} needs all of the following at once, so their shares multiply. Redis${queues.length > 0 ? ', the queues and every partner are' : ' is'} left out, because ${names.textMany} are served without; promises of providers are taken as they are, although they are no measurements.`,
    availability: components.map(({ name, percent, redundancy }) => ({
      component: name,
      percent: `${number3(percent.value)} % (${percent.basis})`,
      redundancy,
      because: because(percent.because[0]),
    })),
    availabilityVerdict: meetsTarget
      ? `${product} % = ${number3(modelledPercent.value)} % (modelled), against ${headline(targetPercent)}: the promise about ${names.textMany} holds with ${amount(reserveMinutes)} a month to spare. That is ${reserveMinutes.value < 15 ? 'one longer incident, so the promise is tight' : 'room for an incident that nobody foresaw'}. To promise more:`
      : `${product} % = ${number3(modelledPercent.value)} % (modelled), against ${headline(targetPercent)}: **the promise about ${names.textMany} is not covered by what is designed**; ${amount({ value: Math.abs(reserveMinutes.value), unit: reserveMinutes.unit })} a month are missing. Either the promise is lowered to ${number3(Math.floor(modelledPercent.value * 10) / 10)} %, or this changes before it is given:`,
    availabilitySteps: steps.map((step) => ({ step })),
  };
}

/** Shares of time need more digits than other figures. */
function number3(value: number): string {
  return String(Number(value.toFixed(4)));
}

function because(reason: { readonly text: string; readonly source?: string } | undefined): string {
  if (!reason) return '';
  const [title, address] = reason.source?.split(/, (?=https:)/) ?? [];
  const source = title === undefined ? '' : address === undefined ? ` (${title})` : ` ([${title}](${address}))`;
  return `${markdownText(reason.text)}${source}`;
}
