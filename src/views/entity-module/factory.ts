import { z } from 'zod';
import type { Sample } from '../../blueprint/samples/index.js';
import type { Design, EntityDesign } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { tsString } from '../../text/escape.js';
import { importList } from '../fields/printed.js';
import { jsonLiteral } from '../fields/literal.js';
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
  fileOne: z.string(),
  folder: z.string(),
  factory: z.string(),
  imports: z.array(z.object({ names: z.string(), file: z.string() })),
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
    fileOne: names.fileOne,
    folder: `${contextFolder(entity)}/${names.fileMany}`,
    factory: `${names.article}${names.One}`,
    imports: importsOf(entity, required, nearest),
    samples: entity.samples.map((sample) => ({ members: sampleMembers(sample) })),
    parent: nearest && {
      key: nearest.reference.key,
      one: nearest.entity.names.one,
      many: nearest.entity.names.many,
      factory: `${nearest.entity.names.article}${nearest.entity.names.One}`,
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
  const found = design.entities.find(({ entity }) => entity.name === target);
  if (found) {
    const { one, One, article, fileOne } = found.names;
    return { target: one, factory: `${article}${One}`, file: `${fileOne}.factory` };
  }
  return USER_FACTORY;
}

/** Users are the only entity of the base contexts that others refer to. */
const USER_FACTORY: TargetFactory = { target: 'user', factory: 'aUser', file: 'user.factory' };

function importsOf(
  entity: EntityDesign,
  required: readonly TargetFactory[],
  nearest: Ancestor | undefined,
): { names: string; file: string }[] {
  const own = `${entity.names.fileOne}.factory`;
  const factories = [
    ...required.map(({ factory, file }) => ({ name: factory, file })),
    ...(nearest
      ? [`${nearest.entity.names.article}${nearest.entity.names.One}`, `${nearest.entity.names.many}Path`].map(
          (name) => ({
            name,
            file: `${nearest.entity.names.fileOne}.factory`,
          }),
        )
      : []),
    ...(required.length > 0 || nearest ? [{ name: 'once', file: 'once' }] : []),
    ...['type Body', 'created', ...(nearest ? [] : ['type PathOf']), 'resource'].map((name) => ({
      name,
      file: 'resource',
    })),
  ].filter(({ file }) => file !== own);
  const files = [...new Set(factories.map(({ file }) => file))];
  return files.map((file) => ({
    file,
    names: importList(factories.filter((each) => each.file === file).map(({ name }) => name)),
  }));
}
