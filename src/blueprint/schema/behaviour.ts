import { z } from 'zod';
import { count, noun, PATTERN } from './common.js';

const positive = (description: string, max: number) => z.number().positive().max(max).meta({ description });
const share = (description: string) => z.number().min(0).max(1).meta({ description });

/** What the capacity model has to know of the users and of one request. What is left out is assumed, and the document says so. */
export const behaviour = noun({
  requestsPerUserPerMinute: positive('Requests that one active user causes in a minute at peak.', 10_000).optional(),
  peakFactor: z
    .number()
    .min(1)
    .max(1000)
    .meta({ description: 'Requests per second at peak, as a multiple of the average of the active hours.' })
    .optional(),
  activeHoursPerDay: positive('Hours of a day in which the system is used.', 24).optional(),
  readShare: share('Share of the requests that only read.').optional(),
  createShare: share('Share of the writing requests that add a row; the others change one.').optional(),
  responseKiB: positive('Mean size of an answer, in KiB as sent.', 100_000).optional(),
  fileMiB: positive('Mean size of a stored file, in MiB.', 100_000).optional(),
  cpuMsPerRequest: positive('Processor time of the API per request, in milliseconds.', 60_000).optional(),
  databaseMsPerRequest: positive('Time a request holds a database connection, in milliseconds.', 60_000).optional(),
  rowsPerMonth: z
    .record(z.string().meta({ pattern: PATTERN.pascalCase }), count('New rows per month at launch.'))
    .meta({ description: 'New rows per month at launch, by entity, where they are known; the others share the rest.' })
    .optional(),
}).meta({ id: 'Behaviour' });
