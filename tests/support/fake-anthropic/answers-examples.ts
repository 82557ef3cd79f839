import { readFileSync } from 'node:fs';
import path from 'node:path';

import { parse } from 'yaml';

import type { BlueprintSource } from '../../../src/blueprint/schema/blueprint.js';
import { packageRoot } from '../../../src/package.js';
import { liftAnswers } from './answers-lift.js';
import type { SyntheticAnswers } from './answers.js';

/** One context, two entities: the smallest example, whatever the brief says. */
export function smallAnswers(text?: string): SyntheticAnswers {
  const { source, brief } = example('minimal');
  return liftAnswers(source, text ?? brief);
}

/** Eight contexts and 25 entities: the CRM, with its campaigns beside its leads and the replies to tickets as an entity of their own. */
export function crmAnswers(): SyntheticAnswers {
  const { source, brief } = example('crm');
  const { campaigns, leads, helpdesk, ...others } = source.contexts;
  const contexts = {
    ...others,
    leads: { ...leads, needs: ['accounts', 'teams'], entities: { ...campaigns?.entities, ...leads?.entities } },
    helpdesk: {
      ...helpdesk,
      entities: {
        ...helpdesk?.entities,
        TicketReply: {
          summary: 'What was answered to a customer, or noted among colleagues.',
          fields: { body: 'text personal', internal: 'boolean = false', sentAt: 'datetime?' },
          relations: { ticket: 'Ticket cascade', author: 'User?' },
        },
      },
    },
  };
  const roles = Object.fromEntries(
    Object.entries(source.roles ?? {}).map(([name, role]) => [
      name,
      { ...role, grants: role.grants?.flatMap(inMergedContext) ?? [] },
    ]),
  );
  return liftAnswers({ ...source, contexts, roles }, brief);
}

/** A grant on campaigns or leads alone, now that both live in one context. */
function inMergedContext(grant: string): string[] {
  const [, context, action] = /^(campaigns|leads):(.+)$/.exec(grant) ?? [];
  if (context === 'campaigns') return [`leads.Campaign:${action}`];
  if (context !== 'leads') return [grant];
  return action?.endsWith(':own') ? [`leads.Lead:${action}`] : [`leads.Lead:${action}`, `leads.RoutingRule:${action}`];
}

function example(name: string): { source: BlueprintSource; brief: string } {
  const read = (file: string) => readFileSync(path.join(packageRoot, 'examples', name, file), 'utf8');
  return { source: parse(read('blueprint.yaml')) as BlueprintSource, brief: read('brief.md') };
}
