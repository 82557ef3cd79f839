import { z } from 'zod';

/** The shape that a model is held to while it writes. */
export interface WireFormat<Answer> {
  readonly shape: z.ZodType<Answer>;
  readonly schema: WireSchema;
}

export type WireSchema = Record<string, unknown>;

/**
 * The smallest faithful JSON Schema of a shape: nothing is shared, closed or explained beyond what the service enforces. Lengths, ranges
 * and patterns stay in the shape, which reads the answer.
 */
export function wireFormat<Answer>(shape: z.ZodType<Answer>): WireFormat<Answer> {
  const schema = z.toJSONSchema(shape, { reused: 'inline', io: 'input', cycles: 'throw', unrepresentable: 'throw' });
  return { shape, schema: trimmed(schema) as WireSchema };
}

const KEPT = new Set([
  'type',
  'properties',
  'items',
  'enum',
  'const',
  'required',
  'additionalProperties',
  'anyOf',
  '$ref',
]);

function trimmed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(trimmed);
  if (typeof node !== 'object' || node === null) return node;
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    if (!KEPT.has(key) || (key === 'type' && 'enum' in node)) continue;
    if (key === 'properties') result[key] = mapValues(value as Record<string, unknown>, trimmed);
    else if (key === 'items' || key === 'anyOf') result[key] = trimmed(value);
    else result[key] = value;
  }
  if (result.properties) {
    result.required ??= [];
    result.additionalProperties = false;
  }
  return result;
}

function mapValues(map: Record<string, unknown>, change: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}

/** The service refuses schemas beyond a size that it does not publish; 3.6 KB was seen to be too much. */
export const LARGEST_SCHEMA_BYTES = 3000;
const MOST_ENUM_VALUES = 100;
const DEEPEST = 8;

/** What the service would not take, or not hold the model to. Empty for every stage. */
export function lintWireSchema(schema: unknown): string[] {
  const bytes = Buffer.byteLength(JSON.stringify(schema));
  const tooLarge = bytes > LARGEST_SCHEMA_BYTES ? [`/: ${bytes} bytes, at most ${LARGEST_SCHEMA_BYTES}`] : [];
  const isObject = typeof schema === 'object' && schema !== null && (schema as WireSchema).type === 'object';
  return [...tooLarge, ...(isObject ? [] : ['/: not an object']), ...lint(schema, '', 0)];
}

function lint(node: unknown, path: string, depth: number): string[] {
  const at = path === '' ? '/' : path;
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return [`${at}: not a schema`];
  if (depth > DEEPEST) return [`${at}: nested more than ${DEEPEST} levels deep`];
  const schema = node as WireSchema;
  const problems = Object.keys(schema).flatMap((key) => {
    if (key === '$ref') return [`${at}: a reference; recursion and shared parts are not supported`];
    if (key === 'anyOf') return [`${at}: a union`];
    return KEPT.has(key) ? [] : [`${at}: the keyword ${key}`];
  });
  if (Array.isArray(schema.type)) problems.push(`${at}: a union of types`);
  if (schema.enum !== undefined) problems.push(...lintEnum(schema.enum, at));
  if (schema.type === 'array') problems.push(...lint(schema.items, `${path}/items`, depth + 1));
  if (schema.type === 'object') problems.push(...lintObject(schema, path, depth));
  if (schema.type === undefined && schema.enum === undefined && schema.const === undefined && problems.length === 0)
    problems.push(`${at}: no type`);
  return problems;
}

function lintEnum(values: unknown, at: string): string[] {
  if (!Array.isArray(values) || values.some((value) => typeof value !== 'string'))
    return [`${at}: an enum of non-texts`];
  const texts = values as string[];
  return [
    ...(texts.length > MOST_ENUM_VALUES ? [`${at}: ${texts.length} values, at most ${MOST_ENUM_VALUES}`] : []),
    // Capitals are not kept to; with small letters alone that can be put right.
    ...texts.filter((text) => text !== text.toLowerCase()).map((text) => `${at}: "${text}" has capital letters`),
  ];
}

function lintObject(schema: WireSchema, path: string, depth: number): string[] {
  const at = path === '' ? '/' : path;
  const properties = Object.entries((schema.properties ?? {}) as Record<string, unknown>);
  const required = new Set((schema.required ?? []) as string[]);
  return [
    ...(properties.length === 0 ? [`${at}: an object without properties`] : []),
    ...(schema.additionalProperties === false ? [] : [`${at}: additionalProperties is not false`]),
    ...properties.flatMap(([name, property]) => [
      ...(required.has(name) ? [] : [`${path}/${name}: optional`]),
      ...lint(property, `${path}/${name}`, depth + 1),
    ]),
  ];
}

/** The answer with enum values as the schema spells them: the service keeps to the words, not to their capitals. */
export function withLowerCaseEnums(value: unknown, schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return value;
  const { enum: values, items, properties } = schema as { enum?: unknown[]; items?: unknown; properties?: WireSchema };
  if (values && typeof value === 'string') {
    const lower = value.toLowerCase();
    return values.includes(lower) ? lower : value;
  }
  if (items && Array.isArray(value)) return (value as unknown[]).map((item) => withLowerCaseEnums(item, items));
  if (properties && typeof value === 'object' && value !== null) {
    const known = Object.entries(value as WireSchema).map(([key, item]) => [
      key,
      Object.hasOwn(properties, key) ? withLowerCaseEnums(item, properties[key]) : item,
    ]);
    return Object.fromEntries(known) as unknown;
  }
  return value;
}
