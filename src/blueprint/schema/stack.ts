import { z } from 'zod';
import { STACK_OPTIONS } from '../model.js';
import { noun, provenance } from './common.js';

const slots = Object.fromEntries(
  Object.entries(STACK_OPTIONS).map(([slot, options]) => {
    const option = z.enum(options);
    return [slot, z.union([option, noun({ option, ...provenance })]).optional()];
  }),
);

/** Only what is pinned; the rest is decided by rule. */
export const stack = noun(slots).meta({ id: 'Stack' });
