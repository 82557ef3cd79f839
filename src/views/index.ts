import type { View } from '../render/view.js';
import { appModuleView } from './api/app-module.js';
import { configView } from './api/config.js';
import { apiFilesView, scopedApiFilesView } from './api/files.js';
import { openApiView } from './api/openapi.js';
import { authFilesView, scopedAuthFilesView } from './auth/files.js';
import { commonFilesView, richTextView } from './common/files.js';
import {
  databaseClientView,
  databaseCommandsView,
  databaseFilesView,
  scopedDatabaseFilesView,
} from './database/runtime.js';
import { boundariesView } from './workspace/boundaries.js';
import { environmentFileView } from './workspace/environment-file.js';
import {
  composeView,
  fixedFilesView,
  localDatabaseView,
  prettierIgnoreView,
  scopedFilesView,
  toolsView,
} from './workspace/files.js';
import { agentsView, contributingView, readmeView } from './workspace/guides.js';
import { applicationManifestView, packageManifestView, rootManifestView } from './workspace/manifests.js';
import { packageManagerFilesView } from './workspace/package-manager-files.js';
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
  fixedFilesView,
  scopedFilesView,
  toolsView,
  localDatabaseView,
  prettierIgnoreView,
  composeView,
  boundariesView,
  environmentFileView,
  readmeView,
  contributingView,
  agentsView,
  packageManagerFilesView,
  rootManifestView,
  packageManifestView,
  applicationManifestView,
  databaseFilesView,
  scopedDatabaseFilesView,
  databaseClientView,
  databaseCommandsView,

  commonFilesView,
  richTextView,
  authFilesView,
  scopedAuthFilesView,
  apiFilesView,
  scopedApiFilesView,
  appModuleView,
  configView,
  openApiView,

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
