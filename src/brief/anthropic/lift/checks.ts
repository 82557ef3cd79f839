import type { Quote } from '../../brief.js';
import { compose } from './compose.js';
import { faultsOf, isOwnedBy, ownerOf, sentenceOf, type Owner } from './faults.js';
import { isAdministrator, isNobody, refusedGrant } from './floors.js';
import { overfull } from './cross.js';
import { unreadableActions, unreadableLines } from './entity.js';
import type { BehaviourAnswer } from '../stages/behaviour.js';
import type { ClarifyAnswer } from '../stages/clarify.js';
import type { CrossAnswer } from '../stages/cross.js';
import type { DesignAnswer } from '../stages/design.js';
import type { EntitiesAnswer } from '../stages/entities.js';
import { plainText } from './texts.js';
import { withContext, contextNamed, type Work } from '../work.js';

export const MOST_CONTEXTS = 20;
export const MOST_ENTITIES = 15;
export const MOST_ROLES = 12;

/** What the checks of the language find in the part that one stage wrote, with everything else as it is. */
function faultsOfPart(work: Work, stage: Owner['stage'], context?: string): string[] {
  const source = compose(work);
  return faultsOf(source)
    .filter(({ path }) => isOwnedBy(ownerOf(path, source), stage, context))
    .map(sentenceOf);
}

/** The work with one context as it is and the others by name only; what the checks need of them is that their entities exist. */
function alone({ name, title, summary, requirements, stated, roles, contexts }: Work, only: string): Work {
  const bare = contexts.map((context) =>
    context.name === only
      ? context
      : { name: context.name, summary: context.summary, needs: context.needs, planned: context.planned },
  );
  return { name, title, summary, requirements, stated, roles, contexts: bare };
}

export function checkClarify(find: (quote: string) => Quote | undefined) {
  return ({ requirements, title }: ClarifyAnswer): string[] => [
    ...(title.trim() === '' ? ['title: the system needs a name.'] : []),
    ...requirements
      .filter(({ quote }) => !find(quote))
      .map(
        ({ quote }) =>
          `requirements: ${JSON.stringify(quote.slice(0, 80))} is not in the brief; copy the words of the brief.`,
      ),
  ];
}

/** @param mostEntities More than a brief of this length can ask for. */
export function checkDesign(workOf: (answer: DesignAnswer) => Work, mostEntities: number) {
  return (answer: DesignAnswer): string[] => {
    const { contexts, roles } = answer;
    const all = contexts.flatMap(({ entities }) => entities.map(({ name }) => name));
    return [
      ...(all.length === 0 ? ['contexts: the system keeps nothing; name at least one entity.'] : []),
      ...(contexts.length > MOST_CONTEXTS ? [`contexts: ${contexts.length}; at most ${MOST_CONTEXTS}.`] : []),
      ...(all.length > mostEntities
        ? [`contexts: ${all.length} entities are more than this brief asks for; at most ${mostEntities}.`]
        : []),
      ...contexts
        .filter(({ entities }) => entities.length > MOST_ENTITIES)
        .map(({ name, entities }) => `${name}: ${entities.length} entities; at most ${MOST_ENTITIES} in a context.`),
      ...repeated(contexts.map(({ name }) => name)).map((name) => `contexts: two are called "${name}".`),
      ...repeated(all).map((name) => `${name}: names of entities are unique in the whole system.`),
      ...contexts.flatMap(({ name, needs }) =>
        needs
          .filter((need) => need === name || !contexts.some((other) => other.name === need))
          .map((need) => `${name}.needs: there is no other context "${need}".`),
      ),
      ...circles(contexts),
      ...unfit(
        [...contexts.flatMap((context) => [context, ...context.entities]), ...roles].map(({ summary }) => summary),
        'summary',
      ),
      ...repeated(roles.map(({ name }) => name)).map((name) => `roles: two are called "${name}".`),
      ...(roles.length > MOST_ROLES ? [`roles: ${roles.length}; at most ${MOST_ROLES}.`] : []),
      ...roles.filter(({ name }) => isNobody(name)).map(({ name }) => `roles: "${name}" is nobody who signs in.`),
      ...roles
        .filter(({ name, administrator }) => administrator && !isAdministrator(name))
        .map(({ name }) => `roles: "${name}" is no administrator by its name; give it grants, or call it "admin".`),
      ...faultsOf(compose(workOf(answer))).map(sentenceOf),
    ];
  };
}

function circles(contexts: DesignAnswer['contexts']): string[] {
  const needs = new Map(contexts.map(({ name, needs: all }) => [name, all]));
  const leadsBack = (start: string, name: string, seen: Set<string>): boolean =>
    (needs.get(name) ?? []).some((next) => {
      if (next === start) return true;
      if (seen.has(next)) return false;
      seen.add(next);
      return leadsBack(start, next, seen);
    });
  const inCircle = contexts.filter(({ name }) => leadsBack(name, name, new Set())).map(({ name }) => name);
  return inCircle.length === 0 ? [] : [`contexts: ${inCircle.join(', ')} need each other in a circle.`];
}

