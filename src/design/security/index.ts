import type { Design } from '../model.js';
import type { SecurityDesign } from './model.js';

/** Threats, controls, personal data and compliance of the system. */
export function securityOf(_: Pick<Design, 'blueprint' | 'entities' | 'contexts' | 'stack'>): SecurityDesign {
  return { boundaries: [], threats: [], owaspApi: [], owaspTop10: [], personalData: [], compliance: [] };
}
