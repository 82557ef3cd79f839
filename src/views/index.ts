import type { View } from '../render/view.js';

/** Every view, one line each: what the template check reads, and what decides which templates belong to someone. */
export const views: readonly View[] = [];
