import { describe, expect, it } from 'vitest';

import { block as schema, type Block } from '../../../../src/brief/offline/library/block.js';
import { isFreeName } from '../../../../src/brief/offline/compose/entity-names.js';
import { camelCase } from '../../../../src/text/case.js';
import { actionsOf, entityOfEvent, needsOf } from './support/compose.js';
import {
  allEntities,
  blockFiles,
  entitiesOf,
  entityNamed,
  library,
  relationEnd,
  withNeeds,
  type BlockEntity,
} from './support/library.js';

const ids = library.map(({ id }) => id);
const blockOf = (id: string) => library.find((block) => block.id === id)!;

/** What stands in the list more than once. */
const repeated = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
];

describe('the library of domain blocks', () => {
  it('has blocks for at least thirty domains', () => {
    expect(library.length).toBeGreaterThanOrEqual(30);
  });

  it('calls every block like its file', () => {
    expect(ids).toEqual(blockFiles);
  });

  it('has every entity, context and report once', () => {
    const all = {
      entities: allEntities.map(({ name }) => name.toLowerCase()),
      contexts: library.flatMap(({ contexts }) => Object.keys(contexts)),
      reports: library.flatMap(({ reports }) => Object.keys(reports ?? {})),
    };
    expect(Object.values(all).map(repeated)).toEqual([[], [], []]);
  });

  it('gives entities other names that entities can have', () => {
    const names = allEntities.flatMap(({ entity }) => Object.keys(entity.names ?? {}));
    expect(names.filter((name) => !isFreeName(name, new Set()))).toEqual([]);
  });

  it('says by which words an entity is called otherwise, and by each of them one thing only', () => {
    const words = allEntities.flatMap(({ name, entity }) =>
      Object.entries(entity.names ?? {}).flatMap(([as, terms]) =>
        terms.map((term) => ({ term: term.replaceAll('=', ''), as: `${name} as ${as}` })),
      ),
    );
    const unclear = words.filter(({ term, as }) =>
      words.some((other) => other.term === term && other.as !== as && other.as.startsWith(`${as.split(' ')[0]} `)),
    );
    expect(unclear).toEqual([]);
  });

  it('means the same by a role or an integration of the same name', () => {
    const said = library.flatMap(({ roles, integrations }) => [
      ...Object.entries(roles ?? {}).map(([name, { summary }]) => [`role ${name}`, summary] as const),
      ...Object.entries(integrations ?? {}).map(([name, { kind }]) => [`integration ${name}`, kind] as const),
    ]);
    const different = said.filter(([name, text]) => said.some((other) => other[0] === name && other[1] !== text));
    expect(different.map(([name, text]) => `${name}: ${text}`)).toEqual([]);
  });

  it('needs no block in a circle', () => {
    for (const block of library) expect(withNeeds(block).at(-1)).toBe(block);
  });
});

