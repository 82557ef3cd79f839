/** What was set aside for one call; settled exactly once. */
export interface Reservation {
  readonly usd: number;
  /** @param usd What the call cost; the whole reservation when nobody knows. Gives what was charged. */
  settle(usd?: number): number;
}

export interface Budget {
  readonly maxUsd: number;
  readonly spentUsd: number;
  /**
   * Sets aside the most that a call can cost. Where other calls hold what is missing, it waits until they are settled.
   * Gives undefined when the call could pass the limit even so: then it is not made.
   */
  reserve(usd: number): Promise<Reservation | undefined>;
}

/**
 * Money of one run. Spent and reserved together never pass the limit, so the run never does, however many calls are under way and however
 * they end.
 */
export function createBudget(maxUsd: number): Budget {
  let spent = 0;
  let waiting: (() => void)[] = [];

  const reservations = new Map<object, number>();
  const reserved = (): number => [...reservations.values()].reduce((sum, usd) => sum + usd, 0);

  const settle = (key: object, cost: number): number => {
    if (!reservations.delete(key)) return 0;
    spent += cost;
    const awake = waiting;
    waiting = [];
    for (const wake of awake) wake();
    return cost;
  };

  return {
    maxUsd,
    get spentUsd() {
      return spent;
    },
    async reserve(usd) {
      for (;;) {
        // What others have set aside and do not need may be enough; what is spent does not come back.
        if (spent + usd > maxUsd) return undefined;
        if (spent + reserved() + usd <= maxUsd) break;
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      const key = {};
      reservations.set(key, usd);
      return { usd, settle: (cost = usd) => settle(key, cost) };
    },
  };
}
