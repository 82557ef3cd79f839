import { f1, ratio, type Score } from './score.js';

export interface Row {
  readonly id: string;
  readonly kind: string;
  /** A score, or why there is none. */
  readonly result: Score | string;
}

const HEAD = [
  'brief',
  'kind',
  'size',
  'recall',
  'prec',
  'F1',
  'fields',
  'relat',
  'rules',
  'stated',
  'reqs',
  'grants',
  'forbid',
  'compl',
  'dishon',
];
const SHARES = ['entities', 'precision'] as const;
const MORE = ['fields', 'relations', 'rules', 'stated', 'requirements'] as const;
const COUNTS = ['overGrants', 'forbidden', 'inventedCompliance', 'dishonest'] as const;

/** One line per brief, and the mean of each share and the sum of each count at the end. */
export function tableOf(rows: readonly Row[]): string {
  const scored = rows.flatMap(({ result }) => (typeof result === 'string' ? [] : [result]));
  const lines = rows.map(({ id, kind, result }) =>
    typeof result === 'string'
      ? [id, kind, result]
      : [id, kind, String(result.size), ...shares(result), ...COUNTS.map((key) => String(result[key].length))],
  );
  const total =
    scored.length === 0
      ? []
      : [
          [
            `mean of ${scored.length}`,
            '',
            (scored.reduce((sum, { size }) => sum + size, 0) / scored.length).toFixed(1),
            ...[...SHARES, 'f1' as const, ...MORE].map((key) =>
              percent(mean(scored.map((each) => (key === 'f1' ? f1(each) : ratio(each[key]))))),
            ),
            ...COUNTS.map((key) => String(scored.reduce((sum, each) => sum + each[key].length, 0))),
          ],
        ];
  const all = [HEAD, ...lines, ...total];
  const widths = HEAD.map((_, column) =>
    Math.max(...all.filter(({ length }) => length === HEAD.length).map((line) => line[column]!.length)),
  );
  return all
    .map((line) =>
      line
        .map((cell, column) =>
          column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(Math.min(widths[column]!, 40)),
        )
        .join('  '),
    )
    .join('\n');
}

function shares(result: Score): string[] {
  return [
    ...SHARES.map((key) => percent(ratio(result[key]))),
    percent(f1(result)),
    ...MORE.map((key) => percent(ratio(result[key]))),
  ];
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** What each brief lacks or has too much, for whoever wants to make it better. */
export function detailsOf(rows: readonly Row[]): string {
  return rows
    .flatMap(({ id, result }) => {
      if (typeof result === 'string') return [];
      const lines = [
        ...[...SHARES, ...MORE].flatMap((key) =>
          result[key].missing.length === 0
            ? []
            : [
                `  ${key === 'precision' ? 'not in the gold list' : `without ${key}`}: ${result[key].missing.map(short).join('; ')}`,
              ],
        ),
        ...COUNTS.flatMap((key) => (result[key].length === 0 ? [] : [`  ${key}: ${result[key].join('; ')}`])),
      ];
      return lines.length === 0 ? [] : [id, ...lines];
    })
    .join('\n');
}

function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 70 ? `${line.slice(0, 69)}…` : line;
}
