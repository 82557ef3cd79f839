import { byName } from '../canonical.js';
import { checkSyntax } from '../compile-expression.js';
import type { Position } from '../diagnostic.js';
import type { Findings } from '../findings.js';
import type { Integration, Reaction, Report, Webhooks } from '../model.js';
import type { Place } from '../place.js';
import type { BlueprintSource } from '../schema/blueprint.js';
import type { ReactionSource } from '../schema/reaction.js';
import type { ReportSource } from '../schema/report.js';

export function buildReactions(
  sources: readonly ReactionSource[] | undefined,
  place: Place,
  findings: Findings,
): Reaction[] {
  return (sources ?? []).flatMap((source, index) => buildReaction(source, place.child(index), findings) ?? []);
}

const TRIGGERS = ['on', 'every', 'cron'] as const;
const EFFECTS = ['do', 'notify', 'call', 'emit'] as const;

function buildReaction(source: ReactionSource, place: Place, findings: Findings): Reaction | undefined {
  const trigger = onlyOne(source, TRIGGERS, 'trigger', place, findings);
  const effect = onlyOne(source, EFFECTS, 'effect', place, findings);
  if (source.where !== undefined) checkSyntax(source.where, place.child('where'), findings);
  if (!trigger || !effect) return undefined;
  return {
    trigger: { [trigger]: source[trigger]! } as unknown as Reaction['trigger'],
    effect:
      effect === 'notify'
        ? { notify: source.notify!, template: source.template ?? '' }
        : ({ [effect]: source[effect]! } as unknown as Reaction['effect']),
    ...optional(source, ['where', 'priority', 'retries', 'source']),
    at: place.at,
    places: placesOf(place, [...TRIGGERS, ...EFFECTS, 'template', 'where']),
  };
}

function onlyOne<Key extends keyof ReactionSource>(
  source: ReactionSource,
  keys: readonly Key[],
  what: string,
  place: Place,
  findings: Findings,
): Key | undefined {
  const given = keys.filter((key) => source[key] !== undefined);
  if (given.length === 1) return given[0];
  const at = given.length === 0 ? place.at : place.child(given[1] as string).at;
  findings.error(
    'REACTION_SHAPE',
    at,
    `A reaction has exactly one ${what}, this one has ${given.length}.`,
    `Use one of ${keys.join(', ')}.`,
  );
  return undefined;
}

export function buildIntegrations(sources: BlueprintSource['integrations'], place: Place): Integration[] {
  return byName(
    Object.entries(sources ?? {}).map(([name, source]) => ({
      name,
      kind: source.kind,
      timeoutMs: source.timeoutMs ?? 5000,
      receives: source.receives ?? [],
      ...optional(source, ['summary', 'source']),
      at: place.child(name).at,
      places: itemPlaces(place.child(name), 'receives', source.receives?.length ?? 0),
    })),
  );
}

export function buildWebhooks(source: BlueprintSource['webhooks'], place: Place): Webhooks | undefined {
  return (
    source && {
      events: source.events,
      ...optional(source, ['source']),
      at: place.at,
      places: itemPlaces(place, 'events', source.events.length),
    }
  );
}

export function buildReports(sources: BlueprintSource['reports'], place: Place, findings: Findings): Report[] {
  return byName(
    Object.entries(sources ?? {}).map(([name, source]) => buildReport(name, source, place.child(name), findings)),
  );
}

function buildReport(name: string, source: ReportSource, place: Place, findings: Findings): Report {
  const lists = { group: list(source.group), measure: list(source.measure) };
  const places: Record<string, Position> = { from: place.child('from').valueAt };
  if (source.where !== undefined) {
    places.where = place.child('where').valueAt;
    checkSyntax(source.where, place.child('where'), findings);
  }
  for (const [key, texts] of Object.entries(lists)) {
    texts.forEach((text, index) => {
      const here = place.child(key).child(index);
      places[`${key}.${index}`] = here.valueAt;
      checkSyntax(text, here, findings);
    });
  }
  return {
    name,
    from: source.from,
    group: lists.group,
    measures: lists.measure,
    ...optional(source, ['where', 'summary', 'source']),
    at: place.at,
    places,
  };
}

const list = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** Those of the keys that are given, so that an absent one stays absent. */
function optional<Source extends object, Key extends keyof Source>(
  source: Source,
  keys: readonly Key[],
): { [K in Key]?: Exclude<Source[K], undefined> } {
  return Object.fromEntries(keys.filter((key) => source[key] !== undefined).map((key) => [key, source[key]])) as never;
}

function placesOf(place: Place, keys: readonly string[]): Record<string, Position> {
  return Object.fromEntries(keys.filter((key) => place.has(key)).map((key) => [key, place.child(key).valueAt]));
}

function itemPlaces(place: Place, key: string, length: number): Record<string, Position> {
  return Object.fromEntries(
    Array.from({ length }, (_, index) => [`${key}.${index}`, place.descend([key, index]).valueAt]),
  );
}