/** @param mayAdd New entities that an answer may bring beside those of the design. */
export function checkEntities(work: Work, name: string, mayAdd = 0) {
  const planned = contextNamed(work, name).planned.map((entity) => entity.name);
  return (answer: EntitiesAnswer): string[] => {
    const names = answer.entities.map((entity) => entity.name);
    const added = names.filter((entity) => !planned.includes(entity));
    return [
      ...planned.filter((entity) => !names.includes(entity)).map((entity) => `${entity} is missing.`),
      ...(added.length > mayAdd ? added.map((entity) => `${entity} is no entity of this context; leave it out.`) : []),
      ...repeated(names).map((entity) => `${entity} stands there twice.`),
      ...answer.entities.flatMap(unreadableLines),
      ...answer.entities.flatMap((entity) =>
        unfit([entity.summary, ...entity.rules.map(({ message }) => message)], entity.name),
      ),
      ...faultsOfPart(alone(withEntities(work, name, answer, mayAdd), name), 'entities', name),
    ];
  };
}

/** The work with an answer about entities in it; new ones are taken up as far as they are allowed. */
export function withEntities(work: Work, name: string, answer: EntitiesAnswer, mayAdd: number): Work {
  const { planned } = contextNamed(work, name);
  const taken = new Set(work.contexts.flatMap((context) => context.planned.map((entity) => entity.name)));
  const added = answer.entities
    .filter((entity) => !taken.has(entity.name) && /^[A-Z][A-Za-z0-9]{0,39}$/.test(entity.name))
    .slice(0, mayAdd)
    .map((entity) => ({ name: entity.name, summary: entity.summary, requirements: entity.requirements }));
  return withContext(work, name, { entities: answer, planned: [...planned, ...added] });
}

export function checkBehaviour(work: Work, name: string) {
  const planned = contextNamed(work, name).planned.map((entity) => entity.name);
  const roles = work.roles.map((role) => role.name);
  return (answer: BehaviourAnswer): string[] => [
    ...answer.lifecycles
      .filter(({ entity }) => !planned.includes(entity))
      .map(({ entity }) => `lifecycles: "${entity}" is no entity of this context.`),
    ...repeated(answer.lifecycles.map(({ entity }) => entity)).map((entity) => `${entity} has two lifecycles.`),
    ...answer.lifecycles.flatMap(unreadableActions),
    ...answer.lifecycles.flatMap(({ entity, actions }) =>
      unfit(
        actions.map(({ summary }) => summary),
        entity,
      ),
    ),
    ...answer.grants.flatMap(({ role, grants }) => [
      ...(roles.includes(role) ? [] : [`grants: there is no role "${role}"; roles are ${roles.join(', ')}.`]),
      ...grants
        .filter((grant) => grant.trim().split(/[.:]/)[0] !== name)
        .map((grant) => `grants: "${grant.slice(0, 80)}" is no grant of this context; it begins with "${name}".`),
    ]),
    ...lifecycleFaults(alone(withContext(work, name, { behaviour: answer }), name), name),
  ];
}

/** A state that no action leads to is found at its field, but the action is missing. */
function lifecycleFaults(work: Work, name: string): string[] {
  const source = compose(work);
  return faultsOf(source)
    .filter(({ code, path }) => {
      const owner = ownerOf(path, source);
      return isOwnedBy(owner, 'behaviour', name) || (code === 'LIFECYCLE' && isOwnedBy(owner, 'entities', name));
    })
    .map(sentenceOf);
}

export function checkCross(work: Work) {
  const roles = work.roles.map((role) => role.name);
  return (answer: CrossAnswer): string[] => [
    ...answer.grants.flatMap(({ role, grants }) =>
      roles.includes(role)
        ? grants.flatMap((grant) => refusedGrant(role, grant) ?? [])
        : [`grants: there is no role "${role}"; roles are ${roles.join(', ')}.`],
    ),
    ...repeated([...answer.integrations, ...answer.reports].map(({ name }) => name)).map(
      (name) => `"${name}" is the name of two things.`,
    ),
    ...overfull(answer),
    ...unfit(
      [...answer.goals.flatMap(({ goal, measure }) => [goal, measure])].concat(
        [...answer.integrations, ...answer.reports, ...answer.reactions].map(({ summary }) => summary),
      ),
      'summary',
    ),
    ...faultsOfPart({ ...work, cross: answer }, 'cross'),
  ];
}

/** Texts that will not be taken over. */
const unfit = (texts: readonly string[], place: string): string[] =>
  texts
    .filter((text) => text.trim() !== '' && plainText(text) === '')
    .map(
      (text) =>
        `${place}: write plain sentences, without addresses, code, commands or markup: ${JSON.stringify(text.slice(0, 60))}.`,
    );

const repeated = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
];
