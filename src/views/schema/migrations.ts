import { z } from 'zod';
import type { Design, EntityDesign, FieldDesign } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { from } from '../../text/origin.js';
import { expressionSql } from '../expression-sql.js';
import { columnCheckName, ruleCheckName } from './constraint-names.js';

const migrations = 'packages/database/prisma/migrations';

/** Prisma's own file; it holds no word of the system. */
export const migrationLockView = defineView({
  templates: [`${migrations}/migration_lock.toml.hbs`],
  schema: z.object({}),
});

export const rolesMigrationView = defineView({
  templates: [`${migrations}/00000000000001_roles/migration.sql.hbs`],
  schema: z.object({ appRole: z.string() }),
});

const check = z.object({ table: z.string(), constraint: z.string(), condition: z.string() });

export const checksMigrationView = defineView({
  templates: [`${migrations}/00000000000003_checks/migration.sql.hbs`],
  schema: z.object({ tables: z.array(z.object({ title: z.string(), checks: z.array(check) })) }),
});

const table = z.object({ table: z.string() });

export const rowLevelSecurityMigrationView = defineView({
  templates: [`${migrations}/00000000000004_row_level_security/migration.sql.hbs`],
  schema: z.object({ appRole: z.string(), sharedTables: z.array(table), tenantTables: z.array(table) }),
});

type Check = z.infer<typeof check>;

export function checksMigrationWords({ entities }: Design): z.infer<typeof checksMigrationView.schema> {
  const tables = entities.flatMap((entity) => [
    { title: entity.names.textMany, checks: entityChecks(entity) },
    ...entity.links.map((link) => ({
      title: `${entity.names.textMany}, ${link.name}`,
      checks: link.fields.flatMap((field) => fieldChecks(link.table, field)),
    })),
  ]);
  return { tables: tables.filter(({ checks }) => checks.length > 0) };
}

export function rowLevelSecurityWords({
  entities,
  product,
}: Design): z.infer<typeof rowLevelSecurityMigrationView.schema> {
  const tablesOf = (tenantScoped: boolean): { table: string }[] =>
    entities
      .filter((entity) => entity.tenantScoped === tenantScoped)
      .flatMap((entity) => [entity.table, ...entity.links.map((link) => link.table)])
      .map((name) => ({ table: name }));
  return { appRole: product.appRole, sharedTables: tablesOf(false), tenantTables: tablesOf(true) };
}

function entityChecks(entity: EntityDesign): Check[] {
  const { table: name, fields, rules } = entity;
  return [
    ...fields.flatMap((field) => fieldChecks(name, field)),
    ...rules.map((rule) =>
      from(rule.at, {
        table: name,
        constraint: ruleCheckName(entity, rule.id),
        condition: expressionSql(rule.expression),
      }),
    ),
  ];
}

function fieldChecks(name: string, { field, columns }: FieldDesign): Check[] {
  return columns.flatMap(({ column, check: condition }) =>
    condition === undefined
      ? []
      : [from(field.at, { table: name, constraint: columnCheckName(name, column), condition })],
  );
}
