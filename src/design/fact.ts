import type { Position } from '../blueprint/diagnostic.js';

/**
 * How a value is known. `given`: the blueprint says it. `assumed`: a numbered assumption says it. `rule`: a rule of this product, or a
 * constant of the generated code. `modelled`: computed from others. `target`: what the system is held to. `published`: somebody else
 * measured it, and says so. `measured`: seen in a run.
 */
export type Basis = 'given' | 'assumed' | 'rule' | 'modelled' | 'target' | 'published' | 'measured';

/** Why a value is what it is; one step of the chain that ends in the blueprint, an assumption or a source. */
export interface Reason {
  /** One sentence or formula, with the numbers in it. */
  readonly text: string;
  /** Ids of the facts it was computed from. */
  readonly from?: readonly string[];
  /** Id of a numbered assumption. */
  readonly assumption?: string;
  /** The line of the blueprint. */
  readonly at?: Position;
  /** Where a formula, a price or a limit was taken from: a title and an address. */
  readonly source?: string;
}

/** A derived value with its reasons. */
export interface Fact<Value = number> {
  /** Unique in the design, dotted: `scale.launch.peakRequestsPerSecond`. */
  readonly id: string;
  /** What it is, without the value: `peak requests per second at launch`. */
  readonly label: string;
  readonly value: Value;
  readonly unit: Unit;
  readonly basis: Basis;
  readonly because: readonly Reason[];
}

export type Unit =
  | 'none'
  | 'users'
  | 'organizations'
  | 'requests'
  | 'jobs'
  | 'requests/s'
  | 'queries/s'
  | 'jobs/min'
  | 'rows'
  | 'requests/min'
  | 'messages'
  | 'bytes'
  | 'KiB'
  | 'MiB'
  | 'GiB'
  | 'ms'
  | 's'
  | 'min'
  | 'h'
  | 'days'
  | 'months'
  | 'percent'
  | 'connections'
  | 'pods'
  | 'vCPU'
  | 'IOPS'
  | 'USD'
  | 'USD/month'
  | 'weeks'
  | 'times';

/** A value computed from others. Constructor for the model of load, capacity and cost. */
export function modelled(
  id: string,
  label: string,
  value: number,
  unit: Unit,
  text: string,
  reason: Omit<Reason, 'text'> = {},
): Fact {
  return { id, label, value, unit, basis: 'modelled', because: [{ text, ...reason }] };
}

/** Every fact inside a value, each once, in the order of its id. */
export function factsIn(value: unknown): Fact<unknown>[] {
  const found = new Map<string, Fact<unknown>>();
  collect(value, found, new Set());
  return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function collect(value: unknown, found: Map<string, Fact<unknown>>, seen: Set<object>): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (isFact(value)) found.set(value.id, value);
  for (const inner of Object.values(value)) collect(inner, found, seen);
}

function isFact(value: object): value is Fact<unknown> {
  return 'id' in value && 'basis' in value && 'because' in value && 'value' in value;
}
