import { validate } from '@prisma/prisma-schema-wasm';

/** What `prisma validate` says about a schema, without its command line; nothing when it is valid. */
export function prismaComplaint(schema: string): string | undefined {
  try {
    validate(JSON.stringify({ prismaSchema: [['schema.prisma', schema]], noColor: true }));
    return undefined;
  } catch (error) {
    const { message } = error as Error;
    return message.startsWith('{') ? (JSON.parse(message) as { message: string }).message : message;
  }
}
