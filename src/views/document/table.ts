import { z } from 'zod';

/** Rows of a table in the document: a text for each column. */
export function table<Name extends string>(...names: Name[]): z.ZodArray<z.ZodObject<Record<Name, z.ZodString>>> {
  return z.array(z.object(Object.fromEntries(names.map((name) => [name, z.string()])) as Record<Name, z.ZodString>));
}
