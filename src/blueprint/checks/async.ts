import { didYouMean } from '../../text/nearest.js';
import type { Findings } from '../findings.js';
import type { Blueprint, Reaction } from '../model.js';
import { entityNamed, placeOf, type Check } from './support.js';

/** Reactions are set off by a readable time and do something that exists. */
export const checkAsync: Check = (blueprint, findings) => {
  for (const reaction of blueprint.reactions) {
    checkTime(reaction, findings);
    const { effect } = reaction;
    if ('do' in effect) checkDo(blueprint, effect.do, reaction, findings);
    if ('call' in effect) checkCall(blueprint, effect.call, reaction, findings);
    if ('notify' in effect && effect.template === '') {
      findings.error(
        'REACTION_SHAPE',
        placeOf(reaction, 'notify'),
        'A notification needs a template.',
        'Add `template: …`.',
      );
    }
  }
};

const CRON_FIELD = String.raw`(\*|\d{1,2}(-\d{1,2})?)(\/\d{1,2})?(,(\*|\d{1,2}(-\d{1,2})?)(\/\d{1,2})?)*`;
const CRON = new RegExp(`^${CRON_FIELD}( ${CRON_FIELD}){4}$`);

function checkTime(reaction: Reaction, findings: Findings): void {
  const { trigger } = reaction;
  if ('every' in trigger && !/^[1-9]\d{0,4}(s|m|h|d)$/.test(trigger.every)) {
    findings.error(
      'REACTION_SHAPE',
      placeOf(reaction, 'every'),
      `"${trigger.every}" is not an interval.`,
      'Write 30s, 5m, 1h or 1d.',
    );
  }
  if ('cron' in trigger && !CRON.test(trigger.cron)) {
    findings.error(
      'REACTION_SHAPE',
      placeOf(reaction, 'cron'),
      `"${trigger.cron}" is not a cron expression of five fields.`,
      'Write `0 3 * * *`, for instance.',
    );
  }
}

function checkDo(blueprint: Blueprint, text: string, reaction: Reaction, findings: Findings): void {
  const at = placeOf(reaction, 'do');
  const match = /^([^.]+)\.([^.]+)\.([^.]+)$/.exec(text);
  if (!match) {
    findings.error('REACTION_SHAPE', at, `"${text}" is not an action.`, 'Write `context.Entity.action`.');
    return;
  }
  const [, context = '', entity = '', action = ''] = match;
  const target = entityNamed(blueprint, entity);
  if (target?.context !== context) {
    const known = blueprint.contexts.flatMap((candidate) =>
      candidate.entities.map(({ name }) => `${candidate.name}.${name}`),
    );
    findings.error(
      'UNKNOWN_ENTITY',
      at,
      `There is no entity "${context}.${entity}".`,
      didYouMean(`${context}.${entity}`, known),
    );
    return;
  }
  const actions = target.lifecycle?.actions.map(({ name }) => name) ?? [];
  if (actions.includes(action)) return;
  findings.error(
    'UNKNOWN_ACTION',
    at,
    `"${action}" is not a lifecycle action of ${entity}.`,
    didYouMean(action, actions),
  );
}

function checkCall(blueprint: Blueprint, text: string, reaction: Reaction, findings: Findings): void {
  const at = placeOf(reaction, 'call');
  const [name = '', operation] = text.split('.');
  const names = blueprint.integrations.map((integration) => integration.name);
  if (!names.includes(name))
    findings.error('UNKNOWN_INTEGRATION', at, `There is no integration "${name}".`, didYouMean(name, names));
  else if (operation === undefined || !/^[a-z][A-Za-z0-9]*$/.test(operation)) {
    findings.error(
      'REACTION_SHAPE',
      at,
      `"${text}" does not say what to call.`,
      `Write \`${name}.refund\`, for instance.`,
    );
  }
}
