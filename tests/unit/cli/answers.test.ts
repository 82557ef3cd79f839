import { describe, expect, it, vi } from 'vitest';

import { completeAnswers } from '../../../src/cli/answers.js';
import type { NewOptions } from '../../../src/cli/commands/new.js';
import type { Session } from '../../../src/cli/session.js';

vi.mock('../../../src/cli/ask.js', () => ({
  askDirectory: (suggestion: string) => Promise.resolve(`asked/${suggestion}`),
  askPreset: () => Promise.resolve('minimal'),
}));

const options = (given: Partial<NewOptions> = {}): NewOptions => ({ install: true, git: true, ...given });
const session = (interactive: boolean): Session => ({
  interactive,
  signal: new AbortController().signal,
  outcome: 'done',
});
const answers = (directory: string | undefined, given: Partial<NewOptions>, interactive: boolean) =>
  completeAnswers(directory, options(given), session(interactive));

describe('what new still needs to know', () => {
  it('is asked for in a terminal', async () => {
    expect(await answers(undefined, {}, true)).toEqual({
      kind: 'preset',
      preset: 'minimal',
      directory: 'asked/minimal',
    });
    expect(await answers('shop', {}, true)).toEqual({ kind: 'preset', preset: 'minimal', directory: 'shop' });
    expect(await answers(undefined, { preset: 'ecommerce' }, true)).toEqual({
      kind: 'preset',
      preset: 'ecommerce',
      directory: 'asked/ecommerce',
    });
  });

  it('is not asked for when it was given', async () => {
    expect(await answers('shop', { spec: 'b.yaml' }, true)).toEqual({
      kind: 'spec',
      spec: 'b.yaml',
      directory: 'shop',
    });
    expect(await answers('shop', { brief: 'A shop.' }, true)).toEqual({
      kind: 'brief',
      brief: 'A shop.',
      directory: 'shop',
    });
  });

  it('has a default with --yes, also in a terminal', async () => {
    expect(await answers(undefined, { yes: true }, true)).toEqual({
      kind: 'preset',
      preset: 'ecommerce',
      directory: 'ecommerce',
    });
    expect(await answers(undefined, { yes: true, spec: 'b.yaml' }, false)).toEqual({
      kind: 'spec',
      spec: 'b.yaml',
      directory: 'backend',
    });
    expect(await answers(undefined, { yes: true, brief: 'A shop.', name: 'corner-shop' }, false)).toMatchObject({
      directory: 'corner-shop',
    });
  });

  it('is a usage error without a terminal, and with --json', async () => {
    await expect(answers('shop', {}, false)).rejects.toThrow('Which blueprint?');
    await expect(answers(undefined, { preset: 'minimal' }, false)).rejects.toThrow('Where should the repository go?');
    await expect(answers('shop', { json: true }, true)).rejects.toThrow('Which blueprint?');
  });
});
