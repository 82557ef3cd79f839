import type { APIError } from '@anthropic-ai/sdk/error';

import type { Fault } from './messages.js';
import type { Sdk } from './sdk.js';

interface Judgement {
  readonly fault: Fault;
  readonly message: string;
  readonly retryAfterMs?: number;
}

/**
 * What an error of the SDK means for us. Its message is not passed on: it quotes the server, which quotes the request. What a server may
 * choose is named by its kind only.
 */
export function faultOf(sdk: Sdk, error: unknown): Judgement {
  if (error instanceof sdk.APIUserAbortError) return { fault: 'aborted', message: 'The request was given up.' };
  if (error instanceof sdk.APIConnectionTimeoutError) return transient('The service did not answer in time.');
  if (error instanceof sdk.APIConnectionError) return transient('The service could not be reached.');
  if (error instanceof sdk.APIError) return faultOfAnswer(error as APIError);
  // A cut or empty stream is a plain error without a type; so is an abort while the answer is read.
  if (error instanceof Error && error.name === 'AbortError')
    return { fault: 'aborted', message: 'The request was given up.' };
  return transient('The answer broke off.');
}

function faultOfAnswer({ status, type, errorCode, headers }: APIError): Judgement {
  if (errorCode !== null && SPENT.test(errorCode)) {
    return { fault: 'account', message: 'The spending limit of the account is reached.' };
  }
  if (status === undefined) {
    const isOver = type === 'overloaded_error';
    return transient(isOver ? 'The service is overloaded.' : 'The service failed in the middle of its answer.');
  }
  const known = ANSWERS[status];
  if (known) return { ...known, ...retryAfter(headers) };
  if (status >= 500) return { ...transient(`The service failed (${status}).`), ...retryAfter(headers) };
  return { fault: 'request', message: `The service refused the request (${status}).` };
}

const transient = (message: string): Judgement => ({ fault: 'transient', message });

/** A limit of money; `ramp_limit_exceeded` is one of speed, and passes. */
const SPENT = /spend|billing|credit|organization_on_hold/;

const ANSWERS: Readonly<Partial<Record<number, Judgement>>> = {
  400: { fault: 'request', message: 'The service refused the request as invalid (400).' },
  401: { fault: 'account', message: 'The service does not accept the key (401).' },
  402: { fault: 'account', message: 'The account has no credit (402).' },
  403: { fault: 'account', message: 'The key may not use the service or the model (403).' },
  404: { fault: 'account', message: 'The service does not know the model (404).' },
  408: transient('The service did not answer in time (408).'),
  409: transient('The service was busy with the same thing (409).'),
  413: { fault: 'request', message: 'The request is too large (413).' },
  429: transient('Too many requests (429).'),
  529: transient('The service is overloaded (529).'),
};

/** `retry-after-ms`, or `retry-after` in seconds. */
function retryAfter(headers: Headers | undefined): { retryAfterMs?: number } {
  for (const [name, unitMs] of [['retry-after-ms', 1] as const, ['retry-after', 1000] as const]) {
    const text = headers?.get(name) ?? '';
    if (/^\d+(\.\d+)?$/.test(text)) return { retryAfterMs: Number(text) * unitMs };
  }
  return {};
}
