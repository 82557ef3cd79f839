import { CONSTANTS } from '../../../design/constants.js';
import type { Design } from '../../../design/model.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import type { Message, SequenceDiagram } from '../../../diagrams/model.js';
import { amount, number } from '../words.js';
import { setting } from './settings.js';
import { drawn, type DiagramWords } from './words.js';

/** From the password to the first tokens; `apps/api/src/modules/identity/sign-in.service.ts`. */
export function signInDiagram(design: Design): DiagramWords {
  return drawn(design, signIn(design));
}

/** One refresh, its reuse detection and its refusals; `apps/api/src/modules/identity/sessions.service.ts`. */
export function refreshDiagram(design: Design): DiagramWords {
  return drawn(design, refresh(design));
}

const ACTORS = [
  { id: 'client', title: 'Client' },
  { id: 'api', title: 'API' },
  { id: 'redis', title: 'Redis' },
  { id: 'database', title: 'PostgreSQL' },
] as const;
type Actor = (typeof ACTORS)[number]['id'];

const send = (from: Actor, to: Actor, text: string): Message => ({ kind: 'message', from, to, text });
const answer = (from: Actor, to: Actor, text: string): Message => ({ kind: 'message', from, to, text, reply: true });

export function signIn(design: Design): SequenceDiagram {
  const { product } = design;
  const tries = setting(design, 'RATE_LIMIT_FAILED_SIGN_INS');
  return {
    kind: 'sequence',
    title: `Signing in to ${product.title}`,
    caption: `How ${design.roles.map(({ name }) => name).join(', ')} sign in: a password becomes an access token of ${number(setting(design, 'ACCESS_TOKEN_TTL_SECONDS'))} seconds and the first refresh token of a session; a wrong one costs a try.`,
    actors: ACTORS,
    steps: [
      send('client', 'api', 'POST /api/v1/auth/login: email, password'),
      send('api', 'redis', `count the try: ${tries} in ${amount(CONSTANTS.signInWindow)} for account and address`),
      {
        kind: 'branches',
        branches: [{ when: 'no tries are left', steps: [answer('api', 'client', '429, Retry-After')] }],
      },
      send('api', 'database', 'SELECT users by email'),
      send('api', 'api', 'scrypt of the password, also where no account was found'),
      {
        kind: 'branches',
        branches: [
          {
            when: 'account or password is wrong',
            steps: [answer('api', 'client', '401 CREDENTIALS_INVALID, the same for both')],
          },
          {
            when: 'the password is right, but no membership is active',
            steps: [answer('api', 'client', '403 NO_MEMBERSHIP')],
          },
          {
            when: 'the password is right',
            steps: [
              send('api', 'redis', 'forget the tries of this address'),
              { kind: 'note', from: 'api', to: 'database', text: 'one transaction in the identity context' },
              send('api', 'database', 'SELECT active memberships, INSERT refresh_tokens: a new family'),
              send('api', 'database', 'INSERT audit_log: session:login'),
              send('api', 'api', 'sign the access token: sub, org, sid'),
              answer('api', 'client', '200 access token, refresh token'),
            ],
          },
        ],
      },
    ],
  };
}

export function refresh(design: Design): SequenceDiagram {
  const { product } = design;
  const days = setting(design, 'REFRESH_TOKEN_TTL_SECONDS') / (24 * 60 * 60);
  const actors = ACTORS.filter(({ id }) => id !== 'redis');
  return {
    kind: 'sequence',
    title: `Renewing a session of ${product.title}`,
    caption: `Who works on ${leadingEntity(design).names.textMany} stays signed in for ${number(days)} days at most: each refresh token works once, and a second use ends the whole session.`,
    actors,
    steps: [
      send('client', 'api', 'POST /api/v1/auth/refresh: refresh token'),
      { kind: 'note', from: 'api', to: 'database', text: 'one transaction in the identity context' },
      send('api', 'database', 'SELECT refresh_tokens by SHA-256 of the token'),
      {
        kind: 'branches',
        branches: [
          {
            when: 'it is valid, and UPDATE used_at finds it unused',
            steps: [
              send('api', 'database', 'SELECT active memberships of the user'),
              send('api', 'database', 'INSERT refresh_tokens: the next one, same family, same end'),
              answer('database', 'api', 'COMMIT'),
              answer('api', 'client', '200 access token, next refresh token'),
            ],
          },
          {
            when: 'it was used before, or another request was faster: reuse',
            steps: [
              send('api', 'database', 'UPDATE refresh_tokens: revoked_at of the family'),
              send('api', 'database', 'INSERT audit_log: session:reuse-detected'),
              answer('database', 'api', 'COMMIT: the refusal must not undo it'),
              send('api', 'api', 'warn in the log; forget the grants'),
              answer('api', 'client', '401 REFRESH_TOKEN_INVALID'),
              {
                kind: 'note',
                from: 'client',
                to: 'database',
                text: `access tokens of the session end within ${amount(CONSTANTS.grantsTtl)}, also in other processes`,
              },
            ],
          },
          {
            when: 'it is unknown, revoked or expired, or the membership is not active any more',
            steps: [answer('api', 'client', '401 REFRESH_TOKEN_INVALID')],
          },
        ],
      },
    ],
  };
}
