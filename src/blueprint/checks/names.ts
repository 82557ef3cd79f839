import { camelCase, kebabCase, pascalCase } from '../../text/case.js';
import { plural, singular } from '../../text/plural.js';
import {
  reservedActionName,
  reservedContextName,
  reservedEntityName,
  reservedFieldName,
  reservedSystemName,
} from '../../text/reserved.js';
import type { Position } from '../diagnostic.js';
import type { Findings } from '../findings.js';
import type { Blueprint, Entity, Field, Item } from '../model.js';
import { entitiesOf, placeOf, type Check } from './support.js';

const LONGEST = 40;

interface Form {
  readonly pattern: RegExp;
  readonly name: string;
  readonly convert: (name: string) => string;
}

const CAMEL: Form = { pattern: /^[a-z][A-Za-z0-9]*$/, name: 'camelCase', convert: camelCase };
const PASCAL: Form = { pattern: /^[A-Z][A-Za-z0-9]*$/, name: 'PascalCase', convert: pascalCase };
const KEBAB: Form = { pattern: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, name: 'kebab-case', convert: kebabCase };

/** Names are identifiers of the usual form, and mean nothing else anywhere in the output. */
export const checkNames: Check = (blueprint, findings) => {
  const system = blueprint.places?.name ?? { line: 1, column: 1 };
  if (isIdentifier(blueprint.name, KEBAB, 'A system', system, findings)) {
    refuse(reservedSystemName(blueprint.name), blueprint.name, `${blueprint.name}-app`, system, findings);
  }
  for (const context of blueprint.contexts) {
    if (isIdentifier(context.name, KEBAB, 'A context', context.at, findings)) {
      refuse(reservedContextName(context.name), context.name, `${context.name}-domain`, context.at, findings);
    }
  }
  for (const entity of entitiesOf(blueprint)) checkEntity(entity, findings);
  checkRoles(blueprint, findings);
  for (const item of [...blueprint.integrations, ...blueprint.reports]) {
    isIdentifier(item.name, KEBAB, 'A name here', item.at, findings);
  }
};

function checkRoles(blueprint: Blueprint, findings: Findings): void {
  for (const role of blueprint.roles) {
    if (!isIdentifier(role.name, KEBAB, 'A role', role.at, findings)) continue;
    if (role.name === 'owner') {
      findings.error(
        'RESERVED_NAME',
        role.at,
        'Every organization has an "owner" who may do everything.',
        'Call yours "manager" or "admin".',
      );
    }
  }
}

function checkEntity(entity: Entity, findings: Findings): void {
  if (isIdentifier(entity.name, PASCAL, 'An entity', entity.at, findings)) {
    checkAcronyms(entity, findings);
    checkEntityWord(entity, findings);
  }
  for (const field of entity.fields) checkMember(field, 'field', findings);
  for (const relation of entity.relations) {
    checkMember(relation, 'relation', findings);
    for (const field of relation.fields) checkMember(field, 'field', findings);
  }
  for (const action of entity.lifecycle?.actions ?? []) {
    if (!isIdentifier(action.name, CAMEL, 'An action', action.at, findings)) continue;
    refuse(
      reservedActionName(action.name),
      action.name,
      camelCase(`${action.name}-${entity.name}`),
      action.at,
      findings,
    );
  }
  for (const rule of entity.rules) isRuleId(rule.id, placeOf(rule, 'id'), findings);
}

/** Tools do not agree on what `SKUItem` is in camelCase; the database client says `sKUItem`. */
function checkAcronyms(entity: Entity, findings: Findings): void {
  const better = pascalCase(entity.name);
  if (better === entity.name) return;
  findings.error(
    'INVALID_NAME',
    entity.at,
    'Acronyms are written like words in names of entities.',
    `Write "${better}".`,
  );
}

function checkEntityWord(entity: Entity, findings: Findings): void {
  const many = plural(entity.name);
  const reserved = reservedEntityName(entity.name, [camelCase(entity.name), camelCase(many)]);
  if (reserved) {
    const message = `An entity cannot be called "${entity.name}": ${reserved.because}.`;
    findings.error('RESERVED_NAME', entity.at, message, `Call it "${reserved.suggestion}", for instance.`);
    return;
  }
  if (many !== entity.name) return;
  const one = singular(entity.name);
  const better = one !== entity.name ? one : `${entity.name}Item`;
  findings.error(
    'NAME_NOT_SINGULAR',
    entity.at,
    `"${entity.name}" is its own plural; an entity is named after one of its kind.`,
    `Call it "${better}".`,
  );
}

function checkMember(member: Item & Pick<Field, 'name'>, what: string, findings: Findings): void {
  if (!isIdentifier(member.name, CAMEL, `A ${what}`, member.at, findings)) return;
  refuse(reservedFieldName(member.name), member.name, camelCase(`own-${member.name}`), member.at, findings);
}

function isIdentifier(name: string, form: Form, what: string, at: Position, findings: Findings): boolean {
  if (!form.pattern.test(name)) {
    const better = form.convert(name);
    const isAscii = /^[\x20-\x7e]+$/.test(name);
    const hint = isAscii && form.pattern.test(better) && better.length <= LONGEST ? `Write "${better}".` : undefined;
    findings.error(
      'INVALID_NAME',
      at,
      `${what} is named in ${form.name}, in ASCII letters and digits, beginning with a letter.`,
      hint,
    );
    return false;
  }
  if (name.length <= LONGEST) return true;
  findings.error(
    'NAME_TOO_LONG',
    at,
    `"${name.slice(0, LONGEST)}…" has ${name.length} characters; names have ${LONGEST} at most.`,
  );
  return false;
}

function isRuleId(id: string, at: Position, findings: Findings): void {
  if (KEBAB.pattern.test(id) && id.length <= 60) return;
  findings.error(
    'INVALID_NAME',
    at,
    `The id of a rule is in kebab-case, 60 characters at most.`,
    `Give it an id of its own: \`{ check: …, id: … }\`.`,
  );
}

function refuse(because: string | undefined, name: string, suggestion: string, at: Position, findings: Findings): void {
  if (because === undefined) return;
  findings.error(
    'RESERVED_NAME',
    at,
    `"${name}" cannot be used as a name: ${because}.`,
    `Call it "${suggestion}", for instance.`,
  );
}
