import type { Position } from './diagnostic.js';
import type { Expression } from './expression.js';
import type { PriceId, Scale } from './scale.js';

/**
 * What was understood: the typed spec of one system. All names are resolved, all defaults are filled in, every list stands
 * in a canonical order that does not depend on the order of keys in the file, and every item keeps its place in the file.
 */
export interface Blueprint {
  /** Version of the language, not of the system. */
  readonly language: 1;
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly goals: readonly Goal[];
  /** `shared`: many organizations in one database, divided by row-level security. `single`: one organization. */
  readonly tenancy: 'shared' | 'single';
  readonly scale: Scale;
  readonly constraints: Constraints;
  readonly qualities: Qualities;
  /** Only what was pinned; the rest is decided by rule in `design/stack`. */
  readonly stack: Readonly<Partial<Record<StackSlot, Pinned>>>;
  /** Overrides of the price table, in USD. */
  readonly prices: Readonly<Partial<Record<PriceId, number>>>;
  readonly roles: readonly Role[];
  /** Dependencies first, then by name. */
  readonly contexts: readonly Context[];
  readonly reactions: readonly Reaction[];
  readonly integrations: readonly Integration[];
  readonly webhooks?: Webhooks;
  readonly reports: readonly Report[];
  readonly assumptions: readonly Assumption[];
  /** In the order of the file, which is that of what was asked. */
  readonly requirements: readonly Requirement[];
  /** What a person should decide before building on the blueprint. */
  readonly questions: readonly string[];
  readonly document: DocumentOptions;
  /** File as the user named it; the file of every position. */
  readonly file: string;
  readonly places?: Places;
}

/** How the architecture document is printed. */
export interface DocumentOptions {
  /** `ascii`: diagrams hold nothing but 7-bit characters. */
  readonly diagrams: 'unicode' | 'ascii';
  /** By slot and name. */
  readonly narrative: readonly Passage[];
}

/** Prose for one place of the document; `design/narrative.ts` says what it must be like to be printed. */
export interface Passage extends Item {
  readonly slot: 'summary' | 'contexts' | 'decisions';
  /** The context or the decision it is about; empty for the summary. */
  readonly name: string;
  readonly text: string;
}

/** Positions of the parts of an item that are not items themselves, by path: `needs.0`, `list.filter.1`, `default`. */
export type Places = Readonly<Record<string, Position>>;

/** Where an item came from. */
export type Source = 'brief' | 'answer' | 'assumption' | 'model' | 'import' | 'person';

/** What every item of a blueprint carries. */
export interface Item {
  /** Its name in the file (the key), or its text where it stands in a list. */
  readonly at: Position;
  readonly places?: Places;
  readonly source?: Source;
}

export interface Goal extends Item {
  readonly goal: string;
  readonly measure?: string;
}

export interface Constraints {
  readonly regions: readonly string[];
  readonly compliance: readonly ('gdpr' | 'pci-dss' | 'hipaa' | 'soc2' | 'iso27001' | 'ccpa')[];
  readonly monthlyBudgetUsd?: number;
  readonly engineers?: number;
}

export interface Qualities {
  /** Target of the 95th percentile of reads, in milliseconds. */
  readonly latencyP95Ms?: number;
  /** Target availability in percent, e.g. 99.9. */
  readonly availabilityPercent?: number;
  /** How long deleted or expired records are kept, in days. */
  readonly retentionDays?: number;
  /** `strict`: events are handled strictly in order, over all consumers. */
  readonly ordering?: 'relaxed' | 'strict';
  /** `graph`: clients read graphs of objects in one request. */
  readonly reads?: 'resources' | 'graph';
}

export const STACK_OPTIONS = {
  framework: ['nestjs', 'fastify'],
  database: ['postgresql'],
  orm: ['prisma', 'drizzle'],
  queue: ['bullmq', 'rabbitmq'],
  api: ['rest', 'rest-graphql'],
  auth: ['jwt', 'oidc'],
  logger: ['pino', 'winston'],
  tracing: ['tempo', 'jaeger'],
  deploy: ['kubernetes', 'compose'],
  rollout: ['canary', 'blue-green'],
  packageManager: ['npm', 'pnpm'],
} as const;
export type StackSlot = keyof typeof STACK_OPTIONS;
export interface Pinned extends Item {
  readonly option: string;
}

export interface Role extends Item {
  readonly name: string;
  readonly summary: string;
  readonly grants: readonly Grant[];
}

/** `catalog:read`, `catalog.Product:publish`, `ordering:place:own`, `catalog:*`, `*`. */
export interface Grant extends Item {
  /** As written. */
  readonly text: string;
  /** `*` or the name of a context, also a base context. */
  readonly context: string;
  readonly entity?: string;
  /** `*` or an action. */
  readonly action: string;
  /** `own`: only rows that belong to the actor. */
  readonly scope: 'all' | 'own';
}

export interface Context extends Item {
  readonly name: string;
  readonly summary: string;
  readonly needs: readonly string[];
  /** By name. */
  readonly entities: readonly Entity[];
}

export interface Entity extends Item {
  /** PascalCase singular, unique in the blueprint. */
  readonly name: string;
  readonly context: string;
  readonly summary?: string;
  /** `global`: reference data shared by all organizations, read-only through the API. */
  readonly tenancy: 'tenant' | 'global';
  /** Canonical order: see `canonical.ts`. Never holds a relation's foreign key. */
  readonly fields: readonly Field[];
  readonly relations: readonly Relation[];
  readonly rules: readonly Rule[];
  readonly lifecycle?: Lifecycle;
  readonly list: ListOptions;
  /** Name of the relation to `User` whose target owns the row; rows belong to their creator without it. */
  readonly owner?: string;
}

