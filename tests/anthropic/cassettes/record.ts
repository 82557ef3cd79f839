// Records the cassettes anew, from the fake: `node --import tsx tests/anthropic/cassettes/record.ts`. With a key of the vendor the same
// middleware records what a model says; until somebody does that, what lies here is labelled synthetic.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { packageRoot } from '../../../src/package.js';
import { planWith } from '../../support/anthropic-run.js';
import { cassette } from '../../support/cassette.js';
import { smallAnswers } from '../../support/fake-anthropic/answers-examples.js';
import { answerFor } from '../../support/fake-anthropic/answers.js';
import { startFakeAnthropic } from '../../support/fake-anthropic/server.js';

const folder = path.join(packageRoot, 'tests', 'anthropic', 'cassettes', 'tasklist');
rmSync(folder, { recursive: true, force: true });

const answers = smallAnswers();
const api = await startFakeAnthropic(({ body }) => answerFor(answers, body));
const { error, record } = await planWith(api.url, answers.brief, {
  middleware: [cassette(folder, 'record', { synthetic: true })],
});
await api.close();
if (error instanceof Error) throw error;
console.log(`${readdirSync(folder).length} cassettes of ${record?.calls.length} requests`);
