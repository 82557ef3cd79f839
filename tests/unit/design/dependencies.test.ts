import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import { dependenciesOf } from '../../../src/design/dependencies.js';
import { packageRoot } from '../../../src/render/load.js';
import { aShopDesign } from '../../support/blueprints.js';

const dependencies = dependenciesOf(aShopDesign('Item:\n  fields:\n    label: richtext'));

describe('the packages of a generated repository', () => {
  it('are each listed once for runtime and once for development, with an exact version and a reason', () => {
    expect(new Set(dependencies.map(({ name, kind }) => `${kind} ${name}`)).size).toBe(dependencies.length);
    for (const { version, reason } of dependencies) {
      expect(version).toMatch(/^\d+\.\d+\.\d+/);
      expect(reason).not.toBe('');
    }
  });

  it('have licences that oblige nobody to publish code', () => {
    expect([...new Set(dependencies.map(({ licence }) => licence))].sort()).toEqual(['Apache-2.0', 'ISC', 'MIT']);
  });

  it('have the licences that their packages say, as far as they are installed here', () => {
    const installed = dependencies.flatMap(({ name, licence }) => {
      const file = path.join(packageRoot, 'node_modules', name, 'package.json');
      if (!existsSync(file)) return [];
      const { license } = JSON.parse(readFileSync(file, 'utf8')) as { license: string };
      return [{ name, licence, license }];
    });
    expect(installed.length).toBeGreaterThan(5);
    expect(installed.filter(({ licence, license }) => licence !== license)).toEqual([]);
  });
});
