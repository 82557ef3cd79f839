import type { EntitySource } from '../../blueprint/schema/entity.js';
import type { FieldSource } from '../../blueprint/schema/field.js';
import type { ReportSource } from '../../blueprint/schema/report.js';
import { kebabCase, spacedCase } from '../../text/case.js';
import type { Reading, Sentence, Word } from '../reading/reading.js';
import { stemOf } from '../reading/words.js';
import { lineOf } from './library.js';
import type { KnownMention } from './propose.js';
import { placedEntities, relationsOf, type Placed, type System } from './system.js';

const MOST = 8;
const PERIODS = new Set(['day', 'week', 'month', 'quarter', 'year']);
const MONEY = new Set(
  [
    'revenue',
    'sale',
    'sales',
    'turnover',
    'income',
    'spend',
    'spending',
    'cost',
    'costs',
    'amount',
    'value',
    'total',
    'earnings',
    'expenses',
  ].map(stemOf),
);
const REPORTING = new Set(
  [
    'report',
    'reporting',
    'analytics',
    'dashboard',
    'statistics',
    'chart',
    'kpi',
    'insight',
    'metric',
    'figure',
    'overview',
    'forecast',
  ].map(stemOf),
);
const PEOPLE = new Set(
  [
    'representative',
    'rep',
    'salesperson',
    'agent',
    'employee',
    'owner',
    'assignee',
    'user',
    'person',
    'technician',
    'member',
  ].map(stemOf),
);

/** A system with the reports that sentences such as "revenue by month and orders per customer" ask for. */
export function addRequestedReports(system: System, { sentences }: Reading, mentions: readonly KnownMention[]): System {
  const reports: Record<string, ReportSource> = { ...system.reports };
  const entities = placedEntities(system);
  let added = 0;
  for (const [index, sentence] of sentences.entries()) {
    const named = mentions.filter((mention) => mention.sentence === index);
    for (const request of requestsIn(sentence, named)) {
      const report = reportFor(request, entities);
      const name = kebabCase(`${request.words} by ${request.by}`);
      if (!report || name in reports || name.length > 40 || !/^[a-z]/.test(name) || added === MOST) continue;
      reports[name] = { ...report, source: 'brief' };
      added += 1;
    }
  }
  return { ...system, reports };
}

interface Request {
  /** What is measured, as written: `revenue`. */
  readonly words: string;
  readonly measure: 'money' | 'count';
  /** The entity among the words, if there is one. */
  readonly entity?: string;
  /** What it is measured by: `month`, `stage`. */
  readonly by: string;
  readonly byStem: string;
}

function requestsIn({ words, heading = '', quote }: Sentence, named: readonly KnownMention[]): Request[] {
  const isReporting =
    words.some(({ stem }) => REPORTING.has(stem)) ||
    heading
      .toLowerCase()
      .split(/\W+/)
      .some((word) => REPORTING.has(stemOf(word)));
  return words.flatMap((word, at): Request[] => {
    const by = words[at + 1];
    if (!/^(?:by|per)$/.test(word.lower) || !by || by.negated || !/^[a-z]+$/.test(by.lower)) return [];
    const measured = phraseBefore(words, at, quote);
    const first = measured[0];
    if (!first) return [];
    const money = measured.some(({ stem }) => MONEY.has(stem));
    if (!isReporting && !money) return [];
    const entity = named.find(({ from, to }) => from < at && to > at - measured.length)?.entity;
    if (!money && entity === undefined && !isReporting) return [];
    return [
      {
        words: measured.map(({ lower }) => lower).join(' '),
        measure: money ? 'money' : 'count',
        ...(entity === undefined ? {} : { entity }),
        by: by.lower,
        byStem: by.stem,
      },
    ];
  });
}

/** Up to two words in front, back to a comma or a small word. */
function phraseBefore(words: readonly Word[], at: number, { text, start }: Sentence['quote']): Word[] {
  const phrase: Word[] = [];
  for (let back = at - 1; back >= 0 && phrase.length < 2; back -= 1) {
    const word = words[back]!;
    const gap = text.slice(word.end - start, words[back + 1]!.start - start);
    if (gap.trim() !== '' || word.negated || !/^[a-z]+$/.test(word.lower)) break;
    if (
      /^(?:the|a|an|and|or|of|by|per|their|our|see|show|reports?|for|on|total|number|all|with|want|need|as|is|are|in|to|at|from|like)$/.test(
        word.lower,
      )
    )
      break;
    phrase.unshift(word);
  }
  return phrase;
}

function reportFor(request: Request, entities: readonly Placed[]): ReportSource | undefined {
  const isPeriod = PERIODS.has(request.by);
  const fits = ({ entity }: Placed): boolean =>
    (isPeriod || groupIn(entity, request.byStem) !== undefined) &&
    (request.measure === 'count' || moneyOf(entity) !== undefined);
  const own = entities.filter(({ name }) => name === request.entity).filter(fits);
  const mentioned = entities.filter(({ entity }) => entity.source === 'brief').filter(fits);
  // Revenue is what is ordered or paid, not what stands on a price list: an entity with a life of its own comes first.
  const alive = mentioned.filter(({ entity }) => entity.lifecycle !== undefined);
  const placed =
    own[0] ??
    (request.measure === 'money' || !isPeriod ? (alive[0] ?? mentioned[0] ?? entities.find(fits)) : undefined);
  if (!placed) return undefined;
  const { entity, name } = placed;
  const group = isPeriod ? `${request.by}(${dateOf(entity)})` : groupIn(entity, request.byStem)!;
  const money = moneyOf(entity);
  const measure = request.measure === 'money' ? ['count()', `sum(${money!})`] : ['count()'];
  return { from: name, group: [group], measure };
}

const typeOf = (field: FieldSource): string => (typeof field === 'string' ? field : field.type);

function fieldsOf(entity: EntitySource, pattern: RegExp): string[] {
  return Object.entries(entity.fields ?? {}).flatMap(([name, field]) => (pattern.test(typeOf(field)) ? [name] : []));
}

function moneyOf(entity: EntitySource): string | undefined {
  const fields = fieldsOf(entity, /^money\b/);
  return ['total', 'amount', 'value', 'price'].find((name) => fields.includes(name)) ?? fields[0];
}

/** The moment that counts: when it took place, was paid, closed …; when it was entered, where the entity has no other. */
function dateOf(entity: EntitySource): string {
  const dates = fieldsOf(entity, /^(?:date|datetime)\b/);
  const usual =
    /^(?:placedAt|paidAt|capturedAt|closedAt|issuedOn|startsAt|startedAt|date|happenedAt|takesPlaceAt|completedAt)$/;
  return dates.find((name) => usual.test(name)) ?? 'createdAt';
}

/** A field of few values or a relation to one that the word names. */
function groupIn(entity: EntitySource, stem: string): string | undefined {
  const few = fieldsOf(entity, /^(?:enum|boolean|string\((?:2|3|5)\))/);
  const field =
    few.find((name) => lastStem(name) === stem) ??
    (stem === stemOf('status') ? few.find((name) => name === 'outcome') : undefined);
  if (field !== undefined) return field;
  const relations = relationsOf(entity).filter(([, relation]) => !lineOf(relation).many);
  const named = relations.find(
    ([name, relation]) => lastStem(name) === stem || lastStem(lineOf(relation).target) === stem,
  );
  if (named) return named[0];
  if (!PEOPLE.has(stem)) return undefined;
  return entity.owner ?? relations.find(([, relation]) => lineOf(relation).target === 'User')?.[0];
}

const lastStem = (name: string): string => stemOf(spacedCase(name).split(' ').at(-1)!);
