import { STACK_OPTIONS, type Blueprint, type StackSlot } from '../blueprint/model.js';

/** The technology of every slot: what the blueprint pins, else the first of its options, which is the default. */
export function stackOf(blueprint: Blueprint): Record<StackSlot, string> {
  const slots = Object.keys(STACK_OPTIONS) as StackSlot[];
  return Object.fromEntries(
    slots.map((slot) => [slot, blueprint.stack[slot]?.option ?? STACK_OPTIONS[slot][0]]),
  ) as Record<StackSlot, string>;
}
