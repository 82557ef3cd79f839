import { byName } from '../canonical.js';
import { compileExpression, type ExpressionScope } from '../compile-expression.js';
import type { Position } from '../diagnostic.js';
import type { Lifecycle, LifecycleAction } from '../model.js';
import type { Place } from '../place.js';
import type { EntitySource } from '../schema/entity.js';
import type { ActionSource } from '../schema/lifecycle.js';
import { byCodePoint } from '../../text/order.js';
import { LineError, tryLine } from './line-error.js';

type LifecycleSource = NonNullable<EntitySource['lifecycle']>;

/** States come from the values of the enum field; the first state is its default. */
export function buildLifecycle(
  source: LifecycleSource | undefined,
  place: Place,
  scope: ExpressionScope,
): Lifecycle | undefined {
  if (source === undefined) return undefined;
  const long = isLong(source) ? source : undefined;
  const actions = long?.actions ?? (source as Record<string, ActionSource>);
  const actionsPlace = long ? place.child('actions') : place;
  const name = long?.field ?? 'status';
  const field = scope.fields.find((candidate) => candidate.name === name);
  const states = field?.type.kind === 'enum' ? field.type.values : [];
  return {
    field: name,
    states,
    initial: typeof field?.default === 'string' ? field.default : '',
    actions: byName(
      Object.entries(actions).map(([action, text]) => buildAction(action, text, actionsPlace.child(action), scope)),
    ),
    ...(long?.source === undefined ? {} : { source: long.source }),
    at: place.at,
    places: long?.field === undefined ? {} : { field: place.child('field').valueAt },
  };
}

function isLong(
  source: LifecycleSource,
): source is { field?: string; actions: Record<string, ActionSource>; source?: 'brief' } {
  return 'actions' in source && typeof source.actions === 'object' && !('from' in source.actions);
}

/** An action whose line cannot be read is reported and leads nowhere; grants may still speak of it. */
function buildAction(name: string, source: ActionSource, place: Place, scope: ExpressionScope): LifecycleAction {
  if (typeof source === 'string') {
    const line = tryLine(() => readTransition(source), place, scope.findings);
    if (!line) return { name, from: [], to: '', roles: [], sets: [], at: place.at };
    const places: Record<string, Position> = { to: place.within(line.to.offset) };
    line.from.forEach((state, index) => (places[`from.${index}`] = place.within(state.offset)));
    return {
      name,
      from: line.from.map(({ text }) => text),
      to: line.to.text,
      roles: [],
      sets: [],
      at: place.at,
      places,
    };
  }
  const from = list(source.from);
  const roles = list(source.roles);
  const when =
    source.when === undefined
      ? undefined
      : compileExpression(source.when, place.child('when'), { ...scope, timeAllowed: true });
  const sets = Object.entries(source.sets ?? {}).map(([field, value]) => ({ field, value }));
  return {
    name,
    from,
    to: source.to,
    roles: [...roles].sort(byCodePoint),
    sets: sets.sort((left, right) => byCodePoint(left.field, right.field)),
    ...(when === undefined ? {} : { when }),
    ...(source.emits === undefined ? {} : { emits: source.emits }),
    ...(source.summary === undefined ? {} : { summary: source.summary }),
    ...(source.source === undefined ? {} : { source: source.source }),
    at: place.at,
    places: objectPlaces(source, from, roles, place),
  };
}

function objectPlaces(
  source: Exclude<ActionSource, string>,
  from: readonly string[],
  roles: readonly string[],
  place: Place,
): Record<string, Position> {
  const places: Record<string, Position> = { to: place.child('to').valueAt };
  if (source.emits !== undefined) places.emits = place.child('emits').valueAt;
  from.forEach((_, index) => (places[`from.${index}`] = place.child('from').child(index).valueAt));
  roles.forEach((role, index) => (places[`roles.${role}`] = place.child('roles').child(index).valueAt));
  for (const field of Object.keys(source.sets ?? {})) {
    places[`sets.${field}`] = place.child('sets').child(field).at;
    places[`sets.${field}.value`] = place.child('sets').child(field).valueAt;
  }
  return places;
}

interface Word {
  readonly text: string;
  readonly offset: number;
}

/** `pending, paid -> cancelled` */
export function readTransition(line: string): { readonly from: readonly Word[]; readonly to: Word } {
  const arrow = line.indexOf('->');
  const hint = 'Write `draft -> active`, or `pending, paid -> cancelled`.';
  if (arrow < 0) throw new LineError('TRANSITION_SYNTAX', 0, 'A transition has an arrow between its states.', hint);
  const from = wordsOf(line.slice(0, arrow), 0);
  const to = wordsOf(line.slice(arrow + 2), arrow + 2);
  if (to.length !== 1)
    throw new LineError('TRANSITION_SYNTAX', to[1]?.offset ?? line.length, 'A transition ends in one state.', hint);
  if (from.length === 0)
    throw new LineError('TRANSITION_SYNTAX', 0, 'A transition starts from at least one state.', hint);
  return { from, to: to[0]! };
}

function wordsOf(text: string, offset: number): Word[] {
  return [...text.matchAll(/[^\s,]+/g)].map((match) => ({ text: match[0], offset: offset + match.index }));
}

const list = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;
