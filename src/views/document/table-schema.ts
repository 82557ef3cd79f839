import { z } from 'zod';

/** Schema of the rows of a table: one finished text per column. */
export function tableRows<Names extends string>(...names: Names[]) {
  return z.array(z.object(Object.fromEntries(names.map((name) => [name, z.string()])) as Record<Names, z.ZodString>));
}
