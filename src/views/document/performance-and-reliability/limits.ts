import { CONSTANTS } from '../../../design/constants.js';
import type { Design } from '../../../design/model.js';
import { settingOf } from '../../../design/operations/settings.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { amount, code, headline, label, number } from '../words.js';
import type { PerformanceWords } from './index.js';

export function limitWords(design: Design): Pick<PerformanceWords, 'limitLead' | 'limits' | 'limitNote'> {
  const { names } = leadingEntity(design);
  const row = (who: string, variable: string, window: string, answer: string) => ({
    who,
    variable: code(variable),
    limit: number(settingOf(variable, who, 'none', design).value),
    window,
    code: code(answer),
  });
  const window = amount(CONSTANTS.rateWindow);
  return {
    limitLead: `Requests are counted in fixed windows (${label('rate-limits')}), neither a token nor a leaky bucket: a counter is one command of Redis, three for a request about ${names.textMany} (address, member, organization), and people understand it. The cost is the edge of a window, where somebody can send twice the limit within a moment; for ${names.textMany} that is bearable, and for passwords the limit is low enough.`,
    limits: [
      row('one address', 'RATE_LIMIT_PER_ADDRESS', window, 'RATE_LIMIT_ADDRESS'),
      row('one member', 'RATE_LIMIT_PER_USER', window, 'RATE_LIMIT_USER'),
      row('one organization', 'RATE_LIMIT_PER_ORGANIZATION', window, 'RATE_LIMIT_ORGANIZATION'),
      row('credentials, one address', 'RATE_LIMIT_CREDENTIALS', window, 'RATE_LIMIT_CREDENTIALS'),
      row(
        'one account from one address',
        'RATE_LIMIT_FAILED_SIGN_INS',
        amount(CONSTANTS.signInWindow),
        'RATE_LIMIT_SIGN_IN',
      ),
    ],
    limitNote: `All addresses together have ${number(CONSTANTS.accountTries.value)} times as many tries of one account, so that one who guesses locks nobody out of their ${names.textMany} alone. When Redis is away each process counts the requests for ${names.textMany} itself: with several processes the limits are then as many times higher, never gone.`,
  };
}

export function tenantWords(design: Design): Pick<PerformanceWords, 'tenantLead' | 'tenantLimits' | 'tenantNote'> {
  const { operations, scale, blueprint } = design;
  const { names } = leadingEntity(design);
  const largest = scale.workload.launch.largestTenantRequestsPerMinute;
  const limit = settingOf('RATE_LIMIT_PER_ORGANIZATION', 'requests per minute of one organization', 'none', design);
  return {
    tenantLead:
      blueprint.tenancy === 'single'
        ? `There is one organization, so nobody else is disturbed by it; the limits below keep one member from taking the ${names.textMany} of all others down.`
        : `One organization that imports all of its ${names.textMany} at once must not be felt by the others. What it may take of what ${names.textMany} share is limited: requests, time of statements, size of bodies${operations.queues.length > 0 ? ', slots of queues' : ''}.`,
    tenantLimits: operations.tenantLimits.map(({ resource, limit: value, effect, part, where }) => ({
      resource,
      limit: amount(value),
      effect,
      state: where === undefined ? label(part) : `${label(part)} in ${code(where)}`,
    })),
    tenantNote:
      blueprint.tenancy === 'single'
        ? `Its own peak is ${headline(largest)}.`
        : `The largest organization is expected to send ${headline(largest)} at launch and may send ${number(limit.value)}. What is not limited per organization is storage and, within a transaction, connections: a second pool for one organization with very many ${names.textMany} is the step after this one.`,
  };
}
