import type { Brief } from '../brief.js';
import type { Answer, Question } from '../planner.js';
import { oneLine } from '../../text/escape.js';
import type { EntityAnswer, LifecycleAnswer } from './lift/entity.js';
import type { Asked, ContextWork, RoleWork, Work } from './work.js';

/** Characters of a brief that are sent; who has more to say is told that the rest was not read by the model. */
export const LONGEST_BRIEF = 40_000;

export const isCut = (brief: Brief): boolean => brief.text.length > LONGEST_BRIEF;

/** What a text could end its own frame with, made harmless. Whoever writes a brief does not write the prompt. */
export function neutral(text: string): string {
  return text.replaceAll(
    /[<＜‹]\s*\/?\s*(?=(?:brief|requirements|answers|design|entities|behaviour|blueprint|facts)\b)/gi,
    '(',
  );
}

const framed = (tag: string, text: string): string => `<${tag}>\n${neutral(text)}\n</${tag}>`;

/** The brief as data; the same bytes in every request of a run. */
export function briefBlock(brief: Brief): string {
  return framed('brief', brief.text.slice(0, LONGEST_BRIEF));
}

export function requirementsBlock(requirements: readonly Asked[]): string {
  const lines = requirements.map(({ id, kind, quote }) => `${id} (${kind}): "${oneLine(quote.text)}"`);
  return framed('requirements', lines.join('\n'));
}

/** What was asked on top of the brief, and how it was answered. */
export function answersBlock(questions: readonly Question[], answers: readonly Answer[]): string {
  const lines = questions.flatMap(({ id, question }) => {
    const answer = answers.find((each) => each.id === id);
    return answer ? [`${oneLine(question)} ${oneLine(answer.value)}`] : [];
  });
  return lines.length === 0 ? '' : framed('answers', lines.join('\n'));
}

export function designBlock({ title, contexts, roles }: Pick<Work, 'title' | 'contexts' | 'roles'>): string {
  const lines = [title, ...contexts.flatMap(contextLines), 'roles:', ...roles.map(roleLine)];
  return framed('design', lines.join('\n'));
}

function contextLines({ name, summary, needs, planned }: ContextWork): string[] {
  const needed = needs.length === 0 ? '' : ` (needs ${needs.join(', ')})`;
  return [
    `context ${name}${needed}: ${oneLine(summary)}`,
    ...planned.map((entity) => `  ${entity.name}: ${oneLine(entity.summary)} [${entity.requirements.join(', ')}]`),
  ];
}

const roleLine = ({ name, summary, administrator }: RoleWork): string =>
  `  ${name}${administrator ? ' (may do everything)' : ''}: ${oneLine(summary)}`;

export function entitiesBlock(contexts: readonly ContextWork[]): string {
  return framed(
    'entities',
    contexts.flatMap((context) => [`context ${context.name}`, ...entityLines(context)]).join('\n'),
  );
}

export function entityLines({ planned, entities }: ContextWork): string[] {
  return planned.flatMap(({ name }) => {
    const answer = entities?.entities.find((entity) => entity.name === name);
    return answer ? linesOf(answer) : [`  ${name}`, '    name: string(120)'];
  });
}

function linesOf({ name, tenancy, owner, fields, relations, rules }: EntityAnswer): string[] {
  const about = [...(tenancy === 'global' ? ['global'] : []), ...(owner === '' ? [] : [`owner ${owner}`])];
  return [
    `  ${name}${about.length === 0 ? '' : ` (${about.join(', ')})`}`,
    ...[...fields, ...relations].map((line) => `    ${oneLine(line)}`),
    ...rules.map(({ check }) => `    rule ${oneLine(check)}`),
  ];
}

export function behaviourBlock(contexts: readonly ContextWork[]): string {
  const lines = contexts.flatMap(({ name, behaviour }) => [
    ...(behaviour?.lifecycles ?? []).flatMap((lifecycle) => lifecycleLines(name, lifecycle)),
    ...(behaviour?.grants ?? []).map(
      ({ role, grants }) => `${role} may ${grants.map((grant) => oneLine(grant)).join(', ')}`,
    ),
  ]);
  return framed('behaviour', lines.join('\n'));
}

function lifecycleLines(context: string, { entity, actions }: LifecycleAnswer): string[] {
  return actions.map(({ transition, emits }) => {
    const emitted = emits === '' ? '' : ` emits ${oneLine(emits)}`;
    return `${context}.${entity} ${oneLine(transition)}${emitted}`;
  });
}

export const blueprintBlock = (yaml: string): string => framed('blueprint', yaml);

export const factsBlock = (lines: readonly string[]): string => framed('facts', lines.join('\n'));

export const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');
