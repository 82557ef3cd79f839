import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from 'yaml';

import type { Position } from '../../../blueprint/diagnostic.js';
import { readBlueprint } from '../../../blueprint/read.js';
import type { BlueprintSource } from '../../../blueprint/schema/blueprint.js';
import { writeBlueprint } from '../../../blueprint/write.js';

export type Path = readonly (string | number)[];

/** One error of a composed blueprint: where it is, and what to do about it. */
export interface Fault {
  readonly code: string;
  readonly path: Path;
  /** Message and hint of the language, in whole sentences. */
  readonly message: string;
}

/** Every error that the checks of the language find, in the order of the file. */
export function faultsOf(source: BlueprintSource): Fault[] {
  const text = writeBlueprint(source);
  const errors = readBlueprint(text, 'blueprint.yaml').diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return [];
  const pathOf = pathFinder(text);
  return errors.map(({ code, at, message, hint }) => ({
    code,
    path: pathOf(at),
    message: hint === undefined ? message : `${message} ${hint}`,
  }));
}

/** Tells which item of a YAML text stands at a position. */
function pathFinder(text: string): (position: Position) => Path {
  const lines = new LineCounter();
  const root = parseDocument(text, { lineCounter: lines }).contents;
  return ({ line, column }) => pathAt(root, (lines.lineStarts[line - 1] ?? 0) + column - 1);
}

function pathAt(node: Node | null, offset: number): Path {
  if (isMap(node)) {
    for (const { key, value } of node.items as { key: Node; value: Node | null }[]) {
      if (!isScalar(key) || !isWithin(offset, key, value ?? key)) continue;
      const inKey = isWithin(offset, key, key);
      return [String(key.value), ...(inKey ? [] : pathAt(value, offset))];
    }
  }
  if (isSeq(node)) {
    const index = (node.items as Node[]).findIndex((item) => isWithin(offset, item, item));
    if (index >= 0) return [index, ...pathAt(node.items[index] as Node, offset)];
  }
  return [];
}

function isWithin(offset: number, first: Node, last: Node): boolean {
  return offset >= (first.range?.[0] ?? 0) && offset < Math.max(last.range?.[1] ?? 0, (first.range?.[0] ?? 0) + 1);
}

/** The part of the work that wrote an item. */
export type Owner =
  | { readonly stage: 'design' | 'cross' | 'code' }
  | { readonly stage: 'entities' | 'behaviour'; readonly context: string };

export function ownerOf(path: Path, source: BlueprintSource): Owner {
  const [section, name, part, third, fourth] = path;
  if (section === 'contexts') {
    if (typeof name !== 'string' || part !== 'entities' || third === undefined) return { stage: 'design' };
    return { stage: fourth === 'lifecycle' ? 'behaviour' : 'entities', context: name };
  }
  if (section === 'roles') {
    const grant =
      part === 'grants' && typeof third === 'number' ? source.roles?.[String(name)]?.grants?.[third] : undefined;
    const context = grant?.split(/[.:]/)[0];
    if (context === undefined) return { stage: 'design' };
    return Object.hasOwn(source.contexts, context) ? { stage: 'behaviour', context } : { stage: 'cross' };
  }
  const isCross = ['goals', 'reactions', 'integrations', 'webhooks', 'reports'].includes(String(section));
  return { stage: isCross ? 'cross' : 'code' };
}

export function isOwnedBy(owner: Owner, stage: Owner['stage'], context?: string): boolean {
  return owner.stage === stage && ('context' in owner ? owner.context : undefined) === context;
}

/** `Deal.fields.value: …`, the place as far as the writer of an answer knows it. */
export function sentenceOf({ path, message }: Fault): string {
  const start = path[0] === 'contexts' ? (path[2] === 'entities' ? 3 : 1) : 0;
  const place = path.slice(start).map(String).join('.');
  return place === '' ? message : `${place}: ${message}`;
}
