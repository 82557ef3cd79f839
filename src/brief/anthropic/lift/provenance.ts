import type { BlueprintSource } from '../../../blueprint/schema/blueprint.js';
import type { ItemOrigin, Requirement } from '../../planner.js';
import type { Work } from '../work.js';

/** Why each context, entity, role, integration and report is there. */
export function originsOf(blueprint: BlueprintSource, work: Work, requirements: readonly Requirement[]): ItemOrigin[] {
  const origin = (path: string, reference: string): ItemOrigin => {
    const answered = requirements
      .filter(({ by }) => by.some((one) => one === reference || one.startsWith(`${reference}.`)))
      .map(({ id }) => id);
    if (answered.length > 0)
      return { path, source: 'brief', because: `It answers ${answered.join(', ')}.`, requirements: answered };
    return {
      path,
      source: 'model',
      because: 'The model takes it to be needed; the brief does not say so.',
      requirements: [],
    };
  };
  const section = (name: 'roles' | 'integrations' | 'reports'): ItemOrigin[] =>
    Object.keys(blueprint[name] ?? {}).map((key) => origin(`${name}.${key}`, `${name}.${key}`));
  return [
    ...section('roles'),
    ...Object.entries(blueprint.contexts).flatMap(([context, { entities = {} }]) => {
      const substitutes = work.contexts.find(({ name }) => name === context)?.substitutes ?? {};
      return [
        origin(`contexts.${context}`, context),
        ...Object.keys(entities).map((name): ItemOrigin => {
          const path = `contexts.${context}.entities.${name}`;
          const known = origin(path, `${context}.${name}`);
          if (!Object.hasOwn(substitutes, name)) return known;
          return { ...known, source: 'assumption', because: 'It was planned without the model, by its name.' };
        }),
      ];
    }),
    ...section('integrations'),
    ...section('reports'),
  ];
}
