import { blueprintJsonSchema } from '../../blueprint/json-schema.js';
import type { Brief } from '../brief.js';
import type { PlannedBlueprint } from '../planner.js';
import { taskPage } from './task.js';

/** All that an agent needs to write a blueprint, as files of one folder; sorted by path. */
export function exportFiles(
  brief: Brief,
  draft: PlannedBlueprint,
): { readonly path: string; readonly contents: string }[] {
  return [
    { path: 'TASK.md', contents: taskPage() },
    { path: 'blueprint.schema.json', contents: `${JSON.stringify(blueprintJsonSchema(), undefined, 2)}\n` },
    { path: 'blueprint.yaml', contents: `# yaml-language-server: $schema=blueprint.schema.json\n${draft.text}` },
    { path: 'brief.md', contents: `${brief.text.trimEnd()}\n` },
  ];
}
