import { format } from 'prettier';
import { describe, expect, it } from 'vitest';

import { describePlan, manifestFile } from '../../../src/disk/manifest.js';
import type { FilePlan, Ownership } from '../../../src/plan/model.js';

function aPlan(...files: [path: string, contents: string, ownership: Ownership][]): FilePlan {
  return {
    files: files.map(([path, contents, ownership]) => ({
      path,
      contents,
      ownership,
      executable: false,
      generator: 'x',
    })),
  };
}

const tool = { name: 'tool', version: '1.2.3' };

describe('a manifest', () => {
  it('tells what was written, from what', () => {
    const plan = aPlan(['b.ts', '', 'managed'], ['a.md', 'a\n', 'once']);
    const manifest = describePlan(plan, { tool, language: 1, blueprintText: '', options: { 'stack.queue': 'bullmq' } });
    expect(manifest).toEqual({
      manifest: 1,
      tool,
      language: 1,
      blueprint: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      options: { 'stack.queue': 'bullmq' },
      files: {
        'a.md': { sha256: '87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7', ownership: 'once' },
        'b.ts': { sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', ownership: 'managed' },
      },
    });
  });

  it('is the same text whatever the order it was given things in, and formatted', async () => {
    const files = [
      ['b.ts', 'b', 'managed'],
      ['a.md', 'a', 'once'],
    ] as [string, string, Ownership][];
    const one = describePlan(aPlan(...files), { tool, language: 1, blueprintText: 'x', options: { b: true, a: 'c' } });
    const other = describePlan(aPlan(...files.reverse()), {
      options: { a: 'c', b: true },
      blueprintText: 'x',
      language: 1,
      tool: { version: '1.2.3', name: 'tool' },
    });
    const { contents } = manifestFile(one);
    expect(manifestFile(other).contents).toBe(contents);
    expect(await format(contents, { parser: 'json', printWidth: 120 })).toBe(contents);
  });
});
