import type { Stage } from '../../design/scale/model.js';

/** Heads of rows and columns about the moments the document looks at. */
export const STAGE_TITLES: Readonly<Record<Stage, string>> = {
  launch: 'launch',
  months12: '12 months',
  months36: '36 months',
};
