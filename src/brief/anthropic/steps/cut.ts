import { kebabCase, pascalCase } from '../../../text/case.js';
import { reservedContextName } from '../../../text/reserved.js';
import { checkDesign, MOST_CONTEXTS, MOST_ENTITIES, MOST_ROLES } from '../lift/checks.js';
import { isNobody } from '../lift/floors.js';
import { answersBlock, briefBlock, joined, requirementsBlock } from '../prompt.js';
import { accepted, type Run } from '../run.js';
import { design, type DesignAnswer } from '../stages/design.js';
import type { PlannedEntity, Work } from '../work.js';
import type { Understanding } from './understand.js';

/**
 * Most entities that a brief of so many words can ask for: a few lines make a small system. A word is about six characters, so that
 * languages without blanks count too.
 */
export function mostEntitiesFor(text: string): number {
  const words = Math.max(text.split(/\s+/).length, text.length / 6);
  return Math.min(80, Math.round(8 + Math.max(0, words - 60) / 10));
}

/** The system in contexts and entities that have no content yet; undefined when there is none. */
export async function cut(run: Run, understanding: Understanding): Promise<Work | undefined> {
  const { brief } = run;
  const most = mostEntitiesFor(brief.text);
  const workOf = (answer: DesignAnswer): Work => designed(run, understanding, answer);
  const result = await run.runner.run({
    stage: design,
    label: 'design',
    shared: joined(
      briefBlock(brief),
      requirementsBlock(understanding.requirements ?? []),
      answersBlock(run.questions, run.answers),
    ),
    input: `At most ${most} entities; fewer when fewer do.`,
    check: checkDesign(workOf, most),
  });
  if (result.kind === 'failed') {
    run.degrade({ stage: 'design', why: result.why, instead: 'The whole blueprint was planned without the model.' });
    return undefined;
  }
  const work = workOf(accepted(run, 'design', result));
  const kept = work.contexts.reduce((sum, { planned }) => sum + planned.length, 0);
  const named = result.answer.contexts.reduce((sum, { entities }) => sum + entities.length, 0);
  if (kept === 0) {
    run.degrade({
      stage: 'design',
      why: 'The design names nothing that can be kept.',
      instead: 'The whole blueprint was planned without the model.',
    });
    return undefined;
  }
  if (kept < named) {
    const why = `Of ${named} entities ${kept} have a name and a place of their own.`;
    run.degrade({ stage: 'design', why, instead: 'The others were left out.' });
  }
  return work;
}

/** The design as far as it keeps the limits; names in the form that the language wants. */
function designed(run: Run, understanding: Understanding, answer: DesignAnswer): Work {
  const taken = new Set<string>();
  const claim = (name: string): boolean => {
    const isFree = !taken.has(name.toLowerCase()) && name !== '';
    taken.add(name.toLowerCase());
    return isFree;
  };
  const contexts = answer.contexts
    .slice(0, MOST_CONTEXTS)
    .map(({ name, ...context }) => ({ ...context, name: contextName(name) }))
    .filter(({ name }) => claim(`context ${name}`) && name !== '')
    .map(({ name, summary, needs, entities }) => ({
      name,
      summary,
      needs: needs.map(contextName),
      planned: entities
        .map((entity): PlannedEntity => ({ ...entity, name: entityName(entity.name) }))
        .filter((entity) => claim(entity.name))
        .slice(0, MOST_ENTITIES),
    }))
    .filter(({ planned }) => planned.length > 0);
  const roles = answer.roles
    .map((role) => ({ ...role, name: kebabName(role.name) }))
    .filter(({ name }) => name !== '' && name !== 'owner' && !isNobody(name) && claim(`role ${name}`))
    .slice(0, MOST_ROLES);
  const { name, title, summary, requirements = [] } = understanding;
  return { name, title, summary, requirements, stated: run.statedParts, contexts, roles };
}

const kebabName = (name: string): string => (/^[a-z][a-z0-9-]*$/.test(name) ? name : kebabCase(name)).slice(0, 40);

/** What the platform has under the same name is not what the design means. */
function contextName(name: string): string {
  const kebab = kebabName(name);
  return reservedContextName(kebab) === undefined ? kebab : `${kebab}-domain`;
}

const entityName = (name: string): string => {
  const pascal = /^[A-Z][A-Za-z0-9]*$/.test(name) ? name : pascalCase(name);
  return /^[A-Z]/.test(pascal) ? pascal.slice(0, 40) : '';
};
