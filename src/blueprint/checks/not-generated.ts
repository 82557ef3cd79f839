import { notGenerated } from '../not-generated.js';
import type { Check } from './support.js';

/** Nothing that a blueprint declares is dropped in silence. */
export const checkNotGenerated: Check = (blueprint, findings) => {
  for (const { ability, declared, at, instead } of notGenerated(blueprint)) {
    findings.warning(
      'NOT_GENERATED_YET',
      at,
      `${ability} "${declared}" is understood, but not generated yet.`,
      instead,
    );
  }
};
