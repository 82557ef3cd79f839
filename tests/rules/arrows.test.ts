import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { packageFolder } from '../support/cli.js';

/**
 * Which room may import which. A room that knows little is easy to understand, to test and to replace: text knows nothing, the language
 * does not know what is made of it, rendering has no domain word in it, and only `pipeline.ts` joins them.
 */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  text: [],
  blueprint: ['text'],
  migration: ['blueprint', 'text'],
  design: ['blueprint', 'text'],
  render: ['blueprint', 'text'],
  views: ['design', 'blueprint', 'render', 'text'],
  plan: ['render', 'design', 'blueprint', 'text'],
  disk: ['plan', 'blueprint'],
  repository: ['blueprint'],
  generators: ['views', 'design', 'plan', 'migration', 'render', 'blueprint', 'text'],
};
/** The rooms where files are read or written. */
const READS_FILES = /^src\/(disk|proof|document)\/|^src\/(blueprint|render)\/load\.ts$|^src\/migration\//;

const sources = ['src', 'generators'].flatMap((folder) =>
  readdirSync(path.join(packageFolder, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`),
);

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(packageFolder, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target = '']) =>
    target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target,
  );
}

/** `design` of `src/design/names.ts`; nothing for files that stand outside, such as `src/pipeline.ts`. */
function roomOf(file: string): string | undefined {
  return /^src\/(\w+)\//.exec(file)?.[1] ?? /^generators(?=\/)/.exec(file)?.[0];
}

describe('imports', () => {
  it('follow the arrows between rooms', () => {
    const wrong = sources.flatMap((file) => {
      const allowed = ARROWS[roomOf(file) ?? ''];
      const rooms = importsOf(file).flatMap((target) => roomOf(target) ?? []);
      return rooms
        .filter((room) => allowed && room !== roomOf(file) && !allowed.includes(room))
        .map((room) => `${file} → ${room}`);
    });
    expect(wrong).toEqual([]);
  });

  it('of the file system stay in the rooms that read and write', () => {
    const readers = sources.filter((file) => importsOf(file).some((target) => /^node:fs(\/|$)/.test(target)));
    expect(readers.filter((file) => !READS_FILES.test(file))).toEqual([]);
  });
});
