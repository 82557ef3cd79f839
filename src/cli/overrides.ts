import { isMap, isScalar, parse, parseDocument } from 'yaml';

import { usageError } from './session.js';

/** `--set stack.queue=bullmq`: a place in the blueprint and the value it gets. */
export interface Override {
  readonly path: readonly string[];
  readonly value: unknown;
  /** As the person wrote it. */
  readonly text: string;
}

/** The value is YAML: `true`, `3`, `[a, b]` and `text` mean what they mean in the blueprint. */
export function parseOverride(text: string): Override {
  const [, place, value] = /^([A-Za-z][\w-]*(?:\.[A-Za-z][\w-]*)*)=(.*)$/s.exec(text) ?? [];
  if (place === undefined || value === undefined) {
    throw usageError(`"--set ${text}" is not of the form path=value.`, 'For example: --set stack.queue=bullmq');
  }
  try {
    return { path: place.split('.'), value: parse(value, { maxAliasCount: 0 }) as unknown, text };
  } catch {
    throw usageError(`The value of "--set ${text}" is not YAML.`, 'Put it in quotes: --set \'title="a: b"\'');
  }
}

/** The blueprint's text with the overrides in place; what they do not touch keeps its comments and order. */
export function applyOverrides(text: string, overrides: readonly Override[]): string {
  if (overrides.length === 0) return text;
  const document = parseDocument(text);
  for (const { path, value, text: written } of overrides) {
    for (let depth = 1; depth < path.length; depth += 1) {
      const parent = document.getIn(path.slice(0, depth), true);
      if (isMap(parent) || parent === undefined) continue;
      const place = path.slice(0, depth);
      if (!isScalar(parent) || parent.value !== null) {
        throw usageError(`"--set ${written}" cannot be applied: "${place.join('.')}" holds a value in the blueprint.`);
      }
      document.setIn(place, document.createNode({}));
    }
    document.setIn(path, document.createNode(value));
  }
  return document.toString({ lineWidth: 0 });
}
