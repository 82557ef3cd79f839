import { counted, number } from '../amount.js';
import type { OptionRule, Question } from './question.js';
import { regimeNames, type Situation } from './situation.js';
import { grade } from './weights.js';

function strict({ blueprint }: Situation): Situation['blueprint']['constraints']['compliance'] {
  return blueprint.constraints.compliance.filter((regime) => regime !== 'gdpr' && regime !== 'ccpa');
}

const jwt: OptionRule = {
  id: 'jwt',
  title: 'JWT access tokens with refresh rotation',
  product: { version: 'jose 6', supportedUntil: 'the next major', licence: 'MIT' },
  unfit: ({ identityProvider }) => (identityProvider ? `${identityProvider.name} signs people in already` : undefined),
  scores: (s) => ({
    fit: [
      s.identityProvider ? 0 : 5,
      s.identityProvider ? `accounts live at ${s.identityProvider.name}` : 'no outside directory is declared',
    ],
    operations: [5, 'no further service to run'],
    features: [3, 'second factor and sign-on to come'],
    control: [5, `${counted(s.blueprint.roles.length, 'role')} in one database`],
    cost: [5, 'no price per user'],
  }),
  pros: (s) => [
    `people, ${counted(s.blueprint.roles.length, 'role')} and their ${s.main.many} are in one database, so deleting somebody is one transaction`,
    `each copy of the API checks the token of all ${counted(s.operations, 'operation')} by itself; no service is asked`,
  ],
  cons: (s) => [
    `second factor and single sign-on for ${number(s.tenants.launch.value)} organizations are designed, not written`,
  ],
  costs: (s) => [
    `Passwords are ours to keep: hashing, resets and the second factor for people of ${number(s.tenants.months36.value)} organizations (modelled at 36 months) stay with ${counted(s.engineers.value, 'engineer')}.`,
    `Whoever loses the right to ${s.main.many} keeps an access token until it expires.`,
  ],
  risks: (s) => [
    {
      risk: `a stolen refresh token reads ${s.main.many} for weeks`,
      mitigation: `each use replaces it, and an old one used again ends every session of that family on ${s.main.many}`,
    },
  ],
  revisitWhen: (s) => [
    `a customer wants to reach ${s.main.many} through a directory of its own (identity providers declared today: ${s.identityProvider?.name ?? 'none'})`,
    `a regime asks for a second factor before ${s.main.many} are seen (declared: ${regimeNames(s.blueprint.constraints.compliance)})`,
  ],
  change: (s) =>
    `accounts of ${number(s.tenants.launch.value)} organizations are created here, and sign-in routes are ours`,
};

const oidc: OptionRule = {
  id: 'oidc',
  title: 'OpenID Connect',
  product: { version: 'openid-client 6', supportedUntil: 'the next major', licence: 'MIT' },
  scores: (s) => ({
    fit: [
      s.identityProvider ? 5 : 2,
      s.identityProvider ? `${s.identityProvider.name} is declared` : 'a provider must be chosen first',
    ],
    operations: [s.identityProvider ? 4 : 2, 'a provider in every sign-in'],
    features: [5, 'second factor and sign-on included'],
    control: [3, `groups mapped onto ${counted(s.blueprint.roles.length, 'role')}`],
    cost: [2, 'priced per active user'],
  }),
  pros: (s) => [
    `second factor, single sign-on and password resets for ${number(s.tenants.months36.value)} organizations come from the provider`,
  ],
  cons: (s) => [
    `a sign-in depends on somebody else's availability before ${s.main.many} can be seen`,
    `tests and local development of ${counted(s.operations, 'operation')} need a stand-in for the provider`,
  ],
  costs: (s) => [
    `A price for each active person of ${number(s.tenants.launch.value)} organizations, and a mapping of its groups onto ${counted(s.blueprint.roles.length, 'role')}.`,
  ],
  risks: (s) => [
    {
      risk: `the provider is away and nobody reaches ${s.main.many}`,
      mitigation: 'sessions outlive a short outage, since access tokens are checked without it',
    },
  ],
  revisitWhen: (s) => [`the provider costs more than the database of ${s.main.many}`],
  change: (s) =>
    `sign-in routes redirect to a provider, its groups are mapped onto ${counted(s.blueprint.roles.length, 'role')}, and passwords are no longer kept`,
};

export const authOptions: readonly OptionRule[] = [jwt, oidc];

export const auth: Question = {
  id: 'auth',
  slot: 'auth',
  title: 'Authentication',
  question: 'Who says who somebody is?',
  options: authOptions,
  context: (s) => [
    s.identityProvider
      ? `${s.identityProvider.name} is declared as ${s.identityProvider.kind}: accounts exist outside of this system.`
      : s.blueprint.integrations.length === 0
        ? `No integration is declared: nobody outside knows who works on ${s.main.many}.`
        : `None of ${counted(s.blueprint.integrations.length, 'declared integration')} knows who works on ${s.main.many}.`,
    `${counted(s.blueprint.roles.length, 'role')} decide about ${counted(s.operations, 'operation')} on ${s.main.many} and the rest of the domain.`,
  ],
  criteria: (s) => [
    {
      id: 'fit',
      label: 'fit to where accounts are',
      weight: s.identityProvider ? 5 : 3,
      because: s.identityProvider ? `${s.identityProvider.name} is declared.` : 'No identity provider is declared.',
      ...(s.identityProvider && { at: s.identityProvider.at }),
    },
    {
      id: 'operations',
      label: 'effort to run',
      weight: 6 - grade(s.engineers.value, [4, 8, 16, 32]),
      because: `${counted(s.engineers.value, 'engineer')} today.`,
      from: [s.engineers],
    },
    {
      id: 'features',
      label: 'second factor and single sign-on',
      weight: Math.min(5, 2 + strict(s).length),
      because: `Declared regimes: ${regimeNames(s.blueprint.constraints.compliance)}.`,
    },
    {
      id: 'control',
      label: 'control over roles and deletion',
      weight: grade(s.blueprint.roles.length, [1, 3, 6, 12]),
      because: `${counted(s.blueprint.roles.length, 'role')} are declared.`,
    },
    {
      id: 'cost',
      label: 'cost per person',
      weight: s.blueprint.constraints.monthlyBudgetUsd === undefined ? 2 : 3,
      because: `${number(s.scale.workload.launch.concurrentUsers.value)} people use it at the same time.`,
      from: [s.scale.workload.launch.concurrentUsers],
    },
  ],
  alternatives: (s) => [
    { scenario: `organizations that bring a directory of their own to ${s.main.many}`, option: 'OpenID Connect' },
    { scenario: 'one web application on the same domain', option: 'server sessions in a cookie' },
  ],
};
