import type { z } from 'zod';

/** What a view's schema says about one place in its words, as far as templates care. */
export type WordShape = { readonly nullable: boolean } & (
  | { readonly kind: 'word' | 'boolean' }
  | { readonly kind: 'list'; readonly element: WordShape }
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, WordShape>> }
  | { readonly kind: 'unsupported'; readonly type: string }
);

/**
 * What zod keeps of the schemas that views may use; each type has its own part of it. Defaults and transformations are not among them:
 * words come finished.
 */
interface Definition {
  readonly type: string;
  readonly innerType: z.ZodType;
  readonly element: z.ZodType;
  readonly shape: Readonly<Record<string, z.ZodType>>;
  readonly options: readonly z.ZodType[];
}

export function wordShape(schema: z.ZodType, nullable = false): WordShape {
  const { type, innerType, element, shape, options } = schema.def as unknown as Definition;
  switch (type) {
    case 'string':
    case 'number':
    case 'literal':
    case 'enum':
    case 'template_literal':
      return { kind: 'word', nullable };
    case 'boolean':
      return { kind: 'boolean', nullable };
    case 'optional':
    case 'nullable':
      return wordShape(innerType, true);
    case 'readonly':
      return wordShape(innerType, nullable);
    case 'array':
      return { kind: 'list', nullable, element: wordShape(element) };
    case 'object': {
      const fields = Object.entries(shape).map(([name, field]) => [name, wordShape(field)] as const);
      return { kind: 'object', nullable, fields: Object.fromEntries(fields) };
    }
    case 'union':
      if (options.every((option) => wordShape(option).kind === 'word')) return { kind: 'word', nullable };
      return { kind: 'unsupported', nullable, type };
    default:
      return { kind: 'unsupported', nullable, type };
  }
}
