import type { ThreatDesign } from '../model.js';

/** A threat before its boundary numbers it. */
export type ThreatDraft = Omit<ThreatDesign, 'id' | 'boundary'>;
