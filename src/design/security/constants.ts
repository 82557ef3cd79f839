import { constant } from '../code-constant.js';

const password = 'packages/auth/src/password.ts';
const jwt = 'packages/auth/src/jwt.ts';
const config = 'apps/api/src/config/index.ts';
const identity = 'apps/api/src/modules/identity/identity.dto.ts';
const invitations = 'apps/api/src/modules/organizations/invitations.service.ts';

/** What the code of sign-in, access and limits fixes, and nobody sets. */
export const SECURITY_CONSTANTS = {
  scryptCostExponent: constant(
    'scryptCostExponent',
    'exponent of scrypt’s cost N',
    15,
    'none',
    password,
    /N: 2 \*\* (\d+)/,
  ),
  scryptBlockSize: constant('scryptBlockSize', 'scrypt’s block size r', 8, 'none', password, /, r: (\d+), p: \d/),
  scryptParallelism: constant('scryptParallelism', 'scrypt’s parallelism p', 3, 'none', password, /, p: (\d+) \}/),
  saltBytes: constant('saltBytes', 'bytes of salt of a password', 16, 'none', password, /SALT_BYTES = (\d+)/),
  opaqueTokenBytes: constant(
    'opaqueTokenBytes',
    'random bytes of a refresh token',
    32,
    'none',
    jwt,
    /randomBytes\((\d+)\)/,
  ),
  clockTolerance: constant(
    'clockTolerance',
    'tolerance for clocks that differ',
    5,
    's',
    jwt,
    /CLOCK_TOLERANCE_SECONDS = (\d+)/,
  ),
  passwordMinLength: constant(
    'passwordMinLength',
    'least length of a new password',
    12,
    'none',
    identity,
    /newPassword = z\.string\(\)\.min\((\d+)\)/,
  ),
  passwordMaxLength: constant(
    'passwordMaxLength',
    'greatest length of a password',
    128,
    'none',
    identity,
    /newPassword = z\.string\(\)\.min\(\d+\)\.max\((\d+)\)/,
  ),
  invitationLife: constant(
    'invitationLife',
    'life of an invitation',
    7,
    'days',
    invitations,
    /VALID_FOR_MS = (\d+) \* 24/,
  ),
  openInvitations: constant(
    'openInvitations',
    'open invitations of an organization',
    200,
    'none',
    invitations,
    /MAX_OPEN = ([\d_]+)/,
  ),
  secretMinLength: constant(
    'secretMinLength',
    'least length of ACCESS_TOKEN_SECRET',
    32,
    'none',
    config,
    /\.min\((\d+)\)\s+\.refine\(isHardToGuess/,
  ),
  secretDistinct: constant(
    'secretDistinct',
    'different characters in ACCESS_TOKEN_SECRET',
    12,
    'none',
    config,
    /new Set\(secret\)\.size >= (\d+)/,
  ),
  racingTransactions: constant(
    'racingTransactions',
    'concurrent transactions of the isolation test',
    200,
    'none',
    'packages/database/src/tenant.integration.spec.ts',
    /Array\.from\(\{ length: (\d+) \}/,
  ),
} as const;
