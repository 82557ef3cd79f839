import type { Design, EntityDesign } from '../../design/model.js';
import { coreFile, moduleFolder } from '../entity-module/paths.js';

/** Files of one entity, by what they are for. */
export interface ExampleEntity {
  readonly entity: EntityDesign;
  readonly controller: string;
  readonly service: string;
  readonly repository: string;
  readonly dto: string;
  readonly errors: string;
  readonly core: string;
  readonly httpSpec: string;
  readonly integrationSpec: string;
}

/**
 * The entity that pages show the code of the domain by: a root that can be written, with the most rules and actions. Undefined where the
 * system holds nothing that can be written.
 */
export function exampleEntity({ entities }: Pick<Design, 'entities'>): ExampleEntity | undefined {
  const candidates = entities.filter(({ writable, tenantScoped, parent }) => writable && tenantScoped && !parent);
  const weight = ({ rules, actions, references }: EntityDesign): number =>
    4 * actions.length + 3 * rules.length + references.length;
  const [entity] = [...candidates].sort((a, b) => weight(b) - weight(a));
  if (!entity) return undefined;
  const { fileOne, fileMany } = entity.names;
  const folder = moduleFolder(entity);
  return {
    entity,
    controller: `${folder}/${fileMany}.controller.ts`,
    service: `${folder}/${fileMany}.service.ts`,
    repository: `${folder}/${fileMany}.repository.ts`,
    dto: `${folder}/${fileOne}.dto.ts`,
    errors: `${folder}/${fileOne}.errors.ts`,
    core: `packages/core/src/${coreFile(entity)}.ts`,
    httpSpec: `${folder}/${fileMany}.controller.spec.ts`,
    integrationSpec: `${folder}/${fileMany}.integration.spec.ts`,
  };
}
