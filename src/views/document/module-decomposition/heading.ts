/** Number of the heading of a context, by its place among the contexts: the map stands before the first. */
export function contextHeading(index: number): string {
  return `2.1.${index + 2}`;
}
