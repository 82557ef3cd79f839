import type { View } from '../render/view.js';
import {
  checksMigrationView,
  migrationLockView,
  rolesMigrationView,
  rowLevelSecurityMigrationView,
} from './schema/migrations.js';
import { prismaSchemaView } from './schema/prisma-schema.js';
import { seedDataView } from './seed/seed-data.js';
import { seedBasicsView, seedPartsView, seedView } from './seed/seed.js';

/** Every view, one line each: what the template check reads, and what decides which templates belong to someone. */
export const views: readonly View[] = [
  prismaSchemaView,
  migrationLockView,
  rolesMigrationView,
  checksMigrationView,
  rowLevelSecurityMigrationView,
  seedBasicsView,
  seedPartsView,
  seedView,
  seedDataView,
];
