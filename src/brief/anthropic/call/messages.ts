import type { Usage } from './prices.js';

/** Sends one request at a time; knows nothing of stages. `client.ts` makes one of the SDK. */
export interface MessagesClient {
  /** Where the key and the brief go, e.g. `api.anthropic.com`. */
  readonly host: string;
  /** @throws MessagesError, and nothing else. */
  send(request: MessagesRequest, watch: Watch): Promise<Reply>;
}

/** The body of a request, byte for byte; streaming is added by the client. */
export interface MessagesRequest {
  readonly model: string;
  readonly max_tokens: number;
  readonly thinking: { readonly type: 'adaptive' };
  readonly output_config: {
    readonly effort: Effort;
    readonly format: { readonly type: 'json_schema'; readonly schema: Record<string, unknown> };
  };
  readonly system: readonly TextBlock[];
  readonly messages: readonly Turn[];
}

export type Effort = 'low' | 'medium' | 'high';

export interface TextBlock {
  readonly type: 'text';
  readonly text: string;
  readonly cache_control?: { readonly type: 'ephemeral' };
}

export interface Turn {
  readonly role: 'user' | 'assistant';
  /** Ours are texts; those of the model go back as they came, thinking included. */
  readonly content: string | readonly unknown[];
}

export interface Watch {
  readonly signal: AbortSignal;
  /** Any byte of an answer, also a ping. */
  readonly onSign: () => void;
  /** The service has taken the request and begins to answer: from now on the prompt is in its cache. */
  readonly onAnswer: () => void;
  /** All text of the answer so far. */
  readonly onText: (text: string) => void;
}

export interface Reply {
  readonly requestId?: string;
  /** `null` when the stream ended before the answer did. */
  readonly stopReason: string | null;
  /** Why the model refused, in the words of the service. */
  readonly refusal?: string;
  readonly text: string;
  readonly content: readonly unknown[];
  readonly usage: Usage;
}

export type Fault =
  /** May go well a moment later. */
  | 'transient'
  /** This request is refused, others may not be: too large, a schema that is too complex. */
  | 'request'
  /** Nothing will be answered with this key and model. */
  | 'account'
  | 'aborted';

/** Why there is no reply. The message is a finished sentence without keys, addresses and server text. */
export class MessagesError extends Error {
  override readonly name = 'MessagesError';
  constructor(
    readonly fault: Fault,
    message: string,
    readonly details: {
      /** Whether an answer had begun, so that it is charged. */
      readonly begun?: boolean;
      readonly requestId?: string;
      /** What the server asked to wait. */
      readonly retryAfterMs?: number;
    } = {},
  ) {
    super(message);
  }
}
