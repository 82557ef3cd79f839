import { z } from 'zod';
import { PRICE_IDS } from '../scale.js';
import { noun } from './common.js';

const price = z.number().min(0).max(1_000_000).meta({ description: 'In USD.' });

/** Prices that differ from the table of the product, such as negotiated ones or those of another provider. */
export const prices = noun(Object.fromEntries(PRICE_IDS.map((id) => [id, price.optional()]))).meta({ id: 'Prices' });
