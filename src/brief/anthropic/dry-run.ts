import type { Brief } from '../brief.js';
import type { Answer } from '../planner.js';
import { questionsFor } from '../questions/index.js';
import { read } from '../reading/read.js';
import type { MessagesRequest } from './call/messages.js';
import { modelOf } from './call/profiles.js';
import { requestOf } from './call/request.js';
import type { AnthropicSetup } from './setup.js';
import { clarifyCall } from './steps/understand.js';

/** A request as it goes out, without the key. */
export interface RequestToSend {
  readonly stage: string;
  readonly body: MessagesRequest & { readonly stream: true };
}

/**
 * The first requests of a run, to the byte. Those after them hold what the model answered; what they hold of the person is the same brief
 * and the same answers. Without answers, the defaults are taken.
 */
export function requestsToSend(
  brief: Brief,
  setup: Pick<AnthropicSetup, 'profile' | 'model'>,
  answers?: readonly Answer[],
): RequestToSend[] {
  const questions = questionsFor(read(brief));
  const defaults = questions.map(({ id, default: value }): Answer => ({ id, value, by: 'default' }));
  const call = clarifyCall({ brief, questions, answers: answers ?? defaults });
  const body = requestOf({ call, ...modelOf('clarify', setup) }, call.stage.maxTokens);
  return [{ stage: call.label, body: { ...body, stream: true } }];
}
