/** Bytes of schema that the grammar compiler was seen to take: not documented, found by others; the API says "too complex" beyond. */
export const MAX_SCHEMA_BYTES = 3_600;
const MAX_OPTIONAL = 24;
const MAX_UNIONS = 16;
const MAX_ENUM_VALUES = 160;

const KEYWORDS = new Set([
  'type',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'minItems',
  'enum',
  'const',
  'anyOf',
  'allOf',
  'format',
  'pattern',
  'description',
  'title',
  '$ref',
  '$defs',
  'definitions',
]);
const TYPES = new Set(['object', 'array', 'string', 'integer', 'number', 'boolean', 'null']);
const FORMATS = new Set(['date-time', 'time', 'date', 'duration', 'email', 'hostname', 'uri', 'ipv4', 'ipv6', 'uuid']);

interface Counts {
  optional: number;
  unions: number;
  enumValues: number;
}

/** Everything in which a schema passes the limits of structured output, each as `path: problem`; written from the documentation alone. */
export function schemaProblems(schema: unknown): string[] {
  const counts: Counts = { optional: 0, unions: 0, enumValues: 0 };
  const problems: string[] = [];
  if (!isRecord(schema) || schema.type !== 'object') problems.push('$: the root is an object');
  walk(schema, '$', counts, problems, isRecord(schema) ? schema : {}, []);
  const bytes = Buffer.byteLength(JSON.stringify(schema) ?? '');
  if (bytes > MAX_SCHEMA_BYTES)
    problems.push(`$: the compiled grammar is too large (${bytes} bytes of schema), simplify the schema`);
  if (counts.optional > MAX_OPTIONAL)
    problems.push(`$: too many optional parameters (${counts.optional}, at most ${MAX_OPTIONAL})`);
  if (counts.unions > MAX_UNIONS)
    problems.push(`$: too many parameters with union types (${counts.unions}, at most ${MAX_UNIONS})`);
  if (counts.enumValues > MAX_ENUM_VALUES)
    problems.push(`$: schema is too complex for compilation (${counts.enumValues} enum values)`);
  return problems;
}

function walk(
  node: unknown,
  path: string,
  counts: Counts,
  problems: string[],
  root: Readonly<Record<string, unknown>>,
  above: readonly string[],
): void {
  const say = (problem: string) => problems.push(`${path}: ${problem}`);
  if (!isRecord(node)) return void say('a schema is an object');
  for (const keyword of Object.keys(node)) if (!KEYWORDS.has(keyword)) say(`"${keyword}" is not supported`);
  checkType(node, counts, say);
  checkValues(node, counts, say);

  if (typeof node.$ref === 'string') {
    const name = /^#\/(?:\$defs|definitions)\/([^/]+)$/.exec(node.$ref)?.[1];
    const defs = isRecord(root.$defs) ? root.$defs : isRecord(root.definitions) ? root.definitions : {};
    if (name === undefined || defs[name] === undefined) say(`"${node.$ref}" is not a definition of this schema`);
    else if (above.includes(name)) return void say('recursive schemas are not supported');
    else walk(defs[name], `${path}(${name})`, counts, problems, root, [...above, name]);
    if (node.allOf !== undefined) say('"allOf" with "$ref" is not supported');
  }
  const properties = isRecord(node.properties) ? node.properties : {};
  for (const [name, child] of Object.entries(properties)) walk(child, `${path}.${name}`, counts, problems, root, above);
  if (node.items !== undefined) walk(node.items, `${path}[]`, counts, problems, root, above);
  for (const keyword of ['anyOf', 'allOf'] as const) {
    const branches = node[keyword];
    if (Array.isArray(branches))
      branches.forEach((branch, index) => walk(branch, `${path}.${keyword}[${index}]`, counts, problems, root, above));
  }
}

function checkType(node: Readonly<Record<string, unknown>>, counts: Counts, say: (problem: string) => void): void {
  const types = Array.isArray(node.type) ? (node.type as unknown[]) : node.type === undefined ? [] : [node.type];
  for (const type of types)
    if (typeof type !== 'string' || !TYPES.has(type)) say(`unknown type ${JSON.stringify(type)}`);
  if (types.length > 1 || node.anyOf !== undefined) counts.unions += 1;
  if (node.minItems !== undefined && node.minItems !== 0 && node.minItems !== 1) say('"minItems" is 0 or 1');
  if (types.includes('array') && node.items === undefined) say('an array says what its items are');
  if (!types.includes('object')) return;
  if (node.additionalProperties !== false) say('"additionalProperties" must be explicitly false');
  const names = Object.keys(isRecord(node.properties) ? node.properties : {});
  const required = Array.isArray(node.required) ? (node.required as unknown[]) : [];
  for (const name of required)
    if (typeof name !== 'string' || !names.includes(name)) say(`"required" names ${JSON.stringify(name)}, no property`);
  counts.optional += names.filter((name) => !required.includes(name)).length;
}

function checkValues(node: Readonly<Record<string, unknown>>, counts: Counts, say: (problem: string) => void): void {
  const values = Array.isArray(node.enum) ? (node.enum as unknown[]) : [];
  counts.enumValues += values.length;
  if (node.enum !== undefined && values.length === 0) say('"enum" has at least one value');
  if (values.some((value) => typeof value === 'object' && value !== null)) say('"enum" holds primitive values only');
  const { format, pattern } = node;
  if (format !== undefined && (typeof format !== 'string' || !FORMATS.has(format)))
    say(`format ${JSON.stringify(format)} is not supported`);
  if (pattern !== undefined && (typeof pattern !== 'string' || /\(\?|\\[1-9bB]/.test(pattern)))
    say('"pattern" has no look-around, back reference or word boundary');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
