import { z } from 'zod';
import type { Design } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { tsString } from '../../text/escape.js';
import { byCodePoint } from '../../text/order.js';

const words = z.object({ events: z.array(z.object({ type: z.string() })) });

/** What the lifecycles emit. */
export const coreEventsView = defineView({
  templates: ['packages/core/src/events.ts.hbs'],
  schema: words,
});

export function coreEventsWords({ entities }: Design): z.infer<typeof words> {
  const types = entities.flatMap(({ actions }) => actions.flatMap(({ action }) => action.emits ?? []));
  return { events: [...new Set(types)].sort(byCodePoint).map((type) => ({ type: tsString(type) })) };
}
