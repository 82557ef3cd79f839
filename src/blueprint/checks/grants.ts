import { didYouMean } from '../../text/nearest.js';
import { BASE_PERMISSIONS } from '../base-permissions.js';
import type { Findings } from '../findings.js';
import type { Blueprint, Entity, Grant } from '../model.js';
import { entitiesOf, placeOf, type Check } from './support.js';

/** Grants speak of contexts, entities and actions that exist. */
export const checkGrants: Check = (blueprint, findings) => {
  for (const role of blueprint.roles) {
    role.grants.forEach((grant, index) => {
      if (role.grants.findIndex((other) => other.text === grant.text) !== index) {
        findings.error('DUPLICATE_NAME', grant.at, `"${grant.text}" is granted twice.`);
      }
      checkGrant(blueprint, grant, findings);
    });
  }
};

function checkGrant(blueprint: Blueprint, grant: Grant, findings: Findings): void {
  if (grant.context === '*') {
    checkAction(grant, everyAction(blueprint), 'any context', findings);
    return;
  }
  const context = blueprint.contexts.find((candidate) => candidate.name === grant.context);
  const base = BASE_PERMISSIONS[grant.context];
  if (!context && !base) {
    const names = [...blueprint.contexts.map((candidate) => candidate.name), ...Object.keys(BASE_PERMISSIONS)];
    findings.error(
      'UNKNOWN_CONTEXT',
      placeOf(grant, 'context'),
      `There is no context "${grant.context}".`,
      didYouMean(grant.context, names),
    );
    return;
  }
  const entities = context?.entities ?? [];
  const meant = grant.entity === undefined ? entities : entities.filter((entity) => entity.name === grant.entity);
  if (grant.entity !== undefined && meant.length === 0) {
    const names = entities.map((entity) => entity.name);
    findings.error(
      'UNKNOWN_ENTITY',
      placeOf(grant, 'entity'),
      `The context "${grant.context}" has no entity "${grant.entity}".`,
      didYouMean(grant.entity, names),
    );
    return;
  }
  const actions = base ? Object.keys(base) : [...new Set(meant.flatMap(actionsOf))];
  checkAction(grant, actions, grant.entity ?? `the context "${grant.context}"`, findings);
}

function checkAction(grant: Grant, actions: readonly string[], of: string, findings: Findings): void {
  if (grant.action === '*' || actions.includes(grant.action)) return;
  const hint = didYouMean(grant.action, [...actions, '*']) ?? `Actions are ${actions.join(', ')}.`;
  findings.error('UNKNOWN_ACTION', placeOf(grant, 'action'), `"${grant.action}" is not an action of ${of}.`, hint);
}

function everyAction(blueprint: Blueprint): string[] {
  const base = Object.values(BASE_PERMISSIONS).flatMap((actions) => Object.keys(actions));
  return [...new Set([...base, ...entitiesOf(blueprint).flatMap(actionsOf)])];
}

export function actionsOf(entity: Entity): string[] {
  const changes = entity.tenancy === 'global' ? [] : ['create', 'update', 'delete'];
  return ['read', ...changes, ...(entity.lifecycle?.actions.map((action) => action.name) ?? [])];
}
