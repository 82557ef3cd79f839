import type { Item } from '../../../blueprint/model.js';
import type { Design } from '../../../design/model.js';
import { code } from '../words.js';

type Row = Record<'kind' | 'items' | 'source', string>;

/** Items that nobody asked for in so many words, by kind. */
export function assumedRows({ blueprint }: Design): Row[] {
  const { contexts, roles, reactions, integrations, reports } = blueprint;
  const entities = contexts.flatMap((context) => context.entities);
  const named = (items: readonly (Item & { readonly name: string })[], of = '') =>
    items.map(({ name, source }) => ({ name: of === '' ? name : `${of}.${name}`, source }));
  const kinds: Readonly<Record<string, readonly { readonly name: string; readonly source?: Item['source'] }[]>> = {
    contexts: named(contexts),
    entities: named(entities),
    'fields and relations': entities.flatMap((one) => named([...one.fields, ...one.relations], one.name)),
    rules: entities.flatMap((one) => one.rules.map(({ id, source }) => ({ name: `${one.name}.${id}`, source }))),
    actions: entities.flatMap((one) => named(one.lifecycle?.actions ?? [], one.name)),
    roles: named(roles),
    reactions: reactions.map(({ trigger, source }) => ({ name: Object.values(trigger).join(' '), source })),
    integrations: named(integrations),
    reports: named(reports),
  };
  return Object.entries(kinds).flatMap(([kind, items]) =>
    (['assumption', 'model'] as const).flatMap((source) => {
      const own = items.filter((item) => item.source === source).map(({ name }) => code(name));
      return own.length === 0 ? [] : [{ kind, items: own.join(', '), source: SOURCES[source] }];
    }),
  );
}

const SOURCES = { assumption: 'an assumption', model: 'proposed by a language model' };
