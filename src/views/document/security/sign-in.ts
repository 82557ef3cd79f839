import { CONSTANTS as fixed } from '../../../design/constants.js';
import type { Design } from '../../../design/model.js';
import { centralSubject, setting } from '../../../design/security/subject.js';
import { amount, code, label } from '../words.js';

export interface AnswerRow {
  readonly question: string;
  readonly answer: string;
  readonly where: string;
  readonly state: string;
}

/** What is asked first about sign-in, with the honest answer. */
export function signInRows(design: Design): AnswerRow[] {
  const hasWorker = design.operations.queues.length > 0;
  const central = centralSubject(design);
  const open = setting(design, 'REGISTRATION_OPEN') === 'true';
  const { scryptCostExponent: n, scryptBlockSize: r, scryptParallelism: p } = fixed;
  return [
    {
      question: 'Who is known',
      answer: 'one account per person, several organizations',
      where: code('apps/api/src/modules/identity/identity.repository.ts'),
      state: label('authentication'),
    },
    {
      question: 'How one gets in',
      answer: open ? 'registration, or an invitation' : `an invitation; ${code('REGISTRATION_OPEN')} is off`,
      where: code('apps/api/src/modules/identity/sign-in.service.ts'),
      state: label('authentication'),
    },
    {
      question: 'Invitations',
      answer: `${amount(fixed.invitationLife)}, once, ${amount(fixed.openInvitations)} open at most`,
      where: code('apps/api/src/modules/organizations/invitations.service.ts'),
      state: label('authentication'),
    },
    {
      question: 'Passwords',
      answer: `${amount(fixed.passwordMinLength)} to ${amount(fixed.passwordMaxLength)} characters, no rules of composition`,
      where: code('apps/api/src/modules/identity/identity.dto.ts'),
      state: label('authentication'),
    },
    {
      question: 'Stored as',
      answer: `scrypt, N = 2^${amount(n)}, r = ${amount(r)}, p = ${amount(p)}, ${amount(fixed.saltBytes)} bytes of salt`,
      where: code('packages/auth/src/password.ts'),
      state: label('authentication'),
    },
    {
      question: 'Unknown address',
      answer: 'same answer, same work',
      where: code('packages/auth/src/password.ts'),
      state: label('authentication'),
    },
    {
      question: 'Second factor',
      answer: `TOTP and passkeys for who manages ${central.many}`,
      where: 'appendix B',
      state: label('multi-factor'),
    },
    {
      question: 'Single sign-on',
      answer: 'OpenID Connect per organization',
      where: 'appendix B',
      state: label('single-sign-on'),
    },
    {
      question: 'Reset by e-mail',
      answer: 'missing: a lost password stays lost',
      where: 'appendix B',
      state: '**open**',
    },
    {
      question: 'Machines',
      answer: hasWorker ? 'the worker reads the database, without token' : 'none: nothing else runs',
      where: 'section 8',
      state: hasWorker ? label('worker') : '–',
    },
  ];
}

export interface TokenRow {
  readonly token: string;
  readonly form: string;
  readonly life: string;
  readonly kept: string;
  readonly ends: string;
}

export function tokenRows(design: Design): TokenRow[] {
  const bytes = amount(fixed.opaqueTokenBytes);
  return [
    {
      token: 'access token',
      form: 'JWT, HS256, type `at+jwt`; `sub`, `org`, `sid`',
      life: `${setting(design, 'ACCESS_TOKEN_TTL_SECONDS')} s`,
      kept: 'memory of the client; nowhere here',
      ends: `expiry, or its session, within ${amount(fixed.grantsTtl)}`,
    },
    {
      token: 'refresh token',
      form: `${bytes} random bytes, works once`,
      life: `${setting(design, 'REFRESH_TOKEN_TTL_SECONDS')} s from sign-in, however often renewed`,
      kept: 'SHA-256 in `refresh_tokens`',
      ends: 'use, sign-out, reuse, suspension, new password',
    },
    {
      token: 'invitation',
      form: `${bytes} random bytes, works once`,
      life: amount(fixed.invitationLife),
      kept: 'SHA-256 in `invitations`',
      ends: 'use or withdrawal',
    },
  ];
}
