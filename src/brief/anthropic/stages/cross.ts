import { z } from 'zod';

import type { Stage } from '../stage.js';
import { wireFormat } from '../call/wire-schema.js';

const text = z.string();
const texts = z.array(text);

const shape = z.object({
  goals: z.array(z.object({ goal: text, measure: text })),
  integrations: z.array(z.object({ name: text, kind: text, receives: texts, summary: text, requirements: texts })),
  reports: z.array(
    z.object({ name: text, from: text, where: text, group: texts, measure: texts, summary: text, requirements: texts }),
  ),
  reactions: z.array(
    z.object({
      trigger: z.enum(['on', 'every', 'cron']),
      at: text,
      effect: z.enum(['do', 'notify', 'call', 'emit']),
      target: text,
      template: text,
      where: text,
      summary: text,
      requirements: texts,
    }),
  ),
  webhooks: texts,
  grants: z.array(z.object({ role: text, grants: texts })),
  assumptions: texts,
});
export type CrossAnswer = z.infer<typeof shape>;

/** What spans contexts: reports, other systems, what happens by itself. */
export const cross: Stage<CrossAnswer> = {
  id: 'cross',
  format: wireFormat(shape),
  maxTokens: 12_000,
  task: `Write what spans the contexts.
- goals: what the customer wants to reach, at most 5; measure: how one sees it, with numbers of the brief only, else empty.
- integrations: other systems that the brief needs. name: the vendor if the brief names one, else what it does (payment-provider). kind: payments, email, calendar … receives: events that it sends to us (payment_failed).
- reports: questions over many rows that the brief asks. from: an entity. where: a condition of CEL or empty. group: fields, relations, or a period of a date: day(f), week(f), month(f), quarter(f), year(f). measure: count(), sum(f), avg(f), min(f), max(f).
- reactions: what happens by itself. trigger on: at is an event ("order.paid", or "integration.event" for what an integration sends); every: at is an interval (15m, 1h, 1d); cron: at is five fields in UTC. effect do: target is "context.Entity.action"; notify: target is a role or a relation of the entity of the event, template a name in kebab-case; call: target is "integration.operation"; emit: target is an event. where: a condition or empty; event.x reads the event.
- webhooks: events that customers subscribe to, if the brief wants webhooks.
- grants: beyond the contexts: "users:read", "users:invite", "audit:read" for roles that need them.
- assumptions: what these choices take for granted, at most 5.`,
};
