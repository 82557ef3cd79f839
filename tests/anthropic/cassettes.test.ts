import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { packageRoot } from '../../src/package.js';
import { planWith } from '../support/anthropic-run.js';
import { cassette } from '../support/cassette.js';
import { smallAnswers } from '../support/fake-anthropic/answers-examples.js';

const folder = path.join(packageRoot, 'tests', 'anthropic', 'cassettes', 'tasklist');
const files = readdirSync(folder).map((name) => path.join(folder, name));
/** Nobody listens there: an answer can only come from a cassette. */
const nowhere = 'http://127.0.0.1:9';

it('recorded answers give a blueprint without a socket', async () => {
  const { planned, record } = await planWith(nowhere, smallAnswers().brief, {
    middleware: [cassette(folder, 'replay', { synthetic: true })],
  });
  expect(planned?.degraded).toEqual([]);
  expect(planned?.text).toContain('TaskList');
  expect(record?.calls).toHaveLength(files.length);
});

it('a brief that nobody recorded is not answered by another’s answers', async () => {
  const { planned } = await planWith(nowhere, `${smallAnswers().brief} Tasks have labels.`, {
    middleware: [cassette(folder, 'replay', { synthetic: true })],
  });
  expect(planned?.degraded.length).toBeGreaterThan(0);
});

it('are labelled, small, and hold no header of a request', () => {
  expect(files.length).toBeGreaterThan(0);
  expect(files.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThan(200_000);
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    expect(JSON.parse(text)).toMatchObject({ synthetic: true });
    expect(text).not.toMatch(/sk-ant|bearer|authorization|x-api-key/i);
  }
});
