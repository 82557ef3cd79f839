import { sentenceCase } from '../../text/case.js';
import { byName, dependenciesFirst } from '../canonical.js';
import type { Position } from '../diagnostic.js';
import type { Findings } from '../findings.js';
import type { Assumption, Blueprint, Context, Goal } from '../model.js';
import type { Place } from '../place.js';
import type { BlueprintSource } from '../schema/blueprint.js';
import { buildRoles } from './access.js';
import { buildIntegrations, buildReactions, buildReports, buildWebhooks } from './async.js';
import { withoutUndefined } from './defined.js';
import { buildDocument } from './document.js';
import { buildEntity, type EntityDraft } from './entity.js';
import { draftRelations, type RelationDrafts } from './relation.js';
import { buildRequirements } from './requirement.js';
import { buildScale } from './scale.js';
import { buildStack } from './stack.js';

/** From the shape of the file to what it means: defaults filled in, relations understood, everything in canonical order. */
export function buildBlueprint(source: BlueprintSource, place: Place, findings: Findings): Blueprint {
  const webhooks = buildWebhooks(source.webhooks, place.child('webhooks'));
  return {
    language: 1,
    name: source.name,
    title: source.title ?? sentenceCase(source.name),
    summary: source.summary ?? '',
    goals: goals(source, place.child('goals')),
    tenancy: source.tenancy ?? 'shared',
    scale: buildScale(source.scale),
    constraints: constraints(source.constraints),
    qualities: source.qualities === undefined ? {} : withoutUndefined(source.qualities),
    stack: buildStack(source.stack, place.child('stack')),
    prices: withoutUndefined(source.prices ?? {}),
    roles: buildRoles(source.roles, place.child('roles'), findings),
    contexts: contexts(source, place.child('contexts'), findings),
    reactions: buildReactions(source.reactions, place.child('reactions'), findings),
    integrations: buildIntegrations(source.integrations, place.child('integrations')),
    ...(webhooks === undefined ? {} : { webhooks }),
    reports: buildReports(source.reports, place.child('reports'), findings),
    assumptions: assumptions(source, place.child('assumptions')),
    requirements: buildRequirements(source.requirements, place.child('requirements')),
    questions: source.questions ?? [],
    document: buildDocument(source.document, place.child('document')),
    file: findings.file,
    places: placesOf(source, place),
  };
}

function contexts(source: BlueprintSource, place: Place, findings: Findings): Context[] {
  const drafts = entityDrafts(source, place);
  const relations: RelationDrafts = new Map(
    drafts.map((draft) => [
      draft.name,
      draftRelations(draft.source.relations, draft.place.child('relations'), findings),
    ]),
  );
  return dependenciesFirst(
    Object.entries(source.contexts).map(([name, context]) => {
      const here = place.child(name);
      const entities = drafts
        .filter((draft) => draft.context === name)
        .map((draft) => buildEntity(draft, relations, findings));
      return {
        name,
        summary: context.summary ?? '',
        needs: context.needs ?? [],
        entities: byName(entities),
        ...(context.source === undefined ? {} : { source: context.source }),
        at: here.at,
        places: Object.fromEntries(
          (context.needs ?? []).map((_, index) => [`needs.${index}`, here.descend(['needs', index]).valueAt]),
        ),
      };
    }),
  );
}

function entityDrafts(source: BlueprintSource, place: Place): EntityDraft[] {
  return Object.entries(source.contexts).flatMap(([context, { entities }]) =>
    Object.entries(entities ?? {}).map(([name, entity]) => ({
      name,
      context,
      source: entity,
      place: place.descend([context, 'entities', name]),
    })),
  );
}

function goals(source: BlueprintSource, place: Place): Goal[] {
  return (source.goals ?? []).map((goal, index) => ({
    ...(typeof goal === 'string' ? { goal } : withoutUndefined(goal)),
    at: place.child(index).at,
    places: {},
  }));
}

function assumptions(source: BlueprintSource, place: Place): Assumption[] {
  return (source.assumptions ?? []).map((assumption, index) => ({
    ...withoutUndefined(assumption),
    at: place.child(index).child('id').valueAt,
    places: {},
  }));
}

function constraints(source: BlueprintSource['constraints']): Blueprint['constraints'] {
  return {
    ...(source && withoutUndefined(source)),
    regions: source?.regions ?? [],
    compliance: source?.compliance ?? [],
  };
}

function placesOf(source: BlueprintSource, place: Place): Record<string, Position> {
  const places: Record<string, Position> = {};
  for (const key of ['name', 'tenancy']) if (place.has(key)) places[key] = place.child(key).valueAt;
  for (const section of ['scale', 'qualities', 'constraints', 'prices'] as const) {
    for (const key of Object.keys(source[section] ?? {}))
      places[`${section}.${key}`] = place.descend([section, key]).at;
  }
  for (const key of Object.keys(source.scale?.behaviour ?? {})) {
    places[`scale.behaviour.${key}`] = place.descend(['scale', 'behaviour', key]).at;
  }
  for (const name of Object.keys(source.scale?.behaviour?.rowsPerMonth ?? {})) {
    places[`scale.behaviour.rowsPerMonth.${name}`] = place.descend(['scale', 'behaviour', 'rowsPerMonth', name]).at;
  }
  source.constraints?.regions?.forEach((_, index) => {
    places[`constraints.regions.${index}`] = place.descend(['constraints', 'regions', index]).valueAt;
  });
  return places;
}
