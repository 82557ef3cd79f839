import { z } from 'zod';
import type { Design, EntityDesign } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { tsString } from '../../text/escape.js';
import { entityControllerView } from './controller.js';
import { entityDtoView, entityDtoWords } from './dto.js';
import { entityErrorsView, entityErrorsWords } from './errors.js';
import { entityModuleView } from './module.js';
import { permissionOf } from './permission.js';
import { entityRepositoryView, entityRepositoryWords } from './repository.js';

/** Reference data that all organizations share is read through the API and changed by migrations: its module is a smaller one. */
export const globalModuleView = defineView({
  templates: ['global-entity-module/module.ts.hbs'],
  schema: entityModuleView.schema,
});

const controllerWords = entityControllerView.schema.pick({
  scope: true,
  one: true,
  Many: true,
  many: true,
  fileOne: true,
  fileMany: true,
  tag: true,
  route: true,
  read: true,
});

export const globalControllerView = defineView({
  templates: ['global-entity-module/controller.ts.hbs'],
  schema: controllerWords,
});

export function globalControllerWords(entity: EntityDesign, design: Design): z.infer<typeof controllerWords> {
  const { one, many, Many, fileOne, fileMany, textMany } = entity.names;
  return {
    scope: design.product.scope,
    one,
    many,
    Many,
    fileOne,
    fileMany,
    tag: tsString(textMany),
    route: tsString(entity.route.slice(1)),
    read: permissionOf(entity, 'read'),
  };
}

const serviceWords = z.object({
  scope: z.string(),
  One: z.string(),
  many: z.string(),
  Many: z.string(),
  fileOne: z.string(),
  fileMany: z.string(),
});

export const globalServiceView = defineView({
  templates: ['global-entity-module/service.ts.hbs'],
  schema: serviceWords,
});

export function globalServiceWords(entity: EntityDesign, design: Design): z.infer<typeof serviceWords> {
  const { One, many, Many, fileOne, fileMany } = entity.names;
  return { scope: design.product.scope, One, many, Many, fileOne, fileMany };
}

const repositoryWords = entityRepositoryView.schema
  .pick({
    one: true,
    One: true,
    Many: true,
    textMany: true,
    imports: true,
    sorts: true,
    indexes: true,
    equal: true,
    any: true,
    isSearchable: true,
    searched: true,
    domain: true,
    takenFromRow: true,
    moneys: true,
    casts: true,
    decimals: true,
    decimalLists: true,
  })
  .extend({ moneys: z.array(z.object({ name: z.string() })) });

export const globalRepositoryView = defineView({
  templates: ['global-entity-module/repository.ts.hbs'],
  schema: repositoryWords,
});

export function globalRepositoryWords(entity: EntityDesign, design: Design): z.infer<typeof repositoryWords> {
  return repositoryWords.parse(entityRepositoryWords(entity, design));
}

const dtoWords = entityDtoView.schema.pick({
  scope: true,
  coreFile: true,
  coreImports: true,
  imports: true,
  one: true,
  One: true,
  Many: true,
  sorts: true,
  isNarrowed: true,
  filters: true,
  isSearchable: true,
  members: true,
});

export const globalDtoView = defineView({ templates: ['global-entity-module/dto.ts.hbs'], schema: dtoWords });

export function globalDtoWords(entity: EntityDesign, design: Design): z.infer<typeof dtoWords> {
  return dtoWords.parse(entityDtoWords(entity, design));
}

const errorsWords = entityErrorsView.schema.pick({ scope: true, One: true, CODE: true, title: true });

export const globalErrorsView = defineView({ templates: ['global-entity-module/errors.ts.hbs'], schema: errorsWords });

export function globalErrorsWords(entity: EntityDesign, design: Design): z.infer<typeof errorsWords> {
  return errorsWords.parse(entityErrorsWords(entity, design));
}
