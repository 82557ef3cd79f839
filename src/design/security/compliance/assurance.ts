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
  const { product, blueprint } = design;
  const provider = blueprint.integrations.find(({ kind, name }) => /payment|card|billing/i.test(`${kind} ${name}`));
  const providerName = provider ? code(provider.name) : 'a payment provider';
  const money = moneyFields(design).length;
  return [
    held(
      'Scope',
      `No field of ${design.entities.length} entities holds a card number; ${providerName} takes cards in its own page, ${product.name} keeps its reference`,
      'packages/database/prisma/schema.prisma',
      '',
      `Free text of ${product.name} could hold a card number that somebody types: nothing looks for it yet`,
    ),
    held(
      '`2.2.2` vendor defaults',
      `${product.name} refuses default logins and guessable secrets in production`,
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
      `A bill of materials of ${product.name} with each image`,
      whereOf('security-scan'),
      `${product.name} has none yet`,
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
      `Passwords of ${product.name} stand alone until then`,
    ),
    held(
      '`10.2` audit of changes',
      `Each change of ${money} money fields leaves actor, action and time`,
      AUDIT,
      AUDIT_TEST,
      `Logs of ${product.name} are not yet kept for twelve months by a store of their own`,
    ),
    missing(
      '`11.3` scans',
      `Quarterly scans of ${product.name} by an approved vendor`,
      whereOf('security-scan'),
      `None has been made of ${product.name}`,
    ),
  ];
};

/** AICPA Trust Services Criteria of 2017, points of focus of 2022. */
export const soc2: RegimeControls = (design) => {
  const { product, blueprint } = design;
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
      `TOTP, passkeys and single sign-on for ${product.name}`,
      whereOf('multi-factor'),
      `Passwords of ${product.name} stand alone until then`,
    ),
    held(
      'CC7.2, monitoring',
      `Structured logs and an audit log of every change of ${many}`,
      AUDIT,
      AUDIT_TEST,
      `No alert of ${product.name} is written yet`,
    ),
    held(
      'CC8.1, changes',
      `Lint, types and all tests of ${product.name} on each pull request`,
      CI,
      CI,
      `That a second person reviews is a setting of the repository of ${product.name}, not a file`,
    ),
    missing(
      'A1.2, recovery',
      target === undefined
        ? `Backups of ${product.name}, restored in an exercise`
        : `Backups of ${product.name}, restored in an exercise, for ${target} % availability (target)`,
      whereOf('backup'),
      `No restore of ${product.name} has been tried`,
    ),
    missing(
      'C1.2, disposal',
      `Export and deletion of an organization with its ${many}`,
      whereOf('tenant-export'),
      `Deletion of an organization of ${product.name} is manual`,
    ),
  ];
};

/** ISO/IEC 27001:2022, Annex A. */
export const iso27001: RegimeControls = (design) => {
  const { product } = design;
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
      `Roles of ${product.name} are given and taken with a record`,
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
      `Weekly updates for ${product.name}`,
      '.github/dependabot.yml',
      '',
      `No scan of ${product.name} yet`,
    ),
    missing(
      'A.8.13, backup',
      `Backups of ${product.name} and restores that are tried`,
      whereOf('backup'),
      `None of ${product.name} is written`,
    ),
    held(
      'A.8.15, logging',
      `Logs of ${product.name} with correlation id; secrets struck out`,
      'packages/common/src/logger.ts',
      'packages/common/src/logger.spec.ts',
      '',
    ),
    held(
      'A.8.24, cryptography',
      `Scrypt, SHA-256 and HMAC in ${product.name}; secrets of ${fixed.secretMinLength.value} characters at least`,
      'packages/auth/src/password.ts',
      'packages/auth/src/password.spec.ts',
      `Rotation of the keys of ${product.name} is a procedure, not a job`,
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
  const { product } = design;
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
      `A second factor for ${product.name}`,
      whereOf('multi-factor'),
      `Passwords of ${product.name} stand alone until then`,
    ),
    missing(
      '`§ 164.312(e)(1)` transmission',
      `TLS from the client to ${product.name} and to its database`,
      whereOf('kubernetes'),
      `Ends of TLS before ${product.name} belong to the platform`,
    ),
    missing(
      '`§ 164.308(a)(7)` contingency',
      `Backups of ${product.name} and a plan for emergencies`,
      whereOf('backup'),
      `No restore of ${product.name} has been tried`,
    ),
    missing(
      '`§ 164.504(e)` associates',
      `Agreements with ${listed(['the host', ...design.blueprint.integrations.map(({ name }) => code(name))])}`,
      'contracts, outside the repository',
      `None is signed by the repository of ${product.name}`,
    ),
  ];
};
