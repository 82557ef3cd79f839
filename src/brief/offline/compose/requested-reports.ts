import type { EntitySource } from '../../../blueprint/schema/entity.js';
import type { FieldSource } from '../../../blueprint/schema/field.js';
import type { ReportSource } from '../../../blueprint/schema/report.js';
import { kebabCase, spacedCase } from '../../../text/case.js';
import type { Reading, Sentence, Word } from '../../reading/reading.js';
import { stemOf } from '../../reading/words.js';
import { lineOf } from '../library/library.js';
import type { KnownMention } from '../propose/propose.js';
import { placedEntities, relationsOf, type Placed, type System } from './system.js';
import type { Match } from '../library/terms.js';
import type { Answer } from '../trace/vocabulary.js';

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
export function addRequestedReports(
  system: System,
  { sentences }: Reading,
  mentions: readonly KnownMention[],
  meant: readonly Match<Answer>[],
): System {
  const reports: Record<string, ReportSource> = { ...system.reports };
  const entities = byImportance(placedEntities(system), mentions);
  const offered = meant.filter(({ target }) => target.kind === 'report');
  let added = 0;
  for (const [index, sentence] of sentences.entries()) {
    const named = mentions.filter((mention) => mention.sentence === index);
    for (const request of requestsIn(sentence, named)) {
      // A block has a report for these very words already.
      if (offered.some(({ start, end }) => start < request.end && end > request.start)) continue;
      const report = reportFor(request, entities);
      const name = kebabCase(`${request.words} by ${request.by}`);
      if (!report || name in reports || name.length > 40 || !/^[a-z]/.test(name) || added === MOST) continue;
      reports[name] = { ...report, source: 'brief' };
      added += 1;
    }
  }
  return { ...system, reports };
}

/** What the brief speaks of most comes first; among equals, what has a life of its own. */
function byImportance(entities: readonly Placed[], mentions: readonly KnownMention[]): Placed[] {
  const weight = ({ name, entity }: Placed): number =>
    mentions.filter((mention) => mention.entity === name).length * 2 +
    (entity.lifecycle === undefined ? 0 : 3) +
    (fieldsOf(entity, /^money\b/).some((field) => USUAL_MONEY.includes(field)) ? 3 : 0);
  return [...entities].sort((left, right) => weight(right) - weight(left));
}

interface Request {
  readonly start: number;
  readonly end: number;
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
        start: first.start,
        end: by.end,
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
  const own = entities.find((placed) => placed.name === request.entity && fits(placed));
  const guess = request.measure === 'money' || !isPeriod ? entities.find(fits) : undefined;
  const placed = own ?? guess;
  if (!placed) return undefined;
  const { entity, name } = placed;
  const group = isPeriod ? `${request.by}(${dateOf(entity)})` : groupIn(entity, request.byStem)!;
  const state = stateOf(entity);
  const outcome =
    /\b(?:rate|conversion)\b/.test(request.words) && state !== undefined && state !== group ? [state] : [];
  const money = moneyOf(entity);
  const measure = request.measure === 'money' ? ['count()', `sum(${money!})`] : ['count()'];
  return { from: name, group: [group, ...outcome], measure };
}

const typeOf = (field: FieldSource): string => (typeof field === 'string' ? field : field.type);

function fieldsOf(entity: EntitySource, pattern: RegExp): string[] {
  return Object.entries(entity.fields ?? {}).flatMap(([name, field]) => (pattern.test(typeOf(field)) ? [name] : []));
}

const USUAL_MONEY = ['total', 'amount', 'captured', 'value', 'price'];

function moneyOf(entity: EntitySource): string | undefined {
  const fields = fieldsOf(entity, /^money\b/);
  return (
    USUAL_MONEY.find((name) => fields.includes(name)) ??
    fields.find((name) => !/^(?:annual|budget|target|quota)/.test(name))
  );
}

/** The moment that counts: when it took place, was paid, closed …; when it was entered, where the entity has no other. */
function dateOf(entity: EntitySource): string {
  const dates = fieldsOf(entity, /^(?:date|datetime)\b/);
  const usual =
    /^(?:placedAt|paidAt|capturedAt|closedAt|issuedOn|startsAt|startedAt|date|happenedAt|takesPlaceAt|completedAt)$/;
  return dates.find((name) => usual.test(name)) ?? 'createdAt';
}

/** The field that its lifecycle moves. */
function stateOf({ lifecycle }: EntitySource): string | undefined {
  if (lifecycle === undefined) return undefined;
  return 'field' in lifecycle && typeof lifecycle.field === 'string' ? lifecycle.field : 'status';
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
