import { didYouMean } from '../../text/nearest.js';
import { BASE_PERMISSIONS } from '../base-permissions.js';
import type { Findings } from '../findings.js';
import type { Blueprint, Entity, Grant } from '../model.js';
import { placeOf, type Check } from './support.js';

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
  if (grant.context === '*' && grant.entity === undefined) return;
  const context = blueprint.contexts.find((candidate) => candidate.name === grant.context);
  const baseActions = BASE_PERMISSIONS[grant.context];
  if (!context && !baseActions) {
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
  const actions = baseActions ?? [...new Set(meant.flatMap(actionsOf))];
  if (grant.action === '*' || actions.includes(grant.action)) return;
  const of = grant.entity ?? `the context "${grant.context}"`;
  const hint = didYouMean(grant.action, [...actions, '*']) ?? `Actions are ${actions.join(', ')}.`;
  findings.error('UNKNOWN_ACTION', placeOf(grant, 'action'), `"${grant.action}" is not an action of ${of}.`, hint);
}

export function actionsOf(entity: Entity): string[] {
  const changes = entity.tenancy === 'global' ? [] : ['create', 'update', 'delete'];
  return ['read', ...changes, ...(entity.lifecycle?.actions.map((action) => action.name) ?? [])];
}
