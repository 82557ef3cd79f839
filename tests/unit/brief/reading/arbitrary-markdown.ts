import fc from 'fast-check';

const piece = fc.constantFrom(
  ...[
    '# Scope\n',
    '## Out of scope\n',
    '- no payments\n',
    '1. orders\n',
    '| a | b |\n',
    '|---|\n',
    '```\n',
    '~~~\n',
    '> quoted\n',
    '\n',
    '\n\n',
    '===\n',
    '---\n',
  ],
  ...[
    'Orders are paid. ',
    'no chat, ',
    'without 10K users ',
    'not ',
    'later',
    'and ',
    'p95 < 250 ms ',
    '99.9 % ',
    'GDPR ',
    '$4k a month ',
    'e.g. ',
    '5-10 ',
    'a ',
    '“x” ',
  ],
  ...[
    '1,5',
    'half a million ',
    'Label:\n',
    '**bold**: ',
    '…',
    'é中😀 ',
    '\t',
    '  ',
    'eight times in three years. ',
    '1 March 2027 ',
    'kept for 7 years; ',
    '(',
    '-',
    '.',
  ],
);

/** Texts of the pieces that a reader of briefs has to tell apart, in any order. */
export const arbitraryMarkdown = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
