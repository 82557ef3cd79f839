import type { Design } from '../../../design/model.js';
import { code, counted, label, list } from '../words.js';
import { markdownTableCell } from '../../../text/escape.js';
import { OWN_PACKAGES } from '../../workspace/manifests.js';

export interface PackageRow {
  readonly folder: string;
  readonly state: string;
  readonly files: string;
  readonly holds: string;
  readonly imports: string;
}

/** The folders that every backend of this kind is read by, generated or designed. */
export function packageRows(design: Design, paths: readonly string[]): PackageRow[] {
  const { contexts, entities, endpoints, operations, permissions, roles, stack, blueprint } = design;
  const events = entities.flatMap(({ actions }) => actions.flatMap(({ action }) => action.emits ?? []));
  const jobs = operations.queues.flatMap(({ jobs: own }) => own);
  const state = (folder: string): PackageRow => ({
    folder: code(folder),
    state: '**generated**',
    files: String(paths.filter((path) => path.startsWith(`${folder}/`)).length),
    holds: '',
    imports: list((OWN_PACKAGES[folder] ?? []).map(code)) || 'none',
  });
  const designed = { files: '0', imports: 'none yet' };
  return [
    {
      ...state('apps/api'),
      holds: `${counted(endpoints.length, 'endpoint')} of ${counted(contexts.length, 'context')} and the base`,
    },
    {
      ...designed,
      folder: code('apps/worker'),
      state: label('worker'),
      holds:
        jobs.length > 0
          ? `${counted(operations.queues.length, 'queue')} and ${counted(jobs.length, 'job')}`
          : 'nightly housekeeping; no job is declared',
      imports: 'will import all four packages',
    },
    {
      ...state('packages/core'),
      holds: `${counted(entities.length, 'entity', 'entities')}, ${counted(new Set(events).size, 'event')}, ${counted(roles.length, 'role')}`,
    },
    {
      ...state('packages/database'),
      holds: `schema and seed of ${counted(entities.length, 'entity', 'entities')}, migrations`,
    },
    { ...state('packages/auth'), holds: `tokens, passwords, grants of ${counted(permissions.length, 'permission')}` },
    { ...state('packages/common'), holds: 'logs, problems, correlation ids' },
    { ...state('docker'), holds: `image ${code(`${design.product.name}-api`)}`, imports: 'none' },
    stack.deploy === 'kubernetes'
      ? {
          ...designed,
          folder: code('k8s'),
          state: label('kubernetes'),
          holds: `manifests for ${list(blueprint.constraints.regions.map(markdownTableCell))}`,
          imports: 'none',
        }
      : {
          ...designed,
          folder: code('k8s'),
          state: 'not planned',
          holds: 'Docker Compose carries this load',
          imports: 'none',
        },
    { ...state('docs'), holds: 'this document', imports: 'none' },
  ];
}