describe.each(ids)('the block %s', (id) => {
  const block = blockOf(id);
  const own = entitiesOf(block);
  const reachable = withNeeds(block).flatMap(entitiesOf);

  it('has the shape of a block', () => {
    expect(schema.safeParse(block).error?.issues ?? []).toEqual([]);
  });

  it('says what is always there: one to five entities', () => {
    const core = own.filter(({ entity }) => entity.core);
    expect(core.length).toBeGreaterThanOrEqual(1);
    expect(core.length).toBeLessThanOrEqual(5);
  });

  it('says when the other entities are there', () => {
    const hidden = own.filter(({ entity }) => !entity.core && (entity.terms ?? []).length === 0);
    expect(hidden.map(({ name }) => name)).toEqual([]);
  });

  it('lets core entities depend on core entities only', () => {
    const required = own
      .filter(({ entity }) => entity.core)
      .flatMap(({ name, entity }) =>
        Object.values(entity.relations ?? {})
          .map(relationEnd)
          .filter((end) => end.required && !end.owned && end.target !== 'User' && end.target !== name),
      );
    const core = reachable.filter(({ entity }) => entity.core).map(({ name }) => name);
    expect(required.map(({ target }) => target).filter((target) => !core.includes(target))).toEqual([]);
  });

  it('lets required relations lead to itself or to what it needs', () => {
    const names = [...reachable.map(({ name }) => name), 'User'];
    const required = own.flatMap(({ entity }) =>
      Object.values(entity.relations ?? {})
        .map(relationEnd)
        .filter((end) => end.required),
    );
    expect(required.map(({ target }) => target).filter((target) => !names.includes(target))).toEqual([]);
  });

  it('knows what happens: it has a rule or a lifecycle', () => {
    const alive = own.filter(({ entity }) => entity.lifecycle !== undefined || (entity.rules ?? []).length > 0);
    expect(alive.length).toBeGreaterThan(0);
  });

  it('writes down which contexts it refers to', () => {
    for (const [name, context] of Object.entries(block.contexts)) {
      expect([...(context.needs ?? [])].sort()).toEqual(needsOf(name, Object.values(context.entities)));
    }
  });

  it('names its events after their entity', () => {
    const events = own.flatMap(({ name, entity }) =>
      Object.values(actionsOf(entity)).flatMap((action) =>
        typeof action === 'object' && action !== null && 'emits' in action ? [[camelCase(name), action.emits]] : [],
      ),
    );
    expect(events.filter(([name, event]) => !String(event).startsWith(`${String(name)}.`))).toEqual([]);
  });

  it('gives each role a summary and grants, and none of them everything', () => {
    for (const role of Object.values(block.roles ?? {})) {
      expect(role.summary).toBeDefined();
      expect(role.grants).not.toEqual([]);
      expect(role.grants).not.toContain('*');
    }
  });

  it('has a role that can do something in each of its contexts', () => {
    const grants = Object.values(block.roles ?? {}).flatMap((role) => role.grants ?? []);
    const contexts = Object.keys(block.contexts);
    const without = contexts.filter((context) => !grants.some((grant) => grant.split(/[.:]/)[0] === context));
    expect(without).toEqual([]);
  });

  it('lets whoever may decide also write down what the decision asks for', () => {
    for (const { context, name, entity } of own) {
      for (const [action, asked] of Object.entries(askedFields(entity))) {
        const deciding = rolesWith(block, context, name, action);
        const writing = ['update', 'create'].flatMap((change) => rolesWith(block, context, name, change));
        expect({
          action: `${name}.${action} asks for ${asked.join()}`,
          mute: deciding.filter((role) => !writing.includes(role)),
        }).toEqual({
          action: expect.anything() as unknown,
          mute: [],
        });
      }
    }
  });

  it('notifies relations of the entity of the event, or roles of its own', () => {
    const roles = Object.keys(block.roles ?? {});
    const everyRole = library.flatMap((other) => Object.keys(other.roles ?? {}));
    for (const { on, notify } of block.reactions ?? []) {
      if (notify === undefined) continue;
      const relations = Object.keys(entityOfEvent(on)?.entity.relations ?? {});
      expect(relations.includes(notify) || roles.includes(notify) || everyRole.includes(notify)).toBe(true);
    }
  });

  it('calls integrations that it or another block has', () => {
    const known = library.flatMap(({ integrations }) => Object.keys(integrations ?? {}));
    const called = (block.reactions ?? []).flatMap(({ call }) => call?.split('.')[0] ?? []);
    expect(called.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('has integrations that it calls or hears from', () => {
    const used = (block.reactions ?? []).flatMap(({ call, on }) => [call?.split('.')[0], on?.split('.')[0]]);
    expect(Object.keys(block.integrations ?? {}).filter((name) => !used.includes(name))).toEqual([]);
  });

  it('reports about what is its own', () => {
    const names = own.map(({ name }) => name);
    const foreign = Object.values(block.reports ?? {}).filter(({ from }) => !names.includes(from));
    expect(foreign).toEqual([]);
  });

  it('writes assumptions as sentences', () => {
    for (const text of block.assumptions ?? []) expect(text).toMatch(/^\p{Lu}[^]+\.$/u);
  });
});

/** Optional fields that have to be filled in before an action, by action. */
function askedFields(entity: BlockEntity): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(actionsOf(entity)).flatMap(([name, action]) => {
      const { when = '' } = action as { when?: string };
      const fields = [...when.matchAll(/(\w+) != null/g)].map(([, field]) => field!);
      return fields.length > 0 ? [[name, fields]] : [];
    }),
  );
}

function rolesWith(block: Block, context: string, entity: string, action: string): string[] {
  const meant = [`${context}:*`, `${context}:${action}`, `${context}.${entity}:*`, `${context}.${entity}:${action}`];
  return Object.entries(block.roles ?? {}).flatMap(([role, { grants = [] }]) =>
    grants.some((grant) => meant.includes(grant.replace(/:own$/, ''))) ? [role] : [],
  );
}

describe('yielding', () => {
  it('names blocks that exist', () => {
    const named = library.flatMap((block) => [...(block.yieldsTo ?? []), ...(block.needs ?? [])]);
    expect(named.filter((id) => !ids.includes(id))).toEqual([]);
  });
});

describe('relations', () => {
  it('lead to entities that exist', () => {
    const targets = allEntities.flatMap(({ entity }) => Object.values(entity.relations ?? {}).map(relationEnd));
    expect(targets.filter(({ target }) => target !== 'User' && entityNamed(target) === undefined)).toEqual([]);
  });
});
