import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CODES } from '../../src/blueprint/codes.js';
import { checkSource } from '../../src/pipeline.js';

/**
 * One folder per thing that can be wrong: a blueprint, and what `check` says about it. `UPDATE_GOLDEN=1` writes down what is said
 * now; read the difference before you commit it.
 */
const cases = new URL('cases/', import.meta.url);
const names = readdirSync(cases).filter((name) => readdirSync(new URL(`${name}/`, cases)).includes('blueprint.yaml'));

function findingsOf(name: string): string {
  const text = readFileSync(new URL(`${name}/blueprint.yaml`, cases), 'utf8');
  const { findings } = checkSource({ file: 'blueprint.yaml', text });
  return findings
    .map(({ file, at, severity, code, message, hint }) => {
      const kind = severity === 'error' ? '' : 'warning ';
      return `${file}:${at.line}:${at.column} ${kind}${code} ${message}${hint === undefined ? '' : ` ${hint}`}\n`;
    })
    .join('');
}

describe('what is said about a blueprint', () => {
  it.each(names)('%s', (name) => {
    const want = new URL(`${name}/want.txt`, cases);
    const said = findingsOf(name);
    if (process.env.UPDATE_GOLDEN) writeFileSync(want, said);
    expect(said).toBe(readFileSync(want, 'utf8'));
  });

  it('has a case for every code', () => {
    const said = names.map(findingsOf).join('');
    const silent = Object.keys(CODES).filter(
      (code) => !said.includes(` ${code} `) && !TOO_LARGE_FOR_A_CASE.includes(code),
    );
    expect(silent).toEqual([]);
  });
});

/** Proved in tests/unit/blueprint/parse.test.ts. */
const TOO_LARGE_FOR_A_CASE = ['FILE_TOO_LARGE'];
