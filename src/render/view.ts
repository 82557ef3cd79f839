import type { z } from 'zod';

/**
 * The finished words that one template (or a small family of templates) prints. A view holds plain data only: strings, numbers,
 * booleans, lists and objects of them. The schema is the contract with the templates; a test checks it both ways.
 */
export interface View<Schema extends z.ZodObject = z.ZodObject> {
  /** Below `templates/`, e.g. `entity-module/service.ts.hbs`. Together they print every word of the schema. */
  readonly templates: readonly string[];
  readonly schema: Schema;
}

/** Declares a view; `words` in a generator must be of the type `z.infer<typeof view.schema>`. */
export function defineView<Schema extends z.ZodObject>(view: View<Schema>): View<Schema> {
  return view;
}
