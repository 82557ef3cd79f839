import type { Design, EntityDesign } from '../../../design/model.js';
import { coreFile, moduleFolder } from '../../entity-module/paths.js';

/** The entity that the section shows its tests by: the one with the most that can go wrong, and a life of its own. */
export interface Hero {
  readonly entity: EntityDesign;
  readonly one: string;
  readonly many: string;
  readonly coreSpec: string;
  readonly integrationSpec: string;
  readonly httpSpec: string;
  readonly factory: string;
}

export function heroOf({ entities }: Pick<Design, 'entities'>): Hero {
  const candidates = entities.filter(({ writable, parent, tenantScoped }) => writable && tenantScoped && !parent);
  const [entity] = [...candidates].sort((a, b) => weightOf(b) - weightOf(a));
  if (!entity) throw new Error('No entity of the blueprint can be written: there is nothing to test.');
  const { names } = entity;
  const folder = moduleFolder(entity);
  return {
    entity,
    one: names.textOne,
    many: names.textMany,
    coreSpec: `packages/core/src/${coreFile(entity)}.spec.ts`,
    integrationSpec: `${folder}/${names.fileMany}.integration.spec.ts`,
    httpSpec: `${folder}/${names.fileMany}.controller.spec.ts`,
    factory: `apps/api/test/factories/${names.fileOne}.factory.ts`,
  };
}

function weightOf({ violations, actions, references }: EntityDesign): number {
  const cases = actions.reduce((sum, action) => sum + action.cases.length + (action.refused ? 1 : 0), 0);
  // A rule that a body can break shows the most; references decide between what is equal otherwise.
  return (violations.length > 0 ? 1000 : 0) + 10 * cases + 3 * violations.length + references.length;
}
