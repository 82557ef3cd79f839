import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where templates come from: the package's folder, or a record in a test. Names are relative, with `/`, and end in `.hbs`. */
export interface TemplateSource {
  /** In code-point order. */
  names(): readonly string[];
  read(name: string): string;
}

/** The installed package, both when run from `src/` (tests, tsx) and from `dist/`. */
export const packageRoot: string = findPackageRoot(dirname(fileURLToPath(import.meta.url)));

/** The templates that ship with the package. */
export const packageTemplates: TemplateSource = folderOfTemplates(join(packageRoot, 'templates'));

export function folderOfTemplates(folder: string): TemplateSource {
  return {
    names: () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => name.split(sep).join('/'))
        .filter((name) => name.endsWith('.hbs'))
        .sort(),
    read: (name) => readFileSync(join(folder, name), 'utf8'),
  };
}

function findPackageRoot(folder: string): string {
  if (existsSync(join(folder, 'templates'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The package is incomplete: its templates folder is missing.');
  return findPackageRoot(parent);
}
