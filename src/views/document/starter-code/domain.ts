import type { Design } from '../../../design/model.js';
import { excerpt, type QuotableFiles } from '../../../render/excerpt.js';
import { exampleEntity, type ExampleEntity } from '../example-entity.js';
import { code, counted, list } from '../words.js';
import type { StarterFile } from './platform.js';

const users = 'apps/api/src/modules/users/users';

/** The schema, the module that every system has, and one that only this one has. */
export async function domainFiles(design: Design, files: QuotableFiles): Promise<StarterFile[]> {
  const example = exampleEntity(design);
  return [
    await schema(design, files, example),
    await usersModule(design, files),
    ...(example ? [await entityModule(design, files, example), await rules(files, example)] : []),
  ];
}

async function schema(design: Design, files: QuotableFiles, example: ExampleEntity | undefined): Promise<StarterFile> {
  const path = 'packages/database/prisma/schema.prisma';
  const scoped = design.entities.filter(({ tenantScoped }) => tenantScoped);
  const global = design.entities.filter(({ tenantScoped }) => !tenantScoped);
  const one = example ? `${example.entity.names.article} ${example.entity.names.textOne}` : 'a role';
  const shared =
    global.length > 0
      ? `${list(global.map(({ names }) => names.textMany))} are the same for all organizations and have none`
      : `no table of the domain is without it`;
  return {
    title: code(path),
    text: `${counted(scoped.length, 'table')} of the domain carry ${code('tenant_id')} in their key and in every foreign key; ${shared}. Who made ${one}, who changed it last and its version stand in its row.`,
    excerpts: [
      await excerpt(files, path, { from: 'model User {' }),
      await excerpt(files, path, { from: 'model Organization {', to: 'version' }),
      await excerpt(files, path, { from: 'model Role {' }),
      await excerpt(files, path, { from: 'model Permission {' }),
      await excerpt(files, path, { from: `model ${example?.entity.names.One ?? 'Membership'} {` }),
    ],
  };
}

async function usersModule({ roles }: Design, files: QuotableFiles): Promise<StarterFile> {
  return {
    title: code(`${users}.controller.ts`),
    text: `Four files, one job each. Deactivating one of the ${counted(roles.length, 'role')} that people hold here ends sessions, changes the status and writes the audit log in one transaction: ${code('keepingAnOwner')} rolls all of it back when nobody would be left to give roles.`,
    excerpts: [
      await excerpt(files, `${users}.controller.ts`, {
        from: "@Post(':id/deactivate')",
        to: 'return this.users.deactivate',
      }),
      await excerpt(files, `${users}.service.ts`, { from: 'private async changeStatus' }),
      await excerpt(files, `${users}.repository.ts`, { from: 'async findPage' }),
      await excerpt(files, `${users}.dto.ts`, { from: 'export const updateProfile', to: 'UpdateProfile = z.infer' }),
    ],
  };
}

async function entityModule(design: Design, files: QuotableFiles, example: ExampleEntity): Promise<StarterFile> {
  const { names, actions, references, route } = example.entity;
  const emitting = actions.filter(({ action }) => action.emits !== undefined);
  const others = design.entities.filter(({ entity }) => entity !== example.entity.entity);
  const events =
    emitting.length > 0
      ? `the event of ${list(emitting.map(({ name }) => code(name)))} is recorded in the same transaction, so that nobody hears of ${names.article} ${names.textOne} that was rolled back`
      : `no action of ${names.textMany} announces an event`;
  return {
    title: code(example.controller),
    text: `The module of ${names.textMany} below ${code(`/api/v1${route}`)}, with ${counted(actions.length, 'action')} and ${counted(references.length, 'reference')}: ${events}. ${counted(others.length, 'other entity', 'other entities')} ${others.length === 1 ? 'has' : 'have'} the same files.`,
    excerpts: [
      await excerpt(files, example.controller, { from: '  @Post()', to: 'return created' }),
      await excerpt(files, example.service, { from: actions.length > 0 ? 'private take(' : '  create(actor' }),
      await excerpt(files, example.repository, { from: 'async find(' }),
      await excerpt(files, example.dto, {
        from: `export const create${names.One} =`,
        to: `Create${names.One} = z.infer`,
      }),
    ],
  };
}

async function rules(files: QuotableFiles, example: ExampleEntity): Promise<StarterFile> {
  const { names, rules: own, actions } = example.entity;
  const cut =
    own.length > 0 ? { from: `export const ${names.one}Rules` } : { from: `export interface ${names.One}Data` };
  const transitions =
    actions.length > 0 ? [await excerpt(files, example.core, { from: `export const ${names.one}Transitions` })] : [];
  return {
    title: code(example.core),
    text: `${counted(own.length, 'rule')} and ${counted(actions.length, 'action')} of ${names.textMany} as plain values: the service asks them before it writes, the database has a constraint for each rule, and ${code(example.integrationSpec.split('/').at(-1) ?? '')} breaks them one by one.`,
    excerpts: [await excerpt(files, example.core, cut), ...transitions],
  };
}
