import { z } from 'zod';
import type { Design } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { tsString } from '../../text/escape.js';

/** The description of the API, which carries the product's name and purpose. */
export const openApiView = defineView({
  templates: ['apps/api/src/openapi.ts.hbs'],
  schema: z.object({ title: z.string(), summary: z.string() }),
});

export function openApiWords({ product }: Design): z.infer<typeof openApiView.schema> {
  return { title: tsString(product.title), summary: tsString(product.summary) };
}
