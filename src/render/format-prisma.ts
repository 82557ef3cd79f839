/**
 * Aligns a Prisma schema as `prisma format` does: in every run of lines that no blank line interrupts, names, types and attributes (or keys
 * and values) stand below each other. The rest is left as the template wrote it.
 */
export function formatPrisma(text: string): string {
  const formatted: string[] = [];
  let run: string[] = [];
  for (const line of [...text.split('\n'), '']) {
    if (/^ +\S/.test(line)) {
      run.push(line.trim());
    } else {
      formatted.push(...aligned(run), line);
      run = [];
    }
  }
  return formatted.slice(0, -1).join('\n');
}

/** Lines inside of a block. Comments and what concerns the whole block have no columns. */
function aligned(run: readonly string[]): string[] {
  const rows = run.map((line) => (/^(?:\/\/|@@)/.test(line) ? [line] : cellsOf(line)));
  const [nameWidth, typeWidth] = [0, 1].map((column) =>
    Math.max(...rows.map((cells) => (cells.length > 1 ? (cells[column]?.length ?? 0) : 0))),
  );
  return rows.map(([name = '', type, attributes]) => {
    const first = type === undefined ? name : `${name.padEnd(nameWidth ?? 0)} ${type.padEnd(typeWidth ?? 0)}`;
    return `  ${attributes === undefined ? first : `${first} ${attributes}`}`.trimEnd();
  });
}

/** Name, type and attributes; or key, equals sign and value. */
function cellsOf(line: string): string[] {
  const [, name = line, type, attributes] = /^(\S+) +(\S+)(?: +(.*))?$/.exec(line) ?? [];
  return [name, ...(type === undefined ? [] : [type]), ...(attributes === undefined ? [] : [attributes])];
}
