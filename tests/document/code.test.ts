import { beforeAll, describe, expect, it } from 'vitest';
import { CHECKS } from '../support/document-checks/all.js';
import { documentOf, EXAMPLES, type World } from '../support/documents.js';

describe.each(EXAMPLES)('the document of %s says what its code says', (example) => {
  let world: World;
  beforeAll(async () => {
    world = await documentOf(example);
  }, 60_000);

  it.each(Object.entries(CHECKS))('%s', (_, check) => {
    expect(check(world)).toEqual([]);
  });
});
