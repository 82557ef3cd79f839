import { z } from 'zod';
import type { Sample } from '../../../blueprint/samples/index.js';
import type { ActionDesign, EntityDesign } from '../../../design/model.js';
import { tsString } from '../../../text/escape.js';
import { jsonLiteral } from '../../fields/literal.js';
import { subjectOf } from './subject.js';
import { asOverrides, member } from './violations.js';

const steps = {
  many: z.string(),
  ownFactory: z.string(),
  title: z.string(),
  members: z.array(member),
  steps: z.string(),
  path: z.string(),
  field: z.string(),
  from: z.string(),
};

/** An action from a state that allows it. */
export const actionCase = z.object({
  ...steps,
  One: z.string(),
  to: z.string(),
  permission: z.string(),
  emits: z.string().optional(),
  sets: z.array(member),
});

export function actionCases(entity: EntityDesign): z.infer<typeof actionCase>[] {
  return entity.actions.flatMap((design) =>
    design.cases.map((each) => ({
      ...stepsOf(entity, design, { ...each, title: `takes ${design.name} from ${each.from} to ${design.action.to}` }),
      One: entity.names.One,
      to: tsString(design.action.to),
      permission: tsString(design.permission),
      emits: design.action.emits === undefined ? undefined : tsString(design.action.emits),
      sets: setsOf(entity, design),
    })),
  );
}

/** An action from a state that does not allow it, or against its guard. */
export const actionRefusal = z.object({ ...steps, CODE: z.string() });

export function actionRefusals(entity: EntityDesign): z.infer<typeof actionRefusal>[] {
  const reachable = reachableStates(entity);
  const { CODE } = entity.names;
  return entity.actions.flatMap((design) =>
    [
      ...reachable
        .filter(({ from }) => !design.action.from.includes(from))
        .map((way) => stepsOf(entity, design, { ...way, title: `refuses ${design.name} from ${way.from}` })),
      ...(design.refused
        ? [stepsOf(entity, design, { ...design.refused, title: `refuses ${design.name} against its condition` })]
        : []),
    ].map((refusal) => ({ ...refusal, CODE })),
  );
}

/** An action by somebody who has the permission and not the role. */
export const actionRole = z.object({
  title: z.string(),
  ownFactory: z.string(),
  permission: z.string(),
  path: z.string(),
});

export function actionRoles(entity: EntityDesign): z.infer<typeof actionRole>[] {
  return entity.actions
    .filter(({ action }) => action.roles.length > 0)
    .map(({ action, name, path, permission }) => ({
      ownFactory: subjectOf(entity).ownFactory,
      title: tsString(`leaves ${name} to ${action.roles.join(', ')}`),
      permission: tsString(permission),
      path,
    }));
}

/** One way to a state. */
interface Way {
  readonly from: string;
  readonly path: readonly string[];
  readonly sample: Sample;
}

function stepsOf(entity: EntityDesign, design: ActionDesign, { from, path, sample, title }: Way & { title: string }) {
  const { many, ownFactory } = subjectOf(entity);
  return {
    many,
    ownFactory,
    title: tsString(title),
    members: asOverrides(entity, sample),
    steps: path.map((name) => tsString(pathOf(entity, name))).join(', '),
    path: design.path,
    field: design.field,
    from: tsString(from),
  };
}

/** Every state that actions lead to from the initial one, with one way there. */
function reachableStates(entity: EntityDesign): Way[] {
  const { lifecycle } = entity.entity;
  const [sample] = entity.samples;
  if (!lifecycle || !sample) return [];
  const cases = entity.actions.flatMap((design) => design.cases.map((way) => ({ design, way })));
  const ways: Way[] = [
    { from: lifecycle.initial, path: [], sample },
    ...cases.map(({ way }) => way),
    ...cases.map(({ design, way }) => ({ ...way, from: design.action.to, path: [...way.path, design.name] })),
  ];
  return ways.filter((way, position) => ways.findIndex(({ from }) => from === way.from) === position);
}

function pathOf({ actions }: EntityDesign, name: string): string {
  return actions.find((action) => action.name === name)?.path ?? name;
}

/** What the API shows of the fields that an action sets. */
function setsOf({ fields }: EntityDesign, { action }: ActionDesign): z.infer<typeof member>[] {
  return action.sets
    .filter(({ field }) => fields.some(({ name, visible }) => name === field && visible))
    .map(({ field, value }) => ({
      name: field,
      value: value === 'now' ? 'expect.any(String)' : jsonLiteral(value),
    }));
}
