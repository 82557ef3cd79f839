import { CONSTANTS } from '../constants.js';
import type { EntityDesign } from '../model.js';
import { figure } from './facts.js';
import type { CacheDesign } from './model.js';
import type { OperationsSource } from './source.js';

/** What is remembered: the grants, which the code does, and what is worth it beyond that. */
export function cachesOf(source: OperationsSource): readonly CacheDesign[] {
  return [grants(source), ...referenceData(source), ...readByMany(source), ...reports(source)];
}

function grants({ roles, permissions }: OperationsSource): CacheDesign {
  return {
    what: 'grants, roles and sessions of a member',
    key: '<tenantId>:<userId>',
    ttlS: CONSTANTS.grantsTtl,
    invalidation: 'At once where changed; elsewhere by time.',
    store: 'memory of each process',
    because: `Every request asks for one of ${permissions.length} permissions of ${roles.length} roles.`,
    part: 'authorization',
    where: CONSTANTS.grantsTtl.where,
  };
}

function referenceData({ entities, product }: OperationsSource): CacheDesign[] {
  const names = entities.filter(({ writable }) => !writable).map(({ names }) => names.textMany);
  if (names.length === 0) return [];
  return [
    {
      what: names.join(' and '),
      key: `${product.name}:global:<table>:v1`,
      ttlS: figure(
        ['cache.global.ttlS', 'life of cached reference data'],
        3600,
        's',
        'rule',
        'Changes with a release only.',
      ),
      invalidation: `A release that changes ${names.join(' or ')} raises \`v1\`.`,
      store: 'Redis',
      because: `The API never writes ${names.join(' or ')}, and the data is the same for every organization.`,
      part: 'cache',
    },
  ];
}

/** Roots that clearly more roles read than change, the widest first: other caches would throw away what nobody read twice. */
export function widelyRead({ entities, roles }: Pick<OperationsSource, 'entities' | 'roles'>): EntityDesign[] {
  const spread = ({ permissions }: EntityDesign): number =>
    holders(roles, permissions.read) - holders(roles, permissions.update);
  return entities
    .filter((entity) => entity.writable && entity.parent === undefined && spread(entity) >= 2)
    .sort((left, right) => spread(right) - spread(left) || weight(right) - weight(left));
}

function holders(roles: OperationsSource['roles'], permission: string | undefined): number {
  return roles.filter(({ grants }) => grants.some((grant) => grant.permission === permission && grant.scope === 'all'))
    .length;
}

function readByMany(source: OperationsSource): CacheDesign[] {
  const { roles, product } = source;
  return widelyRead(source)
    .slice(0, 3)
    .map((entity): CacheDesign => {
      const { names, permissions } = entity;
      const events = entity.actions.flatMap(({ action }) => action.emits ?? []);
      return {
        what: `lists of ${names.textMany}`,
        key: `${product.name}:<tenantId>:${names.fileMany}:<version>:<query>`,
        ttlS: figure(
          [`cache.${names.one}.ttlS`, `life of a cached list of ${names.textMany}`],
          60,
          's',
          'rule',
          'What a person accepts as just now.',
        ),
        invalidation: `Each write of ${names.article} ${names.textOne}${events.length > 0 ? `, ${events.join(' and ')} included,` : ''} raises the version after its commit.`,
        store: 'Redis',
        because: `${holders(roles, permissions.read)} of ${roles.length} roles read ${names.textMany}, ${holders(roles, permissions.update)} change them.`,
        part: 'cache',
      };
    });
}

function weight({ actions, references, fields }: EntityDesign): number {
  return actions.length + references.length + fields.length;
}

function reports({ blueprint, product }: OperationsSource): CacheDesign[] {
  if (blueprint.reports.length === 0) return [];
  return [
    {
      what: `results of ${blueprint.reports.map(({ name }) => name).join(', ')}`,
      key: `${product.name}:<tenantId>:reports:<name>:<parameters>`,
      ttlS: figure(
        ['cache.reports.ttlS', 'life of a cached report'],
        300,
        's',
        'rule',
        'A report reads many rows and is looked at in meetings, not watched.',
      ),
      invalidation: 'Only by time.',
      store: 'Redis',
      because: `${blueprint.reports.length} reports read every row of ${[...new Set(blueprint.reports.map(({ from }) => from))].join(', ')} of an organization.`,
      part: 'reports',
    },
  ];
}
