import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { packageFolder } from '../support/cli.js';

const dist = path.join(packageFolder, 'dist');
const textOf = (file: string) => readFileSync(path.join(dist, file), 'utf8');

/** The files that Node reads before the first line of the command line runs. */
function readAtStart(file = 'main.js', seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, next = ''] of textOf(file).matchAll(/(?:\bfrom|\bimport) ?["']\.\/([\w-]+\.js)["']/g))
    readAtStart(next, seen);
  return seen;
}

describe('the command line', () => {
  /** What is needed by some commands only, and a text that is nowhere else. */
  const onDemand = {
    'the SDK of Anthropic': '"anthropic-version"',
    'the domain blocks': 'deliveryOrder.created',
    'the prompts of a terminal': 'createInterface',
    'the templates': 'compilerInfo',
    'the pipeline': 'BLUEPRINT_INVALID',
  };

  it.each(Object.entries(onDemand))('reads %s when it needs it', (_, mark) => {
    const holders = readdirSync(dist).filter((file) => file.endsWith('.js') && textOf(file).includes(mark));
    expect(holders).not.toEqual([]);
    const atStart = readAtStart();
    expect(holders.filter((file) => atStart.has(file))).toEqual([]);
  });

  it('has little to read before it starts', () => {
    const bytes = [...readAtStart()].reduce((sum, file) => sum + statSync(path.join(dist, file)).size, 0);
    expect(bytes).toBeLessThan(130_000);
  });

  it('has no server of the protocol but its own', () => {
    const licenses = textOf('THIRD_PARTY_LICENSES.txt');
    expect(licenses).toContain('@anthropic-ai/sdk 1.');
    expect(licenses).not.toContain('@modelcontextprotocol');
  });
});
