import { z } from 'zod';
import { sampleValue } from '../../../blueprint/samples/values.js';
import type { Design, EntityDesign } from '../../../design/model.js';
import { spacedCase } from '../../../text/case.js';
import { tsString } from '../../../text/escape.js';
import { jsonLiteral } from '../../fields/literal.js';
import { factoryOf } from '../factory.js';
import { errorNames } from '../relations.js';
import { subjectOf } from './subject.js';
import { member } from './violations.js';

/** One many-to-many relation. */
export const linkCase = z.object({
  one: z.string(),
  many: z.string(),
  ownFactory: z.string(),
  title: z.string(),
  unknownTitle: z.string(),
  key: z.string(),
  target: z.string(),
  factory: z.string(),
  code: z.string(),
  isShared: z.boolean(),
  hasFields: z.boolean(),
  members: z.array(member),
});

export function linkCases(entity: EntityDesign, design: Design): z.infer<typeof linkCase>[] {
  const { one, many, ownFactory } = subjectOf(entity);
  return entity.links.map((link) => ({
    one,
    many,
    ownFactory,
    title: tsString(`keeps its ${spacedCase(link.name)}, each once`),
    unknownTitle: tsString(`refuses ${spacedCase(link.name)} that the organization does not have`),
    key: link.key,
    target: link.targetKey,
    factory: factoryOf(link.target, design).factory,
    code: errorNames(entity, link.name, 'Unknown').code,
    isShared: !link.targetTenantScoped,
    hasFields: link.fields.length > 0,
    members: link.fields
      .filter(({ visible }) => visible)
      .map(({ name, field }) => ({ name, value: jsonLiteral(sampleValue(entity.entity, field, 0)) })),
  }));
}
