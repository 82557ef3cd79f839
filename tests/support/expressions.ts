import { compileExpression } from '../../src/blueprint/compile-expression.js';
import { readFieldLine } from '../../src/blueprint/build/field-line.js';
import type { Diagnostic } from '../../src/blueprint/diagnostic.js';
import type { Expression } from '../../src/blueprint/expression.js';
import { Findings } from '../../src/blueprint/findings.js';
import type { Field } from '../../src/blueprint/model.js';
import { readYaml } from '../../src/blueprint/yaml.js';

const at = { line: 1, column: 1 };

/** `aField('dueOn', 'date?')` */
export function aField(name: string, line: string): Field {
  const { type, optional, many, words } = readFieldLine(line);
  const word = (key: 'unique' | 'immutable' | 'private' | 'personal'): boolean => words.has(key);
  return {
    name,
    type,
    optional,
    many,
    unique: word('unique'),
    immutable: word('immutable'),
    private: word('private'),
    personal: word('personal'),
    at,
  };
}

/** Compiles CEL over fields given as lines; columns of findings count from the first character of the expression. */
export function compiled(
  text: string,
  fields: Readonly<Record<string, string>>,
  options: { readonly timeAllowed?: boolean; readonly relations?: readonly string[] } = {},
): { expression?: Expression; findings: Diagnostic[] } {
  const findings = new Findings('test');
  const place = readYaml(JSON.stringify(text), findings)!.place;
  const expression = compileExpression(text, place, {
    entity: 'Thing',
    fields: Object.entries(fields).map(([name, line]) => aField(name, line)),
    broken: [],
    relations: options.relations ?? [],
    timeAllowed: options.timeAllowed ?? false,
    findings,
  });
  const shifted = findings.all.map((finding) => ({ ...finding, at: { ...finding.at, column: finding.at.column - 1 } }));
  return { ...(expression === undefined ? {} : { expression }), findings: shifted };
}
