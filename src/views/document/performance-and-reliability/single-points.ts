import type { Design } from '../../../design/model.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { markdownTableCell, markdownText } from '../../../text/escape.js';
import { amount, code, counted, headline } from '../words.js';
import type { PerformanceWords } from './index.js';

export function singlePointWords(
  design: Design,
): Pick<PerformanceWords, 'singleLead' | 'singlePoints' | 'degradationLead' | 'degradation'> {
  const { operations } = design;
  const { singlePoints, policies, slos } = operations;
  const { names } = leadingEntity(design);
  const [worst] = singlePoints;
  const budget = slos[0]?.errorBudget;
  return {
    singleLead: `${counted(singlePoints.length, 'part')} exist once. The worst for ${names.textMany} is ${markdownText(worst?.component ?? '')}: back within ${worst ? headline(worst.timeToRecover) : ''}, of ${budget ? amount(budget) : ''} that the error budget has. No recovery was rehearsed yet; the times are what the exercise before the first ${names.textOne} has to show.`,
    singlePoints: singlePoints.map(({ component, effect, detection, mitigation, timeToRecover }) => ({
      component: /^[A-Z_]+$/.test(component) ? code(component) : markdownTableCell(component),
      effect,
      detection,
      mitigation,
      back: amount(timeToRecover),
    })),
    degradationLead: `What goes on while something is away was decided for each dependency: reading and changing ${names.textMany} stops with PostgreSQL alone.`,
    degradation: policies
      .filter(({ id }) => !id.startsWith('readiness') && id !== 'commands-postgresql')
      .map(({ callee, what, whenDown }) => ({ away: `${callee}: ${what.split(',')[0] ?? ''}`, happens: whenDown })),
  };
}
