import { z } from 'zod';
import type { Design, EntityDesign } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { sentenceCase } from '../../text/case.js';
import { enumNames } from '../fields/enum-names.js';
import { importList } from '../fields/printed.js';
import { coreFile } from './paths.js';
import { restrictingReferences, takenErrors, unknownErrors } from './relations.js';

const named = z.object({ error: z.string(), code: z.string(), key: z.string(), text: z.string() });

const words = z.object({
  scope: z.string(),
  coreFile: z.string(),
  One: z.string(),
  CODE: z.string(),
  title: z.string(),
  textOne: z.string(),
  problems: z.string(),
  hasRules: z.boolean(),
  lifecycle: z.object({ stateType: z.string() }).optional(),
  taken: z.array(named),
  unknown: z.array(named),
  unknownLists: z.array(named),
  isUsed: z.boolean(),
});

/** What can go wrong, by name. */
export const entityErrorsView = defineView({
  templates: ['entity-module/errors.ts.hbs'],
  schema: words,
});

export function entityErrorsWords(entity: EntityDesign, design: Design): z.infer<typeof words> {
  const { names, rules, actions } = entity;
  const taken = takenErrors(entity).map(pickNamed);
  const unknown = unknownErrors(entity);
  const stateField = entity.entity.lifecycle?.field;
  return {
    scope: design.product.scope,
    coreFile: coreFile(entity),
    One: names.One,
    CODE: names.CODE,
    title: sentenceCase(names.one),
    textOne: names.textOne,
    problems: importList([
      'NotFound',
      'Conflict',
      ...(rules.length > 0 || unknown.length > 0 ? ['Unprocessable'] : []),
    ]),
    hasRules: rules.length > 0,
    lifecycle:
      actions.length > 0 && stateField !== undefined
        ? { stateType: enumNames(names.One, { name: stateField }).type }
        : undefined,
    taken,
    unknown: unknown.filter(({ several }) => !several).map(pickNamed),
    unknownLists: unknown.filter(({ several }) => several).map(pickNamed),
    isUsed: restrictingReferences(entity, design).length > 0,
  };
}

function pickNamed({ error, code, key, text }: z.infer<typeof named>): z.infer<typeof named> {
  return { error, code, key, text };
}
