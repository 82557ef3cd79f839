import type { Design } from '../../../design/model.js';
import type { RunbookId } from '../../../design/operations/model.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { markdownText } from '../../../text/escape.js';
import { amount, code, counted, number } from '../words.js';
import type { ObservabilityWords } from './index.js';

const RUNBOOKS = '9.9';

/** Number, title and address in the section of each runbook. */
export function runbookHeadings({
  operations,
}: Design): { id: RunbookId; number: string; title: string; link: string }[] {
  return operations.runbooks.map(({ id, title }, index) => {
    const position = `${RUNBOOKS}.${index + 1}`;
    return { id, number: position, title, link: `[${position}](#${slugOf(`${position} ${title}`)})` };
  });
}

/** The anchor that GitHub gives a heading. */
function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
}

type Words = Pick<
  ObservabilityWords,
  'runbookLead' | 'runbooks' | 'incidentLead' | 'severities' | 'incidentSteps' | 'onCallLead'
>;

/** What to do when it happens, and who does it. */
export function incidentWords(design: Design): Words {
  const { operations, product } = design;
  const { runbooks, onCall, availability } = operations;
  const { names } = leadingEntity(design);
  const headings = runbookHeadings(design);
  return {
    runbookLead: `${counted(runbooks.length, 'runbook')} cover what is likeliest to fail first for ${names.textMany}. Each begins with what stops the damage to ${names.textMany}; the cause comes second. They were written from the code and have not been rehearsed yet: the first exercise comes before the first real ${names.textOne}.`,
    runbooks: runbooks.map(({ id, title, symptom, steps, afterwards }) => ({
      number: headings.find((heading) => heading.id === id)?.number ?? '',
      title,
      symptom,
      steps: steps.map((step, index) => `${index + 1}. ${step}`).join('\n'),
      afterwards,
    })),
    incidentLead: `An incident of ${markdownText(product.title)} is whatever keeps people from their ${names.textMany}, or shows them those of others; the second kind is always of the first severity, be it one ${names.textOne}.`,
    severities: [
      {
        severity: '1',
        means: `nobody reaches ${names.textMany}, or data of others is seen`,
        answered: amount(onCall.answerPage),
        told: 'customers, at once',
      },
      {
        severity: '2',
        means: `${names.textMany} are slow, or a part is away`,
        answered: amount(onCall.answerPage),
        told: 'customers, within the hour',
      },
      { severity: '3', means: 'nobody notices yet', answered: amount(onCall.answerTicket), told: 'the team' },
    ],
    incidentSteps: [
      `Whoever is on call takes the page within ${amount(onCall.answerPage)}, opens a channel and leads until somebody else says that they do; the leader of an incident about ${names.textMany} does not debug.`,
      `First stop the damage (go back, switch off, limit), then look for the cause; the budget of ${amount(operations.slos[0]?.errorBudget ?? onCall.answerPage)} is what is left of it while ${names.textMany} wait.`,
      `Suspected sight of ${names.textMany} of another organization: keep the logs, revoke the sessions concerned, and start the clock of the notification duties in section 6.`,
      `A written review within ${amount(onCall.review)}, without blame: what ${names.textMany} went through, what was noticed late, which test or alert would have told; its measures become tickets with a date.`,
    ].map((step) => ({ step })),
    onCallLead: `${counted(onCall.people.value, 'engineer')} (${onCall.people.basis === 'given' ? 'given' : 'assumed: the blueprint names no team'}) take a week each in turn, one week in ${number(onCall.everyWeeks.value)}. ${
      onCall.roundTheClock
        ? `That is enough to carry the nights: a page about ${names.textMany} is answered within ${amount(onCall.answerPage)}, a ticket within ${amount(onCall.answerTicket)}.`
        : `That is too few for nights without wearing people out: outside of working hours a page about ${names.textMany} is answered as soon as somebody sees it, and the promise of ${amount(availability.targetPercent)} rests on machines recovering by themselves. ${code('restart')} of a process needs nobody.`
    }`,
  };
}
