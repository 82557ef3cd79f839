import { CONSTANTS as fixed } from '../../constants.js';
import { centralSubject, code, listed, moneyFields, personalFields } from '../subject.js';
import { held, missing, type RegimeControls, whereOf } from './item.js';

const ACCESS = 'apps/api/src/middleware/auth.ts';
const ACCESS_TEST = 'apps/api/test/access.spec.ts';
const CI = '.github/workflows/ci.yml';
const AUDIT = 'packages/database/src/audit.ts';
const AUDIT_TEST = 'apps/api/src/modules/audit/audit.integration.spec.ts';
const POLICIES = 'packages/database/prisma/migrations/00000000000004_row_level_security/migration.sql';
const RLS_TEST = 'packages/database/src/row-level-security.integration.spec.ts';

/** PCI DSS 4.0.1: the questionnaire for merchants who leave card data to a provider is SAQ A. */
export const pciDss: RegimeControls = (design) => {
  const { blueprint } = design;
  const { many } = centralSubject(design);
  const provider = blueprint.integrations.find(({ kind, name }) => /payment|card|billing/i.test(`${kind} ${name}`));
  const providerName = provider ? code(provider.name) : 'a payment provider';
  const money = moneyFields(design).length;
  return [
    held(
      'Scope',
      `No field of ${design.entities.length} entities holds a card number; ${providerName} takes cards in its own page, and its reference is kept beside ${many}`,
      'packages/database/prisma/schema.prisma',
      '',
      `Free text beside ${many} could hold a card number that somebody types: nothing looks for it yet`,
    ),
    held(
      '`2.2.2` vendor defaults',
      `Default logins and guessable secrets are refused before ${many} are served`,
      'apps/api/src/config/index.ts',
      'apps/api/src/config/index.spec.ts',
      '',
    ),
    held(
      '`6.2.4` common attacks',
      `Inputs of ${design.endpoints.length} endpoints pass strict schemas; SQL takes parameters`,
      'apps/api/src/middleware/validation.ts',
      'apps/api/test/http.spec.ts',
      '',
    ),
    missing(
      '`6.3.2` software inventory',
      `A bill of materials with each image that serves ${many}`,
      whereOf('security-scan'),
      'none yet',
    ),
    held(
      '`7.2` need to know',
      `${design.permissions.length} permissions, denied unless granted to one of ${design.roles.length} roles`,
      ACCESS,
      ACCESS_TEST,
      '',
    ),
    missing(
      '`8.4` second factor',
      `TOTP and passkeys for members who touch ${money} money fields`,
      whereOf('multi-factor'),
      'passwords stand alone until then',
    ),
    held(
      '`10.2` audit of changes',
      `Each change of ${money} money fields leaves actor, action and time`,
      AUDIT,
      AUDIT_TEST,
      `Logs about ${many} are not yet kept for twelve months by a store of their own`,
    ),
    missing(
      '`11.3` scans',
      `Quarterly scans of what serves ${many} by an approved vendor`,
      whereOf('security-scan'),
      'none has been made',
    ),
  ];
};

/** AICPA Trust Services Criteria of 2017, points of focus of 2022. */
export const soc2: RegimeControls = (design) => {
  const { blueprint } = design;
  const { many } = centralSubject(design);
  const target = blueprint.qualities.availabilityPercent;
  return [
    held(
      'CC6.1, logical access',
      `${design.roles.length} roles over ${design.permissions.length} permissions; ${many} divided by organization`,
      POLICIES,
      RLS_TEST,
      '',
    ),
    held(
      'CC6.2, joining and leaving',
      `Invitations of ${fixed.invitationLife.value} days; suspension ends sessions at once`,
      'apps/api/src/modules/organizations/invitations.service.ts',
      'apps/api/src/modules/organizations/invitations.integration.spec.ts',
      `Nobody is asked to review who still reads ${many}`,
    ),
    missing(
      'CC6.6, second factor',
      `TOTP, passkeys and single sign-on for who works on ${many}`,
      whereOf('multi-factor'),
      'passwords stand alone until then',
    ),
    held(
      'CC7.2, monitoring',
      `Structured logs and an audit log of every change of ${many}`,
      AUDIT,
      AUDIT_TEST,
      'no alert is written yet',
    ),
    held(
      'CC8.1, changes',
      `Lint, types and all tests of ${many} and the rest on each pull request`,
      CI,
      CI,
      `That a second person reviews changes around ${many} is a setting of the host, not a file`,
    ),
    missing(
      'A1.2, recovery',
      target === undefined
        ? `Backups of ${many} and the rest, restored in an exercise`
        : `Backups of ${many} and the rest, restored in an exercise, for ${target} % availability (target)`,
      whereOf('backup'),
      'no restore has been tried',
    ),
    missing(
      'C1.2, disposal',
      `Export and deletion of an organization with its ${many}`,
      whereOf('tenant-export'),
      'deletion of an organization is manual',
    ),
  ];
};

