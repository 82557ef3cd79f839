import { readRelationLine } from '../../../blueprint/build/relation-line.js';
import type { RelationSource } from '../../../blueprint/schema/relation.js';
import { byCodePoint } from '../../../text/order.js';
import type { Block } from './block.js';
import { TermIndex, type Term } from './terms.js';
import { exactTerm } from '../trace/vocabulary.js';

export type BlockEntity = Block['contexts'][string]['entities'][string];

/** What a term of a block speaks of. */
export interface Target {
  readonly kind: 'strong' | 'weak' | 'not' | 'entity' | 'role' | 'integration' | 'report';
  readonly block: string;
  /** Name of the entity, role, integration or report. */
  readonly name: string;
  /** The brief's own name for the entity. */
  readonly as?: string;
}

/** Where an entity of the blocks stands. */
export interface Home {
  readonly block: string;
  readonly context: string;
  readonly entity: BlockEntity;
}

/** All blocks, indexed once; the order in which they were given is of no meaning. */
export interface Library {
  /** By id. */
  readonly blocks: ReadonlyMap<string, Block>;
  readonly homes: ReadonlyMap<string, Home>;
  /** The whole that an entity is part of. */
  readonly wholes: ReadonlyMap<string, string>;
  readonly index: TermIndex<Target>;
}

export function libraryOf(given: readonly Block[]): Library {
  const sorted = [...given].sort((left, right) => byCodePoint(left.id, right.id));
  const homes = new Map<string, Home>();
  const wholes = new Map<string, string>();
  for (const { id, contexts } of sorted) {
    for (const [context, { entities }] of Object.entries(contexts)) {
      for (const [name, entity] of Object.entries(entities)) {
        homes.set(name, { block: id, context, entity });
        for (const part of partsOf(entity)) wholes.set(part, name);
      }
    }
  }
  return {
    blocks: new Map(sorted.map((block) => [block.id, block])),
    homes,
    wholes,
    index: new TermIndex(sorted.flatMap(termsOf)),
  };
}

/** What a relation line says; `to` of the long form says the same. */
export function lineOf(relation: RelationSource): ReturnType<typeof readRelationLine> {
  if (typeof relation === 'string') return readRelationLine(relation);
  const line = readRelationLine(relation.to);
  return { ...line, optional: relation.optional ?? line.optional, owned: relation.owned ?? line.owned };
}

function partsOf(entity: BlockEntity): string[] {
  return Object.values(entity.relations ?? {})
    .map(lineOf)
    .filter(({ owned }) => owned)
    .map(({ target }) => target);
}

function termsOf(block: Block): Term<Target>[] {
  const { id } = block;
  const spoken = (kind: Target['kind'], name: string, texts: readonly string[] = [], as?: string): Term<Target>[] =>
    texts.map((text) => ({ text, target: { kind, block: id, name, ...(as === undefined ? {} : { as }) } }));
  const named = (kind: Target['kind'], items: Readonly<Record<string, { terms?: string[] | undefined }>> = {}) =>
    Object.entries(items).flatMap(([name, { terms = [] }]) => spoken(kind, name, [exactTerm(name), ...terms]));
  return [
    ...spoken('strong', id, block.terms.strong),
    ...spoken('weak', id, block.terms.weak),
    ...spoken('not', id, block.terms.not),
    ...named('role', block.roles),
    ...named('integration', block.integrations),
    ...named('report', block.reports),
    ...Object.values(block.contexts).flatMap(({ entities }) => [
      ...named('entity', entities),
      ...Object.entries(entities).flatMap(([name, { names }]) =>
        Object.entries(names ?? {}).flatMap(([as, texts]) => spoken('entity', name, texts, as)),
      ),
    ]),
  ];
}
