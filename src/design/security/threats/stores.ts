import { CONSTANTS as fixed } from '../../constants.js';
import { centralEntity, centralSubject, code, listed, setting, type SecurityInput } from '../subject.js';
import type { ThreatDraft } from './draft.js';

export function databaseThreats(design: SecurityInput): ThreatDraft[] {
  const { product } = design;
  const central = centralSubject(design);
  const searched = (centralEntity(design)?.search ?? []).map(({ name }) => code(name));
  const through = searched.length > 0 ? `the search over ${listed(searched)}` : `the filters of ${code(central.route)}`;
  return [
    {
      category: 'Tampering',
      threat: `SQL is smuggled in through ${through}`,
      control: `All values for ${code(central.table)} travel as parameters of Prisma; sorts and filters are names from a closed list`,
      residual: `Raw SQL that somebody adds for ${central.many} needs a review`,
      part: 'validation',
      where: central.repository,
    },
    {
      category: 'Elevation of privilege',
      threat: `The API runs with a login that owns ${code(central.table)} or bypasses its policies`,
      control: `Every session acts as ${code(product.appRole)}, which owns neither ${code(central.table)} nor anything else; the process refuses to start otherwise`,
      residual: `A privileged login that could reach ${code(central.table)} is warned about, not refused`,
      part: 'tenant-isolation',
      where: 'packages/database/src/client.ts',
    },
    {
      category: 'Repudiation',
      threat: `Somebody with the rights of the API rewrites who changed ${central.aOne}`,
      control: `${code(product.appRole)} may add to ${code('audit_log')} and read what happened to ${central.many}, and has no right to change or delete`,
      residual: `${code(`${product.database}_owner`)} can still alter what it says of ${central.many}: no copy is kept elsewhere`,
      part: 'audit-log',
      where: 'packages/database/prisma/migrations/00000000000004_row_level_security/migration.sql',
    },
    {
      category: 'Information disclosure',
      threat: `Somebody listens between the API and the database, or copies the disk that holds ${code(central.table)}`,
      control: `${code('sslmode=verify-full')} in ${code('DATABASE_URL')} and encrypted volumes and backups of ${code(product.database)}`,
      residual: `The API reads ${central.many} without insisting on TLS`,
      part: 'backup',
    },
    {
      category: 'Denial of service',
      threat: `Slow statements on ${code(central.table)} hold all connections`,
      control: `${setting(design, 'DATABASE_POOL_SIZE')} connections per process for ${central.many} and the rest; the server ends slow statements on ${code(central.table)} and idle transactions after ${code('REQUEST_TIMEOUT_MS')}`,
      residual: `One organization can use all connections for its ${central.many}`,
      part: 'connection-pool',
      where: 'packages/database/src/client.ts',
    },
  ];
}

export function redisThreats(design: SecurityInput): ThreatDraft[] {
  const central = centralSubject(design);
  return [
    {
      category: 'Denial of service',
      threat: `Redis is away, and everything or nothing of ${code(central.route)} is let through`,
      control: `Each process counts requests for ${central.many} by itself until Redis answers again`,
      residual: `The limits on ${code(central.route)} are then multiplied by the number of processes`,
      part: 'rate-limits',
      where: 'apps/api/src/middleware/rate-limit.ts',
    },
    {
      category: 'Information disclosure',
      threat: `Somebody who reads Redis learns who signs in to see ${central.many}, and from where`,
      control: `Keys hold the SHA-256 of an e-mail address, never the address; no ${central.one} is stored`,
      residual: `A known e-mail address can be hashed and looked up for ${fixed.signInWindow.value} minutes; networks that ask for ${central.many} stand in clear`,
      part: 'rate-limits',
      where: 'apps/api/src/middleware/rate-limit.ts',
    },
    {
      category: 'Tampering',
      threat: `Somebody who writes to Redis sets counters back and guesses passwords of ${listed(design.roles.map(({ name }) => code(name)))}`,
      control: `A private network; ${code('REDIS_URL')} takes user, password and ${code('rediss:')}`,
      residual: `The Redis of ${code('docker-compose.yml')} has no password`,
      part: 'compose',
      where: 'docker-compose.yml',
    },
  ];
}
