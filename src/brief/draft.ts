import { checkValue } from '../blueprint/check-value.js';
import { BlueprintError, type Diagnostic } from '../blueprint/diagnostic.js';
import { readBlueprint } from '../blueprint/read.js';
import type { BlueprintSource } from '../blueprint/schema/blueprint.js';
import { writeBlueprint } from '../blueprint/write.js';
import { without } from '../text/without.js';
import type {
  Coverage,
  Degradation,
  ItemOrigin,
  PlannedAssumption,
  PlannedBlueprint,
  Planner,
  Requirement,
  Size,
} from './planner.js';

/** What a planner has put together; every planner ends with `finishDraft`. */
export interface Draft {
  /** Without `requirements`, `questions` and `assumptions`: these are written from the lists beside it. */
  readonly blueprint: BlueprintSource;
  readonly provenance: readonly ItemOrigin[];
  readonly requirements: readonly Requirement[];
  readonly assumptions: readonly PlannedAssumption[];
  readonly openQuestions: readonly string[];
  readonly notUnderstood: readonly string[];
  readonly degraded: readonly Degradation[];
}

/** Writes the draft as a `blueprint.yaml` and holds it to all checks: a planner that gives an invalid blueprint is wrong, whatever the brief. */
export function finishDraft(planner: Planner['id'], draft: Draft): PlannedBlueprint {
  const { requirements, notUnderstood, ...rest } = without(draft, 'blueprint');
  const source = documented(draft);
  const text = writeBlueprint(source);
  const errors = errorsIn(planner, source, text);
  if (errors.length > 0) {
    throw new BlueprintError('PLAN_INVALID', 'The planned blueprint has errors.', { diagnostics: errors, exitCode: 1 });
  }
  return {
    planner,
    text,
    size: sizeOf(source),
    requirements,
    ...rest,
    coverage: coverageOf(requirements, notUnderstood),
  };
}

/** Of our own blocks the shape is known: only what a model made is read again from its text, and so at its place. */
function errorsIn(planner: Planner['id'], source: BlueprintSource, text: string): Diagnostic[] {
  const isError = ({ severity }: Diagnostic): boolean => severity === 'error';
  if (planner === 'offline' && !checkValue(source, FILE).some(isError)) return [];
  return readBlueprint(text, FILE).diagnostics.filter(isError);
}

const FILE = 'blueprint.yaml';

/** The blueprint with what was asked, what is open, what was assumed, and where its items came from. */
function documented({ blueprint, provenance, requirements, assumptions, openQuestions }: Draft): BlueprintSource {
  return {
    ...withSources(blueprint, provenance),
    ...(assumptions.length > 0
      ? { assumptions: assumptions.map(({ id, text, source }) => ({ id, text, source })) }
      : {}),
    ...(requirements.length > 0 ? { requirements: requirements.map(writtenRequirement) } : {}),
    ...(openQuestions.length > 0 ? { questions: [...openQuestions] } : {}),
  };
}

type WrittenRequirement = NonNullable<BlueprintSource['requirements']>[number];

const LONGEST_QUOTE = 2000;

/** In the file a quote is one line; its words stay as they are. What is usual is left out. */
function writtenRequirement({ id, quote, kind, status, by, note }: Requirement): WrittenRequirement {
  return {
    id,
    quote: quote.text.replaceAll(/\s+/g, ' ').trim().slice(0, LONGEST_QUOTE),
    ...(kind === 'function' ? {} : { kind }),
    ...(status === 'covered' ? {} : { status }),
    ...(by.length > 0 ? { by: [...by] } : {}),
    ...(note === undefined ? {} : { note }),
  };
}

/** Notes `source` on the items that can say it: entities, roles, integrations and reports. */
function withSources(blueprint: BlueprintSource, provenance: readonly ItemOrigin[]): BlueprintSource {
  const sources = new Map(provenance.map(({ path, source }) => [path, source]));
  const noted = <Item extends object>(items: Record<string, Item> | undefined, under: string) =>
    items &&
    Object.fromEntries(
      Object.entries(items).map(([name, item]) => {
        const source = sources.get(`${under}.${name}`);
        return [name, source === undefined ? item : { ...item, source }];
      }),
    );
  const { roles, integrations, reports, contexts, ...rest } = blueprint;
  return {
    ...rest,
    ...(roles && { roles: noted(roles, 'roles') }),
    contexts: Object.fromEntries(
      Object.entries(contexts).map(([name, context]) => [
        name,
        context.entities ? { ...context, entities: noted(context.entities, `contexts.${name}.entities`) } : context,
      ]),
    ),
    ...(integrations && { integrations: noted(integrations, 'integrations') }),
    ...(reports && { reports: noted(reports, 'reports') }),
  };
}

/** Contexts and entities of a blueprint. */
export function sizeOf({ contexts }: Pick<BlueprintSource, 'contexts'>): Size {
  const all = Object.values(contexts);
  return {
    contexts: all.length,
    entities: all.reduce((sum, { entities = {} }) => sum + Object.keys(entities).length, 0),
  };
}

export function coverageOf(requirements: readonly Requirement[], notUnderstood: readonly string[]): Coverage {
  const count = (status: Requirement['status']) => requirements.filter((each) => each.status === status).length;
  return {
    covered: count('covered'),
    partial: count('partial'),
    open: count('open'),
    excluded: count('excluded'),
    notUnderstood,
  };
}
