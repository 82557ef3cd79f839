import { z } from 'zod';
import { defineView } from '../../render/view.js';

/** Files of packages/core that are the same in every repository. */
export const CORE_FILES = [
  'actor.ts',
  'file-reference.ts',
  'json.ts',
  'lifecycle.spec.ts',
  'lifecycle.ts',
  'money.ts',
  'page.ts',
  'rules.ts',
  'stored.ts',
] as const;

export const coreFilesView = defineView({
  templates: CORE_FILES.map((file) => `packages/core/src/${file}.hbs`),
  schema: z.object({}),
});
