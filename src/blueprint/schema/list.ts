import { z } from 'zod';
import { noun } from './common.js';

const names = (description: string) => z.array(z.string()).optional().meta({ description });

export const listOptions = noun({
  filter: names('Fields and relations that lists can be filtered by.'),
  sort: names('Fields that lists can be sorted by.'),
  search: names('Text fields that a search looks into.'),
}).meta({ id: 'List' });
