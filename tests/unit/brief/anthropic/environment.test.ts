import { describe, expect, it } from 'vitest';

import { clientSetupOf, createClient, hostOf, isVendor } from '../../../../src/brief/anthropic/call/client.js';

describe('the environment', () => {
  it.each<[string, Record<string, string>, unknown]>([
    ['no key', { ANTHROPIC_BASE_URL: 'https://x.example' }, undefined],
    ['a blank key', { ANTHROPIC_API_KEY: '  ' }, undefined],
    ['other credentials of the SDK', { ANTHROPIC_AUTH_TOKEN: 't', ANTHROPIC_PROFILE: 'p' }, undefined],
    ['a key', { ANTHROPIC_API_KEY: ' k\n' }, { apiKey: 'k' }],
    ['a key and a blank address', { ANTHROPIC_API_KEY: 'k', ANTHROPIC_BASE_URL: '' }, { apiKey: 'k' }],
    ['both', { ANTHROPIC_API_KEY: 'k', ANTHROPIC_BASE_URL: 'http://a:1' }, { apiKey: 'k', baseUrl: 'http://a:1' }],
  ])('with %s gives %j', (_, env, want) => {
    expect(clientSetupOf(env)).toEqual(want);
  });

  it.each([
    [undefined, 'api.anthropic.com', true],
    ['https://api.anthropic.com/v1', 'api.anthropic.com', true],
    ['http://localhost:8080', 'localhost:8080', false],
    ['https://api.anthropic.com.evil.example', 'api.anthropic.com.evil.example', false],
    ['https://api.anthropic.com@evil.example/', 'evil.example', false],
    ['https://api.anthropic.com:8443', 'api.anthropic.com:8443', false],
  ])('names where the key would go for %s', (url, host, vendor) => {
    const named = hostOf(url === undefined ? {} : { ANTHROPIC_BASE_URL: url });
    expect([named, isVendor(named)]).toEqual([host, vendor]);
    expect(createClient({ apiKey: 'k', ...(url === undefined ? {} : { baseUrl: url }) }).host).toBe(host);
  });

  it.each(['nowhere', 'file:///etc/passwd', 'javascript:1'])('refuses the address %s', (url) => {
    expect(() => hostOf({ ANTHROPIC_BASE_URL: url })).toThrow(expect.objectContaining({ code: 'BASE_URL' }) as Error);
  });
});
