import { number } from '../amount.js';
import { modelled, type Fact } from '../fact.js';
import type { Workload } from './model.js';

/** Enough for an organization of ordinary size, and a bound on what one may take from the others. */
const LEAST = 3000;
/** Above the expected peak of the largest organization. */
const MARGIN = 1.5;
const STEP = 500;

/** Requests per minute that one organization may send. */
export function organizationLimitOf({ largestTenantRequestsPerMinute: largest }: Workload): Fact {
  const wanted = Math.ceil((largest.value * MARGIN) / STEP) * STEP;
  return modelled(
    'scale.organizationLimit',
    'requests per minute that one organization may send',
    Math.min(Math.max(wanted, LEAST), 10_000_000),
    'requests/min',
    `${number(largest.value)} requests a minute of the largest organization × ${MARGIN}, in steps of ${STEP}, ${number(LEAST)} at least.`,
    { from: [largest.id] },
  );
}
