import { checkAsync } from './async.js';
import { checkCollisions } from './collisions.js';
import { checkContexts } from './contexts.js';
import { checkDuplicates } from './duplicates.js';
import { checkEmptyEntities } from './empty-entities.js';
import { checkEvents } from './events.js';
import { checkFieldValues } from './field-values.js';
import { checkFieldWords } from './field-words.js';
import { checkGrants } from './grants.js';
import { checkLifecycles } from './lifecycles.js';
import { checkLists } from './lists.js';
import { checkNames } from './names.js';
import { checkNotGenerated } from './not-generated.js';
import { checkOwnership } from './ownership.js';
import { checkRelations } from './relations.js';
import { checkReports } from './reports.js';
import { checkRequiredCycles } from './required-cycles.js';
import { checkRequirements } from './requirements.js';
import { checkSamples } from './samples.js';
import { checkScale } from './scale.js';
import type { Check } from './support.js';
import { checkTenancy } from './tenancy.js';

/** Every rule over a whole blueprint. They do not build on each other; what they find is put into the order of the file. */
export const CHECKS: readonly Check[] = [
  checkNames,
  checkEmptyEntities,
  checkDuplicates,
  checkContexts,
  checkRelations,
  checkOwnership,
  checkRequiredCycles,
  checkTenancy,
  checkCollisions,
  checkFieldWords,
  checkFieldValues,
  checkLifecycles,
  checkLists,
  checkGrants,
  checkEvents,
  checkAsync,
  checkReports,
  checkScale,
  checkRequirements,
  checkNotGenerated,
  checkSamples,
];
