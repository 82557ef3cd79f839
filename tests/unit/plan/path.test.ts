import { describe, expect, it } from 'vitest';

import { pathFault } from '../../../src/plan/path.js';

describe('a path of a repository', () => {
  it.each([
    'README.md',
    '.github/workflows/ci.yml',
    'apps/api/src/modules/x/[id].ts',
    '.gitignore',
    'a/console.ts',
    'auxiliary/com.ts',
  ])('may be %s', (path) => {
    expect(pathFault(path)).toBeUndefined();
  });

  it.each([
    ['', 'empty'],
    ['/etc/passwd', 'normalised'],
    ['a//b', 'normalised'],
    ['a/./b', 'normalised'],
    ['../a', 'normalised'],
    ['a/../../b', 'normalised'],
    ['C:/a', 'one of'],
    ['a\\b', 'one of'],
    ['a\u0000b', 'ASCII'],
    ['a\nb', 'ASCII'],
    ['é.ts', 'ASCII'],
    ['a/b.', 'dot or a blank'],
    ['a /b', 'dot or a blank'],
    ['src/aux.ts', 'device'],
    ['CON', 'device'],
    ['lpt1.d/x', 'device'],
    ['.git/hooks/pre-commit', '.git'],
    ['a/.GIT/config', '.git'],
    ['git~1/config', '.git'],
    ['x'.repeat(201), 'longer'],
  ])('may not be %j', (path, why) => {
    expect(pathFault(path)).toContain(why);
  });
});
