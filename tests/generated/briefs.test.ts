import { fileURLToPath } from 'node:url';

import { proveBrief } from './support/prove.js';

/** Briefs of different domains, small ones first; a usual run proves two. */
const briefs = ['clinic', 'properties', 'marketplace', 'helpdesk', 'academy', 'fleet'];

/** How many of them: `npm run test:deep` proves all. */
const count = Number(process.env.PROVED_BRIEFS ?? 2);

for (const name of briefs.slice(0, count)) {
  proveBrief(name, fileURLToPath(new URL(`../evaluation/briefs/${name}/brief.md`, import.meta.url)));
}
