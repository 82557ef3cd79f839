import type { Position } from '../blueprint/diagnostic.js';
import type { NotGenerated } from '../blueprint/not-generated.js';
import type { ActionCase, Sample } from '../blueprint/samples/index.js';
import type {
  Blueprint,
  Context,
  Entity,
  Field,
  LifecycleAction,
  Relation,
  Rule,
  StackSlot,
} from '../blueprint/model.js';
import type { CostDesign } from './cost/model.js';
import type { Decision } from './decisions/model.js';
import type { DeploymentDesign } from './deployment/model.js';
import type { EndpointDesign } from './endpoints/model.js';
import type { GovernanceDesign } from './governance/model.js';
import type { OperationsDesign } from './operations/model.js';
import type { ScaleDesign } from './scale/model.js';
import type { SecurityDesign } from './security/model.js';
import type { TestingDesign } from './testing/model.js';

/**
 * All facts of one system, derived from its blueprint. Pure data: the same blueprint gives the same design, always.
 * Views turn it into words; templates print the words.
 */
export interface Design {
  readonly blueprint: Blueprint;
  readonly product: ProductNames;
  readonly stack: Readonly<Record<StackSlot, string>>;
  /** Dependencies first. */
  readonly contexts: readonly ContextDesign[];
  /** Every entity of every context; a target of a required relation stands before its source wherever no cycle forbids it. */
  readonly entities: readonly EntityDesign[];
  /** The whole catalogue, base contexts included, by key. */
  readonly permissions: readonly PermissionDesign[];
  /** Roles every organization starts with: `owner` first, then by name. */
  readonly roles: readonly RoleDesign[];
  /** Declared in the blueprint, not in the repository yet. */
  readonly openPoints: readonly NotGenerated[];
  readonly endpoints: readonly EndpointDesign[];
  readonly scale: ScaleDesign;
  readonly cost: CostDesign;
  readonly decisions: readonly Decision[];
  readonly operations: OperationsDesign;
  readonly deployment: DeploymentDesign;
  readonly security: SecurityDesign;
  readonly governance: GovernanceDesign;
  readonly testing: TestingDesign;
}

export interface ProductNames {
  /** `cartwheel`: package, image and namespace name. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** `@cartwheel`. */
  readonly scope: string;
  /** `cartwheel`, with underscores. */
  readonly database: string;
  /** `cartwheel_app`: the database role of the running system; it owns nothing and cannot bypass row-level security. */
  readonly appRole: string;
}

export interface ContextDesign {
  readonly context: Context;
  readonly names: { readonly name: string; readonly title: string };
  readonly entities: readonly EntityDesign[];
}

/** Finished forms of one name. */
export interface EntityNames {
  /** `orderLine` */
  readonly one: string;
  /** `OrderLine` */
  readonly One: string;
  /** `orderLines` */
  readonly many: string;
  /** `OrderLines` */
  readonly Many: string;
  /** `ORDER_LINE`, for error codes and constants. */
  readonly CODE: string;
  /** `order-line` */
  readonly fileOne: string;
  /** `order-lines`, also the last part of the route. */
  readonly fileMany: string;
  /** `order line` */
  readonly textOne: string;
  /** `order lines` */
  readonly textMany: string;
  /** `an` */
  readonly article: 'a' | 'an';
}

export interface EntityDesign {
  readonly entity: Entity;
  readonly context: Context;
  readonly names: EntityNames;
  /** PostgreSQL table, at most 63 bytes. */
  readonly table: string;
  /** False for global reference data. */
  readonly tenantScoped: boolean;
  /** False for global reference data: no create, update, delete. */
  readonly writable: boolean;
  readonly fields: readonly FieldDesign[];
  /** Foreign keys this table holds: `manyToOne`, `oneToOne`, and the parent of an owned entity. */
  readonly references: readonly ReferenceDesign[];
  /** Join tables written on this side. */
  readonly links: readonly LinkDesign[];
  /** Entities that are part of this aggregate. */
  readonly children: readonly ChildDesign[];
  /** The aggregate this entity is part of. */
  readonly parent?: ReferenceDesign;
  readonly rules: readonly Rule[];
  readonly actions: readonly ActionDesign[];
  /** The column that says whose row it is: `createdBy`, or the owner relation's foreign key. */
  readonly ownerKey: string;
  readonly indexes: readonly IndexDesign[];
  readonly uniques: readonly UniqueDesign[];
  /** Below `/api/v1`: `/orders`, or `/orders/:orderId/lines` for a part of an aggregate. */
  readonly route: string;
  /** `ordering.order:read` by action: `read`, `create`, `update`, `delete` and each lifecycle action. */
  readonly permissions: Readonly<Record<string, string>>;
  /** API names that lists can be filtered by: fields, and foreign keys such as `customerId`. */
  readonly filters: readonly (FieldDesign | ReferenceDesign)[];
  readonly sorts: readonly SortDesign[];
  readonly search: readonly FieldDesign[];
  /**
   * Bodies for POST that satisfy every rule, by API name (money as an object, decimal and bigint as strings, dates and times in
   * ISO 8601): `samples[0]` is the usual one, each further one differs in every
   * unique field and wherever else the type and the rules allow. Always `SAMPLE_COUNT` of them. Keys of references and links
   * are left out, since they need rows; so are fields that clients cannot set.
   */
  readonly samples: readonly Sample[];
  /** For each rule that a well-typed body can break: such a body that satisfies all other rules. */
  readonly violations: readonly { readonly rule: string; readonly sample: Sample }[];
}

