import { z } from 'zod';
import { noun, prose, provenance } from './common.js';

const text = prose('What the system is for.');

export const goal = z.union([
  text,
  noun({ goal: text, measure: prose('How success is measured.').optional(), ...provenance }),
]);
