import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadBriefText } from '../../../src/brief/load.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'brief-'));
  writeFileSync(path.join(folder, 'brief.md'), '# A library\n');
  writeFileSync(path.join(folder, 'latin1.txt'), Buffer.from([0x47, 0xfc, 0x6e]));
  writeFileSync(path.join(folder, 'large.md'), 'x'.repeat(256 * 1024 + 1));
  writeFileSync(path.join(folder, 'largest.md'), 'x'.repeat(256 * 1024));
  mkdirSync(path.join(folder, 'notes'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const never = new AbortController().signal;
const load = (given: string, stdin: Readable = Readable.from([]), signal = never) =>
  loadBriefText(given, stdin, signal);
const refusal = (code: string) => expect.objectContaining({ code, exitCode: 2 }) as Error;

describe('what --brief names', () => {
  it.each([
    'A small library lends its books.',
    'crm',
    'Two lines\nof text, and a/b.',
    'an app with api/v2 and blanks',
    'B'.repeat(10_000),
    'zero \u0000 inside',
  ])('may be the brief itself: %j', async (text) => {
    expect(await load(text)).toEqual({ text, source: '--brief' });
  });

  it('may be a file', async () => {
    const file = path.join(folder, 'brief.md');
    expect(await load(file)).toEqual({ text: '# A library\n', source: file });
    expect((await load(path.join(folder, 'largest.md'))).text).toHaveLength(256 * 1024);
  });

  it('may be standard input', async () => {
    const stdin = Readable.from([Buffer.from('A libr'), Buffer.from('ary.')]);
    expect(await load('-', stdin)).toEqual({ text: 'A library.', source: 'standard input' });
  });

  it.each(['none.md', 'My brief.MD', 'briefs/shop', 'none.txt'])(
    'is not taken for a brief when it looks like a file: %s',
    async (given) => {
      await expect(load(given)).rejects.toThrow(refusal('FILE_NOT_FOUND'));
    },
  );

  it('is not a folder, not text of another encoding, and not larger than a brief', async () => {
    await expect(load(path.join(folder, 'notes'))).rejects.toThrow(refusal('FILE_IS_FOLDER'));
    await expect(load(path.join(folder, 'latin1.txt'))).rejects.toThrow(refusal('FILE_NOT_TEXT'));
    await expect(load(path.join(folder, 'large.md'))).rejects.toThrow(refusal('BRIEF_TOO_LARGE'));
  });

  it('is read from standard input no further than a brief may be long', async () => {
    let chunks = 0;
    const endless = new Readable({
      read() {
        chunks += 1;
        this.push(Buffer.alloc(64 * 1024, 'x'));
      },
    });
    await expect(load('-', endless)).rejects.toThrow(refusal('BRIEF_TOO_LARGE'));
    expect(chunks).toBeLessThan(12);
  });

  it('is not waited for when somebody interrupts', async () => {
    const stop = new AbortController();
    const waiting = load('-', new Readable({ read: () => undefined }), stop.signal);
    stop.abort('SIGINT');
    await expect(waiting).rejects.toThrow(/abort/i);
  });
});
