import type { Stage, StageId } from '../stage.js';
import { behaviour } from './behaviour.js';
import { clarify } from './clarify.js';
import { critique } from './critique.js';
import { cross } from './cross.js';
import { design } from './design.js';
import { entities } from './entities.js';
import { prose } from './prose.js';

/** Every stage, in the order of a run. */
export const STAGES = { clarify, design, entities, behaviour, cross, critique, prose } satisfies Record<
  StageId,
  Stage<unknown>
>;
