import { CONSTANTS } from '../../../src/design/constants.js';
import { environmentOf } from '../../../src/design/environment.js';
import { snakeCase } from '../../../src/text/case.js';
import { handlersOf } from '../controllers.js';
import type { World } from '../documents.js';
import {
  environmentExample,
  environmentOfConfig,
  fileOf,
  indexesOfCode,
  permissionsOfCode,
  rolesOfCode,
} from './code.js';

/**
 * What the design says against what the planned files say. The document is printed from the design, so these are half of "document =
 * code"; `pages.ts` is the other half.
 */

export function environmentDifferences(world: World): string[] {
  const example = environmentExample(world);
  const config = environmentOfConfig(world);
  const variables = environmentOf(world.design);
  const known = new Set(variables.map(({ name }) => name));
  return [
    ...variables.flatMap(({ name, example: shown, default: given, readers }) => {
      const inFile = example.get(name);
      const inCode = config.get(name);
      return [
        inFile === undefined ? `.env.example has no ${name}` : [],
        inFile !== undefined && given !== undefined && inFile !== given && inFile !== shown
          ? `.env.example shows ${name}=${inFile}, the design ${given}`
          : [],
        readers.includes('api') && !config.has(name) ? `the API does not read ${name}` : [],
        readers.includes('api') && given !== undefined && inCode !== given
          ? `the API takes ${String(inCode)} for ${name}, the design says ${given}`
          : [],
      ].flat();
    }),
    ...[...config.keys(), ...example.keys()]
      .filter((name) => !known.has(name))
      .map((name) => `${name} is not in the design`),
  ];
}

export function permissionDifferences(world: World): string[] {
  const { permissions, roles } = world.design;
  const inCode = rolesOfCode(world);
  const grants = (pairs: Iterable<readonly [string, string]>): string =>
    [...pairs]
      .map(([key, scope]) => `${key}=${scope}`)
      .sort()
      .join(' ');
  return [
    ...compareLists(
      'permission',
      permissions.map(({ key }) => key),
      permissionsOfCode(world),
    ),
    ...compareLists(
      'role',
      roles.map(({ name }) => name),
      [...inCode.keys()],
    ),
    ...roles
      .filter(({ name, grants: given }) => {
        const pairs = given.map(({ permission, scope }) => [permission, scope] as const);
        return grants(pairs) !== grants(inCode.get(name) ?? []);
      })
      .map(({ name }) => `the grants of ${name} differ`),
  ];
}

export function endpointDifferences(world: World): string[] {
  const text = (endpoint: { method: string; path: string; access: string; permission?: string | undefined }): string =>
    [endpoint.method, endpoint.path, endpoint.access, endpoint.permission ?? ''].join(' ').trim();
  const handlers = [...world.files]
    .filter(([path]) => path.endsWith('.controller.ts'))
    .flatMap(([path, contents]) => handlersOf(path, contents));
  return compareLists('endpoint', world.design.endpoints.map(text), handlers.map(text));
}

export function indexDifferences(world: World): string[] {
  const inCode = indexesOfCode(world);
  return world.design.entities.flatMap(({ table, indexes, fields, references }) => {
    const columnOf = new Map([
      ...fields.flatMap((field) => field.columns.map(({ name, column }) => [name, column] as const)),
      ...references.map(({ key, column }) => [key, column] as const),
    ]);
    return indexes.flatMap(({ name, columns }) => {
      const found = inCode.get(name);
      if (!found) return [`no migration makes the index ${name}`];
      const wanted = columns.map((column) => columnOf.get(column) ?? snakeCase(column));
      const same = found.table === table && found.columns.join() === wanted.join();
      return same
        ? []
        : [`${name} is on ${found.table}(${found.columns.join()}), the design says ${table}(${wanted.join()})`];
    });
  });
}

export function constantDifferences(world: World): string[] {
  return Object.entries(CONSTANTS).flatMap(([name, { where, pattern, value, perUnit }]) => {
    const found = pattern.exec(fileOf(world, where))?.[1];
    if (found === undefined) return [`${where} does not hold ${name}`];
    const inCode = Number(found.replaceAll('_', ''));
    return Math.abs(inCode - value * perUnit) < 1e-9
      ? []
      : [`${where} says ${inCode} for ${name}, the design ${value * perUnit}`];
  });
}

function compareLists(what: string, designed: readonly string[], inCode: readonly string[]): string[] {
  return [
    ...designed.filter((one) => !inCode.includes(one)).map((one) => `the code has no ${what} ${one}`),
    ...inCode.filter((one) => !designed.includes(one)).map((one) => `the design has no ${what} ${one}`),
  ];
}
