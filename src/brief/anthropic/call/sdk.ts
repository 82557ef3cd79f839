import { BaseAnthropic, type ClientOptions } from '@anthropic-ai/sdk/client';
import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from '@anthropic-ai/sdk/error';
import { Messages } from '@anthropic-ai/sdk/resources/messages';

/** The part of the SDK that is used, a third of the whole: what it offers beside messages stays out of the bundle. */
export const sdk = {
  APIConnectionError,
  APIConnectionTimeoutError,
  APIError,
  APIUserAbortError,
  messages: (options: ClientOptions): Messages => new Messages(new BaseAnthropic(options)),
};
export type Sdk = typeof sdk;
