import type { BlueprintSource } from '../../blueprint/schema/blueprint.js';
import type { EntitySource } from '../../blueprint/schema/entity.js';
import type { Requirement } from '../planner.js';
import type { BehaviourAnswer } from './stages/behaviour.js';
import type { CrossAnswer } from './stages/cross.js';
import type { EntitiesAnswer } from './stages/entities.js';

/** What the stages have given so far. Steps take one and give another; none changes what it was given. */
export interface Work {
  /** kebab-case. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  readonly requirements: readonly Asked[];
  /** Tenancy, scale, constraints, qualities, stack: what brief and answers say, read by code. */
  readonly stated: Partial<BlueprintSource>;
  readonly contexts: readonly ContextWork[];
  readonly roles: readonly RoleWork[];
  readonly cross?: CrossAnswer;
}

/** A requirement before it is known what answers it. */
export type Asked = Pick<Requirement, 'id' | 'quote' | 'kind'>;

export interface ContextWork {
  readonly name: string;
  readonly summary: string;
  readonly needs: readonly string[];
  /** What the design names, in its order. */
  readonly planned: readonly PlannedEntity[];
  readonly entities?: EntitiesAnswer;
  readonly behaviour?: BehaviourAnswer;
  /** Entities that the model did not write, by name. */
  readonly substitutes?: Readonly<Record<string, EntitySource>>;
}

export interface PlannedEntity {
  readonly name: string;
  readonly summary: string;
  readonly requirements: readonly string[];
}

export interface RoleWork extends PlannedEntity {
  readonly administrator: boolean;
}

export function withContext(work: Work, name: string, change: Partial<ContextWork>): Work {
  return {
    ...work,
    contexts: work.contexts.map((context) => (context.name === name ? { ...context, ...change } : context)),
  };
}

export function contextNamed(work: Work, name: string): ContextWork {
  const found = work.contexts.find((context) => context.name === name);
  if (!found) throw new Error(`There is no context "${name}".`);
  return found;
}
