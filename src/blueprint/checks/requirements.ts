import { didYouMean } from '../../text/nearest.js';
import type { Findings } from '../findings.js';
import type { Blueprint, Requirement } from '../model.js';
import { isDead, readReference } from '../reference.js';
import { placeOf, type Check } from './support.js';

/** A requirement says what answers it, and what it names exists; passages are about contexts that exist. */
export const checkRequirements: Check = (blueprint, findings) => {
  for (const requirement of blueprint.requirements) {
    checkStatus(requirement, findings);
    requirement.by.forEach((reference, index) => {
      const at = placeOf(requirement, `by.${index}`);
      if (requirement.by.indexOf(reference) !== index)
        findings.error('DUPLICATE_NAME', at, `"${reference}" stands here for the second time.`);
      const read = readReference(reference, blueprint);
      if (isDead(read)) findings.error('UNKNOWN_REFERENCE', at, read.problem, read.hint);
    });
  }
  checkPassages(blueprint, findings);
};

function checkStatus({ id, status, by, ...item }: Requirement, findings: Findings): void {
  const isAnswered = status === 'covered' || status === 'partial';
  if (isAnswered && by.length === 0) {
    const hint = 'Name it in `by`, or write `status: open` or `status: excluded`.';
    findings.error(
      'REQUIREMENT',
      item.at,
      `Requirement ${id} is ${status}, but nothing is named that answers it.`,
      hint,
    );
  } else if (!isAnswered && by.length > 0) {
    const hint = 'Leave out `by`, or write `status: partial`.';
    findings.error('REQUIREMENT', placeOf(item, 'by'), `Requirement ${id} is ${status}, so nothing answers it.`, hint);
  }
}

/** Decisions follow from the design, which says itself when a passage is about none. */
function checkPassages({ contexts, document }: Blueprint, findings: Findings): void {
  const names = contexts.map(({ name }) => name);
  for (const { slot, name, at } of document.narrative) {
    if (slot !== 'contexts' || names.includes(name)) continue;
    findings.error('UNKNOWN_CONTEXT', at, `There is no context "${name}".`, didYouMean(name, names));
  }
}
