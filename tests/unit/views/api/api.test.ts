import { describe, expect, it } from 'vitest';
import { auth } from '../../../../generators/auth.js';
import { common } from '../../../../generators/common.js';
import { environmentOf } from '../../../../src/design/environment.js';
import { appModuleWords } from '../../../../src/views/api/app-module.js';
import { configWords } from '../../../../src/views/api/config.js';
import { aBlueprint, aShopDesign } from '../../../support/blueprints.js';
import { design } from '../../../../src/design/index.js';

const twoEntities = `
Tag:
  fields: { name: string(40) }
Box:
  fields: { name: string(40) }
`;

describe('the application module', () => {
  it('has one line for each entity, in the order of their folders', () => {
    const { modules } = appModuleWords(aShopDesign(twoEntities));
    expect(modules).toEqual([
      { Many: 'Boxes', context: 'shop', fileMany: 'boxes' },
      { Many: 'Tags', context: 'shop', fileMany: 'tags' },
    ]);
  });
});

describe('the configuration', () => {
  it('has the defaults that the documentation of the environment tells', () => {
    const system = aShopDesign(twoEntities);
    const told = new Map(environmentOf(system).map((variable) => [variable.name, variable.default]));
    for (const [name, value] of Object.entries(configWords(system).defaults)) expect(value).toBe(told.get(name));
  });

  it('opens registration where there are many organizations, and not where there is one', () => {
    expect(configWords(aShopDesign(twoEntities)).defaults.REGISTRATION_OPEN).toBe('true');
    const single = design(
      aBlueprint(
        'tenancy: single\ncontexts: { shop: { summary: x, entities: { Tag: { fields: { name: string(4) } } } } }',
      ),
    );
    expect(configWords(single).defaults.REGISTRATION_OPEN).toBe('false');
  });
});

describe('rich text', () => {
  const pathsOf = async (entities: string) => (await common.files(aShopDesign(entities))).map(({ path }) => path);

  it('is cleaned where the blueprint has some', async () => {
    expect(await pathsOf('Note:\n  fields: { body: richtext }')).toContain('packages/common/src/text.ts');
  });

  it('leaves nothing behind where it has none', async () => {
    expect(await pathsOf(twoEntities)).not.toContain('packages/common/src/text.ts');
  });
});

it('writes every file below its package', async () => {
  const files = await auth.files(aShopDesign(twoEntities));
  expect(files.every(({ path }) => path.startsWith('packages/auth/src/') && !path.endsWith('.hbs'))).toBe(true);
});
