import { byName } from '../canonical.js';
import type { Findings } from '../findings.js';
import type { Grant, Role } from '../model.js';
import type { Place } from '../place.js';
import type { RoleSource } from '../schema/role.js';

export function buildRoles(
  sources: Readonly<Record<string, RoleSource>> | undefined,
  place: Place,
  findings: Findings,
): Role[] {
  return byName(
    Object.entries(sources ?? {}).map(([name, source]) => {
      const here = place.child(name);
      return {
        name,
        summary: source.summary ?? '',
        grants: (source.grants ?? []).flatMap(
          (text, index) => readGrant(text, here.child('grants').child(index), findings) ?? [],
        ),
        ...(source.source === undefined ? {} : { source: source.source }),
        at: here.at,
        places: {},
      };
    }),
  );
}

const GRANT = /^(?:(\*)|([^\s:.]+)(?:\.([^\s:.]+))?:([^\s:.]+))(?::([^\s:.]+))?$/;

function readGrant(text: string, place: Place, findings: Findings): Grant | undefined {
  const match = GRANT.exec(text.trim());
  if (!match) {
    findings.error(
      'GRANT_SYNTAX',
      place.valueAt,
      `"${text}" is not a grant.`,
      'Write `context:action`, `context.Entity:action` or `*`, and `:own` for own rows.',
    );
    return undefined;
  }
  const [, all, context = '*', entity, action = '*', scope] = match;
  if (scope !== undefined && scope !== 'own') {
    findings.error(
      'GRANT_SYNTAX',
      place.within(text.lastIndexOf(scope)),
      `"${scope}" is not a scope.`,
      'The only scope is `own`.',
    );
    return undefined;
  }
  return {
    text: text.trim(),
    context: all ?? context,
    ...(entity === undefined ? {} : { entity }),
    action,
    scope: scope === 'own' ? 'own' : 'all',
    at: place.valueAt,
    places: {
      context: place.within(0),
      ...(entity === undefined ? {} : { entity: place.within(text.indexOf('.') + 1) }),
      action: place.within(text.indexOf(':') + 1),
    },
  };
}