/** ISO/IEC 27001:2022, Annex A. */
export const iso27001: RegimeControls = (design) => {
  const { many } = centralSubject(design);
  return [
    held(
      'A.5.15, access control',
      `${design.permissions.length} permissions, denied unless granted`,
      ACCESS,
      ACCESS_TEST,
      '',
    ),
    held(
      'A.5.18, access rights',
      `Roles over ${many} are given and taken with a record`,
      'apps/api/src/modules/organizations/memberships.service.ts',
      'apps/api/src/modules/organizations/memberships.integration.spec.ts',
      `Reviews of who may change ${many} are not asked for`,
    ),
    held(
      'A.8.3, restriction',
      `Row-level security on ${many} and ${design.entities.length - 1} further entities, where they belong to an organization`,
      POLICIES,
      RLS_TEST,
      '',
    ),
    held(
      'A.8.8, technical vulnerabilities',
      'Weekly updates for packages, images, actions',
      '.github/dependabot.yml',
      '',
      'no scan yet',
    ),
    missing('A.8.13, backup', `Backups of ${many} and restores that are tried`, whereOf('backup'), 'none is written'),
    held(
      'A.8.15, logging',
      'Logs with correlation id; secrets struck out',
      'packages/common/src/logger.ts',
      'packages/common/src/logger.spec.ts',
      '',
    ),
    held(
      'A.8.24, cryptography',
      `Scrypt, SHA-256, HMAC; secrets of ${fixed.secretMinLength.value} characters`,
      'packages/auth/src/password.ts',
      'packages/auth/src/password.spec.ts',
      'rotation is a procedure, not a job',
    ),
    held(
      'A.8.28, secure coding',
      `Strict types, linted boundaries between ${design.contexts.length} contexts`,
      'eslint.boundaries.js',
      CI,
      '',
    ),
  ];
};

/** 45 CFR part 164, subpart C. */
export const hipaa: RegimeControls = (design) => {
  const { many } = centralSubject(design);
  const personal = personalFields(design).length;
  return [
    held(
      '`§ 164.312(a)(1)` access control',
      `${design.permissions.length} permissions, one account per person, ${personal} personal fields behind them`,
      ACCESS,
      ACCESS_TEST,
      `No emergency access to ${many} is written`,
    ),
    held(
      '`§ 164.312(b)` audit controls',
      `Changes of ${many} in an audit log that only grows`,
      AUDIT,
      AUDIT_TEST,
      `Reads of ${many} are in the request log, not in the audit log`,
    ),
    held(
      '`§ 164.312(c)(1)` integrity',
      `Versions, rules and constraints on ${many}`,
      'packages/core/src/rules.ts',
      centralSubject(design).integrationTest,
      '',
    ),
    missing(
      '`§ 164.312(d)` authentication',
      `A second factor for who reads ${many}`,
      whereOf('multi-factor'),
      'passwords stand alone until then',
    ),
    missing(
      '`§ 164.312(e)(1)` transmission',
      `TLS from the client to the API, and on to ${many}`,
      whereOf('kubernetes'),
      `TLS in front of ${many} belongs to the platform`,
    ),
    missing(
      '`§ 164.308(a)(7)` contingency',
      `Backups of ${many} and a plan for emergencies`,
      whereOf('backup'),
      'no restore has been tried',
    ),
    missing(
      '`§ 164.504(e)` associates',
      `Agreements with ${listed(['the host', ...design.blueprint.integrations.map(({ name }) => code(name))])}`,
      'contracts, outside the repository',
      'none is signed by a repository',
    ),
  ];
};
