/** Finds the names that an unfinished JSON text has so far; each is given once, when it is complete. Anything but a plain name is passed over. */
export function createNameScanner(): (text: string) => string[] {
  const complete = /"(?:name|entity)"\s*:\s*"([A-Za-z][A-Za-z0-9-]{0,39})"/g;
  const seen = new Set<string>();
  let scanned = 0;
  return (text) => {
    complete.lastIndex = scanned;
    const found: string[] = [];
    for (const match of text.matchAll(complete)) {
      scanned = match.index + match[0].length;
      const name = match[1]!;
      if (!seen.has(name)) found.push(name);
      seen.add(name);
    }
    return found;
  };
}
