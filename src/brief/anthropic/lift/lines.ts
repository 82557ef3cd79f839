/** `price: money min 0` in two: a name of ours, and a line that the parser of the blueprint language reads. */
export interface NamedLine {
  readonly name: string;
  readonly line: string;
}

/** Undefined where there is no name before a colon. Names that are no identifiers are no keys either. */
export function readNamedLine(text: string): NamedLine | undefined {
  const match = /^\s*"?([A-Za-z][A-Za-z0-9]{0,60})"?\s*:\s*(\S.*?)\s*$/s.exec(text);
  if (!match || match[2]!.length > 1000) return undefined;
  return { name: match[1]!, line: match[2]!.replaceAll(/\s+/g, ' ') };
}

export type Scalar = string | number | boolean | null | { amount: number; currency: string };

/** A constant as the language writes it: `now`, `true`, `12.5`, `1250 EUR`, `"two words"`. */
export function readScalar(text: string): Scalar {
  const trimmed = text.trim();
  const money = /^(-?\d{1,15}) ([A-Z]{3})$/.exec(trimmed);
  if (money) return { amount: Number(money[1]), currency: money[2]! };
  if (/^-?\d{1,15}(\.\d{1,10})?$/.test(trimmed)) return Number(trimmed);
  if (trimmed === 'true' || trimmed === 'false') return trimmed === 'true';
  if (trimmed === 'null') return null;
  return trimmed.replace(/^(["'])(.*)\1$/, '$2');
}

export interface Transition {
  readonly name: string;
  readonly from: readonly string[];
  readonly to: string;
}

/** `win: open -> won`, `cancel: pending, paid -> cancelled`. */
export function readNamedTransition(text: string): Transition | undefined {
  const named = readNamedLine(text);
  const match = named && /^([^>]*?)\s*->\s*(\S+)$/.exec(named.line);
  const from = match?.[1]?.split(/[\s,]+/).filter((state) => state !== '') ?? [];
  if (!named || !match || from.length === 0) return undefined;
  return { name: named.name, from: [...new Set(from)], to: match[2]! };
}
