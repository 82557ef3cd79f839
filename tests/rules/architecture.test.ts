import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import { packageRoot } from '../../src/render/load.js';

/**
 * Which rooms a room may import from, itself apart. The arrows point from what changes often to what changes seldom: a template can be
 * reworded without touching the language, a new field type does not concern the disk, and every step can be tested without the others.
 */
const arrows: Readonly<Record<string, readonly string[]>> = {
  text: [],
  blueprint: ['text'],
  migration: ['text', 'blueprint'],
  design: ['text', 'blueprint'],
  render: ['text'],
  diagrams: ['text'],
  views: ['text', 'blueprint', 'design', 'diagrams', 'render'],
  plan: ['text', 'blueprint', 'design', 'render'],
  generators: ['text', 'blueprint', 'design', 'migration', 'render', 'views', 'plan'],
  disk: ['text', 'blueprint', 'plan'],
  brief: ['text', 'blueprint', 'design'],
  importers: ['text', 'blueprint'],
  repository: ['text', 'blueprint'],
};

/** Rooms that may import all others: they join the steps (`src/pipeline.ts`), show them to people (`cli`) and to plop. */
const joints = ['pipeline', 'cli', 'plopfile', 'contributor'];

/** What only some files may use, and why the others may not. */
const reserved: readonly { what: string; pattern: RegExp; where: RegExp; because: string }[] = [
  {
    what: 'the file system',
    pattern: /from 'node:fs(?:\/promises)?'/,
    where:
      /^src\/(?:disk|proof|document)\/|^src\/(?:blueprint|brief|render|migration)\/load\.ts$|^generators\/contributor\//,
    because:
      'the steps from a blueprint to a plan are pure; user files are written in one place that keeps its promises',
  },
  {
    what: 'child processes',
    pattern: /from '(?:execa|node:child_process)'/,
    where: /^src\/(?:proof|repository)\//,
    because: 'nothing runs unless the user asks for an install, a git repository or a proof',
  },
  {
    what: 'the console and the end of the process',
    pattern: /\bconsole\.\w|\bprocess\.exit\b|\bprocess\.stdout\b/,
    where: /^src\/cli\//,
    because: 'only the command line knows who listens, and it alone makes exit codes',
  },
  {
    what: 'a file of more than 350 lines',
    pattern: /^(?:.*\n){351}/,
    where: /^$/,
    because: 'a file is read in one sitting',
  },
];

function sources(...folders: string[]): { name: string; text: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(path.join(packageRoot, folder, name), 'utf8') })),
  );
}

/** `src/render/load.ts` is in `render`, `src/pipeline.ts` in `pipeline`, `generators/core.ts` in `generators`. */
function roomOf(file: string): string {
  const [top = '', second = '', third] = file.split('/');
  if (top === 'generators')
    return second === 'contributor' || second === 'plopfile.ts' ? second.replace('.ts', '') : top;
  return third === undefined ? second.replace('.ts', '') : second;
}

const product = sources('src', 'generators');

describe('the architecture', () => {
  it('has arrows in one direction only', () => {
    const wrong = product.flatMap(({ name, text }) =>
      [...text.matchAll(/from '(\.\.?\/[^']+)'/g)].flatMap(([, target = '']) => {
        const room = roomOf(name);
        const other = roomOf(path.posix.join(path.posix.dirname(name), target).replace(/\.js$/, '.ts'));
        // `package.ts` holds the name and version of this package.
        const allowed =
          room === other ||
          joints.includes(room) ||
          room === 'package' ||
          other === 'package' ||
          arrows[room]?.includes(other);
        return allowed ? [] : [`${name}: ${room} may not know ${other}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it.each(reserved)('keeps $what to few: $because', ({ pattern, where }) => {
    expect(product.filter(({ name, text }) => !where.test(name) && pattern.test(text)).map(({ name }) => name)).toEqual(
      [],
    );
  });

  it('runs every test it has, and silences no check', () => {
    const switched = /\b(?:it|describe|test)\.(?:only|skip|todo)\b|\b(?:xit|xdescribe|fdescribe|fit)\(['"`]/;
    const silenced = /\/[/*]+ *(?:@ts-(?:ignore|nocheck)|eslint-disable)/;
    expect(
      sources('tests', 'src', 'generators')
        .filter(({ text }) => switched.test(text) || silenced.test(text))
        .map(({ name }) => name),
    ).toEqual([]);
  });
});
