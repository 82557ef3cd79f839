import { partsOf } from '../../../blueprint/expression-parts.js';
import type { ActionDesign, Design, EntityDesign } from '../../../design/model.js';
import { ancestorsOf, ownReferences } from '../../entity-module/relations.js';

/** The entity whose endpoints the samples show. */
export interface Subject {
  readonly entity: EntityDesign;
  /** What has to exist before it, in the order of creation; shared reference data is there already. */
  readonly before: readonly EntityDesign[];
  /** Whether a row has to name a person. */
  readonly needsUser: boolean;
  readonly action?: ActionDesign;
}

/** More to create before the sample begins would hide what it shows. */
const MOST_BEFORE = 3;

/** The one that shows most with the fewest others; undefined where nothing can be created through the API alone. */
export function subjectOf(design: Design): Subject | undefined {
  const candidates = design.entities.flatMap((entity): { subject: Subject; points: number }[] => {
    const needs = neededBy(entity, design);
    if (!entity.writable || entity.samples.length < 3 || !needs || needs.before.length > MOST_BEFORE) return [];
    // The samples make two rows that refer to the same one.
    if (entity.references.some(({ optional, unique }) => unique && !optional)) return [];
    const action = firstAction(entity);
    const subject = { entity, ...needs, ...(action && { action }) };
    return [{ subject, points: pointsOf(subject) }];
  });
  return candidates.sort((a, b) => b.points - a.points)[0]?.subject;
}

function pointsOf({ entity, before, needsUser, action }: Subject): number {
  return (
    (action ? 8 : 0) +
    (action?.action.emits === undefined ? 0 : 1) +
    Math.min(3, entity.filters.length) +
    (entity.sorts.length > 1 ? 2 : 0) +
    (entity.violations.some(({ sample }) => isShort(sample)) ? 3 : 0) +
    Math.min(3, entity.children.length) -
    (entity.parent ? 3 : 0) -
    4 * before.length -
    (needsUser ? 2 : 0) -
    Math.max(0, entity.fields.length - 10)
  );
}

export function isShort(sample: object): boolean {
  return JSON.stringify(sample).length <= 700;
}

/** What a row needs, the needs of these first; undefined where something is needed that clients cannot come by. */
function neededBy(entity: EntityDesign, design: Design): Pick<Subject, 'before' | 'needsUser'> | undefined {
  const before: EntityDesign[] = [];
  let needsUser = false;
  const visit = (each: EntityDesign): boolean =>
    requiredTargets(each, design).every((name) => {
      if (name === 'User') {
        needsUser = true;
        return true;
      }
      const target = design.entities.find(({ entity: { name: other } }) => other === name);
      if (!target || !canExist(target)) return false;
      if (before.includes(target)) return true;
      if (!visit(target)) return false;
      before.push(target);
      return true;
    });
  return visit(entity) ? { before, needsUser } : undefined;
}

/** Reference data is read as it is; of everything else a client makes a row, from a sample. */
function canExist({ writable, samples, references }: EntityDesign): boolean {
  return writable ? samples.length >= 3 : samples.length > 0 && references.length === 0;
}

function requiredTargets(entity: EntityDesign, design: Design): string[] {
  return [
    ...ownReferences(entity)
      .filter(({ optional }) => !optional)
      .map(({ target }) => target),
    ...ancestorsOf(entity, design).map(({ entity: above }) => above.entity.name),
  ];
}

/** One that a new row takes, whatever the clock says; rather one that leads on and tells others of it. */
function firstAction({ actions, entity }: EntityDesign): ActionDesign | undefined {
  const initial = entity.lifecycle?.initial;
  const open = actions.filter(
    ({ action, cases }) =>
      cases.some(({ from, path }) => from === initial && path.length === 0) &&
      !(action.when && partsOf(action.when.node).some(({ kind }) => kind === 'now')),
  );
  const points = ({ action: { emits, to } }: ActionDesign): number =>
    (actions.some(({ action }) => action.from.includes(to)) ? 2 : 0) + (emits === undefined ? 0 : 1);
  return open.sort((a, b) => points(b) - points(a))[0];
}
