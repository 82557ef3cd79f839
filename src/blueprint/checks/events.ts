import { didYouMean } from '../../text/nearest.js';
import { camelCase } from '../../text/case.js';
import type { Findings } from '../findings.js';
import type { Blueprint, Entity } from '../model.js';
import { emittedEvents, entitiesOf, placeOf, type Check } from './support.js';

const EVENT = /^[a-z][A-Za-z0-9]*(-[a-z0-9]+)*(\.[a-z][A-Za-z0-9_]*(-[a-z0-9]+)*)+$/;

/** An event has one emitter and a name of the usual form; who waits for one waits for one that comes. */
export const checkEvents: Check = (blueprint, findings) => {
  checkEmitters(blueprint, findings);
  const known = knownEvents(blueprint);
  const expectKnown = (event: string, at: { line: number; column: number }): void => {
    if (!known.includes(event))
      findings.error('UNKNOWN_EVENT', at, `Nothing emits "${event}".`, didYouMean(event, known));
  };
  for (const reaction of blueprint.reactions)
    if ('on' in reaction.trigger) expectKnown(reaction.trigger.on, placeOf(reaction, 'on'));
  const webhooks = blueprint.webhooks;
  webhooks?.events.forEach((event, index) => {
    const at = placeOf(webhooks, `events.${index}`);
    if (webhooks.events.indexOf(event) !== index)
      findings.error('DUPLICATE_NAME', at, `"${event}" stands here for the second time.`);
    expectKnown(event, at);
  });
};

function checkEmitters(blueprint: Blueprint, findings: Findings): void {
  const emitters = new Map<string, string>();
  const prefix = (entity: Entity): string => `${camelCase(entity.name)}.`;
  // An event named after an entity is that entity's.
  const rightful = (entity: Entity, event: string): number => (event.startsWith(prefix(entity)) ? 0 : 1);
  const emissions = entitiesOf(blueprint)
    .flatMap((entity) => (entity.lifecycle?.actions ?? []).map((action) => ({ entity, action })))
    .sort(
      (left, right) =>
        rightful(left.entity, left.action.emits ?? '') - rightful(right.entity, right.action.emits ?? ''),
    );
  for (const { entity, action } of emissions) {
    if (action.emits === undefined) continue;
    const at = placeOf(action, 'emits');
    if (!EVENT.test(action.emits) || action.emits.length > 80) {
      findings.error(
        'INVALID_NAME',
        at,
        `"${action.emits.slice(0, 80)}" is not the name of an event.`,
        `Write \`${camelCase(entity.name)}.${action.name}\`, for instance.`,
      );
    }
    const first = emitters.get(action.emits);
    if (first !== undefined && first !== entity.name) {
      findings.error(
        'DUPLICATE_NAME',
        at,
        `${first} emits "${action.emits}" already; an event tells of one entity.`,
        `Call it "${prefix(entity)}${action.name}", for instance.`,
      );
    }
    emitters.set(action.emits, first ?? entity.name);
  }
}

/** What lifecycles and reactions emit, what integrations send, and the life of every row. */
function knownEvents(blueprint: Blueprint): string[] {
  return [
    ...emittedEvents(blueprint),
    ...blueprint.reactions.flatMap(({ effect }) => ('emit' in effect ? [effect.emit] : [])),
    ...blueprint.integrations.flatMap(({ name, receives }) => receives.map((event) => `${name}.${event}`)),
    ...entitiesOf(blueprint).flatMap(({ name }) =>
      ['created', 'updated', 'deleted'].map((change) => `${camelCase(name)}.${change}`),
    ),
  ];
}