export interface Field extends Item {
  /** camelCase. */
  readonly name: string;
  readonly type: FieldType;
  readonly summary?: string;
  readonly optional: boolean;
  /** A list of `type`. */
  readonly many: boolean;
  /** Unique per organization; per system in a global entity. */
  readonly unique: boolean;
  readonly immutable: boolean;
  /** Accepted, stored and never returned by the API. */
  readonly private: boolean;
  /** Personal data in the sense of the GDPR. */
  readonly personal: boolean;
  /** A constant of the field's type, or `now` for timestamps. */
  readonly default?: FieldValue;
  /** Least and greatest value; minor units of money, characters of a text, items of a list. */
  readonly min?: number;
  readonly max?: number;
  /** ECMAScript regular expression, anchored by the blueprint's author where wanted. */
  readonly pattern?: string;
  /** A value that satisfies type, pattern and rules, used in samples, seeds and tests. */
  readonly example?: FieldValue;
}

export type FieldValue = string | number | boolean | null | { readonly amount: number; readonly currency: string };

export type FieldType =
  | { readonly kind: 'string'; readonly length: number }
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
  | {
      readonly kind:
        | 'text'
        | 'richtext'
        | 'int'
        | 'bigint'
        | 'money'
        | 'boolean'
        | 'date'
        | 'datetime'
        | 'time'
        | 'duration'
        | 'uuid'
        | 'email'
        | 'url'
        | 'phone'
        | 'slug'
        | 'json'
        | 'file'
        | 'sequence';
    };
export type FieldKind = FieldType['kind'];

/** The people and the organization of every blueprint; a relation may point at them. */
export const BASE_ENTITIES = ['User', 'Organization'] as const;
export type BaseEntityName = (typeof BASE_ENTITIES)[number];

/**
 * One side of a connection, as its owner wrote it. The parser adds no inverse sides: `inverse` names the one the author wrote
 * on the other entity (`orders: Order[]` beside `customer: Customer`), if any.
 */
export interface Relation extends Item {
  /** camelCase. */
  readonly name: string;
  /** An entity of the blueprint or a base entity. */
  readonly target: string;
  /**
   * `manyToOne` and `oneToOne` hold a foreign key on this side; `oneToMany` is the written inverse of a `manyToOne`
   * (or owns its target); `manyToMany` has a join table.
   */
  readonly kind: 'manyToOne' | 'oneToOne' | 'oneToMany' | 'manyToMany';
  readonly optional: boolean;
  /** The target is part of this aggregate: it is created, read and deleted through it. Only `oneToMany`. */
  readonly owned: boolean;
  readonly onDelete: 'cascade' | 'restrict' | 'setNull';
  readonly inverse?: string;
  readonly immutable: boolean;
  readonly summary?: string;
  /** Own fields of a `manyToMany`. */
  readonly fields: readonly Field[];
}

/** A condition that every stored row satisfies. */
export interface Rule extends Item {
  /** kebab-case, unique in the entity. */
  readonly id: string;
  readonly expression: Expression;
  /** What a person is told when it is broken. */
  readonly message: string;
}

/** State machine over one enum field. */
export interface Lifecycle extends Item {
  /** The enum field, `status` unless the blueprint says otherwise. */
  readonly field: string;
  readonly initial: string;
  readonly states: readonly string[];
  /** By name. */
  readonly actions: readonly LifecycleAction[];
}

export interface LifecycleAction extends Item {
  /** camelCase verb: an endpoint, a permission and a method. */
  readonly name: string;
  readonly from: readonly string[];
  readonly to: string;
  /** Further condition on the row. */
  readonly when?: Expression;
  /** Event name, e.g. `order.paid`. */
  readonly emits?: string;
  /** Only these roles, on top of the permission. */
  readonly roles: readonly string[];
  /** Fields set by the action; `now` for timestamps. */
  readonly sets: readonly { readonly field: string; readonly value: FieldValue }[];
  readonly summary?: string;
}

export interface ListOptions {
  /** Names of fields, and of `manyToOne`/`oneToOne` relations. */
  readonly filter: readonly string[];
  readonly sort: readonly string[];
  readonly search: readonly string[];
}

export interface Reaction extends Item {
  readonly trigger: { readonly on: string } | { readonly every: string } | { readonly cron: string };
  readonly effect:
    | { readonly do: string }
    | { readonly notify: string; readonly template: string }
    | { readonly call: string }
    | { readonly emit: string };
  /** CEL, checked for syntax; typed when reactions are generated. */
  readonly where?: string;
  readonly priority?: 'low' | 'normal' | 'high';
  readonly retries?: number;
}

export interface Integration extends Item {
  readonly name: string;
  readonly kind: string;
  readonly timeoutMs: number;
  readonly receives: readonly string[];
  readonly summary?: string;
}

export interface Webhooks extends Item {
  readonly events: readonly string[];
}

export interface Report extends Item {
  readonly name: string;
  readonly from: string;
  readonly where?: string;
  readonly group: readonly string[];
  readonly measures: readonly string[];
  readonly summary?: string;
}

export interface Assumption extends Item {
  readonly id: string;
  readonly text: string;
}

/** Something that was asked of the system, and what answers it. */
export interface Requirement extends Item {
  readonly id: string;
  /** Words of whoever asked. */
  readonly quote: string;
  readonly kind: 'function' | 'quality' | 'constraint' | 'exclusion';
  /** `open`: nothing answers it. `excluded`: left out on purpose. */
  readonly status: 'covered' | 'partial' | 'open' | 'excluded';
  /** References as `reference.ts` reads them. */
  readonly by: readonly string[];
  readonly note?: string;
}
