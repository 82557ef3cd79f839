import { environmentOf } from '../../../design/environment.js';
import type { Design } from '../../../design/model.js';
import type { MadeValues } from './made.js';
import type { JsonObject, SampleRequest, SampleResponse } from './model.js';

/** Somebody who signs in. The generated test makes the account that the request names. */
export interface SignIn {
  readonly token: string;
  readonly request: SampleRequest;
  readonly response: SampleResponse;
}

/** Domains that end with `.test` belong to nobody: RFC 2606, section 2. */
export function emailOf({ product }: Design, name: string): string {
  return `${name}@${product.name}.test`;
}

export function signIn(design: Design, name: string, made: MadeValues): SignIn {
  const email = emailOf(design, name);
  const organizationId = made.id(`organization of ${name}`);
  const token = made.accessToken(name);
  const body: JsonObject = {
    tokenType: 'Bearer',
    accessToken: token,
    expiresInSeconds: secondsOf(design, 'ACCESS_TOKEN_TTL_SECONDS'),
    refreshToken: made.refreshToken(name),
    sessionExpiresAt: made.time(`end of the session of ${name}`, secondsOf(design, 'REFRESH_TOKEN_TTL_SECONDS') / DAY),
    organizationId,
  };
  return {
    token,
    request: {
      method: 'POST',
      path: '/api/v1/auth/login',
      body: { email, password: `a long sentence of ${name}` },
    },
    response: { status: 200, headers: { 'content-type': JSON_TYPE }, body },
  };
}

export const JSON_TYPE = 'application/json; charset=utf-8';
const DAY = 86_400;

function secondsOf(design: Design, name: string): number {
  return Number(environmentOf(design).find((variable) => variable.name === name)?.default);
}
