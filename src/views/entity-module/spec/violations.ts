import { z } from 'zod';
import type { EntityDesign } from '../../../design/model.js';
import type { Sample } from '../../../blueprint/samples/index.js';
import { sqlIdentifier, tsString } from '../../../text/escape.js';
import { jsonLiteral } from '../../fields/literal.js';
import { columnValues } from '../column-values.js';
import { subjectOf } from './subject.js';

export const member = z.object({ name: z.string(), value: z.string() });

/** One rule, broken through the API and behind its back. */
export const violation = z.object({
  one: z.string(),
  many: z.string(),
  CODE: z.string(),
  table: z.string(),
  ownFactory: z.string(),
  title: z.string(),
  databaseTitle: z.string(),
  rule: z.string(),
  members: z.array(member),
  assignments: z.string(),
  parameters: z.string(),
});

export function violationsOf(entity: EntityDesign): z.infer<typeof violation>[] {
  const { one, many, CODE, table, ownFactory } = subjectOf(entity);
  return entity.violations.map(({ rule, sample }) => {
    const expression = entity.rules.find(({ id }) => id === rule)?.expression;
    const read = entity.fields.filter(({ name, settable }) => settable.create && expression?.fields.includes(name));
    const columns = read.flatMap((field) => field.columns.map(({ column }) => column));
    const values = read.flatMap((field) => columnValues(field, sample));
    return {
      one,
      many,
      CODE,
      table,
      ownFactory,
      title: tsString(`refuses what breaks ${rule}`),
      databaseTitle: tsString(`has a constraint behind ${rule}`),
      rule: tsString(rule),
      members: asOverrides(entity, sample),
      // The first parameter is the id.
      assignments: columns.map((column, position) => `${sqlIdentifier(column)} = $${position + 2}`).join(', '),
      parameters: values.map(jsonLiteral).join(', '),
    };
  });
}

/** A sample as overrides of the usual one: what it leaves out is taken away. */
export function asOverrides(entity: EntityDesign, sample: Sample): z.infer<typeof member>[] {
  const [usual = {}] = entity.samples;
  const names = [...new Set([...Object.keys(usual), ...Object.keys(sample)])];
  return names
    .filter((name) => jsonLiteral(sample[name]) !== jsonLiteral(usual[name]))
    .map((name) => ({ name, value: jsonLiteral(sample[name]) }));
}
