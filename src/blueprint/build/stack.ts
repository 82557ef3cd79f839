import type { Blueprint, Pinned, StackSlot } from '../model.js';
import type { Place } from '../place.js';
import type { BlueprintSource } from '../schema/blueprint.js';
import { byCodePoint } from '../../text/order.js';

type PinSource = string | { readonly option: string; readonly source?: Pinned['source'] };

/** The pinned options; the schema knows which exist. */
export function buildStack(source: BlueprintSource['stack'], place: Place): Blueprint['stack'] {
  const pins = Object.entries((source ?? {}) as Partial<Record<StackSlot, PinSource>>);
  return Object.fromEntries(
    pins
      .sort(([left], [right]) => byCodePoint(left, right))
      .map(([slot, pin]) => {
        const here = place.child(slot);
        const object = typeof pin === 'string' ? { option: pin } : pin;
        const at = typeof pin === 'string' ? here.valueAt : here.child('option').valueAt;
        return [
          slot,
          { option: object.option, ...(object.source === undefined ? {} : { source: object.source }), at, places: {} },
        ];
      }),
  );
}
