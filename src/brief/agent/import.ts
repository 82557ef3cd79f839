import { BlueprintError } from '../../blueprint/diagnostic.js';
import type { Brief } from '../brief.js';
import type { Planner } from '../planner.js';
import { judge, type Submitted, type Trace } from './gates.js';

/** Takes a blueprint that somebody else wrote, and holds it to what every planner is held to. A brief without words is none. */
export function importPlanner(submitted: Submitted, trace: Trace): Planner {
  return {
    id: 'import',
    plan: (brief: Brief) => {
      const { findings, planned } = judge(submitted, brief.text === '' ? undefined : brief, trace);
      if (planned) return Promise.resolve(planned);
      const message = `${submitted.file} has errors; nothing was imported.`;
      return Promise.reject(new BlueprintError('BLUEPRINT_INVALID', message, { diagnostics: findings }));
    },
  };
}
