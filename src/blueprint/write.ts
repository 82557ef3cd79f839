import { blueprint as schema, type BlueprintSource } from './schema/blueprint.js';
import { entryLines, type Path } from './yaml-layout.js';

/**
 * Text of a `blueprint.yaml`, laid out as a person would: sections apart, what is short on one line, quotes only where YAML needs them.
 * Reading it gives the same blueprint. Keys stand in the order of the schema, names in the order they are given.
 */
export function writeBlueprint(source: BlueprintSource): string {
  // The schema puts its keys into its own order. What it refuses is written as it is: whoever reads it is told what is wrong.
  const { data = source } = schema.safeParse(source);
  let text = '';
  let before: Section | undefined;
  for (const [key, value] of Object.entries(data)) {
    if (value === undefined) continue;
    const lines = entryLines('', key, value, [key], LAYOUT);
    const section = { key, isLine: lines.length === 1 };
    if (before && !areNeighbours(before, section)) text += '\n';
    text += `${lines.join('\n')}\n`;
    before = section;
  }
  return text;
}

const LAYOUT = {
  width: 110,
  standsAlone: matcher([
    'goals',
    'goals *',
    'roles',
    'roles *',
    'contexts',
    'contexts *',
    'contexts * entities',
    'contexts * entities *',
    'contexts * entities * rules',
    'contexts * entities * lifecycle',
    'contexts * entities * lifecycle actions',
    'reactions',
    'integrations',
    'reports',
    'assumptions',
    'requirements',
    'questions',
    'document narrative',
    'document narrative *',
  ]),
  isSpacious: matcher(['contexts', 'contexts * entities']),
};

/** Whether a path is one of these; `*` stands for any name. */
function matcher(patterns: readonly string[]): (path: Path) => boolean {
  const split = patterns.map((pattern) => pattern.split(' '));
  return (path) =>
    split.some((parts) => parts.length === path.length && parts.every((part, at) => part === '*' || part === path[at]));
}

interface Section {
  readonly key: string;
  readonly isLine: boolean;
}

/** Who the system is stands together; so do its figures, as long as each is a line. */
function areNeighbours(before: Section, after: Section): boolean {
  if (NAMES.includes(before.key)) return NAMES.includes(after.key);
  return FIGURES.includes(before.key) && FIGURES.includes(after.key) && before.isLine && after.isLine;
}

const NAMES = ['blueprint', 'name', 'title', 'summary', 'tenancy'];
const FIGURES = ['scale', 'constraints', 'qualities', 'stack', 'prices'];
