import { z } from 'zod';
import type { Sample } from '../../blueprint/samples/index.js';
import type { EntityDesign, FieldDesign } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { tsString } from '../../text/escape.js';
import { spacedCase } from '../../text/case.js';
import { candidateLiteral } from '../fields/literal.js';
import { candidateFields } from './entity.js';

const member = z.object({ name: z.string(), value: z.string() });

const words = z.object({
  one: z.string(),
  One: z.string(),
  fileOne: z.string(),
  candidate: z.array(member),
  violations: z.array(z.object({ title: z.string(), rule: z.string(), candidate: z.array(member) })),
  emptied: z.array(z.object({ title: z.string(), rule: z.string(), field: z.string() })),
});

/** Tests of an entity's rules, which need nothing but packages/core. */
export const coreEntitySpecView = defineView({
  templates: ['packages/core/src/entity.spec.ts.hbs'],
  schema: words,
});

export function coreEntitySpecWords(entity: EntityDesign): z.infer<typeof words> {
  const { names, rules, violations } = entity;
  const fields = candidateFields(entity);
  const [sample = {}] = entity.samples;
  const candidateOf = (values: Sample) =>
    fields.map((field) => ({ name: field.name, value: candidateLiteral(field.field, valueOf(entity, field, values)) }));
  return {
    one: names.one,
    One: names.One,
    fileOne: names.fileOne,
    candidate: candidateOf(sample),
    violations: violations.map(({ rule, sample: broken }) => ({
      title: tsString(`find that ${rule} is broken`),
      rule: tsString(rule),
      candidate: candidateOf(broken),
    })),
    emptied: rules.flatMap(({ id, expression }) =>
      expression.nullable.map((field) => ({
        title: tsString(`let ${spacedCase(field)} be empty, whatever ${id} says`),
        rule: tsString(id),
        field,
      })),
    ),
  };
}

/** What the system itself gives a new record, where the sample does not say. */
function valueOf(entity: EntityDesign, { name, field }: FieldDesign, sample: Sample): unknown {
  if (name === entity.entity.lifecycle?.field) return entity.entity.lifecycle.initial;
  if (field.type.kind === 'sequence') return '1';
  return sample[name] ?? (field.many ? [] : null);
}