/** One field with its columns. */
export interface FieldDesign {
  readonly kind: 'field';
  readonly field: Field;
  /** API and Prisma name, `unitPrice`. */
  readonly name: string;
  readonly columns: readonly ColumnDesign[];
  /** Whether clients may send it on create, and on update. */
  readonly settable: { readonly create: boolean; readonly update: boolean };
  /** Whether the API returns it. */
  readonly visible: boolean;
}

export interface ColumnDesign {
  /** Prisma field name: `unitPrice`; money has `unitPriceAmount` and `unitPriceCurrency`. */
  readonly name: string;
  /** snake_case, at most 63 bytes. */
  readonly column: string;
  readonly prismaType: 'String' | 'Int' | 'BigInt' | 'Decimal' | 'Boolean' | 'DateTime' | 'Json';
  /** Without `@db.`: `VarChar(200)`. */
  readonly nativeType: string;
  readonly nullable: boolean;
  readonly many: boolean;
  /** Condition of a CHECK constraint that the type itself asks for (enum values, ranges, patterns), as SQL. */
  readonly check?: string;
  /** Prisma `@default(...)` argument. */
  readonly default?: string;
}

/** A foreign key held by an entity's table. */
export interface ReferenceDesign {
  readonly kind: 'reference';
  /** Absent for the parent of an owned entity, which is written on the parent's side. */
  readonly relation?: Relation;
  /** `customer` */
  readonly name: string;
  /** `customerId`: API and Prisma name of the key. */
  readonly key: string;
  /** `customer_id` */
  readonly column: string;
  /** Entity name, also `User` or `Organization`. */
  readonly target: string;
  /**
   * Prisma model, table and key that the foreign key points at. A reference to `User` points at `Membership.userId`, so that
   * nobody outside the organization can be referenced.
   */
  readonly targetModel: string;
  readonly targetTable: string;
  readonly targetKey: 'id' | 'userId';
  /** True: the foreign key is composite, `(tenant_id, customer_id)`. False where the target is global or an organization. */
  readonly tenantScoped: boolean;
  readonly optional: boolean;
  /** One row at most per target. */
  readonly unique: boolean;
  readonly onDelete: 'cascade' | 'restrict' | 'setNull';
  readonly immutable: boolean;
  /** Prisma's relation name, unique in the schema. */
  readonly relationName: string;
  /** Name of the list (or single) field that Prisma needs on the target's side. */
  readonly inverse: string;
  /** `orders_customer_id_fkey` */
  readonly constraint: string;
}

/** A many-to-many relation and its join table. */
export interface LinkDesign {
  readonly relation: Relation;
  /** `tags` */
  readonly name: string;
  /** `tagIds`: what the API accepts and returns when the link has no fields of its own. */
  readonly key: string;
  /** Prisma model, `ProductTag`. */
  readonly model: string;
  /** Prisma client accessor, `productTag`. */
  readonly accessor: string;
  readonly table: string;
  readonly target: string;
  /** `Membership` where the target is `User`. */
  readonly targetModel: string;
  readonly targetTable: string;
  readonly targetTenantScoped: boolean;
  /** `productId`, `product_id` */
  readonly sourceKey: string;
  readonly sourceColumn: string;
  /** `tagId`, `tag_id` */
  readonly targetKey: string;
  readonly targetColumn: string;
  readonly fields: readonly FieldDesign[];
  /** Prisma field names on both sides. */
  readonly sourceField: string;
  readonly targetField: string;
}

/** An owned entity, seen from its parent. */
export interface ChildDesign {
  readonly relation: Relation;
  /** `lines`: last part of the nested route. */
  readonly name: string;
  readonly target: string;
}

export interface ActionDesign {
  readonly action: LifecycleAction;
  /** `markPaid` */
  readonly name: string;
  /** `mark-paid` */
  readonly path: string;
  readonly permission: string;
  /** API and Prisma name of the state field. */
  readonly field: string;
  /** One way to each state the action starts from, for tests: create `sample`, take the actions of `path`, then this one. */
  readonly cases: readonly ActionCase[];
  /** A case in which the state is right and the guard `when` does not hold. */
  readonly refused?: ActionCase;
}

export interface SortDesign {
  readonly name: string;
  /** Prisma field to order by. */
  readonly column: string;
}

export interface IndexDesign {
  readonly name: string;
  /** Prisma names, in order. */
  readonly columns: readonly string[];
  /** What asks for it, e.g. `GET /api/v1/orders?status=`. */
  readonly serves: string;
}

export interface UniqueDesign {
  readonly name: string;
  readonly columns: readonly string[];
  /** Fields or key that a person would name in the conflict. */
  readonly fields: readonly string[];
}

export interface PermissionDesign {
  /** `ordering.order:cancel` */
  readonly key: string;
  readonly context: string;
  /** Absent in base contexts: `users:read`. */
  readonly entity?: string;
  readonly action: string;
  readonly summary: string;
}

export interface RoleDesign {
  readonly name: string;
  /** Absent for `owner`, which no blueprint declares. */
  readonly at?: Position;
  readonly summary: string;
  /** Wildcards expanded; `all` wins over `own`. By permission key. */
  readonly grants: readonly { readonly permission: string; readonly scope: 'all' | 'own' }[];
}
