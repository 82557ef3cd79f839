import type { Conversation } from './conversation.js';
import type { Tool } from './protocol.js';

/** What an agent is told when it connects. */
export const INSTRUCTIONS =
  'Turns a brief into a blueprint of a backend. Call next_stage with the brief, do what it says, call submit with the whole blueprint, mend ' +
  'what it finds, and call next_stage again until it says that the work is done.';

const blueprint = { description: 'The whole text of blueprint.yaml.', required: true };

/** A conversation as the tools of an agent. */
export function toolsOf(conversation: Conversation): readonly Tool[] {
  return [
    {
      name: 'next_stage',
      description:
        'The text of the next step. A brief begins anew: then the rules, the language and a first draft come with it.',
      parameters: {
        brief: { description: 'What the system should do, in the words of whoever wants it.', required: false },
      },
      call: ({ brief }) => conversation.nextStage(brief),
    },
    {
      name: 'submit',
      description:
        'Judges a blueprint, remembers it, and tells what is wrong, where, and what the brief asks for that nothing answers.',
      parameters: { blueprint },
      call: ({ blueprint: text = '' }) => Promise.resolve(conversation.submit(text)),
    },
    {
      name: 'check',
      description: 'The same without remembering it.',
      parameters: { blueprint },
      call: ({ blueprint: text = '' }) => Promise.resolve(conversation.check(text)),
    },
    {
      name: 'explain',
      description: 'The reasons of a figure that follows from the submitted blueprint, or the list of all figures.',
      parameters: { fact: { description: 'The id of a figure, e.g. scale.poolSize.', required: false } },
      call: ({ fact }) => Promise.resolve(conversation.explain(fact)),
    },
  ];
}
