import type { Design, EntityDesign } from '../../../design/model.js';
import { markdownTableCell } from '../../../text/escape.js';
import { code, counted, headline, label, list } from '../words.js';
import type { Hero } from './hero.js';
import { filesWithDatabase, type TestFiles } from './test-files.js';

const files = (paths: readonly string[]): string => counted(paths.length, 'file');

export function casesOf(entities: readonly EntityDesign[]): number {
  return entities.flatMap(({ actions }) => actions.flatMap(({ cases }) => cases)).length;
}

/** What would hurt most, the worst first, and the test that notices. */
export function stakeRows(design: Design, hero: Hero) {
  const { entities, endpoints, blueprint } = design;
  const violations = entities.reduce((sum, entity) => sum + entity.violations.length, 0);
  const cases = casesOf(entities);
  const row = (harm: string, test: string, tried: string, state: string) => ({ harm, test, tried, state });
  const rowLevelSecurity = 'packages/database/src/row-level-security.integration.spec.ts';
  const rows = [
    row(
      `${hero.many} of one organization are shown to another`,
      code(rowLevelSecurity),
      counted(entities.filter(({ tenantScoped }) => tenantScoped).length, 'kind', 'kinds') + ' of rows',
      label('tenant-isolation'),
    ),
    row(
      'a stolen refresh token goes on',
      code('apps/api/test/journey.e2e.spec.ts'),
      'one theft',
      label('authentication'),
    ),
    row(
      'somebody acts without the permission',
      code('apps/api/test/access.spec.ts'),
      counted(endpoints.length, 'endpoint'),
      label('authorization'),
    ),
    row(
      `two people change the same ${hero.one}`,
      code(hero.integrationSpec),
      counted(entities.filter(({ writable }) => writable).length, 'entity', 'entities'),
      label('optimistic-locking'),
    ),
  ];
  if (violations > 0) {
    const own = (entity: EntityDesign): number => (entity === hero.entity ? 0 : 1);
    const withRules = entities
      .filter((entity) => entity.violations.length > 0)
      .sort((a, b) => own(a) - own(b))
      .map(({ names }) => names.textOne);
    const harm = `a rule of ${someOf(withRules)} is broken`;
    rows.push(
      row(
        harm,
        code(hero.integrationSpec),
        counted(violations, 'broken body', 'broken bodies'),
        label('entity-modules'),
      ),
    );
  }
  if (cases > 0) {
    const harm = (hero.entity?.actions ?? []).length > 0 ? `${aNoun(hero.one)} skips a state` : 'a row skips a state';
    rows.push(row(harm, code(hero.integrationSpec), counted(cases, 'way'), label('entity-modules')));
  }
  if (blueprint.integrations.length > 0) {
    const names = blueprint.integrations.map(({ name }) => name);
    const tried = counted(names.length, 'service');
    const verb = names.length === 1 ? 'answers' : 'answer';
    rows.push(row(`${list(names)} ${verb} differently`, code('contracts'), tried, label('contract-tests')));
  }
  const load = headline(design.scale.workload.launch.peakRequestsPerSecond);
  return [
    ...rows,
    row(`the busiest minute makes ${hero.many} slow`, code('load'), load, label('load-tests')),
    row(`a backup of ${hero.many} cannot be restored`, code('k8s/backup'), 'a restore drill', label('backup')),
  ];
}

/** `an order`, `a quote`. */
export function aNoun(word: string): string {
  return `${/^[aeiou]/.test(word) ? 'an' : 'a'} ${word}`;
}

/** The first three, and how many more. */
function someOf(names: readonly string[]): string {
  const more = names.length - 3;
  return more > 0 ? `${names.slice(0, 3).join(', ')} or ${counted(more, 'other')}` : names.join(' or ');
}

export function unitRows(found: TestFiles, hero: Hero) {
  const row = (layer: string, paths: readonly string[], where: string, meaning: string) => ({
    layer,
    files: files(paths),
    where: code(where),
    meaning,
  });
  return [
    row('Domain', found.rules, 'packages/core/src', `a rule or a state of ${hero.many} differs from the blueprint`),
    row('Security', found.security, 'packages/auth/src', 'tokens, passwords or grants are wrong'),
    row('Platform', found.platform, 'packages/common/src', 'logs, cursors, searches or settings are wrong'),
  ];
}

