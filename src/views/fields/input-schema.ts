import type { Field } from '../../blueprint/model.js';
import { tsString } from '../../text/escape.js';
import { enumNames } from './enum-names.js';
import { jsonLiteral, scalarText } from './literal.js';
import { call, plain, type Printed, wrap } from './printed.js';

/** Lists are bounded, so that one request cannot ask for unbounded work. */
const LONGEST_LIST = 100;
const LONGEST_TEXT = 10_000;

/** What a client sends on create: an optional field may be left out, and is empty then. */
export function createSchema(owner: string, field: Field): Printed {
  const schema = valueSchema(owner, field);
  if (field.many && field.default === undefined)
    return field.min ? schema : wrap(schema, (code) => `${code}.default([])`);
  const nullable = field.optional && !field.many ? wrap(schema, (code) => `${code}.nullable()`) : schema;
  if (field.default === undefined || field.default === null) {
    return field.optional ? wrap(nullable, (code) => `${code}.default(null)`) : nullable;
  }
  return withDefault(nullable, field);
}

/** What a client sends on update: what is left out stays as it is. */
export function updateSchema(owner: string, field: Field): Printed {
  const schema = valueSchema(owner, field);
  return wrap(schema, (code) => `${code}${field.optional && !field.many ? '.nullable()' : ''}.optional()`);
}

/** `prefault` takes a default as clients would send it, `default` takes it as the domain works with it. */
function withDefault(schema: Printed, field: Field): Printed {
  const value = field.default ?? null;
  switch (field.type.kind) {
    case 'date':
    case 'datetime':
      if (value !== 'now') return wrap(schema, (code) => `${code}.prefault(${jsonLiteral(value)})`);
      return { code: `${schema.code}.optional().transform(orNow)`, uses: [...schema.uses, 'orNow'] };
    case 'bigint':
    case 'decimal':
      return wrap(schema, (code) => `${code}.prefault(${tsString(scalarText(value))})`);
    default:
      return wrap(schema, (code) => `${code}.default(${jsonLiteral(value)})`);
  }
}

function valueSchema(owner: string, field: Field): Printed {
  if (!field.many) return scalarSchema(owner, field, field);
  // Of a list, minimum and maximum count its elements.
  const { min, max = LONGEST_LIST } = field;
  const element = scalarSchema(owner, field, { pattern: field.pattern });
  return {
    code: `z.array(${element.code})${min === undefined ? '' : `.min(${min})`}.max(${max})`,
    uses: element.uses,
  };
}

interface Limits {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly pattern?: string | undefined;
}

function scalarSchema(owner: string, field: Field, { min, max, pattern }: Limits): Printed {
  const range = { min, max };
  switch (field.type.kind) {
    case 'string':
      return call('text', {
        min,
        max: Math.min(max ?? field.type.length, field.type.length),
        pattern: patternCode(pattern),
      });
    case 'text':
      return call('text', { min, max: max ?? LONGEST_TEXT, pattern: patternCode(pattern) });
    case 'richtext':
      return call('richText', range);
    case 'email':
      return call('email');
    case 'url':
      return call('url');
    case 'phone':
      return call('phone');
    case 'slug':
      return call('slug', range);
    case 'int':
      return call('int', range);
    case 'bigint':
    case 'sequence':
      return call('bigint', range);
    case 'decimal':
      return call('decimal', { precision: field.type.precision, scale: field.type.scale, min, max });
    case 'money':
      return call('money', range);
    case 'boolean':
      return plain('z.boolean()');
    case 'date':
      return call('date');
    case 'datetime':
      return call('datetime');
    case 'time':
      return call('time');
    case 'duration':
      return call('duration');
    case 'uuid':
      return plain('z.uuid()');
    case 'json':
      return call('json');
    case 'file':
      return call('fileReference');
    case 'enum':
      return { code: `z.enum(${enumNames(owner, field).constant})`, uses: [enumNames(owner, field).constant] };
  }
}

function patternCode(pattern: string | undefined): string | undefined {
  return pattern === undefined ? undefined : `new RegExp(${tsString(pattern)})`;
}
