import { z } from 'zod';
import type { Sample } from '../../blueprint/samples/index.js';
import type { Design, EntityDesign } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { tsString } from '../../text/escape.js';
import { type ImportLine, importLine, importLines } from '../fields/imports.js';
import { jsonLiteral } from '../fields/literal.js';
import { entityNamed } from './lookup.js';
import { contextFolder } from './paths.js';
import { type Ancestor, ancestorsOf, ownReferences } from './relations.js';

const member = z.object({ name: z.string(), value: z.string() });

const words = z.object({
  one: z.string(),
  One: z.string(),
  many: z.string(),
  Many: z.string(),
  textOne: z.string(),
  textMany: z.string(),
  factory: z.string(),
  imports: z.array(importLine),
  samples: z.array(z.object({ members: z.array(member) })),
  parent: z
    .object({ key: z.string(), one: z.string(), many: z.string(), factory: z.string(), segment: z.string() })
    .optional(),
  route: z.string(),
  isAlone: z.boolean(),
  required: z.array(z.object({ key: z.string(), target: z.string(), factory: z.string() })),
});

/** Makes valid entities for tests, through the API. */
export const entityFactoryView = defineView({
  templates: ['entity-module/factory.ts.hbs'],
  schema: words,
});

export function entityFactoryWords(entity: EntityDesign, design: Design): z.infer<typeof words> {
  const { names } = entity;
  const [nearest] = ancestorsOf(entity, design);
  const required = ownReferences(entity)
    .filter(({ optional }) => !optional)
    .map(({ key, target }) => ({ key, ...factoryOf(target, design) }));
  return {
    one: names.one,
    One: names.One,
    many: names.many,
    Many: names.Many,
    textOne: names.textOne,
    textMany: names.textMany,
    factory: `make${names.One}`,
    imports: importsOf(entity, required, nearest),
    samples: entity.samples.map((sample) => ({ members: sampleMembers(sample) })),
    parent: nearest && {
      key: nearest.reference.key,
      one: nearest.entity.names.one,
      many: nearest.entity.names.many,
      factory: `make${nearest.entity.names.One}`,
      segment: entity.route.split('/').at(-1) ?? '',
    },
    route: tsString(`/api/v1${entity.route}`),
    isAlone: required.length === 0,
    required: required.map(({ key, target, factory }) => ({ key, target, factory })),
  };
}

/** Members of a JSON object as TypeScript. */
export function sampleMembers(sample: Sample): z.infer<typeof member>[] {
  return Object.entries(sample)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ({ name, value: jsonLiteral(value) }));
}

/** The factory of what a reference points at: its function, its file, and the name under which it is kept. */
export interface TargetFactory {
  readonly target: string;
  readonly factory: string;
  readonly file: string;
}

export function factoryOf(target: string, design: Design): TargetFactory {
  const found = entityNamed(target, design);
  if (found) {
    const { one, One, fileOne } = found.names;
    return { target: one, factory: `make${One}`, file: `${fileOne}.factory` };
  }
  return USER_FACTORY;
}

/** Users are the only entity of the base contexts that others refer to. */
const USER_FACTORY: TargetFactory = { target: 'user', factory: 'makeUser', file: 'user.factory' };

function importsOf(
  { names, context }: EntityDesign,
  required: readonly TargetFactory[],
  nearest: Ancestor | undefined,
): ImportLine[] {
  const parent = nearest?.entity.names;
  const dto = `../../src/modules/${contextFolder({ context })}/${names.fileMany}/${names.fileOne}.dto.js`;
  return importLines([
    { path: dto, names: [`type ${names.One}View`] },
    { path: '../support/api.js', names: ['type TestApi'] },
    { path: '../support/members.js', names: ['type TestMember'] },
    ...required.map(({ factory, file }) => ({ path: `./${file}.js`, names: [factory] })),
    ...(parent ? [{ path: `./${parent.fileOne}.factory.js`, names: [`make${parent.One}`, `${parent.many}Path`] }] : []),
    { path: './once.js', names: required.length > 0 || parent ? ['once'] : [] },
    { path: './resource.js', names: ['type Body', 'created', 'resource', ...(parent ? [] : ['type PathOf'])] },
  ]);
}
