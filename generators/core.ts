import type { EntityDesign } from '../src/design/model.js';
import type { FileRequest, Generator } from '../src/plan/model.js';
import { fromTemplate } from '../src/plan/model.js';
import { coreEntityView, coreEntityWords } from '../src/views/core/entity.js';
import { coreEntitySpecView, coreEntitySpecWords } from '../src/views/core/entity-spec.js';
import { coreEventsView, coreEventsWords } from '../src/views/core/events.js';
import { coreGlobalEntityView, coreGlobalEntityWords } from '../src/views/core/global-entity.js';
import { corePermissionsView, corePermissionsWords } from '../src/views/core/permissions.js';
import { coreRolesView, coreRolesWords } from '../src/views/core/roles.js';
import { CORE_FILES, coreFilesView } from '../src/views/core/files.js';
import { coreFile } from '../src/views/entity-module/paths.js';

/** packages/core: the domain without framework and without I/O. */
export const core: Generator = {
  id: 'core',
  description: 'packages/core: data, rules and lifecycles of every entity, permissions, roles, events',
  files: (design) => [
    ...CORE_FILES.map((file) =>
      fromTemplate(coreFilesView, `packages/core/src/${file}.hbs`, `packages/core/src/${file}`, {}),
    ),
    fromTemplate(
      coreEventsView,
      'packages/core/src/events.ts.hbs',
      'packages/core/src/events.ts',
      coreEventsWords(design),
    ),
    fromTemplate(
      corePermissionsView,
      'packages/core/src/permissions.ts.hbs',
      'packages/core/src/permissions.ts',
      corePermissionsWords(design),
    ),
    fromTemplate(coreRolesView, 'packages/core/src/roles.ts.hbs', 'packages/core/src/roles.ts', coreRolesWords(design)),
    ...design.entities.flatMap((entity) => entityFiles(entity)),
  ],
};

function entityFiles(entity: EntityDesign): FileRequest[] {
  const file = `packages/core/src/${coreFile(entity)}`;
  const options = { at: entity.entity.at };
  if (!entity.writable) {
    const words = coreGlobalEntityWords(entity);
    return [fromTemplate(coreGlobalEntityView, 'packages/core/src/global-entity.ts.hbs', `${file}.ts`, words, options)];
  }
  const words = coreEntityWords(entity);
  const data = fromTemplate(coreEntityView, 'packages/core/src/entity.ts.hbs', `${file}.ts`, words, options);
  if (entity.rules.length === 0) return [data];
  const specWords = coreEntitySpecWords(entity);
  return [
    data,
    fromTemplate(coreEntitySpecView, 'packages/core/src/entity.spec.ts.hbs', `${file}.spec.ts`, specWords, options),
  ];
}
