import type { Field, FieldValue } from '../../blueprint/model.js';
import { tsString } from '../../text/escape.js';

/** A JSON value as a TypeScript literal. */
export function jsonLiteral(value: unknown): string {
  if (typeof value === 'string') return tsString(value);
  if (Array.isArray(value)) return `[${value.map(jsonLiteral).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  if (members.length === 0) return '{}';
  return `{ ${members.map(([key, member]) => `${propertyName(key)}: ${jsonLiteral(member)}`).join(', ')} }`;
}

/** A constant of the blueprint as a value of the field's type in packages/core. */
export function domainLiteral(field: Field, value: FieldValue): string {
  if (value === null) return 'null';
  switch (field.type.kind) {
    case 'date':
    case 'datetime':
      return value === 'now' ? 'new Date()' : `new Date(${tsString(scalarText(value))})`;
    case 'bigint':
    case 'sequence':
      return `${scalarText(value)}n`;
    case 'decimal':
      return tsString(scalarText(value));
    default:
      return jsonLiteral(value);
  }
}

/** A value of a sample, which is JSON, as a value of the field's type in packages/core. */
export function candidateLiteral(field: Field, value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return `[${value.map((element) => candidateLiteral(field, element)).join(', ')}]`;
  return isFieldValue(value) ? domainLiteral(field, value) : jsonLiteral(value);
}

/** A constant that is one value, as text. */
export function scalarText(value: FieldValue): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isFieldValue(value: unknown): value is FieldValue {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function propertyName(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : tsString(key);
}
