import type { Design, EntityDesign } from '../src/design/model.js';
import { type FileRequest, fromTemplate, type Generator } from '../src/plan/model.js';
import { entityControllerView, entityControllerWords } from '../src/views/entity-module/controller.js';
import { entityControllerSpecView, entityControllerSpecWords } from '../src/views/entity-module/controller-spec.js';
import { entityDtoView, entityDtoWords } from '../src/views/entity-module/dto.js';
import { entityErrorsView, entityErrorsWords } from '../src/views/entity-module/errors.js';
import { entityFactoryView, entityFactoryWords } from '../src/views/entity-module/factory.js';
import {
  globalControllerView,
  globalControllerWords,
  globalDtoView,
  globalDtoWords,
  globalErrorsView,
  globalErrorsWords,
  globalModuleView,
  globalRepositoryView,
  globalRepositoryWords,
  globalServiceView,
  globalServiceWords,
} from '../src/views/entity-module/global.js';
import {
  globalFactoryView,
  globalFactoryWords,
  globalIntegrationSpecView,
  globalIntegrationSpecWords,
} from '../src/views/entity-module/global-tests.js';
import { entityIntegrationSpecView, entityIntegrationSpecWords } from '../src/views/entity-module/integration-spec.js';
import { entityModuleView, entityModuleWords } from '../src/views/entity-module/module.js';
import { moduleFolder } from '../src/views/entity-module/paths.js';
import { entityRepositoryView, entityRepositoryWords } from '../src/views/entity-module/repository.js';
import { entityServiceView, entityServiceWords } from '../src/views/entity-module/service.js';
import {
  OWNERSHIP_FILE,
  RICH_TEXT_FILE,
  SCOPED_FILES,
  scopedFilesView,
  scopedFilesWords,
  SHARED_FILES,
  sharedFilesView,
} from '../src/views/entity-module/shared.js';

/** One module per entity in apps/api, with its tests and the factory they use. */
export const entityModules: Generator = {
  id: 'entity-modules',
  description: 'apps/api: one module per entity, with tests on a real database',
  files: (design) => [
    ...sharedFiles(design),
    ...design.entities.flatMap((entity) =>
      entity.writable ? moduleFiles(entity, design) : globalFiles(entity, design),
    ),
  ],
};

function sharedFiles(design: Design): FileRequest[] {
  const fields = design.entities.flatMap((entity) => [
    ...entity.fields,
    ...entity.links.flatMap((link) => link.fields),
  ]);
  const scoped = [
    ...SCOPED_FILES,
    ...(fields.some(({ field }) => field.type.kind === 'richtext') ? [RICH_TEXT_FILE] : []),
    ...(design.entities.some(({ ownerKey }) => ownerKey !== 'createdBy') ? [OWNERSHIP_FILE] : []),
  ];
  return [
    ...SHARED_FILES.map((file) => fromTemplate(sharedFilesView, `${file}.hbs`, file, {})),
    ...scoped.map((file) => fromTemplate(scopedFilesView, `${file}.hbs`, file, scopedFilesWords(design))),
  ];
}

function moduleFiles(entity: EntityDesign, design: Design): FileRequest[] {
  const { one, many, factory } = pathsOf(entity);
  const at = { at: entity.entity.at };
  const template = (name: string): string => `entity-module/${name}.hbs`;
  return [
    fromTemplate(entityModuleView, template('module.ts'), `${many}.module.ts`, entityModuleWords(entity), at),
    fromTemplate(
      entityControllerView,
      template('controller.ts'),
      `${many}.controller.ts`,
      entityControllerWords(entity, design),
      at,
    ),
    fromTemplate(
      entityServiceView,
      template('service.ts'),
      `${many}.service.ts`,
      entityServiceWords(entity, design),
      at,
    ),
    fromTemplate(
      entityRepositoryView,
      template('repository.ts'),
      `${many}.repository.ts`,
      entityRepositoryWords(entity, design),
      at,
    ),
    fromTemplate(entityDtoView, template('dto.ts'), `${one}.dto.ts`, entityDtoWords(entity, design), at),
    fromTemplate(entityErrorsView, template('errors.ts'), `${one}.errors.ts`, entityErrorsWords(entity, design), at),
    fromTemplate(
      entityControllerSpecView,
      template('controller.spec.ts'),
      `${many}.controller.spec.ts`,
      entityControllerSpecWords(entity),
      at,
    ),
    fromTemplate(
      entityIntegrationSpecView,
      template('integration.spec.ts'),
      `${many}.integration.spec.ts`,
      entityIntegrationSpecWords(entity, design),
      at,
    ),
    fromTemplate(entityFactoryView, template('factory.ts'), factory, entityFactoryWords(entity, design), at),
  ];
}

/** Reference data that all organizations share is only read. */
function globalFiles(entity: EntityDesign, design: Design): FileRequest[] {
  const { one, many, factory } = pathsOf(entity);
  const at = { at: entity.entity.at };
  const template = (name: string): string => `global-entity-module/${name}.hbs`;
  return [
    fromTemplate(globalModuleView, template('module.ts'), `${many}.module.ts`, entityModuleWords(entity), at),
    fromTemplate(
      globalControllerView,
      template('controller.ts'),
      `${many}.controller.ts`,
      globalControllerWords(entity, design),
      at,
    ),
    fromTemplate(
      globalServiceView,
      template('service.ts'),
      `${many}.service.ts`,
      globalServiceWords(entity, design),
      at,
    ),
    fromTemplate(
      globalRepositoryView,
      template('repository.ts'),
      `${many}.repository.ts`,
      globalRepositoryWords(entity, design),
      at,
    ),
    fromTemplate(globalDtoView, template('dto.ts'), `${one}.dto.ts`, globalDtoWords(entity, design), at),
    fromTemplate(globalErrorsView, template('errors.ts'), `${one}.errors.ts`, globalErrorsWords(entity, design), at),
    fromTemplate(
      globalIntegrationSpecView,
      template('integration.spec.ts'),
      `${many}.integration.spec.ts`,
      globalIntegrationSpecWords(entity, design),
      at,
    ),
    fromTemplate(globalFactoryView, template('factory.ts'), factory, globalFactoryWords(entity, design), at),
  ];
}

function pathsOf(entity: EntityDesign): { readonly one: string; readonly many: string; readonly factory: string } {
  const { fileOne, fileMany } = entity.names;
  const folder = moduleFolder(entity);
  return {
    one: `${folder}/${fileOne}`,
    many: `${folder}/${fileMany}`,
    factory: `apps/api/test/factories/${fileOne}.factory.ts`,
  };
}
