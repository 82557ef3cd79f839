import type { Design, EntityDesign } from '../model.js';

/** What one row of an entity causes in its life: every event of its lifecycle once, hence an upper bound. */
export interface RowEffects {
  /** Events that are recorded in the outbox. */
  readonly events: number;
  readonly jobs: number;
  readonly messages: number;
}

type Blueprint = Design['blueprint'];

export interface EventRates {
  readonly subscribersPerEvent: number;
  /** Changes of a row after it was added. */
  readonly updatesPerRow: number;
}

export function effectsOfRow({ entity, names }: EntityDesign, blueprint: Blueprint, rates: EventRates): RowEffects {
  const emitted = [...new Set(entity.lifecycle?.actions.flatMap(({ emits }) => emits ?? []) ?? [])];
  const awaited = new Set(awaitedEvents(blueprint));
  const ofTheRow = [
    { event: `${names.one}.created`, times: 1 },
    { event: `${names.one}.updated`, times: rates.updatesPerRow },
    { event: `${names.one}.deleted`, times: 1 },
  ].filter(({ event }) => awaited.has(event) && !emitted.includes(event));
  const all = [...emitted.map((event) => ({ event, times: 1 })), ...ofTheRow];
  const sum = (of: (event: string) => number): number =>
    all.reduce((total, { event, times }) => total + of(event) * times, 0);
  return {
    events: sum(() => 1),
    jobs: sum((event) => reactionsTo(event, blueprint).length + deliveriesOf(event, blueprint, rates)),
    messages: sum((event) => reactionsTo(event, blueprint).filter(({ effect }) => 'notify' in effect).length),
  };
}

/** Jobs that one event of each kind from outside starts: taking it in, and what reacts to it. */
export function partnerEffects(blueprint: Blueprint): { readonly kinds: number; readonly jobs: number } {
  const events = blueprint.integrations.flatMap(({ name, receives }) => receives.map((event) => `${name}.${event}`));
  return {
    kinds: events.length,
    jobs: events.reduce((sum, event) => sum + 1 + reactionsTo(event, blueprint).length, 0),
  };
}

function awaitedEvents({ reactions, webhooks }: Blueprint): string[] {
  return [...reactions.flatMap(({ trigger }) => ('on' in trigger ? trigger.on : [])), ...(webhooks?.events ?? [])];
}

function reactionsTo(event: string, { reactions }: Blueprint): Blueprint['reactions'] {
  return reactions.filter(({ trigger }) => 'on' in trigger && trigger.on === event);
}

function deliveriesOf(event: string, { webhooks }: Blueprint, { subscribersPerEvent }: EventRates): number {
  return webhooks?.events.includes(event) ? subscribersPerEvent : 0;
}

const MINUTES: Readonly<Record<string, number>> = { s: 1 / 60, m: 1, h: 60, d: 1440 };

/** Runs of all schedules in the busiest minute, when they fall together. */
export function scheduledPerMinute({ reactions }: Blueprint): number {
  return reactions.reduce((sum, { trigger }) => {
    if ('on' in trigger) return sum;
    const interval = 'every' in trigger ? /^(\d+)([smhd])$/.exec(trigger.every) : null;
    const minutes = interval ? Number(interval[1]) * (MINUTES[interval[2] ?? 'm'] ?? 1) : 1;
    return sum + Math.max(1, 1 / minutes);
  }, 0);
}
