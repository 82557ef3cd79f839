import { isGenerated, type PartId } from '../../../blueprint/parts.js';
import { partOf } from '../../parts.js';
import type { ComplianceItem } from '../model.js';
import type { SecurityInput } from '../subject.js';

export type Regime = ComplianceItem['regime'];
export type ComplianceRow = Omit<ComplianceItem, 'regime'>;
export type RegimeControls = (design: SecurityInput) => readonly ComplianceRow[];

/** Something that the repository holds, with the test that shows it. */
export function held(title: string, control: string, where: string, evidence: string, gap: string): ComplianceRow {
  return { title, control, where, evidence, state: gap === '' ? 'met' : 'partly', gap };
}

/** Something that no repository can hold, or that is designed and not written. */
export function missing(title: string, control: string, where: string, gap: string): ComplianceRow {
  return { title, control, where, evidence: '', state: 'gap', gap };
}

/** Where a part stands, or will. */
export function whereOf(part: PartId): string {
  const { title, where } = partOf(part);
  return isGenerated(part) ? (where[0] ?? title) : `${title} (designed)`;
}
