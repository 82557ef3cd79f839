import { describe, expect, it } from 'vitest';

import { findingCounts, findingLine } from '../../../src/cli/print/findings.js';
import { count, inert } from '../../../src/cli/print/text.js';

describe('text for a terminal', () => {
  it('shows characters that would act on a terminal instead of sending them', () => {
    expect(inert('a\u001b[31mb\u0007')).toBe('a\\u001b[31mb\\u0007');
    expect(inert('\u202Eabc\u2028')).toBe('\\u202eabc\\u2028');
  });

  it('leaves ordinary text, line ends and tabs as they are', () => {
    expect(inert('Grüße\n\t✓ 日本')).toBe('Grüße\n\t✓ 日本');
  });

  it('counts in words', () => {
    expect([count(0, 'file'), count(1, 'file'), count(2, 'entity', 'entities')]).toEqual([
      '0 files',
      '1 file',
      '2 entities',
    ]);
  });
});

describe('findings', () => {
  const finding = {
    code: 'UNKNOWN_ENTITY',
    message: 'There is no entity "Custmer".',
    file: 'b.yaml',
    at: { line: 4, column: 7 },
  };

  it('name file, position, code and what to do', () => {
    expect(findingLine({ ...finding, severity: 'error', hint: 'Did you mean "Customer"?' })).toBe(
      'b.yaml:4:7 UNKNOWN_ENTITY There is no entity "Custmer". Did you mean "Customer"?',
    );
  });

  it('say when they are only a warning', () => {
    expect(findingLine({ ...finding, severity: 'warning' })).toBe(
      'b.yaml:4:7 UNKNOWN_ENTITY warning: There is no entity "Custmer".',
    );
    expect(findingCounts([{ ...finding, severity: 'warning' }])).toBe('0 errors, 1 warning');
  });
});
