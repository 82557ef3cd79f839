import { groupBy } from '../../../text/group.js';
import { automate } from './automation.js';
import { rolesFor, withKnownRoles } from './access.js';
import { gather } from './gather.js';
import { connect } from './relations.js';
import { reportsFor } from './reports.js';
import type { Selection } from '../select/select.js';
import type { System } from './system.js';
import { webhooksFor } from './webhooks.js';

/** What the brief wants of the system as a whole. */
export interface Wishes {
  readonly webhooks: boolean;
  readonly reports: boolean;
  /** What somebody who runs the system is called. */
  readonly leader: 'admin' | 'manager';
}

/** One system of the selected parts; whatever speaks of something that is not there is left out. */
export function compose(selection: Selection, wishes: Wishes): System {
  const contexts = connect(gather(selection).contexts);
  const roles = rolesFor(contexts, selection, wishes.leader);
  const guarded = { contexts: withKnownRoles(contexts, roles), roles };
  return {
    ...guarded,
    ...automate(guarded, selection),
    reports: reportsFor(guarded, selection, wishes.reports),
    ...(wishes.webhooks && Object.keys(contexts).length > 0
      ? { webhooks: webhooksFor(guarded, mentionsOf(selection)) }
      : {}),
  };
}

function mentionsOf({ hits }: Selection): Map<string, number> {
  const named = hits.filter(({ target }) => target.kind === 'entity');
  return new Map([...groupBy(named, ({ target }) => target.name)].map(([name, own]) => [name, own.length]));
}
