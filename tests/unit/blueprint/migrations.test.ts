import { describe, expect, it } from 'vitest';
import { migrateLanguage, MIGRATIONS, LANGUAGE_VERSION } from '../../../src/blueprint/migrations.js';

describe('older versions of the language', () => {
  const migrations = [
    { from: 1, migrate: ({ nmae, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, name: nmae }) },
    { from: 2, migrate: (source: Readonly<Record<string, unknown>>) => ({ ...source, title: source.name }) },
  ];

  it('are brought up to the newest, one step after the other', () => {
    const source = { blueprint: 1, nmae: 'acme' };
    expect(migrateLanguage(source, 1, { migrations, newest: 3 })).toEqual({
      blueprint: 3,
      name: 'acme',
      title: 'acme',
    });
    expect(source).toEqual({ blueprint: 1, nmae: 'acme' });
  });

  it('each have a migration', () => {
    const older = Array.from({ length: LANGUAGE_VERSION - 1 }, (_, index) => index + 1);
    expect(MIGRATIONS.map(({ from }) => from)).toEqual(older);
  });
});
