import type { Generator } from '../src/plan/model.js';
import { api } from './api.js';
import { auth } from './auth.js';
import { common } from './common.js';
import { core } from './core.js';
import { database } from './database.js';
import { entityModules } from './entity-modules.js';
import { schema } from './schema.js';
import { workspace } from './workspace.js';
import { seed } from './seed.js';
import { document } from './document.js';

/** Every generator of a blueprint, in the order of the repository they write: workspace, packages, applications, the rest. */
export const generators: readonly Generator[] = [
  workspace,
  core,
  common,
  database,
  schema,
  seed,
  auth,
  api,
  entityModules,
  document,
];
