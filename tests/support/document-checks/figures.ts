import { CONSTANTS } from '../../../src/design/constants.js';
import { number } from '../../../src/design/amount.js';
import { environmentOf } from '../../../src/design/environment.js';
import { factsIn } from '../../../src/design/fact.js';
import { STAGES } from '../../../src/design/scale/model.js';
import type { World } from '../documents.js';
import { countsOf, countsOfErrors, countsOfFiles } from './counts.js';
import { type Page, proseOf, textsOf } from '../markdown.js';

/** Forms in which a number is a name, an address or a date, and says nothing about the system. */
const NAMES: readonly RegExp[] = [
  /\bRFCs? \d+(?:(?:, | and )\d+)*/g,
  /\b(?:API\d{1,2}:2023|A\d{2}:2025|CWE-\d+|V\d+(?:\.\d+)*)\b/g,
  /\b(?:ISO(?:\/IEC)? \d[\d-]*(?::\d{4})?|SOC \d|PCI DSS(?: \d(?:\.\d)*)?|SAQ|NIST SP \d+-\w+|FIPS \d+(?:-\d)?|(?:OWASP )?(?:API )?(?:Security )?Top 10(?: (?:of )?\d{4})?|Article \d+(?:\(\d\))?|Art\. \d+)\b/gi,
  /\b(?:HTTP|TLS|OAuth|IPv|UUIDv|UUID,? version|HTTP\/|OpenAPI|ECMAScript|ES|CEL|Base|SHA|ISO) ?\d+(?:\.\d+)*\b/gi,
  /\b(?:PostgreSQL|Postgres|Node(?:\.js)?|Redis|NestJS|Fastify|Prisma|Drizzle|Kubernetes|TypeScript|Zod|Vitest|Docker|BullMQ|RabbitMQ|Pino|Winston|Tempo|Jaeger|Alpine|Ubuntu|MySQL|MongoDB|k6|Grafana|Prometheus|OpenTelemetry|Valkey|pnpm|npm|ESLint|Prettier|Helm|Argo(?: CD| Rollouts)?|GraphQL|AGPL|GPL|LGPL|Apache|MPL|BSD|SSPL|RSAL|EPL|Elastic License)[ -]v?\d+(?:\.\d+)*(?:\.x)?/g,
  /\b\d{4}-\d{2}(?:-\d{2})?(?:T[\d:.]+Z?)?\b/g,
  /\b(?:sections?|appendix|figure|row|step|record|decision|ADR|level|phase) \d+(?:\.\d+)*(?:(?:, | and | to |–)\d+(?:\.\d+)*)*/gi,
  /(?<![\d.,])(?:20[0124]|30[1248]|40[013-9]|41[0235]|42[2389]|431|50[0-4])(?![\d]|[.,]\d)/g,
  /\b\d+\.\d+\.\d+\b/g,
  /\b(?:version|release|below|until|since|in|Survey|from|by|of|before|after) (?:1\.0|20[12]\d)\b/g,
  /\b(?:HTTPS?|SQL|AMQP|RESP|OTLP|gRPC|SMTP|port) \d+\b/g,
  /\b\d+-bit\b|\bmode \d{3,4}\b|\bports? below 1024\b|\bN \+ 1\b|\bN = 2\^|\?\w+=\d+\b|^\d\. /g,
  /\b24\/7\b|\b1:1\b|\bn:1\b|\b1:n\b/g,
];

/** Numbers that a text prints as figures, as they are written: `1,234`, `99.9`. */
export function figuresOf(text: string): string[] {
  const prose = NAMES.reduce((left, name) => left.replaceAll(name, ' '), proseOf(withoutLinks(text)));
  return [...prose.matchAll(/(?<![\p{L}\d_.,/-]|\p{L}-)\d[\d,]*(?:\.\d+)?(?![\p{L}\d_])/gu)].map(([figure]) =>
    figure.replace(/,$/, ''),
  );
}

function withoutLinks(text: string): string {
  return text.replaceAll(/!?\[((?:[^\]\\]|\\.)*)\]\([^)]*\)/g, ' ');
}

/** Every figure of the pages that nothing accounts for. */
export async function unexplainedFigures(world: World): Promise<string[]> {
  const known = await knownFigures(world);
  return world.pages.flatMap((page) =>
    textsOf(page, isVersion).flatMap(({ text, line }) =>
      // The lines of an excerpt are compared with the file.
      (/^File `[^`]+`, lines/.test(text) ? [] : figuresOf(text))
        .filter((figure) => !known.has(figure))
        .map((figure) => `${page.path}:${line} ${figure} in: ${text.slice(0, 160)}`),
    ),
  );
}

const isVersion = (title: string): boolean => /^version/i.test(title);

/** Facts, constants and defaults in the units that people read, counts of the design, and what the blueprint itself says. */
export async function knownFigures(world: World): Promise<ReadonlySet<string>> {
  const { design } = world;
  const facts = factsIn(design).map(({ value }) => value);
  const fixed = [
    ...Object.values(CONSTANTS).map(({ value }) => value),
    ...environmentOf(design).map(({ default: given }) => Number(given)),
  ];
  const values = [
    ...facts.filter((value): value is number => typeof value === 'number'),
    ...fixed.flatMap((value) => [
      value,
      value / 1000,
      value / 60,
      value / 3600,
      value / 86_400,
      value / 1024,
      value / 1_048_576,
    ]),
    ...Object.values(countsOf(world)),
    ...design.operations.buckets,
    ...countsOfFiles(world),
    ...(await countsOfErrors(world)),
    ...STAGES.map((stage) => Number(stage.replace(/\D/g, ''))),
  ];
  const blueprint = world.files.get('blueprint.yaml') ?? '';
  const written = blueprint.match(/\d[\d_,]*(?:\.\d+)?/g) ?? [];
  // `5.8` may be read as the heading of that number.
  const headings = world.pages.flatMap((page) =>
    page.headings.map(({ text }) => /^\d+\.\d+(?:\.\d+)*/.exec(text)?.[0] ?? ''),
  );
  return new Set([
    ...headings,
    ...values.filter((value) => Number.isFinite(value)).map(number),
    ...written,
    ...written.map((figure) => number(Number(figure.replaceAll(/[_,]/g, '')))),
  ]);
}

/** Figures of a page that stand in a row or sentence which does not say how they are known. */
export function unlabelledFigures(page: Page): string[] {
  const basis = /\b(?:measured|published|modelled|target|given|assumed)\b/i;
  const isFigure = /(?:\$\d|\d (?:requests\/s|queries\/s|jobs\/min|GiB|MiB|users|ms|%|rows))/;
  const inTables = page.tables.flatMap(({ head, rows, line }) =>
    rows.flatMap((row, index) =>
      row.some((cell) => isFigure.test(cell)) && !basis.test([...head, ...row].join(' '))
        ? [`${page.path}:${line + 2 + index} ${row.join(' | ').slice(0, 140)}`]
        : [],
    ),
  );
  const inProse = page.prose.flatMap(({ text, line }) =>
    isFigure.test(text) && !basis.test(text) ? [`${page.path}:${line} ${text.slice(0, 140)}`] : [],
  );
  return [...inTables, ...inProse];
}
