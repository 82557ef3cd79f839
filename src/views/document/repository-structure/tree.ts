import { byCodePoint } from '../../../text/order.js';

/** A file or a folder of a tree. */
export interface TreeNode {
  readonly name: string;
  /** Below the root, without a `/` at the end. */
  readonly path: string;
  /** Folders and files, by name; absent for a file. */
  readonly children?: readonly TreeNode[];
}

/** What stands in front of names. */
export interface TreeStyle {
  readonly branch: string;
  readonly last: string;
  readonly line: string;
  readonly blank: string;
}

export const TREE_STYLES = {
  unicode: { branch: '├── ', last: '└── ', line: '│   ', blank: '    ' },
  ascii: { branch: '|-- ', last: '`-- ', line: '|   ', blank: '    ' },
} as const satisfies Record<string, TreeStyle>;

/** Where purposes begin, and where a line ends. */
const purposeColumn = 58;
const maxColumns = 120;

export function treeOf(paths: readonly string[], path = '', name = ''): TreeNode {
  const below = new Map<string, string[]>();
  for (const one of paths) {
    const at = one.indexOf('/');
    const child = at < 0 ? one : one.slice(0, at);
    const inside = below.get(child) ?? [];
    if (at >= 0) inside.push(one.slice(at + 1));
    below.set(child, inside);
  }
  const children = [...below]
    .sort(([a], [b]) => byCodePoint(a, b))
    .map(([child, inside]): TreeNode => {
      const childPath = path === '' ? child : `${path}/${child}`;
      return inside.length === 0 ? { name: child, path: childPath } : treeOf(inside, childPath, child);
    });
  return { name, path, children };
}

export function findNode(node: TreeNode, path: string): TreeNode | undefined {
  if (node.path === path) return node;
  const next = node.children?.find((child) => path === child.path || path.startsWith(`${child.path}/`));
  return next && findNode(next, path);
}

export interface TreeText {
  /** What it is for. */
  purpose(node: TreeNode): string;
  /** What stands in the place of a folder's contents, where they are not printed; undefined to print them. */
  instead(node: TreeNode): string | undefined;
}

/** One line per file and folder, each with its purpose. */
export function printTree(node: TreeNode, style: TreeStyle, text: TreeText): string[] {
  const head = node.path === '' ? './' : `${node.path}/`;
  return [lineOf(head, text.purpose(node)), ...below(node, '', style, text)];
}

function below(node: TreeNode, prefix: string, style: TreeStyle, text: TreeText): string[] {
  const children = node.children ?? [];
  return children.flatMap((child, index) => {
    const isLast = index === children.length - 1;
    const start = prefix + (isLast ? style.last : style.branch);
    if (!child.children) return [lineOf(start + child.name, text.purpose(child))];
    const instead = text.instead(child);
    if (instead !== undefined) return [lineOf(`${start}${child.name}/`, instead)];
    const head = lineOf(`${start}${child.name}/`, text.purpose(child));
    return [head, ...below(child, prefix + (isLast ? style.blank : style.line), style, text)];
  });
}

function lineOf(name: string, purpose: string): string {
  const line = `${name.padEnd(purposeColumn)}  ${purpose}`;
  return purpose === '' || line.length > maxColumns ? name : line;
}
