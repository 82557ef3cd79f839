import type { EntityDesign } from '../../../design/model.js';
import { excerpt, type Excerpt, type QuotableFiles } from '../../../render/excerpt.js';
import { moduleFolder } from '../../entity-module/paths.js';

const database = 'packages/database/src';
const migrations = 'packages/database/prisma/migrations';

/** What the section quotes, by the heading it stands below. */
export interface DataExcerpts {
  readonly repository: Excerpt[];
  readonly transaction: Excerpt[];
  readonly locking: Excerpt[];
  readonly migrating: Excerpt[];
  readonly pool: Excerpt[];
  readonly model: Excerpt[];
  readonly policy: Excerpt[];
  readonly seed: Excerpt[];
}

export async function dataExcerpts(hero: EntityDesign, files: QuotableFiles): Promise<DataExcerpts> {
  const { fileMany, One } = hero.names;
  const folder = moduleFolder(hero);
  const repository = `${folder}/${fileMany}.repository.ts`;
  const service = `${folder}/${fileMany}.service.ts`;
  const written = hero.actions.length > 0 ? 'private take(' : '  create(actor: Actor';
  return {
    repository: [await excerpt(files, repository, { from: 'async findPage(' })],
    transaction: [
      await excerpt(files, `${database}/tenant.ts`, { from: 'private async transaction<T>(' }),
      ...(hero.writable ? [await excerpt(files, service, { from: written })] : []),
    ],
    locking: hero.writable
      ? [await excerpt(files, repository, { from: '/** False when the', to: 'return count === 1' })]
      : [],
    migrating: [await excerpt(files, `${database}/migrate.ts`, { from: 'async function takeLock(' })],
    pool: [await excerpt(files, `${database}/client.ts`, { from: 'const session = {', to: 'onConnectionError && {' })],
    model: [await excerpt(files, 'packages/database/prisma/schema.prisma', { from: `model ${One} {`, to: '@@map(' })],
    policy: [
      await excerpt(files, `${migrations}/00000000000004_row_level_security/migration.sql`, {
        from: `ALTER TABLE "${policyTable(hero)}" ENABLE`,
        to: 'GRANT ',
      }),
    ],
    seed: [await excerpt(files, `${database}/seed.ts`, { from: 'export async function seed(', to: 'return organ' })],
  };
}

/** A table that belongs to organizations: reference data has no policy. */
export function policyTable({ tenantScoped, table }: EntityDesign): string {
  return tenantScoped ? table : 'memberships';
}
