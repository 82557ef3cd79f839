/**
 * oxfmt puts every member of a union that does not fit behind its name on a line of its own; Prettier 3.10 first tries to put all of
 * them on the next line. Everything else in TypeScript they print alike, so this bridges the one difference.
 */
export function joinUnions(code: string, width: number): string {
  return code.replaceAll(brokenUnion, (all, head: string, block: string, offset: number) => {
    const lines = block.slice(0, -1).split('\n');
    const indent = /^ */.exec(block)?.[0] ?? '';
    const members = lines.map((line) => line.slice(indent.length + '| '.length));
    const joined = indent + members.join(' | ');
    const isComplete = /[;,]$/.test(joined) || (head === '(' && /^ *\)/.test(code.slice(offset + all.length)));
    const oneLineEach =
      lines.length > 1 && lines.every((line) => line.startsWith(`${indent}| `) && !/\/[/*]/.test(line));
    return isComplete && oneLineEach && joined.length <= width ? `${head}\n${joined}\n` : all;
  });
}

/** What a union follows, then its members, each on a line that begins with a bar. */
const brokenUnion = /(=>|[=:(]|\bas)\n((?: +\| .*\n)+)/g;
