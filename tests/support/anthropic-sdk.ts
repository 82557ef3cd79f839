import Anthropic, { type ClientOptions } from '@anthropic-ai/sdk';

import { FAKE_KEY } from './fake-anthropic/server.js';

/** The vendor's own client, pointed at a fake, quiet and without attempts of its own. */
export function sdkClient(baseURL: string, options: ClientOptions = {}): Anthropic {
  return new Anthropic({ apiKey: FAKE_KEY, baseURL, maxRetries: 0, openTelemetry: false, logLevel: 'off', ...options });
}
