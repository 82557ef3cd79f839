import { optionProblem } from './answers.js';
import type { QuestionRule } from './rule.js';

/** Whether events are handled strictly in order; asked where a brief speaks of streams and postings. */
export const ordering: QuestionRule = {
  id: 'ordering',
  ask: ({ parts, reading }) =>
    parts.qualities?.ordering === undefined &&
    reading.sentences.some(({ words }) => words.some(({ lower, negated }) => ORDERED.test(lower) && !negated))
      ? {
          question: 'Must what happens be handled strictly in the order in which it happened, over the whole system?',
          changes: 'The queue, and how much of the work can be done side by side.',
          options: [
            { value: 'relaxed', label: 'In order for each record; side by side over the system' },
            { value: 'strict', label: 'Strictly in order over the system' },
          ],
          open: false,
          default: 'relaxed',
        }
      : undefined,
  problem: (value) => optionProblem(value, ['relaxed', 'strict']),
  apply: (value, blueprint) => ({
    blueprint: {
      ...blueprint,
      qualities: { ...blueprint.qualities, ordering: value === 'strict' ? 'strict' : 'relaxed' },
    },
    path: 'qualities.ordering',
  }),
  says: (value) =>
    value === 'strict'
      ? 'What happens is handled strictly in the order in which it happened.'
      : 'What happens to one record is handled in order; different records are handled side by side.',
};

const ORDERED = /^(?:events?|ledgers?|postings?|telemetry|streams?|sequences?|trades?|bids?|auctions?|sensors?)$/;
