import { z } from 'zod';
import { noun } from './common.js';

export const DIAGRAM_CHARSETS = ['unicode', 'ascii'] as const;

export const document = noun({
  diagrams: z.enum(DIAGRAM_CHARSETS).optional().meta({
    description:
      'Characters that diagrams are drawn with: box drawing (default), or 7-bit ASCII where someone needs it.',
  }),
}).meta({ id: 'Document' });
