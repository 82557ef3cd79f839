import type { z } from 'zod';

import type { Design } from '../src/design/model.js';
import type { TemplateRequest } from '../src/plan/model.js';
import type { View } from '../src/render/view.js';

/** One of the 15 sections of the architecture document. */
export interface Section {
  /** 0 to 14: its place in the document, and the beginning of its file name. */
  readonly number: number;
  readonly id: string;
  request(design: Design): TemplateRequest;
}

/** The sections that are written. */
export const sections: readonly Section[] = [];

/** A row of the table: its view must have the template `document/NN-<id>.md.hbs`. */
export function section<Schema extends z.ZodObject>(
  number: number,
  id: string,
  view: View<Schema>,
  words: (design: Design) => z.input<Schema>,
): Section {
  const file = `${String(number).padStart(2, '0')}-${id}.md`;
  return {
    number,
    id,
    request: (design) => ({
      path: `docs/architecture/${file}`,
      template: `document/${file}.hbs`,
      view,
      words: words(design),
    }),
  };
}
