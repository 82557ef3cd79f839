import type { Fact, Unit } from './fact.js';

/** `1,234`, `0.5`: the one way the document writes numbers; at most three digits after the point, none from 100 on (99.95 is not 100). */
export function number(value: number): string {
  const size = Math.abs(value);
  const digits = size >= 100 ? 0 : size >= 10 && size < 99 ? 1 : 3;
  const [whole = '', fraction] = String(Number(value.toFixed(digits))).split('.');
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** `38 requests/s`, `$1,234`, `99.9 %`. */
export function amount({ value, unit }: Pick<Fact, 'value' | 'unit'>): string {
  const text = number(value);
  const form = UNITS[unit];
  return form === undefined
    ? `${text} ${value === 1 && unit.endsWith('s') && unit.length > 3 ? unit.slice(0, -1) : unit}`
    : form(text);
}

const UNITS: Readonly<Partial<Record<Unit, (text: string) => string>>> = {
  none: (text) => text,
  times: (text) => `${text}×`,
  percent: (text) => `${text} %`,
  USD: (text) => `$${text}`,
  'USD/month': (text) => `$${text} a month`,
};

/** With how it is known, for headline figures: `38 requests/s (modelled)`. */
export function headline(fact: Fact): string {
  return `${amount(fact)} (${fact.basis})`;
}

/** `1 context`, `3 entities`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}
