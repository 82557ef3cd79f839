import type { Reading } from '../reading/reading.js';

const OWN =
  /\b(?:our|my) (?:[a-z]+ ){0,2}(?:shop|store|clinic|practice|school|gym|studio|club|hotel|restaurant|cafe|bakery|library|museum|farm|warehouses?|fleet|branch(?:es)?|offices?|depots?|agency|factory|plants?|hospital|university|church|garage|workshop|salon|employees|staff|staff members|couriers|drivers)\b|\bwe (?:run|own|operate) (?:an?|the|\w+) (?!(?:online )?(?:market ?place|platform|network|service|saas|app)\b)/i;

/** "Our clinic", "my shop", "we run twelve branches": whoever writes so speaks of one business. */
export function isOwnBusiness({ sentences }: Reading): boolean {
  return sentences.some(({ quote }) => OWN.test(quote.text));
}
