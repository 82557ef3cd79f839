import type { Findings } from '../findings.js';
import type { Blueprint } from '../model.js';

/** One rule over a whole blueprint. */
export type Check = (blueprint: Blueprint, findings: Findings) => void;

export const CHECKS: readonly Check[] = [];
