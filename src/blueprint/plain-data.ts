import { isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Position } from './diagnostic.js';
import type { Findings } from './findings.js';

/** Control characters but tab and line breaks, carriage returns on their own, halves of characters, non-characters. */
export const FORBIDDEN = /(?![\t\n\r\u0085])\p{Cc}|\r(?!\n)|\p{Surrogate}|[\uFFFE\uFFFF]/u;

/** Turns nodes into plain data, refusing what a blueprint has no use for. */
export class PlainData {
  static readonly deepest = 24;
  static readonly mostFindings = 50;

  constructor(
    private readonly findings: Findings,
    private readonly at: (offset: number) => Position,
  ) {}

  of(node: Node | null, depth: number): unknown {
    if (node === null) return null;
    const here = this.at(node.range?.[0] ?? 0);
    if (depth > PlainData.deepest) {
      this.findings.error('NESTED_TOO_DEEP', here, `The file is nested more than ${PlainData.deepest} levels deep.`);
      return null;
    }
    if (isAlias(node) || ('anchor' in node && node.anchor)) {
      this.findings.error(
        'YAML_ALIAS',
        here,
        'Anchors and aliases are not part of the language.',
        'Write the value out.',
      );
      return null;
    }
    if (node.tag !== undefined) {
      this.findings.error(
        'YAML_TAG',
        here,
        `The tag ${node.tag} is not part of the language.`,
        'Put a text that begins with `!` in quotes.',
      );
      return null;
    }
    if (isSeq(node)) return node.items.map((item) => this.of(item as Node | null, depth + 1));
    if (isMap(node)) return this.mapOf(node.items as { key: Node; value: Node | null }[], depth);
    return isScalar(node) ? this.scalar(node.value, here) : null;
  }

  private mapOf(items: readonly { key: Node; value: Node | null }[], depth: number): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    for (const { key, value } of items) {
      const name = this.keyOf(key);
      if (name === undefined) continue;
      if (Object.hasOwn(result, name) && this.findings.all.length < PlainData.mostFindings) {
        const here = this.at(key.range?.[0] ?? 0);
        const message = `"${name}" stands here for the second time.`;
        this.findings.error('DUPLICATE_KEY', here, message, 'Remove or rename one of the two.');
      }
      result[name] = this.of(value, depth + 1);
    }
    return result;
  }

  private keyOf(key: Node): string | undefined {
    const here = this.at(key?.range?.[0] ?? 0);
    if (!isScalar(key) || (typeof key.value !== 'string' && typeof key.value !== 'number')) {
      this.findings.error('INVALID_KEY', here, 'A key must be a plain name.');
      return undefined;
    }
    const name = String(key.value);
    if (name === '__proto__') {
      this.findings.error('INVALID_KEY', here, 'The key "__proto__" is not allowed.');
      return undefined;
    }
    this.scalar(name, here);
    return name;
  }

  private scalar(value: unknown, here: Position): unknown {
    if (typeof value === 'bigint') return Number(value);
    if (typeof value === 'string' && FORBIDDEN.test(value)) {
      this.findings.error('CONTROL_CHARACTER', here, 'The text holds a control character.');
    }
    return value;
  }
}
