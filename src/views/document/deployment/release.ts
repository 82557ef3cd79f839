import { counted } from '../../../design/amount.js';
import { markdownTableCell } from '../../../text/escape.js';
import { amount, code, headline, label, number } from '../words.js';
import type { Subject } from './subject.js';

export function stepRows({ design }: Subject) {
  return design.deployment.rollout.steps.map(({ name, share, watch, gate }) => ({
    name,
    share: amount(share),
    watch: amount(watch),
    gate,
  }));
}

export function abortRows({ design }: Subject) {
  return design.deployment.rollout.abort.map(({ signal, limit, because }) => ({
    signal,
    limit: headline(limit),
    because,
  }));
}

export function timeRows({ design }: Subject) {
  const { notice, decide, switchBack, total } = design.deployment.rollback;
  return [
    { what: 'notice', time: headline(notice), by: 'alerts of section 9' },
    {
      what: 'decide',
      time: headline(decide),
      by: design.deployment.rollout.kind === 'canary' ? 'the workflow' : 'who is on call',
    },
    { what: 'switch', time: headline(switchBack), by: 'one command' },
    { what: '**together**', time: headline(total), by: '–' },
  ];
}

/** How a change of a table goes out over several releases, shown on the leading entity. */
export function migrationRows({ one, many }: Subject) {
  return [
    { step: '1. expand', change: `add the new column of ${many}, nullable`, both: 'the version before ignores it' },
    {
      step: '2. write both',
      change: `each ${one} is written in both shapes`,
      both: 'the version before reads the old one',
    },
    { step: '3. fill', change: `older ${many}, in batches`, both: 'both shapes are complete' },
    {
      step: '4. read new',
      change: `${many} are read in the new shape`,
      both: 'the old shape is still there',
    },
    { step: '5. contract', change: `drop the old column of ${many}`, both: 'a release later, never sooner' },
  ];
}

export function environmentRows({ design }: Subject) {
  return design.deployment.environments.map(({ name, purpose, data, copies, entry, who }) => ({
    name: code(name),
    purpose,
    data,
    copies: headline(copies),
    entry,
    who,
  }));
}

export function recoveryRows({ design }: Subject) {
  return design.operations.recovery.map(({ dataClass, contents, rpoMinutes, rtoMinutes, method, part }) => ({
    dataClass,
    contents: markdownTableCell(contents),
    rpo: headline(rpoMinutes),
    rto: headline(rtoMinutes),
    method: method.split(', ')[0] ?? method,
    part: label(part),
  }));
}

/** `2 copies`. */
export function copiesText({ design }: Subject): string {
  const api = design.deployment.processes[0];
  return counted(api?.replicas.value ?? 1, 'copy', 'copies');
}

export function windowText({ design }: Subject): string {
  return `${number(design.deployment.rollout.total.value)} minutes`;
}
