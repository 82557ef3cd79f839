import { design } from '../../src/design/index.js';
import type { Design, EntityDesign } from '../../src/design/model.js';
import type { Blueprint } from '../../src/blueprint/model.js';
import { readBlueprint } from '../../src/blueprint/read.js';

/** A blueprint of one context, `shop`, with the entities given as YAML (indented by nothing). */
export function aShop(entities: string, rest = ''): Blueprint {
  return aBlueprint(`contexts:\n  shop:\n    summary: Sells things\n    entities:\n${indented(entities, 6)}\n${rest}`);
}

/** A blueprint with the usual head and the rest as given. Fails loudly where it has errors. */
export function aBlueprint(rest: string): Blueprint {
  const text = `blueprint: 1\nname: acme\ntitle: Acme\nsummary: A shop\n${rest}\n`;
  const { blueprint, diagnostics } = readBlueprint(text, 'blueprint.yaml');
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!blueprint || errors.length > 0) {
    throw new Error(errors.map(({ at, code, message }) => `${at.line}:${at.column} ${code} ${message}`).join('\n'));
  }
  return blueprint;
}

export function aShopDesign(entities: string, rest = ''): Design {
  return design(aShop(entities, rest));
}

export function entityOf(system: Design, name: string): EntityDesign {
  const found = system.entities.find(({ entity }) => entity.name === name);
  if (!found) throw new Error(`No entity ${name}`);
  return found;
}

function indented(text: string, by: number): string {
  return text
    .trim()
    .split('\n')
    .map((line) => ' '.repeat(by) + line)
    .join('\n');
}
