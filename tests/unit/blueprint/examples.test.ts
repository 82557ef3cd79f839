import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBlueprint } from '../../../src/blueprint/read.js';

const examples = new URL('../../../examples/', import.meta.url);

describe('the examples', () => {
  it.each(readdirSync(examples))('%s has no errors, and warnings only about what is not generated yet', (name) => {
    const { diagnostics } = readBlueprint(
      readFileSync(new URL(`${name}/blueprint.yaml`, examples), 'utf8'),
      'blueprint.yaml',
    );
    expect(diagnostics.filter(({ code }) => code !== 'NOT_GENERATED_YET')).toEqual([]);
  });
});
