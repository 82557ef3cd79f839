import { didYouMean } from '../../text/nearest.js';
import type { Findings } from '../findings.js';
import type { Blueprint, Entity, Lifecycle, LifecycleAction } from '../model.js';
import { valueProblem } from '../value-problem.js';
import { entitiesOf, placeOf, type Check } from './support.js';

/** A lifecycle moves between the values of an enum field, begins at its default, and can reach every one of them. */
export const checkLifecycles: Check = (blueprint, findings) => {
  for (const entity of entitiesOf(blueprint)) {
    if (!entity.lifecycle) continue;
    const hasState = checkStateField(entity, entity.lifecycle, findings);
    const before = findings.all.length;
    for (const action of entity.lifecycle.actions) checkAction(blueprint, entity, entity.lifecycle, action, findings);
    // A misspelt state is not reached either; it is told once.
    const isReadable = findings.all.length === before && entity.lifecycle.actions.every((action) => action.to !== '');
    if (hasState && isReadable) checkReachable(entity, entity.lifecycle, findings);
    if (entity.lifecycle.actions.length === 0)
      findings.error('LIFECYCLE', entity.lifecycle.at, 'The lifecycle has no actions.');
  }
};

function checkStateField(entity: Entity, lifecycle: Lifecycle, findings: Findings): boolean {
  const at = placeOf(lifecycle, 'field');
  const field = entity.fields.find((candidate) => candidate.name === lifecycle.field);
  const refuse = (message: string, hint?: string): false => {
    findings.error('LIFECYCLE', field && !lifecycle.places?.field ? placeOf(field, 'type') : at, message, hint);
    return false;
  };
  if (!field) {
    const enums = entity.fields.filter(({ type }) => type.kind === 'enum').map(({ name }) => name);
    const hint =
      didYouMean(lifecycle.field, enums) ??
      'Add `status: enum(…) = …`, or name another field with `field:` beside `actions:`.';
    return refuse(`${entity.name} has no field "${lifecycle.field}" to hold its state.`, hint);
  }
  if (field.type.kind !== 'enum' || field.many)
    return refuse(`The state is held by one enum field; "${field.name}" is none.`);
  if (field.optional) return refuse('A row is always in some state: the field cannot be optional.', 'Leave out `?`.');
  if (field.default === undefined)
    return refuse(
      'A lifecycle begins somewhere: the field needs a default.',
      `For instance \`= ${field.type.values[0]}\`.`,
    );
  if (field.unique) return refuse('A state cannot be unique.');
  return true;
}

function checkAction(
  blueprint: Blueprint,
  entity: Entity,
  lifecycle: Lifecycle,
  action: LifecycleAction,
  findings: Findings,
): void {
  const states = lifecycle.states;
  const checkState = (state: string, part: string): void => {
    if (state === '' || states.length === 0 || states.includes(state)) return;
    findings.error(
      'UNKNOWN_STATE',
      placeOf(action, part),
      `"${state}" is not a value of ${lifecycle.field}.`,
      didYouMean(state, states) ?? `States are ${states.join(', ')}.`,
    );
  };
  action.from.forEach((state, index) => {
    checkState(state, `from.${index}`);
    if (action.from.indexOf(state) !== index)
      findings.error('LIFECYCLE', placeOf(action, `from.${index}`), `"${state}" stands here for the second time.`);
    if (state === action.to)
      findings.error('LIFECYCLE', placeOf(action, 'to'), `"${action.name}" would lead from "${state}" to itself.`);
  });
  checkState(action.to, 'to');
  checkRoles(blueprint, action, findings);
  checkSets(entity, lifecycle, action, findings);
}

function checkRoles(blueprint: Blueprint, action: LifecycleAction, findings: Findings): void {
  const names = ['owner', ...blueprint.roles.map((role) => role.name)];
  for (const role of action.roles) {
    if (!names.includes(role))
      findings.error(
        'UNKNOWN_ROLE',
        placeOf(action, `roles.${role}`),
        `There is no role "${role}".`,
        didYouMean(role, names),
      );
  }
}

function checkSets(entity: Entity, lifecycle: Lifecycle, action: LifecycleAction, findings: Findings): void {
  for (const { field: name, value } of action.sets) {
    const at = placeOf(action, `sets.${name}`);
    const field = entity.fields.find((candidate) => candidate.name === name);
    if (!field) {
      findings.error(
        'UNKNOWN_FIELD',
        at,
        `${entity.name} has no field "${name}".`,
        didYouMean(
          name,
          entity.fields.map((candidate) => candidate.name),
        ),
      );
    } else if (name === lifecycle.field) {
      findings.error('LIFECYCLE', at, `"${name}" is set by \`to\` already.`, 'Leave it out of `sets`.');
    } else if (field.immutable || field.type.kind === 'sequence' || field.many || field.unique) {
      findings.error(
        'LIFECYCLE',
        at,
        `"${name}" cannot be set by an action: it is ${field.many ? 'a list' : field.immutable ? 'immutable' : 'unique'}.`,
      );
    } else {
      const problem = valueProblem(field, value, true);
      if (problem)
        findings.error(
          'FIELD_VALUE',
          placeOf(action, `sets.${name}.value`),
          `The value does not fit "${name}": ${problem}.`,
        );
    }
  }
}

function checkReachable(entity: Entity, lifecycle: Lifecycle, findings: Findings): void {
  const reached = new Set([lifecycle.initial]);
  for (let before = -1; before !== reached.size;) {
    before = reached.size;
    for (const action of lifecycle.actions) if (action.from.some((state) => reached.has(state))) reached.add(action.to);
  }
  const field = entity.fields.find((candidate) => candidate.name === lifecycle.field)!;
  for (const state of lifecycle.states.filter((candidate) => !reached.has(candidate))) {
    findings.error(
      'LIFECYCLE',
      placeOf(field, 'type'),
      `No action of ${entity.name} ever leads to "${state}".`,
      'Add an action, or take the value out of the enum.',
    );
  }
}
