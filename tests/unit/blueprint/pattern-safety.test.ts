import { describe, expect, it } from 'vitest';
import { patternProblem } from '../../../src/blueprint/pattern-safety.js';

describe('patterns', () => {
  it.each([
    '^[A-Z]{2}$',
    '^[a-z0-9]+(-[a-z0-9]+)*$',
    '^[0-9]{3,8}(,[0-9]{3,8})*$',
    '^(\\d{4}|[A-Z]{2})-\\w+$',
    '^[^@]+@[^@]+\\.[a-z]{2,}$',
    '^(?:ab)*c?$',
    '^[\\w.-]{1,64}$',
    '',
  ])('%s may be run', (pattern) => {
    expect(patternProblem(pattern)).toBeUndefined();
  });

  it.each([
    '(a+)+$',
    '([a-z]+)*$',
    '(a|a)*$',
    '(a|ab|b)*$',
    '(a*)*',
    '(\\w+\\s?)*$',
    '(.*)*x',
    '(x+x+)+y',
    '(a?){1,}a*(a*)*',
    '((ab)*|(a|b)*)*',
  ])('%s may take forever', (pattern) => {
    expect(patternProblem(pattern)).toContain('forever');
  });

  it.each(['([', 'a{2,1}', '(?=x)', '\\1', '\\bword', '(?<name>x)', '\\p{L}', '*'])('%s is refused', (pattern) => {
    expect(patternProblem(pattern)).toBeDefined();
  });
});
