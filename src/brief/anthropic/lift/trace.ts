import type { Blueprint } from '../../../blueprint/model.js';
import { isDead, readReference } from '../../../blueprint/reference.js';
import { overlaps } from '../../agent/quotes.js';
import type { Requirement } from '../../planner.js';
import type { StatedOrigin } from '../../reading/qualities.js';
import { readNamedTransition } from './lines.js';
import type { CritiqueAnswer } from '../stages/critique.js';
import { plainText } from './texts.js';
import type { Work } from '../work.js';

/** What items say they answer: references by the id of the requirement. */
export function citations(work: Work): Map<string, Set<string>> {
  const cited = new Map<string, Set<string>>();
  const cite = (ids: readonly string[], reference: string): void => {
    for (const id of ids) cited.set(id, (cited.get(id) ?? new Set()).add(reference));
  };
  for (const { name: context, planned, entities, behaviour } of work.contexts) {
    for (const { name, requirements } of [...planned, ...(entities?.entities ?? [])])
      cite(requirements, `${context}.${name}`);
    for (const { entity, actions } of behaviour?.lifecycles ?? []) {
      for (const { transition, requirements } of actions)
        cite(requirements, `${context}.${entity}.${readNamedTransition(transition)?.name ?? ''}`);
    }
  }
  for (const { name, requirements } of work.roles) cite(requirements, `roles.${name}`);
  for (const { name, requirements } of work.cross?.integrations ?? []) cite(requirements, `integrations.${name}`);
  for (const { name, requirements } of work.cross?.reports ?? []) cite(requirements, `reports.${name}`);
  for (const { requirements } of work.cross?.reactions ?? []) cite(requirements, 'reactions');
  return cited;
}

/**
 * What answers each requirement: what items cite, what code read at the same words, and what the critique names. Only what stands in the
 * blueprint counts, whoever says so.
 */
export function traced(
  work: Work,
  blueprint: Blueprint,
  origins: readonly StatedOrigin[],
  critique: CritiqueAnswer | undefined,
): Requirement[] {
  const cited = citations(work);
  const isThere = (reference: string): boolean => !isDead(readReference(reference, blueprint));
  return work.requirements.map((asked): Requirement => {
    const judged = critique?.coverage.find(({ requirement }) => requirement === asked.id);
    const note = plainText(judged?.note ?? '');
    if (asked.kind === 'exclusion') {
      if (judged?.status !== 'contradicted') return { ...asked, status: 'excluded', by: [] };
      return { ...asked, status: 'open', by: [], note: note || 'The blueprint may hold what the brief rules out.' };
    }
    const stated = origins.filter(({ quote }) => overlaps(quote, asked.quote)).map(({ path }) => path);
    const by = [...new Set([...(cited.get(asked.id) ?? []), ...stated, ...(judged?.by ?? [])])].filter(isThere);
    if (by.length === 0) return { ...asked, status: 'open', by: [], note: note || 'No item answers it.' };
    if (judged === undefined || judged.status === 'covered') return { ...asked, status: 'covered', by };
    return { ...asked, status: 'partial', by, note: note || 'It is not answered in full.' };
  });
}
