import type { Design, EntityDesign } from '../model.js';

/** What one row of an entity causes in its life: every event of its lifecycle once, hence an upper bound. */
export interface RowEffects {
  readonly events: number;
  readonly jobs: number;
  readonly messages: number;
}

export function effectsOfRow(
  { entity }: EntityDesign,
  { reactions, webhooks }: Design['blueprint'],
  subscribersPerEvent: number,
): RowEffects {
  const events = [...new Set(entity.lifecycle?.actions.flatMap(({ emits }) => emits ?? []) ?? [])];
  const caused = reactions.filter(({ trigger }) => 'on' in trigger && events.includes(trigger.on));
  const deliveries = events.filter((event) => webhooks?.events.includes(event)).length * subscribersPerEvent;
  return {
    events: events.length,
    jobs: caused.length + deliveries,
    messages: caused.filter(({ effect }) => 'notify' in effect).length,
  };
}

const MINUTES: Readonly<Record<string, number>> = { s: 1 / 60, m: 1, h: 60, d: 1440 };

/** Runs of all schedules in the busiest minute they share; a cron line runs once in its minute. */
export function scheduledPerMinute({ reactions }: Design['blueprint']): number {
  return reactions.reduce((sum, { trigger }) => {
    if ('on' in trigger) return sum;
    const interval = 'every' in trigger ? /^(\d+)\s*([smhd])$/.exec(trigger.every) : null;
    const minutes = interval ? Number(interval[1]) * (MINUTES[interval[2] ?? 'm'] ?? 1) : 1;
    return sum + Math.max(1, 1 / minutes);
  }, 0);
}
