import { beforeEach, describe, expect, it, vi } from 'vitest';

import type { BriefOptions } from '../../../src/cli/brief-options.js';
import { agreeToSend } from '../../../src/cli/consent.js';
import type { ModelChoice } from '../../../src/cli/planner.js';
import type { Session } from '../../../src/cli/session.js';

const asked: string[] = [];
let yes = true;
vi.mock('../../../src/cli/ask.js', () => ({
  askWhether: (message: string) => {
    asked.push(message);
    return Promise.resolve(yes);
  },
}));
const said: string[] = [];
vi.mock('../../../src/cli/print/text.js', async (original) => ({
  ...(await original<object>()),
  printProgress: (text: string) => said.push(text),
}));

beforeEach(() => {
  asked.length = 0;
  said.length = 0;
  yes = true;
});

const choice = (given: { host?: string; usd?: number }) =>
  ({
    host: given.host ?? 'api.anthropic.com',
    isVendor: given.host === undefined,
    estimate: { calls: 21, usd: given.usd ?? 0.88, models: ['claude-sonnet-5-5'] },
    setup: { maxUsd: 2 },
  }) as unknown as ModelChoice;
const agree = (given: { host?: string; usd?: number }, options: BriefOptions, interactive: boolean) => {
  const session: Session = { interactive, signal: new AbortController().signal, outcome: 'done' };
  return agreeToSend(choice(given), options, session);
};

describe('before a brief is sent', () => {
  it('it is said where it goes, to which model, and what it may cost', async () => {
    await agree({}, {}, false);
    expect(said).toEqual(['Asking claude-sonnet-5-5 at api.anthropic.com: about 21 calls and $0.880, at most $2.00.']);
    expect(asked).toEqual([]);
  });

  it('somebody at a terminal is asked when it costs more than a dollar', async () => {
    await agree({ usd: 1 }, {}, true);
    expect(asked).toEqual([]);
    await agree({ usd: 1.2 }, {}, true);
    expect(asked).toEqual(['Send the brief to api.anthropic.com, for about $1.20 and at most $2.00?']);
    await agree({ usd: 1.2 }, { yes: true }, true);
    await agree({ usd: 1.2 }, {}, false);
    await agree({ usd: 1.2 }, { json: true }, true);
    expect(asked).toHaveLength(1);
  });

  it('another host than the vendor’s is named, asked about in a terminal, and refused without one', async () => {
    await agree({ host: 'proxy.example' }, {}, true);
    expect(said[1]).toMatch(/^Attention: proxy\.example is not the service of Anthropic\./);
    expect(asked).toEqual(['Send the brief to proxy.example, for about $0.880 and at most $2.00?']);
    await expect(agree({ host: 'proxy.example' }, {}, false)).rejects.toMatchObject({ code: 'USAGE', exitCode: 2 });
    await expect(agree({ host: 'proxy.example' }, { json: true }, true)).rejects.toMatchObject({ code: 'USAGE' });
    await agree({ host: 'proxy.example' }, { yes: true }, false);
    expect(said.at(-1)).toMatch(/^Attention: proxy\.example/);
  });

  it('a no sends nothing', async () => {
    yes = false;
    await expect(agree({ usd: 1.5 }, {}, true)).rejects.toMatchObject({ code: 'NOT_SENT', exitCode: 2 });
  });
});
