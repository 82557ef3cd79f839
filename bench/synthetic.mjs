// A blueprint of any size that looks like a real one: fields of many kinds, references within and across contexts, rules, lifecycles.

const FIRST = ['Amber', 'Birch', 'Cedar', 'Delta', 'Ember', 'Fjord', 'Grove', 'Haven', 'Inlet', 'Jetty'];
const SECOND = ['Parcel', 'Ticket', 'Ledger', 'Bundle', 'Permit', 'Voucher', 'Roster', 'Survey', 'Quota', 'Docket'];
const THIRD = ['', 'Batch', 'Entry', 'Frame', 'Grade', 'Layer', 'Panel', 'Phase', 'Round', 'Shift'];
const PER_CONTEXT = 10;

/** The name of the entity with this number: `AmberParcel`, … `JettyDocketShift`. */
export function entityName(number) {
  return FIRST[number % 10] + SECOND[Math.floor(number / 10) % 10] + THIRD[Math.floor(number / 100) % 10];
}

function contextName(number) {
  return `area${String.fromCharCode(97 + Math.floor(number / 26))}${String.fromCharCode(97 + (number % 26))}`;
}

function entity(number) {
  const first = number - (number % PER_CONTEXT);
  const sibling = number > first ? `        home: ${entityName(first + Math.floor((number - first - 1) / 2))}\n` : '';
  const elsewhere =
    number >= PER_CONTEXT && number === first ? `        source: ${entityName(number - PER_CONTEXT)}?\n` : '';
  return `      ${entityName(number)}:
        fields:
          code: string(32) unique
          title: string(120)
          details: text?
          price: money
          quantity: int
          dueOn: date?
          status: enum(draft, active, closed) = draft
${(sibling || elsewhere) && `        relations:\n${(sibling + elsewhere).replace(/^ {8}/gm, '          ')}`}        rules:
          - quantity >= 0
        lifecycle:
          activate: draft -> active
          close: active -> closed
        list: { filter: [status], sort: [createdAt, title], search: [title] }
`;
}

export function syntheticBlueprint(entities) {
  const contexts = Array.from({ length: Math.ceil(entities / PER_CONTEXT) }, (_, number) => {
    const first = number * PER_CONTEXT;
    const members = Array.from({ length: Math.min(PER_CONTEXT, entities - first) }, (__, index) =>
      entity(first + index),
    );
    const needs = number > 0 ? `    needs: [${contextName(number - 1)}]\n` : '';
    return `  ${contextName(number)}:\n    summary: Area ${number + 1}\n${needs}    entities:\n${members.join('')}`;
  });
  return `blueprint: 1
name: synthetic
title: Synthetic ${entities}
summary: A system of ${entities} entities.
roles:
  clerk: { summary: Works everywhere, grants: ['*'] }
contexts:
${contexts.join('')}`;
}
