/** Most requests under way at once. */
export const CONCURRENCY = 4;

/** Runs all, some at once, and waits for all, also when one fails: what the others have paid for is kept. Then the first failure is thrown. */
export async function fanOut<Item, Result>(
  items: readonly Item[],
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const failures: unknown[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      try {
        results[index] = await run(items[index]!);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(CONCURRENCY, items.length) }, work));
  if (failures.length > 0) throw failures[0];
  return results;
}

/** Lets one request go ahead to write the cache that the others read; see `createWarmth`. */
export interface Warmth {
  /** Resolves at once for the first that asks, for the others once that one has called what it was given, or ended. */
  enter(): Promise<() => void>;
}

/** A prompt is in the cache from the first byte of an answer on. Requests sent before would each pay for writing it. */
export function createWarmth(): Warmth {
  let release: (() => void) | undefined;
  const warm = new Promise<void>((resolve) => {
    release = resolve;
  });
  let hasFirst = false;
  return {
    async enter() {
      if (hasFirst) await warm;
      hasFirst = true;
      return () => release?.();
    },
  };
}
