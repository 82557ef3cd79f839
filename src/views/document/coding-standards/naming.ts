import { environmentOf } from '../../../design/environment.js';
import type { Design, EntityDesign } from '../../../design/model.js';
import { contextFolder, moduleFolder } from '../../entity-module/paths.js';
import { code } from '../words.js';

export interface NamingRow {
  readonly what: string;
  readonly form: string;
  readonly here: string;
}

/** How things are named, each with a name of this system. */
export function namingRows(design: Design, entity: EntityDesign | undefined): NamingRow[] {
  const [variable] = environmentOf(design).filter(({ secret }) => secret);
  return [
    ...(entity ? entityRows(entity) : []),
    { what: 'Constant', form: 'UPPER_SNAKE_CASE', here: code('PUBLIC_ROUTES') },
    {
      what: 'Environment variable',
      form: 'UPPER_SNAKE_CASE, unit at the end',
      here: code(variable?.name ?? 'DATABASE_URL'),
    },
    { what: 'Package', form: 'scope and folder', here: code(`${design.product.scope}/core`) },
    { what: 'Database role', form: 'product and purpose', here: code(design.product.appRole) },
  ];
}

function entityRows(entity: EntityDesign): NamingRow[] {
  const { names, table, indexes, actions, references, permissions } = entity;
  const [action] = actions;
  const [index] = indexes;
  const [reference] = references;
  const emits = actions.map((one) => one.action.emits).find((event) => event !== undefined);
  return [
    { what: 'Folder of a context', form: 'kebab-case', here: code(contextFolder(entity)) },
    { what: 'Folder of a module', form: 'kebab-case, plural', here: code(moduleFolder(entity)) },
    {
      what: 'File',
      form: 'name, dot, role',
      here: `${code(`${names.fileMany}.service.ts`)}, ${code(`${names.fileOne}.dto.ts`)}`,
    },
    { what: 'Test', form: 'file, dot, spec', here: code(`${names.fileMany}.integration.spec.ts`) },
    { what: 'Class', form: 'PascalCase', here: `${code(`${names.Many}Repository`)}, ${code(`${names.One}NotFound`)}` },
    { what: 'Function', form: 'camelCase, a verb first', here: code(`to${names.One}View`) },
    {
      what: 'Schema and its type',
      form: 'one name, two cases',
      here: `${code(`create${names.One}`)}, ${code(`Create${names.One}`)}`,
    },
    { what: 'Table', form: 'snake_case, plural', here: code(table) },
    ...(reference ? [{ what: 'Foreign key', form: 'snake_case, id at the end', here: code(reference.column) }] : []),
    ...(index ? [{ what: 'Index', form: 'table, columns, idx', here: code(index.name) }] : []),
    { what: 'Route', form: 'kebab-case, plural', here: code(`/api/v1${entity.route}`) },
    { what: 'Permission', form: 'context.entity:action', here: code(action?.permission ?? permissions.read ?? '') },
    ...(emits === undefined ? [] : [{ what: 'Event', form: 'entity.past tense', here: code(emits) }]),
    { what: 'Error code', form: 'UPPER_SNAKE_CASE', here: code(`${names.CODE}_NOT_FOUND`) },
  ];
}
