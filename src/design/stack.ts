import { STACK_OPTIONS, type Blueprint, type StackSlot } from '../blueprint/model.js';
import type { Decision } from './decisions/model.js';

/** The technology of every slot: what was decided, which is what the blueprint pins if it does; else the default. */
export function stackOf(blueprint: Blueprint, decisions: readonly Decision[]): Record<StackSlot, string> {
  const slots = Object.keys(STACK_OPTIONS) as StackSlot[];
  const decided = (slot: StackSlot): string | undefined => decisions.find((one) => one.slot === slot)?.chosen;
  return Object.fromEntries(
    slots.map((slot) => [slot, decided(slot) ?? blueprint.stack[slot]?.option ?? STACK_OPTIONS[slot][0]]),
  ) as Record<StackSlot, string>;
}
