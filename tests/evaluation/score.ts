import { parse } from 'yaml';

import type { Blueprint } from '../../src/blueprint/model.js';
import type { PlannedBlueprint } from '../../src/brief/planner.js';
import { dishonestNumbers } from './honesty.js';
import type { Gold } from './gold.js';
import { overGrants } from './grants.js';
import { matchesOf, plain, type Matches } from './match.js';
import { hasRule } from './rules.js';

/** Found of wanted; `missing` says what was not found. */
export interface Share {
  readonly found: number;
  readonly wanted: number;
  readonly missing: readonly string[];
}

export interface Score {
  /** Entities of the blueprint. */
  readonly size: number;
  readonly entities: Share;
  /** Entities of the blueprint that the gold list knows, of all there are; `missing` are the unknown ones. */
  readonly precision: Share;
  readonly fields: Share;
  readonly relations: Share;
  readonly rules: Share;
  /** Numbers, compliance, integrations and webhooks that the brief states. */
  readonly stated: Share;
  /** Requirements that are covered or left out as asked, of all. */
  readonly requirements: Share;
  /** One sentence for each thing that must not be; a right blueprint has none. */
  readonly overGrants: readonly string[];
  readonly forbidden: readonly string[];
  readonly inventedCompliance: readonly string[];
  readonly dishonest: readonly string[];
}

/** Holds a planned blueprint against what its brief must become. Pure. */
export function score(gold: Gold, brief: string, planned: PlannedBlueprint, blueprint: Blueprint): Score {
  const matches = matchesOf(gold, blueprint);
  const entities = blueprint.contexts.flatMap((context) => context.entities);
  const must = gold.entities?.must ?? [];
  return {
    size: entities.length,
    entities: share(
      must,
      (each) => matches.isFound(each),
      ({ name }) => name,
    ),
    precision: share(
      entities,
      (each) => matches.isKnown(each),
      ({ name }) => name,
    ),
    fields: share(
      must.flatMap(({ name, fields = [] }) => fields.map((field) => ({ name, field }))),
      ({ name, field }) => matches.entitiesOf(name).some((entity) => hasField(entity.fields, field)),
      ({ name, field }) => `${name}.${field[0]!}`,
    ),
    relations: share(
      gold.relations ?? [],
      ([from, to]) => isRelated(from, to, matches),
      ([from, to]) => `${from} → ${to}`,
    ),
    rules: share(
      gold.rules ?? [],
      (rule) => matches.entitiesOf(rule.entity).some((entity) => hasRule(entity, rule)),
      ({ guards }) => guards,
    ),
    stated: share(
      statedBy(gold, blueprint),
      ({ isThere }) => isThere,
      ({ what }) => what,
    ),
    requirements: share(
      planned.requirements,
      ({ status }) => status === 'covered' || status === 'excluded',
      ({ quote }) => quote.text,
    ),
    overGrants: overGrants(gold, blueprint, matches),
    forbidden: forbidden(gold, planned.text, blueprint),
    inventedCompliance: (gold.mustNot?.compliance ?? []).filter((rule) =>
      blueprint.constraints.compliance.some((each) => each === rule),
    ),
    dishonest: dishonestNumbers(brief, planned),
  };
}

/** The harmonic mean of recall and precision. */
export function f1({ entities, precision }: Pick<Score, 'entities' | 'precision'>): number {
  const [recall, exact] = [ratio(entities), ratio(precision)];
  return recall + exact === 0 ? 0 : (2 * recall * exact) / (recall + exact);
}

/** 1 where nothing is wanted. */
export function ratio({ found, wanted }: Pick<Share, 'found' | 'wanted'>): number {
  return wanted === 0 ? 1 : found / wanted;
}

function share<Item>(items: readonly Item[], isFound: (item: Item) => boolean, name: (item: Item) => string): Share {
  const missing = items.filter((item) => !isFound(item)).map(name);
  return { found: items.length - missing.length, wanted: items.length, missing };
}

function hasField(fields: readonly { readonly name: string }[], wanted: readonly string[]): boolean {
  return fields.some(({ name }) => wanted.some((each) => plain(name).startsWith(plain(each))));
}

/** From one to the other, however it is written down: held by the one, or as a list of the other. */
function isRelated(from: string, to: string, { entitiesOf, targetsOf }: Matches): boolean {
  const targets = targetsOf(to);
  const sources = entitiesOf(from).map(({ name }) => name);
  if (targets.includes('Organization') && sources.length > 0) return true;
  return (
    entitiesOf(from).some(({ relations }) => relations.some(({ target }) => targets.includes(target))) ||
    entitiesOf(to).some(({ relations }) => relations.some(({ target }) => sources.includes(target)))
  );
}

function statedBy(gold: Gold, blueprint: Blueprint): { what: string; isThere: boolean }[] {
  const { scale, constraints, qualities } = blueprint;
  const values: Readonly<Record<string, number | undefined>> = {
    concurrentUsers: scale.concurrentUsers,
    tenants: scale.tenants,
    engineers: constraints.engineers,
    monthlyBudgetUsd: constraints.monthlyBudgetUsd,
    latencyP95Ms: qualities.latencyP95Ms,
    availabilityPercent: qualities.availabilityPercent,
    retentionDays: qualities.retentionDays,
  };
  return [
    ...Object.entries(gold.scale ?? {}).map(([key, value]) => ({
      what: `${key} ${value}`,
      isThere: values[key] === value,
    })),
    ...(gold.compliance ?? []).map((rule) => ({
      what: rule,
      isThere: constraints.compliance.some((each) => each === rule),
    })),
    ...(gold.integrations ?? []).map((name) => ({
      what: name,
      isThere: blueprint.integrations.some((each) => plain(each.name) === plain(name)),
    })),
    ...(gold.webhooks ? [{ what: 'webhooks', isThere: blueprint.webhooks !== undefined }] : []),
  ];
}

function forbidden({ mustNot, maxEntities }: Gold, text: string, blueprint: Blueprint): string[] {
  const entities = blueprint.contexts.flatMap((context) => context.entities.map(({ name }) => name));
  const banned = (mustNot?.entities ?? []).map(plain);
  return [
    ...entities.filter((name) => banned.includes(plain(name))),
    ...(mustNot?.secrets ?? []).filter((each) => text.includes(each)).map((each) => `“${each}”`),
    ...(mustNot?.text ?? [])
      .filter((each) => apartFromQuotes(text).includes(each.toLowerCase()))
      .map((each) => `“${each}”`),
    ...(maxEntities !== undefined && entities.length > maxEntities ? [`${entities.length} entities`] : []),
  ];
}

/** The blueprint without its requirements, which quote the brief. */
function apartFromQuotes(text: string): string {
  const sections = Object.entries(parse(text) as Readonly<Record<string, unknown>>);
  return JSON.stringify(sections.filter(([name]) => name !== 'requirements')).toLowerCase();
}
