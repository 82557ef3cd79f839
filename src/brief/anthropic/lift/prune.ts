import type { BlueprintSource } from '../../../blueprint/schema/blueprint.js';
import { faultsOf, type Fault, type Path } from './faults.js';

/** What was taken out of a blueprint, and why. */
export interface Removal {
  readonly path: Path;
  readonly why: string;
  /** What became of it, e.g. `It was left out.` */
  readonly instead: string;
}

const MOST_ROUNDS = 30;

/**
 * A blueprint without errors, made of one with errors: what is wrong is taken out, the least that helps, and nothing whose absence would let
 * somebody do more. Undefined where that leads nowhere.
 */
export function prune(source: BlueprintSource): { blueprint: BlueprintSource; removed: Removal[] } | undefined {
  const blueprint = structuredClone(source);
  const removed: Removal[] = [];
  for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
    const faults = faultsOf(blueprint);
    if (faults.length === 0) return { blueprint, removed };
    const round = mend(blueprint, faults);
    if (round.length === 0) return undefined;
    removed.push(...round);
  }
  return undefined;
}

type Tree = Record<string | number, unknown>;

/** From the end of the file to its start, so that what is taken out of a list moves nothing that is still to be looked at; one item is mended once. */
function mend(blueprint: BlueprintSource, faults: readonly Fault[]): Removal[] {
  const touched: string[] = [];
  return [...faults].reverse().flatMap((fault) => {
    const key = `${fault.path.join('/')}/`;
    if (touched.some((other) => key.startsWith(other) || other.startsWith(key))) return [];
    touched.push(key);
    const instead = mended(blueprint, fault);
    return instead === undefined ? [] : [{ path: fault.path, why: fault.message, instead }];
  });
}

const LEFT_OUT = 'It was left out.';

function mended(root: Tree, { code, path }: Fault): string | undefined {
  const [section, name, , entity, part] = path;
  if (section === 'contexts' && typeof entity === 'string') {
    const item = at(root, path.slice(0, 4)) as Tree | undefined;
    return item && inEntity(root, item, code, path.slice(0, 4), part === undefined ? [] : path.slice(4));
  }
  if (section === 'contexts' && path[2] === 'needs' && typeof entity === 'number')
    return leaveOut(root, path.slice(0, 4));
  if (section === 'contexts' && typeof name === 'string') return leaveOut(root, path.slice(0, 2));
  if (section === 'roles' && path[2] === 'grants' && path.length > 3) return leaveOut(root, path.slice(0, 4));
  if (section === 'webhooks' && name === 'events' && path.length > 2) return leaveOut(root, path.slice(0, 3));
  if (['roles', 'reactions', 'integrations', 'reports', 'goals'].includes(String(section)) && name !== undefined)
    return leaveOut(root, path.slice(0, 2));
  return section === 'webhooks' ? leaveOut(root, ['webhooks']) : undefined;
}

function inEntity(root: Tree, entity: Tree, code: string, path: Path, inner: Path): string | undefined {
  const [part, name, ...rest] = inner;
  switch (part) {
    case undefined:
      if (code !== 'NO_FIELDS') return leaveOut(root, path);
      entity.fields = { name: 'string(120)' };
      return 'It got a name.';
    case 'fields':
      if (code === 'LIFECYCLE') return leaveOut(root, [...path, 'lifecycle']);
      return simplify(root, [...path, 'fields', name!]) ?? leaveOut(root, [...path, 'fields', name!]);
    case 'relations':
      return code === 'REQUIRED_CYCLE'
        ? loosen(root, [...path, 'relations', name!])
        : leaveOut(root, [...path, 'relations', name!]);
    case 'lifecycle':
      return inLifecycle(
        root,
        [...path, 'lifecycle'],
        name === 'actions' ? rest : [name!, ...rest],
        name === 'actions',
      );
    case 'list':
      return leaveOut(root, rest.length > 0 ? [...path, 'list', name!, rest[0]!] : [...path, 'list']);
    default:
      return leaveOut(root, name === undefined ? [...path, part] : [...path, part, name]);
  }
}

/** Without a condition or the roles that it is for, an action could do more; so the action goes. What it sets may go alone. */
function inLifecycle(root: Tree, path: Path, [action, part, key]: Path, isLong: boolean): string | undefined {
  if (action === undefined || action === 'field') return leaveOut(root, path);
  const actions = isLong ? [...path, 'actions'] : path;
  if (part === 'sets' && key !== undefined) return leaveOut(root, [...actions, action, 'sets', key]);
  if (part === 'emits') return leaveOut(root, [...actions, action, 'emits']);
  const instead = leaveOut(root, [...actions, action]);
  const left = at(root, actions) as Tree | undefined;
  if (left && Object.keys(left).length === 0) leaveOut(root, path);
  return instead;
}

const HEAD = /^\w+(\([^)]*\))?(\[\]|\?)?/;

/** A field with its type and what protects it alone; undefined where it is no more than that. */
function simplify(root: Tree, path: Path): string | undefined {
  const line = at(root, path);
  const head = typeof line === 'string' ? HEAD.exec(line)?.[0] : undefined;
  if (typeof line !== 'string' || head === undefined) return undefined;
  const words = line.slice(head.length).split(/\s+/);
  const simple = [head, ...['private', 'personal'].filter((word) => words.includes(word))].join(' ');
  if (simple === line) return undefined;
  put(root, path, simple);
  return `It became \`${simple}\`.`;
}

/** A required relation as an optional one. */
function loosen(root: Tree, path: Path): string | undefined {
  const line = at(root, path);
  if (typeof line !== 'string' || /^\w+[?[]/.test(line)) return leaveOut(root, path);
  const optional = line.replace(/^\w+/, '$&?').replace(/ restrict\b/, '');
  put(root, path, optional);
  return `It became \`${optional}\`.`;
}

function at(root: Tree, path: Path): unknown {
  let node: unknown = root;
  for (const key of path) node = typeof node === 'object' && node !== null ? (node as Tree)[key] : undefined;
  return node;
}

function put(root: Tree, path: Path, value: unknown): void {
  (at(root, path.slice(0, -1)) as Tree)[path.at(-1)!] = value;
}

function leaveOut(root: Tree, path: Path): string | undefined {
  const parent = at(root, path.slice(0, -1));
  const key = path.at(-1)!;
  if (Array.isArray(parent) && typeof key === 'number' && key < parent.length) parent.splice(key, 1);
  else if (typeof parent === 'object' && parent !== null && Object.hasOwn(parent, key)) delete (parent as Tree)[key];
  else return undefined;
  return LEFT_OUT;
}
