import { amount, counted, number } from '../amount.js';
import type { Fact } from '../fact.js';
import { RULES } from './published.js';
import type { OptionRule, Question } from './question.js';
import type { Situation } from './situation.js';
import { ease, grade } from './weights.js';

const { offsetRows } = RULES;

/** Rows of the largest table at 36 months, with its entity. */
function largest({ scale, main, entities }: Situation): { many: string; rows: number; fact?: Fact } {
  const tables = entities.flatMap(({ entity, names }) => {
    const rows = scale.tables[entity.name]?.rows.months36;
    return rows ? [{ many: names.textMany, rows: rows.value, fact: rows }] : [];
  });
  return tables.sort((a, b) => b.rows - a.rows || (a.many < b.many ? -1 : 1))[0] ?? { many: main.many, rows: 0 };
}

const cursor: OptionRule = {
  id: 'cursor',
  title: 'Cursor',
  about: 'a page begins where one ended',
  scores: (s) => ({
    depth: [5, `every page costs the same`],
    stability: [5, `new ${s.main.many} shift nothing`],
    jumps: [1, 'no page numbers, no total'],
    simplicity: [3, 'an opaque cursor for each sort'],
  }),
  pros: (s) => [
    `the last page of ${number(largest(s).rows)} ${largest(s).many} (modelled at 36 months) costs what the first one does: one index range`,
    `${s.main.many} that are added while somebody reads neither repeat nor hide a row`,
  ],
  cons: (s) => [
    `nobody can jump to a later page of ${s.main.many} or see how many there are without asking for the count`,
  ],
  costs: (s) => [
    `No page numbers and no total: a list of ${s.main.many} shows “next”, and every sort order needs an index that ends in the id.`,
  ],
  risks: (s) => [
    {
      risk: `a client takes a cursor on ${s.main.many} apart and relies on what is inside`,
      mitigation: `the cursor is opaque, and one that does not fit the list of ${s.main.many} is refused with 400`,
    },
  ],
  revisitWhen: (s) => [
    `a list such as ${s.main.many} needs page numbers and stays below ${amount(offsetRows)} (largest at 36 months, modelled: ${number(largest(s).rows)} ${largest(s).many})`,
  ],
  change: (s) => `lists of ${counted(s.entities.length, 'entity', 'entities')} take a cursor instead of a page number`,
};

const offset: OptionRule = {
  id: 'offset',
  title: 'Offset',
  about: 'skip so many rows, take so many',
  evidence: [offsetRows],
  scores: (s) => ({
    depth: [
      ease(largest(s).rows, [1_000, offsetRows.value, 100_000, 1_000_000, 10_000_000]),
      `skips up to ${number(largest(s).rows)} rows`,
    ],
    stability: [2, 'rows repeat or vanish between pages'],
    jumps: [5, 'any page, with a total'],
    simplicity: [5, 'two numbers'],
  }),
  pros: (s) => [
    `it shows page numbers and a total under every list of ${s.main.many}, with two numbers in the address`,
  ],
  cons: (s) => [
    `the server reads and throws away every skipped row, up to ${number(largest(s).rows)} ${largest(s).many} at 36 months (modelled)`,
  ],
  costs: (s) => [
    `Deep pages of ${largest(s).many} grow slower with every row, and a row added meanwhile moves all others.`,
  ],
  risks: (s) => [
    {
      risk: `an export of ${largest(s).many} page by page loads the database`,
      mitigation: 'a limit on the offset, exports by job',
    },
  ],
  revisitWhen: (s) => [`a table above ${amount(offsetRows)} (modelled at 36 months: ${number(largest(s).rows)})`],
  change: (s) =>
    `lists of ${counted(s.entities.length, 'entity', 'entities')} take a page number and count their rows; the keyset indexes go`,
};

export const pagination: Question = {
  id: 'pagination',
  title: 'Pagination',
  question: 'How are long lists cut into pages?',
  generated: () => ['cursor'],
  options: [cursor, offset],
  context: (s) => [
    `${counted(s.entities.length, 'entity', 'entities')} have a list; the longest is that of ${largest(s).many} with ${number(largest(s).rows)} rows at 36 months (modelled).`,
  ],
  criteria: (s) => {
    const { rows, many, fact } = largest(s);
    return [
      {
        id: 'depth',
        label: 'cost of deep pages',
        weight: grade(rows, [1_000, offsetRows.value, 100_000, 1_000_000]),
        because: `${number(rows)} ${many} at 36 months.`,
        from: fact ? [fact] : [],
      },
      {
        id: 'stability',
        label: 'stable pages',
        weight: grade(s.peakWrites.months36.value, [1, 10, 100, 1_000]),
        because: `${amount(s.peakWrites.months36)} change lists while they are read.`,
        from: [s.peakWrites.months36],
      },
      {
        id: 'jumps',
        label: 'page numbers and totals',
        weight: 2,
        because: 'Convenient for people, unused by programs.',
      },
      { id: 'simplicity', label: 'simplicity', weight: 2, because: 'Both are written once.' },
    ];
  },
  alternatives: (s) => [
    {
      scenario: `small lists for administrators, below ${amount(offsetRows)}, where ${s.main.many} are counted`,
      option: 'Offset',
    },
  ],
};
