import { CONSTANTS } from '../../../design/constants.js';
import type { Design } from '../../../design/model.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { amount, code, counted, label, list } from '../words.js';
import type { PerformanceWords } from './index.js';

type Words = Pick<
  PerformanceWords,
  'cacheLead' | 'caches' | 'notCached' | 'invalidationLead' | 'invalidations' | 'invalidationNote'
>;

export function cacheWords(design: Design): Words {
  const { operations, roles, entities } = design;
  const { caches } = operations;
  const { names } = leadingEntity(design);
  const designed = caches.filter(({ part }) => part === 'cache' || part === 'reports');
  const uncached = entities
    .filter(({ writable, parent }) => writable && parent === undefined)
    .map((entity) => entity.names.textMany);
  const lists = caches.filter(({ what }) => what.startsWith('lists of'));
  return {
    cacheLead:
      designed.length === 0
        ? `One thing is remembered: what each member may do, so that a request for ${names.textMany} does not ask the database for ${counted(roles.length, 'role')} again. Nothing else of this system is worth a second copy: whoever reads ${names.textMany} also changes them.`
        : `What members may do is remembered today; ${counted(designed.length, 'further cache')} will come (${label('cache')}) for ${list(designed.map(({ what }) => what.replace(/^lists of |^results of .*/, (found) => (found.startsWith('results') ? 'reports' : ''))))}: clearly more roles read than write them. Every key of an organization’s data begins with its id, so that ${names.textMany} of one can never answer a request of another.`,
    caches: caches.map(({ what, key, ttlS, store, because, part }) => ({
      what,
      key: code(key),
      ttl: amount(ttlS),
      store,
      because,
      state: label(part),
    })),
    notCached: `Single ${names.textMany} are never cached: they carry the version that a change must name, and a stale version makes an honest client fail.${lists.length === 0 && uncached.length > 1 ? ` The same holds for ${list(uncached.filter((name) => name !== names.textMany).slice(0, 3))}.` : ''} Answers about ${names.textMany} say ${code('cache-control: no-store')}, because what they hold belongs to one member.`,
    invalidationLead:
      designed.length === 0
        ? `A changed role or an ended session of somebody who works on ${names.textMany} is forgotten at once by the process that changed it, and by the others after ${amount(CONSTANTS.grantsTtl)} at most. Telling them at once would need a channel between processes; that was given up for ${counted(design.contexts.length, 'context')}.`
        : `Each cache has one rule that empties it and one time after which it is empty anyway; the second is the longest that somebody can see an old list of ${lists[0]?.what.replace('lists of ', '') ?? names.textMany} or use a grant that was taken (${amount(CONSTANTS.grantsTtl)}). Versions are raised instead of keys deleted, because the keys of all queries for ${lists[0]?.what.replace('lists of ', '') ?? names.textMany} are not known.`,
    invalidations: caches.map(({ what, invalidation, ttlS }) => ({ what, when: invalidation, stale: amount(ttlS) })),
    invalidationNote:
      designed.length === 0
        ? `A session that the memory does not know is looked up, so that signing in works at once; only taking something away from a user of ${names.textMany} can be late.`
        : `When a version is raised, one request of each process computes the new list and the others wait for it; lives differ by chance, so that lists of ${lists[0]?.what.replace('lists of ', '') ?? names.textMany} do not all end in one second. Without Redis every read of ${lists[0]?.what.replace('lists of ', '') ?? names.textMany} goes to PostgreSQL, slower and right.`,
  };
}
