import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'yaml';
import { z } from 'zod';

const names = z.array(z.string().min(1)).min(1);
/** `Order`, or `Order | SellerOrder`: one of them. */
const reference = z.string().min(1);

const entity = z.strictObject({
  name: z.string(),
  /** Other names for the same thing. */
  also: z.array(z.string()).optional(),
  /** A role stands for it as well, because its people are users. */
  asRole: names.optional(),
  /** The organization stands for it as well, in a system for many. */
  asOrganization: z.boolean().optional(),
  /** Key fields; each a list of names that mean the same. A field with one of them at its beginning counts. */
  fields: z.array(names).optional(),
});

const rule = z
  .strictObject({
    /** What it keeps true, in words. */
    guards: z.string(),
    entity: reference,
    /** A rule or guard that reads a field of each group, or a least or greatest value of one field, when there is one group. */
    mentions: z.array(names).optional(),
    /** An action of the lifecycle with one of these names. */
    action: names.optional(),
    /** One of these fields is unique. */
    unique: names.optional(),
  })
  .refine(({ mentions, action, unique }) => [mentions, action, unique].filter(Boolean).length === 1);

const grant = z.strictObject({
  /** Names of the role; it is enough that none of them may. */
  role: names,
  /** Left out: any. */
  entity: reference.optional(),
  action: names,
  /** `all`: rows of their own are fine. */
  scope: z.literal('all').optional(),
  because: z.string(),
});

const expected = z.strictObject({
  concurrentUsers: z.number().optional(),
  tenants: z.number().optional(),
  engineers: z.number().optional(),
  monthlyBudgetUsd: z.number().optional(),
  latencyP95Ms: z.number().optional(),
  availabilityPercent: z.number().optional(),
  retentionDays: z.number().optional(),
});

const gold = z.strictObject({
  /**
   * `domain`, `short` and `exclusions` are within what blocks cover, and their authors knew these briefs; `heldOut` is within what blocks
   * cover too, and nobody who wrote blocks had seen it; `none` is no backend.
   */
  kind: z.enum(['domain', 'short', 'exclusions', 'heldOut', 'unknown', 'hostile', 'none']),
  maxEntities: z.number().optional(),
  entities: z.strictObject({ must: z.array(entity), may: z.array(z.string()).optional() }).optional(),
  /** From the one that refers to the other. */
  relations: z.array(z.tuple([reference, reference])).optional(),
  rules: z.array(rule).optional(),
  compliance: z.array(z.string()).optional(),
  scale: expected.optional(),
  integrations: names.optional(),
  webhooks: z.boolean().optional(),
  mustNot: z
    .strictObject({
      entities: names.optional(),
      compliance: names.optional(),
      grants: z.array(grant).optional(),
      /** Words of the brief that must not stand anywhere. */
      secrets: names.optional(),
      /** Words that must not come through, other than in quotes of the brief. */
      text: names.optional(),
    })
    .optional(),
});

/** What a blueprint planned from a brief must hold, may hold and must not hold; written from the brief alone. */
export type Gold = z.infer<typeof gold>;
export type GoldEntity = z.infer<typeof entity>;
export type GoldRule = z.infer<typeof rule>;
export type GoldGrant = z.infer<typeof grant>;

export interface Case {
  readonly id: string;
  readonly brief: string;
  readonly gold: Gold;
}

const folder = path.join(import.meta.dirname, 'briefs');

/** All briefs with their gold lists, by id. */
export function readCases(): Case[] {
  return readdirSync(folder)
    .sort()
    .map((id) => ({
      id,
      brief: readFileSync(path.join(folder, id, 'brief.md'), 'utf8'),
      gold: readGold(readFileSync(path.join(folder, id, 'gold.yaml'), 'utf8')),
    }));
}

/** @throws ZodError with every slip */
export function readGold(text: string): Gold {
  return gold.parse(parse(text));
}
