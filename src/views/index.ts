import type { View } from '../render/view.js';
import { appModuleView } from './api/app-module.js';
import { configView } from './api/config.js';
import { apiFilesView, scopedApiFilesView } from './api/files.js';
import { openApiView } from './api/openapi.js';
import { apiDesignView } from './document/api-design.js';
import { dataLayerView } from './document/data-layer.js';
import { documentSpecView, documentSupportView } from './document/samples/spec.js';
import { authFilesView, scopedAuthFilesView } from './auth/files.js';
import { commonFilesView, richTextView } from './common/files.js';
import {
  databaseClientView,
  databaseCommandsView,
  databaseFilesView,
  scopedDatabaseFilesView,
} from './database/runtime.js';
import { decisionRecordView } from './document/decision-record.js';
import { deploymentView } from './document/deployment/index.js';
import { asyncProcessingView } from './document/async-processing/index.js';
import { observabilityView } from './document/observability/index.js';
import { executiveOverviewView } from './document/executive-overview/index.js';
import { performanceView } from './document/performance-and-reliability/index.js';
import { indexPageView } from './document/index-page/index.js';
import { repositoryStructureView } from './document/repository-structure/index.js';
import { moduleDecompositionView } from './document/module-decomposition/index.js';
import { systemArchitectureView } from './document/system-architecture/index.js';
import { codingStandardsView } from './document/coding-standards/index.js';
import { starterCodeView } from './document/starter-code/index.js';
import { gettingStartedView } from './document/getting-started/index.js';
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
import { seedBasicsView, seedOrganizationsView, seedPartsView, seedView } from './seed/seed.js';
import { coreEntityView } from './core/entity.js';
import { coreEntitySpecView } from './core/entity-spec.js';
import { coreEventsView } from './core/events.js';
import { coreFilesView } from './core/files.js';
import { coreGlobalEntityView } from './core/global-entity.js';
import { corePermissionsView } from './core/permissions.js';
import { coreRolesView } from './core/roles.js';
import { entityControllerView } from './entity-module/controller.js';
import { entityControllerSpecView } from './entity-module/controller-spec.js';
import { entityDtoView } from './entity-module/dto.js';
import { entityErrorsView } from './entity-module/errors.js';
import { entityFactoryView } from './entity-module/factory.js';
import {
  globalControllerView,
  globalDtoView,
  globalErrorsView,
  globalModuleView,
  globalRepositoryView,
  globalServiceView,
} from './entity-module/global.js';
import { globalFactoryView, globalIntegrationSpecView } from './entity-module/global-tests.js';
import { entityIntegrationSpecView } from './entity-module/integration-spec.js';
import { entityModuleView } from './entity-module/module.js';
import { entityRepositoryView } from './entity-module/repository.js';
import { entityServiceView } from './entity-module/service.js';
import { scopedFilesView as scopedModuleFilesView, sharedFilesView } from './entity-module/shared.js';
import { testingStrategyView } from './document/testing-strategy.js';
import { securityView } from './document/security/index.js';
import { glossaryView } from './document/glossary.js';
import { readinessView } from './document/readiness.js';
import { requirementsView } from './document/requirements/index.js';
import { risksAndRoadmapView } from './document/risks-and-roadmap.js';

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
  documentSpecView,
  documentSupportView,
  apiDesignView,
  dataLayerView,

  prismaSchemaView,
  migrationLockView,
  rolesMigrationView,
  checksMigrationView,
  rowLevelSecurityMigrationView,
  seedBasicsView,
  seedOrganizationsView,
  seedPartsView,
  seedView,
  seedDataView,

  coreFilesView,
  coreEntityView,
  coreEntitySpecView,
  coreGlobalEntityView,
  coreEventsView,
  corePermissionsView,
  coreRolesView,

  sharedFilesView,
  scopedModuleFilesView,
  entityModuleView,
  entityControllerView,
  entityServiceView,
  entityRepositoryView,
  entityDtoView,
  entityErrorsView,
  entityControllerSpecView,
  entityIntegrationSpecView,
  entityFactoryView,
  globalModuleView,
  globalControllerView,
  globalServiceView,
  globalRepositoryView,
  globalDtoView,
  globalErrorsView,
  globalIntegrationSpecView,
  globalFactoryView,

  indexPageView,
  executiveOverviewView,
  decisionRecordView,
  deploymentView,
  asyncProcessingView,
  observabilityView,
  performanceView,
  testingStrategyView,
  systemArchitectureView,
  moduleDecompositionView,
  repositoryStructureView,
  codingStandardsView,
  starterCodeView,
  gettingStartedView,
  securityView,
  readinessView,
  requirementsView,
  risksAndRoadmapView,
  glossaryView,
];
