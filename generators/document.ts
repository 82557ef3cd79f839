import type { Generator } from '../src/plan/model.js';
import { sections } from './sections.js';

export const document: Generator = {
  id: 'document',
  description: 'The architecture document, one file per section',
  files: (design) => sections.map((section) => section.request(design)),
};
