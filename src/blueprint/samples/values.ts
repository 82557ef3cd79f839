import type { Entity, Field, FieldValue } from '../model.js';
import { kebabCase, sentenceCase } from '../../text/case.js';

/** A well-typed value of the field as it stands in JSON; different for every `n` where the type has that many values. */
export function sampleValue(entity: Entity, field: Field, n: number): unknown {
  if (!field.many) return scalarValue(entity, field, n);
  const count = Math.max(1, field.min ?? 1);
  return Array.from({ length: count }, (_, position) => scalarValue(entity, { ...field, many: false }, n + position));
}

/** A Monday in winter: nowhere near a change of clocks or the end of a month. */
const FIRST_DAY = Date.UTC(2026, 0, 12, 9);
const DAY_MS = 86_400_000;

function scalarValue(entity: Entity, field: Field, n: number): unknown {
  if (field.example !== undefined)
    return n === 0 ? jsonOf(field, field.example) : variantOf(entity, field, field.example, n);
  return typicalValue(entity, field, n);
}

function typicalValue(entity: Entity, field: Field, n: number): unknown {
  const { type } = field;
  switch (type.kind) {
    case 'string':
      return fitted(field, phrase(entity, field, n), n, type.length);
    case 'text':
      return fitted(field, phrase(entity, field, n), n, 10_000);
    case 'richtext':
      return `<p>${fitted(field, phrase(entity, field, n), n, 10_000)}</p>`;
    case 'email':
      return `${kebabCase(entity.name)}${n + 1}@mail.test`;
    case 'url':
      return `https://www.site.test/${kebabCase(entity.name)}/${n + 1}`;
    // Ofcom keeps 020 7946 0000–0999 for drama: https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
    case 'phone':
      return `+442079460${String(100 + n)}`;
    case 'slug':
      return `${kebabCase(entity.name).slice(0, (field.max ?? 100) - 3)}-${n + 1}`;
    case 'duration':
      return `PT${15 * (n + 1)}M`;
    case 'time':
      return `09:${String(n % 60).padStart(2, '0')}:00`;
    case 'uuid':
      return `00000000-0000-4000-8000-${String(n + 1).padStart(12, '0')}`;
    case 'int':
      return within(field, n + 1);
    case 'bigint':
    case 'sequence':
      return String(within(field, n + 1));
    case 'decimal':
      return within(field, n + 1).toFixed(type.scale);
    case 'money':
      return { amount: within(field, 1000 * (n + 1)), currency: 'EUR' };
    case 'boolean':
      return n % 2 === 0;
    case 'date':
      return new Date(FIRST_DAY + n * DAY_MS).toISOString().slice(0, 10);
    case 'datetime':
      return new Date(FIRST_DAY + n * DAY_MS).toISOString();
    case 'enum':
      return type.values[n % type.values.length];
    case 'json':
      return { note: phrase(entity, field, n) };
    case 'file':
      return {
        key: `samples/${n + 1}.pdf`,
        name: `${n + 1}.pdf`,
        contentType: 'application/pdf',
        size: 1024 * (n + 1),
      };
  }
}

/** `Product 1` for names and titles, `Carrier code 1` for everything else. */
function phrase(entity: Entity, field: Field, n: number): string {
  const subject = ['name', 'title', 'label'].includes(field.name) ? entity.name : field.name;
  return `${sentenceCase(subject)} ${n + 1}`;
}

/** Cuts or fills a phrase to the lengths that the field allows; the number at its end stays. */
function fitted(field: Field, phraseText: string, n: number, length: number): string {
  const longest = Math.min(length, field.max ?? length);
  const shortest = field.min ?? 0;
  if (phraseText.length > longest) {
    const code = letters(n, longest);
    return longest >= 8 ? `${phraseText.slice(0, longest - code.length - 1).trimEnd()} ${n + 1}`.slice(-longest) : code;
  }
  return phraseText.padStart(shortest, 'x');
}

/** `AAA`, `AAB` … for codes too short for words. */
function letters(n: number, length: number): string {
  const digits = n.toString(26).padStart(Math.min(length, 3), '0');
  return [...digits]
    .map((digit) => String.fromCharCode(65 + Number.parseInt(digit, 26)))
    .join('')
    .slice(-length);
}

function within(field: Field, wanted: number): number {
  const { min, max } = field;
  if (min !== undefined && wanted < min) return Math.min(min + wanted - 1, max ?? Number.MAX_SAFE_INTEGER);
  if (max !== undefined && wanted > max) return Math.max(max - wanted + 1, min ?? Number.MIN_SAFE_INTEGER, max - 1000);
  return wanted;
}

/** The example counted on: its last run of digits grows by `n`, else its last letter moves on. */
function variantOf(entity: Entity, field: Field, example: FieldValue, n: number): unknown {
  if (typeof example !== 'string' || !hasText(field)) {
    return typicalValue(entity, field, n);
  }
  const candidates = [countedOn(example, n), lettered(example, n)];
  const matching = candidates.find((text) => text !== example && fits(field, text));
  return matching ?? example;
}

function hasText({ type }: Field): boolean {
  return (
    type.kind === 'string' ||
    type.kind === 'text' ||
    type.kind === 'slug' ||
    type.kind === 'email' ||
    type.kind === 'url'
  );
}

function countedOn(text: string, n: number): string {
  return text.replace(/(\d+)(\D*)$/, (_, digits: string, rest: string) => {
    const next = (BigInt(digits) + BigInt(n)) % 10n ** BigInt(digits.length);
    return `${String(next).padStart(digits.length, '0')}${rest}`;
  });
}

function lettered(text: string, n: number): string {
  return text.replace(/([A-Za-z])([^A-Za-z]*)$/, (_, letter: string, rest: string) => {
    const base = letter >= 'a' ? 97 : 65;
    return `${String.fromCharCode(base + ((letter.charCodeAt(0) - base + n) % 26))}${rest}`;
  });
}

/** Whether the text satisfies the pattern and the lengths of the field. */
export function fits(field: Field, text: string): boolean {
  const longest = field.type.kind === 'string' ? field.type.length : Number.POSITIVE_INFINITY;
  return (
    text.length <= Math.min(longest, field.max ?? longest) &&
    text.length >= (field.min ?? 0) &&
    (field.pattern === undefined || new RegExp(field.pattern, 'u').test(text))
  );
}

/** A value of the blueprint as JSON carries it. */
export function jsonOf(field: Field, value: FieldValue): unknown {
  switch (field.type.kind) {
    case 'decimal':
      return typeof value === 'number' ? value.toFixed(field.type.scale) : value;
    case 'bigint':
      return typeof value === 'number' ? String(value) : value;
    default:
      return value;
  }
}
