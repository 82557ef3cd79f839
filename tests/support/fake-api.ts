import { onTestFinished } from 'vitest';

import { startFakeAnthropic, type FakeAnthropic, type FakeOptions, type Model } from './fake-anthropic/server.js';

/** A fake of the API that is gone when the test is. */
export async function fakeApi(model: Model, options?: FakeOptions): Promise<FakeAnthropic> {
  const api = await startFakeAnthropic(model, options);
  onTestFinished(() => api.close());
  return api;
}
