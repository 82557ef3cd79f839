import type { Design, EntityDesign } from '../../../design/model.js';
import { coreFile, moduleFolder } from '../../entity-module/paths.js';

/** Where an excerpt is cut: the file, and a text of its first line. */
export interface Quote {
  readonly path: string;
  readonly from: string;
}

/** What the section shows its tests by: the entity with the most that can go wrong, and a life of its own; else the members. */
export interface Hero {
  /** Absent for the members, which every repository has. */
  readonly entity?: EntityDesign;
  readonly one: string;
  readonly many: string;
  /** Below `/api/v1`: where one is made. */
  readonly route: string;
  /** What one may be, as pure functions. */
  readonly core: string;
  readonly coreSpec: string;
  readonly integrationSpec: string;
  readonly httpSpec: string;
  readonly factory: Quote;
  readonly permissionTest: Quote;
  readonly versionTest: Quote;
  readonly isolationTest: Quote;
}

export function heroOf({ entities }: Pick<Design, 'entities'>): Hero {
  const candidates = entities.filter(({ writable, parent, tenantScoped }) => writable && tenantScoped && !parent);
  const [entity] = [...candidates].sort((a, b) => weightOf(b) - weightOf(a));
  if (!entity) return MEMBERS;
  const { names, route } = entity;
  const folder = moduleFolder(entity);
  const integrationSpec = `${folder}/${names.fileMany}.integration.spec.ts`;
  const httpSpec = `${folder}/${names.fileMany}.controller.spec.ts`;
  return {
    entity,
    one: names.textOne,
    many: names.textMany,
    route,
    core: `packages/core/src/${coreFile(entity)}.ts`,
    coreSpec: `packages/core/src/${coreFile(entity)}.spec.ts`,
    integrationSpec,
    httpSpec,
    factory: {
      path: `apps/api/test/factories/${names.fileOne}.factory.ts`,
      from: `export async function make${names.One}`,
    },
    permissionTest: { path: httpSpec, from: "'%s %s needs its permission'" },
    versionTest: { path: integrationSpec, from: "it('refuses a change that was made from an old version'" },
    isolationTest: { path: integrationSpec, from: "it('shows nothing of one organization to another" },
  };
}

const memberSpec = 'apps/api/src/modules/users/users.integration.spec.ts';
const accessSpec = 'apps/api/test/access.spec.ts';

/** A system of reference data alone still has members. */
const MEMBERS: Hero = {
  one: 'member',
  many: 'members',
  route: '/organizations/current/invitations',
  core: 'packages/core/src/actor.ts',
  coreSpec: 'packages/auth/src/grants.spec.ts',
  integrationSpec: memberSpec,
  httpSpec: accessSpec,
  factory: { path: 'apps/api/test/factories/user.factory.ts', from: 'export const makeUser' },
  permissionTest: { path: accessSpec, from: "it('every route with a permission answers 403" },
  versionTest: { path: memberSpec, from: "it('is not changed from an old version'" },
  isolationTest: { path: memberSpec, from: "it('sees nobody'" },
};

function weightOf({ violations, actions, references }: EntityDesign): number {
  const cases = actions.reduce((sum, action) => sum + action.cases.length + (action.refused ? 1 : 0), 0);
  // A rule that a body can break shows the most; references decide between what is equal otherwise.
  return (violations.length > 0 ? 1000 : 0) + 10 * cases + 3 * violations.length + references.length;
}
