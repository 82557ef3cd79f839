import type { IntegrationSource } from '../../../blueprint/schema/integration.js';
import type { Named, System } from './system.js';

/**
 * A block speaks of "a payment provider"; where the brief names one of that kind, the block's reactions call the one that is named.
 * What no block can use stands beside the others, to be wired by hand.
 */
export function wireServices(system: System, named: Named<IntegrationSource>): System {
  const renamed = new Map<string, string>();
  for (const [name, { kind }] of Object.entries(named)) {
    const fitting = Object.keys(system.integrations).find(
      (other) => !(other in named) && !renamed.has(other) && isSameKind(system.integrations[other]!.kind, kind),
    );
    if (fitting !== undefined && !(name in system.integrations)) renamed.set(fitting, name);
  }
  const current = (name: string): string => renamed.get(name) ?? name;
  const first = (text: string): string => {
    const [name = '', ...rest] = text.split('.');
    return [current(name), ...rest].join('.');
  };
  const own = Object.entries(system.integrations).map(([name, integration]): [string, IntegrationSource] => {
    const brief = named[current(name)];
    return [current(name), brief ? { ...integration, ...brief, source: 'brief' } : integration];
  });
  return {
    ...system,
    integrations: { ...named, ...Object.fromEntries(own) },
    reactions: system.reactions.map((reaction) => ({
      ...reaction,
      ...(reaction.on === undefined ? {} : { on: first(reaction.on) }),
      ...(reaction.call === undefined ? {} : { call: first(reaction.call) }),
    })),
  };
}

/** "email and calendar" is of the kind "email". */
function isSameKind(left: string, right: string): boolean {
  const words = (text: string): string[] =>
    text
      .toLowerCase()
      .split(/\W+/)
      .filter((word) => word !== '' && word !== 'and');
  const others = new Set(words(right));
  return words(left).some((word) => others.has(word));
}
