import type { ErrorType } from '@anthropic-ai/sdk/resources/shared';
import type { RefusalStopDetails, StopReason } from '@anthropic-ai/sdk/resources/messages/messages';

/** What the fake says to one request for a message. */
export type Answer = ModelAnswer | Failure | Silence;

/** A message of the model, and how it travels. */
export interface ModelAnswer {
  readonly kind: 'message';
  readonly text: string;
  /** The summary of its thinking; sent only when the request asks for it to be shown. */
  readonly thinking?: string;
  /** What the thinking costs; counted with the output, as the real API does. */
  readonly thinkingTokens?: number;
  /** `end_turn`, or `max_tokens` when the answer is longer than the request allows. */
  readonly stopReason?: StopReason;
  readonly stopDetails?: RefusalStopDetails;
  readonly delivery?: Delivery;
}

/** How a stream goes. A chunk is one delta of text or thinking. */
export type Delivery =
  | { readonly kind: 'whole'; readonly pauseMs?: number; readonly chunkLength?: number }
  /** An `error` event in the middle: status 200 has long been sent. */
  | { readonly kind: 'error-event'; readonly afterChunks: number; readonly type: ErrorType }
  /** The socket breaks. */
  | { readonly kind: 'cut'; readonly afterChunks: number }
  /** The body ends as if all were said, without `message_stop`. */
  | { readonly kind: 'clean-end'; readonly afterChunks: number }
  /** Nothing comes any more, and nobody hangs up. */
  | { readonly kind: 'hang'; readonly afterChunks: number };

/** A response that is no message. */
export interface Failure {
  readonly kind: 'failure';
  readonly status: number;
  /** `error.details.error_code`. */
  readonly code?: string;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** No response at all: the connection is reset, or stays open without a byte. */
export interface Silence {
  readonly kind: 'reset' | 'no-response';
}

export function says(text: string, options: Omit<ModelAnswer, 'kind' | 'text'> = {}): ModelAnswer {
  return { kind: 'message', text, ...options };
}

export function fails(status: number, options: Omit<Failure, 'kind' | 'status'> = {}): Failure {
  return { kind: 'failure', status, ...options };
}
