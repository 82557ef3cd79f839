import type { EntitySource } from '../../../blueprint/schema/entity.js';
import type { RoleSource } from '../../../blueprint/schema/role.js';
import { camelCase, kebabCase, pascalCase } from '../../../text/case.js';
import { plural } from '../../../text/plural.js';
import { reservedContextName, reservedFieldName } from '../../../text/reserved.js';
import type { Reading, Word } from '../../reading/reading.js';
import { isEvident, type Candidate } from './candidates.js';
import { isFreeName, tableOf, takenTables } from '../compose/entity-names.js';
import { fieldsOf } from './propose-fields.js';
import { guessRelations, type Named } from './propose-relations.js';
import { withNeeds } from '../compose/relations.js';
import type { System, SystemContext } from '../compose/system.js';

/** More than these would be guesses by the dozen; the rest is listed as not understood. */
export const MOST_PROPOSED = 5;
const MOST_ROLES = 3;

export interface Proposal {
  readonly system: System;
  /** Proposed entities and roles as references, with the word of the brief that each was made of. */
  readonly proposed: readonly {
    readonly reference: string;
    readonly kind: 'entity' | 'role';
    readonly word: string;
    readonly candidate: Candidate;
  }[];
  /** Words that look like things and became nothing. */
  readonly leftOver: readonly string[];
}

/** An entity of the system that a sentence names, for relations of proposed ones to it. */
export interface KnownMention extends Named {
  readonly sentence: number;
  readonly context: string;
}

/** A system with entities, `most` at most, and roles for nouns that no block knows, but that the brief treats as things or as people who act. */
export function propose(
  system: System,
  reading: Reading,
  candidates: readonly Candidate[],
  known: readonly KnownMention[],
  most: number,
): Proposal {
  const taken = takenTables(system);
  const things: { candidate: Candidate; name: string }[] = [];
  for (const candidate of candidates) {
    if (candidate.isPerson || !isEvident(candidate) || things.length >= most) continue;
    const name = pascalCase(candidate.name);
    if (!isFreeName(name, taken)) continue;
    taken.add(tableOf(name));
    things.push({ candidate, name });
  }
  const people = candidates
    .filter(({ isPerson, name }) => isPerson && !(kebabCase(name) in system.roles))
    .slice(0, MOST_ROLES);
  if (things.length === 0) return { system, proposed: [], leftOver: candidates.map(({ name }) => name) };
  const context = contextNameFor(things[0]!.name, system);
  const used = new Set([...things.map(({ candidate }) => candidate), ...people]);
  return {
    system: withProposals(system, context, things, people, reading, known),
    proposed: [
      ...things.map(({ candidate, name }) => ({
        reference: `${context}.${name}`,
        kind: 'entity' as const,
        word: candidate.name,
        candidate,
      })),
      ...people.map((candidate) => ({
        reference: `roles.${kebabCase(candidate.name)}`,
        kind: 'role' as const,
        word: candidate.name,
        candidate,
      })),
    ],
    leftOver: candidates.filter((candidate) => !used.has(candidate)).map(({ name }) => name),
  };
}

function contextNameFor(entity: string, { contexts }: System): string {
  const name = kebabCase(plural(entity));
  return name in contexts || reservedContextName(name) !== undefined ? `${name}-domain` : name;
}

function withProposals(
  system: System,
  context: string,
  things: readonly { candidate: Candidate; name: string }[],
  people: readonly Candidate[],
  reading: Reading,
  known: readonly KnownMention[],
): System {
  const relations = relationsOf(things, reading, known);
  const isThing = ({ stem }: Word): boolean => things.some(({ candidate }) => candidate.stem === stem);
  const entities = things.map(({ candidate, name }): [string, EntitySource] => {
    const fields = fieldsOf(candidate, reading.sentences, isThing);
    const own = relations.get(name) ?? {};
    const members = Object.fromEntries(Object.entries(own).filter(([relation]) => !(relation in fields)));
    return [
      name,
      {
        fields,
        ...(Object.keys(members).length > 0 ? { relations: members } : {}),
        ...listOf(fields, members),
        source: 'assumption',
      },
    ];
  });
  const proposed: SystemContext = {
    summary: summaryOf(things),
    entities: Object.fromEntries(entities),
    source: 'assumption',
  };
  return {
    ...system,
    contexts: withNeeds({ ...system.contexts, [context]: proposed }),
    roles: { ...withLeaders(system.roles, context), ...rolesOf(people, context, things) },
  };
}

