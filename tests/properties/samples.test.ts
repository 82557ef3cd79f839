import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBlueprint } from '../../src/blueprint/read.js';
import { design } from '../../src/design/index.js';
import { printRequest, printResponse } from '../../src/views/document/samples/print.js';
import { sampleStory } from '../../src/views/document/samples/story.js';
import { arbitraryBlueprint } from '../support/arbitrary-blueprint.js';

const numRuns = Number(process.env.PROPERTY_RUNS ?? 30);

describe('the samples of a random system', () => {
  it('use what the server makes only after an answer has brought it, and name every value once', () => {
    fc.assert(
      fc.property(arbitraryBlueprint(), (text) => {
        const { blueprint } = readBlueprint(text, 'blueprint.yaml');
        if (!blueprint) throw new Error('The blueprint is not legal.');
        const { exchanges, made } = sampleStory(design(blueprint));
        expect(new Set(made.map(({ sample }) => sample)).size).toBe(made.length);

        let seen = '';
        for (const exchange of exchanges) {
          const request = printRequest(exchange);
          expect(made.filter(({ sample }) => request.includes(sample) && !seen.includes(sample))).toEqual([]);
          seen += printResponse(exchange);
        }
      }),
      { numRuns },
    );
  });

  it('ask for endpoints that the system has', () => {
    fc.assert(
      fc.property(arbitraryBlueprint(), (text) => {
        const { blueprint } = readBlueprint(text, 'blueprint.yaml');
        if (!blueprint) throw new Error('The blueprint is not legal.');
        const system = design(blueprint);
        const known = system.endpoints.map(({ method, path }) => `${method} ${path.replaceAll(/:\w+/g, '*')}`);

        const asked = sampleStory(system).exchanges.map(({ request: { method, path } }) => {
          const [plain = ''] = path.split('?');
          return `${method} ${plain.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')}`;
        });

        expect(asked.filter((one) => !known.includes(one))).toEqual([]);
      }),
      { numRuns },
    );
  });
});
