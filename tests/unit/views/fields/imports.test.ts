import { expect, it } from 'vitest';

import { importLines } from '../../../../src/views/fields/imports.js';

it('joins the imports of a file, the farthest first, and says where there are only types', () => {
  const lines = importLines([
    { path: './near.js', names: ['b', 'type A'] },
    { path: '../far.js', names: ['type Far'] },
    { path: '@acme/core/actor', names: ['type Actor'] },
    { path: 'zod', names: ['z'] },
    { path: './near.js', names: ['type A', 'C'] },
    { path: './unused.js', names: [] },
  ]);
  expect(lines).toEqual([
    { keyword: 'import', names: 'z', path: 'zod' },
    { keyword: 'import type', names: 'Actor', path: '@acme/core/actor' },
    { keyword: 'import type', names: 'Far', path: '../far.js' },
    { keyword: 'import', names: 'type A, b, C', path: './near.js' },
  ]);
});