const summaryOf = (things: readonly { candidate: Candidate }[]): string => {
  const words = things.map(({ candidate }) => plural(candidate.name));
  const list = words.length === 1 ? words[0]! : `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;
  return `${list.charAt(0).toUpperCase()}${list.slice(1)}, as far as the brief tells.`;
};

function listOf(
  fields: Readonly<Record<string, string>>,
  relations: Readonly<Record<string, string>>,
): Pick<EntitySource, 'list'> {
  const of = (pattern: RegExp): string[] =>
    Object.entries(fields).flatMap(([name, type]) => (pattern.test(type) ? [name] : []));
  const filter = [...of(/^enum/), ...Object.keys(relations)];
  const sort = of(/^(?:string|date|datetime|int)\b/).slice(0, 3);
  const search = of(/^(?:string|email)\b/).slice(0, 3);
  return {
    list: {
      ...(filter.length > 0 ? { filter } : {}),
      ...(sort.length > 0 ? { sort } : {}),
      ...(search.length > 0 ? { search } : {}),
    },
  };
}

/** Relations between proposed entities, and from these to known ones; known ones stay as they are. */
function relationsOf(
  things: readonly { candidate: Candidate; name: string }[],
  { sentences }: Reading,
  known: readonly KnownMention[],
): Map<string, Record<string, string>> {
  const bySentence = new Map<number, Named[]>();
  const add = (sentence: number, named: Named): unknown =>
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), named]);
  for (const { candidate, name } of things) {
    for (const { sentence, ...mention } of candidate.mentions) add(sentence, { entity: name, ...mention });
  }
  for (const { sentence, entity, from, to, plural: isMany } of known)
    add(sentence, { entity, from, to, plural: isMany });
  const proposed = new Set(things.map(({ name }) => name));
  const result = new Map<string, Record<string, string>>();
  const reached = new Map<string, Set<string>>();
  for (const { from, to, required } of guessRelations(sentences, bySentence)) {
    const relation = camelCase(to);
    if (!proposed.has(from) || from === to || reservedFieldName(relation) !== undefined || leadsTo(to, from, reached))
      continue;
    const own = result.get(from) ?? {};
    if (relation in own) continue;
    result.set(from, { ...own, [relation]: required ? to : `${to}?` });
    reached.set(from, (reached.get(from) ?? new Set()).add(to));
  }
  return result;
}

function leadsTo(from: string, goal: string, reached: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  return from === goal || [...(reached.get(from) ?? [])].some((next) => leadsTo(next, goal, reached));
}

/** Whoever runs everything else runs this too; nobody else is given anything here. */
function withLeaders(roles: System['roles'], context: string): System['roles'] {
  return Object.fromEntries(
    Object.entries(roles).map(([name, role]) => {
      const isLeader = /^(?:admin|administrator|manager)$/.test(name) && !role.grants?.includes('*');
      return [name, isLeader ? { ...role, grants: [...(role.grants ?? []), `${context}:*`] } : role];
    }),
  );
}

/** People who act: what they see and write is what the same sentences name. */
function rolesOf(
  people: readonly Candidate[],
  context: string,
  things: readonly { candidate: Candidate; name: string }[],
): Record<string, RoleSource> {
  return Object.fromEntries(
    people.map((person) => {
      const sentences = new Set(person.mentions.map(({ sentence }) => sentence));
      const touched = things.filter(({ candidate }) =>
        candidate.mentions.some(({ sentence }) => sentences.has(sentence)),
      );
      const grants = touched.flatMap(({ name }) =>
        ['read', 'create', 'update'].map((action) => `${context}.${name}:${action}`),
      );
      return [
        kebabCase(person.name),
        {
          summary: `${plural(person.name).replace(/^./, (letter) => letter.toUpperCase())}, as the brief calls them`,
          grants,
          source: 'brief',
        },
      ];
    }),
  );
}
