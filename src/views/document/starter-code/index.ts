import { z } from 'zod';

import { isGenerated, type PartId } from '../../../blueprint/parts.js';
import type { Design } from '../../../design/model.js';
import { partOf } from '../../../design/parts.js';
import { excerptWords, type QuotableFiles } from '../../../render/excerpt.js';
import { defineView } from '../../../render/view.js';
import { markdownText } from '../../../text/escape.js';
import { code, counted, label, list } from '../words.js';
import { domainFiles } from './domain.js';
import { platformFiles, surroundingFiles } from './platform.js';

export const starterCodeView = defineView({
  templates: ['document/13-starter-code.md.hbs'],
  schema: z.object({
    title: z.string(),
    fileCount: z.string(),
    entityCount: z.string(),
    files: z.array(
      z.object({ number: z.string(), title: z.string(), text: z.string(), excerpts: z.array(excerptWords) }),
    ),
    rest: z.array(z.object({ part: z.string(), where: z.string(), state: z.string() })),
  }),
});

/** What belongs to a backend of this kind besides the files above. */
const REST: readonly PartId[] = [
  'image',
  'ci',
  'worker',
  'queues',
  'outbox-relay',
  'kubernetes',
  'deploy-workflow',
  'dashboards',
  'alerts',
  'load-tests',
];

export async function starterCodeWords(
  design: Design,
  files: QuotableFiles,
): Promise<z.infer<typeof starterCodeView.schema>> {
  const shown = [
    ...(await platformFiles(design, files)),
    ...(await domainFiles(design, files)),
    ...(await surroundingFiles(design, files)),
  ];
  const excerpts = shown.flatMap((one) => one.excerpts);
  return {
    title: markdownText(design.product.title),
    fileCount: counted(new Set(excerpts.map(({ path }) => path)).size, 'file'),
    entityCount: counted(design.entities.length, 'entity', 'entities'),
    files: shown.map((one, index) => ({ ...one, number: String(index + 1), excerpts: [...one.excerpts] })),
    rest: REST.filter((id) => id !== 'kubernetes' || design.stack.deploy === 'kubernetes').map((id) => {
      const { title, where } = partOf(id);
      return {
        part: title,
        where: list(where.map(code)),
        state: isGenerated(id) ? label(id) : `${label(id)}: will stand there`,
      };
    }),
  };
}
