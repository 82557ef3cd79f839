import { z } from 'zod';
import type { Design, EntityDesign, ReferenceDesign } from '../../../design/model.js';
import { spacedCase } from '../../../text/case.js';
import { tsString } from '../../../text/escape.js';
import { factoryOf } from '../factory.js';
import { entityNamed } from '../lookup.js';
import { errorNames, ownReferences } from '../relations.js';
import { subjectOf } from './subject.js';

/** One reference: what it accepts, and what happens when its target is deleted. */
export const referenceCase = z.object({
  one: z.string(),
  many: z.string(),
  ownFactory: z.string(),
  title: z.string(),
  key: z.string(),
  factory: z.string(),
  code: z.string(),
  isShared: z.boolean(),
  isUnique: z.boolean(),
  uniqueTitle: z.string(),
  takenCode: z.string(),
  deletion: z
    .object({
      title: z.string(),
      targetMany: z.string(),
      status: z.number(),
      member: z.string(),
      value: z.string(),
    })
    .optional(),
});

export function referenceCases(entity: EntityDesign, design: Design): z.infer<typeof referenceCase>[] {
  const { one, many, ownFactory } = subjectOf(entity);
  const subject = { one, many, ownFactory };
  return ownReferences(entity).map((reference) => {
    const { name, key, target, unique } = reference;
    const text = spacedCase(name);
    return {
      ...subject,
      title: tsString(`refuses a ${text} that the organization does not have`),
      key,
      factory: factoryOf(target, design).factory,
      code: errorNames(entity, name, 'Unknown').code,
      isShared: isShared(reference, design),
      isUnique: unique,
      uniqueTitle: tsString(`refuses a ${text} that another one has`),
      takenCode: errorNames(entity, name, 'Taken').code,
      deletion: deletionOf(entity, reference, design),
    };
  });
}

/** Whether all organizations refer to the same rows. */
function isShared({ target }: ReferenceDesign, design: Design): boolean {
  return entityNamed(target, design)?.tenantScoped === false;
}

/** Undefined where the API does not delete targets. */
function deletionOf(entity: EntityDesign, { name, key, target, onDelete }: ReferenceDesign, design: Design) {
  const found = entityNamed(target, design);
  if (!found?.writable) return undefined;
  const text = spacedCase(name);
  const targetMany = found.names.many;
  switch (onDelete) {
    case 'cascade': {
      const value = tsString(`${entity.names.CODE}_NOT_FOUND`);
      return { title: tsString(`goes with its ${text}`), targetMany, status: 204, member: 'code', value };
    }
    case 'restrict':
      return { title: tsString(`keeps its ${text}`), targetMany, status: 409, member: key, value: 'target.id' };
    case 'setNull':
      return { title: tsString(`outlives its ${text}`), targetMany, status: 204, member: key, value: 'null' };
  }
}