export function integrationRows(design: Design, found: TestFiles, hero: Hero) {
  const row = (against: string, paths: readonly string[], where: string, notShown: string) => ({
    against,
    files: files(paths),
    where: code(where),
    notShown,
  });
  const { integrations } = design.blueprint;
  const outside = integrations.map(({ name }) => name).join(', ');
  return [
    row('PostgreSQL alone', found.database, 'packages/database/src', 'growth of tables; see section 12'),
    row('use cases over HTTP', found.useCases, 'apps/api/src/modules', `load on ${hero.many}`),
    row('HTTP alone', found.http, 'apps/api/src/modules', `what ${hero.many} mean`),
    row('the whole system', found.system, 'apps/api/test', 'browsers and their storage'),
    row('Redis, or its double', found.redis, 'apps/api/test/rate-limits.spec.ts', 'several processes at a time'),
    integrations.length > 0
      ? {
          against: outside,
          files: label('integrations'),
          where: code('packages/integrations'),
          notShown: 'recorded answers that grew old',
        }
      : { against: 'services of others', files: 'no file', where: 'nowhere', notShown: 'nothing outside is called' },
  ];
}

export function contractRows(design: Design) {
  const { blueprint, endpoints, product } = design;
  const calls = (name: string) =>
    blueprint.reactions.flatMap(({ effect }) =>
      'call' in effect && effect.call.startsWith(`${name}.`) ? [effect.call] : [],
    );
  // What tells people something is sent by the service that is for nothing else.
  const messages = (kind: string) =>
    blueprint.reactions.flatMap(({ effect }) => (kind === 'email' && 'notify' in effect ? [effect.template] : []));
  return [
    {
      contract: `${counted(endpoints.length, 'operation')} in OpenAPI`,
      between: `${product.name} and its clients`,
      keptBy: code('apps/api/test/openapi.spec.ts'),
      state: label('openapi'),
    },
    ...blueprint.integrations.map(({ name, kind, receives }) => ({
      contract: list([...new Set([...calls(name), ...messages(kind)]), ...receives].map(code)) || 'no operation yet',
      between: `${product.name} and ${name}, ${markdownTableCell(kind)}`,
      keptBy: code(`contracts/${name}.contract.spec.ts`),
      state: label('contract-tests'),
    })),
    ...(blueprint.webhooks
      ? [
          {
            contract: list(blueprint.webhooks.events.map(code)),
            between: `${product.name} and subscribers`,
            keptBy: code('contracts/webhooks.contract.spec.ts'),
            state: label('contract-tests'),
          },
        ]
      : []),
  ];
}

export function flowRows({ entities }: Pick<Design, 'entities'>) {
  return entities.flatMap(({ entity, names, actions }) => {
    if (!entity.lifecycle) return [];
    const guarded = actions.filter(({ action }) => action.when).length;
    const refused = actions.filter((action) => action.refused).length;
    return [
      {
        name: names.textOne,
        way: longestWay(entity.lifecycle).map(code).join(' → '),
        cases: counted(actions.flatMap(({ cases }) => cases).length, 'way'),
        guards: guarded === 0 ? 'no guard' : `${refused} of ${guarded}`,
      },
    ];
  });
}

/** Through as many states as can be passed without coming back to one; of equal ways the first by name. */
function longestWay({ initial, actions }: NonNullable<EntityDesign['entity']['lifecycle']>): string[] {
  const from = (way: readonly string[]): string[] => {
    const here = way.at(-1) ?? initial;
    const next = new Set(actions.filter((action) => action.from.includes(here)).map(({ to }) => to));
    const further = [...next].filter((state) => !way.includes(state)).map((state) => from([...way, state]));
    return further.reduce((best, candidate) => (candidate.length > best.length ? candidate : best), [...way]);
  };
  return from([initial]);
}

/** Jobs of the workflow, as it will be on disk. */
export function jobRows(workflow: string) {
  const [, jobs = ''] = workflow.split(/^jobs:$/m);
  return jobs
    .split(/^ {2}(?=[\w-]+:$)/m)
    .slice(1)
    .map((job) => ({
      name: code(job.slice(0, job.indexOf(':'))),
      runs: [...job.matchAll(/^ {6}- run: (.+)$/gm)].map(([, command = '']) => code(command)).join(', '),
      services: [...job.matchAll(/^ {8}image: (.+)$/gm)].map(([, image = '']) => code(image)).join(', ') || 'nothing',
    }));
}

export function serverRows(found: TestFiles, test: string) {
  const count = counted(filesWithDatabase(found).length, 'file');
  return [
    { server: 'given', chosen: code('DATABASE_URL'), because: 'CI has one already' },
    {
      server: 'container of its own',
      chosen: code(`TEST_DATABASE=testcontainers ${test}`),
      because: 'the image of production',
    },
    { server: 'embedded', chosen: 'neither of them', because: `no Docker for ${count}` },
  ];
}
