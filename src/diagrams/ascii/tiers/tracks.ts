import type { Thread } from './route.js';

/** Row of each bend, from 0, so that few arrows cross; undefined for those that go straight down. */
export function tracksOf(threads: readonly Thread[]): ReadonlyMap<Thread, number> {
  const bent = fewestCrossings(threads.filter((thread) => !isStraight(thread)).sort(byDirection), threads);
  const tracks = new Map<Thread, number>();
  for (const thread of bent) {
    const above = [...tracks].filter(([other]) => touches(thread, other)).map(([, track]) => track + 1);
    tracks.set(thread, Math.max(0, ...above));
  }
  return tracks;
}

export function isStraight({ topX, endX, endsAt }: Thread): boolean {
  return topX === endX && endsAt === 'bottom';
}

/** Of arrows that go the same way, the one that begins farthest that way bends first; arrows to neighbours bend last. */
function byDirection(a: Thread, b: Thread): number {
  if (a.endsAt !== b.endsAt) return a.endsAt === 'top' ? -1 : 1;
  const [goesRight, otherGoesRight] = [a.endX > a.topX, b.endX > b.topX];
  if (goesRight !== otherGoesRight) return goesRight ? 1 : -1;
  return goesRight ? b.topX - a.topX : a.topX - b.topX;
}

/** Exchanges neighbours in the order as long as that helps. */
function fewestCrossings(order: readonly Thread[], threads: readonly Thread[]): Thread[] {
  const best = [...order];
  let least = crossings(best, threads);
  for (let isBetter = true; isBetter && least > 0;) {
    isBetter = false;
    for (let index = 0; index + 1 < best.length; index += 1) {
      const swapped = [...best];
      swapped.splice(index, 2, best[index + 1]!, best[index]!);
      const count = crossings(swapped, threads);
      if (count >= least) continue;
      best.splice(0, best.length, ...swapped);
      least = count;
      isBetter = true;
    }
  }
  return best;
}

function crossings(order: readonly Thread[], threads: readonly Thread[]): number {
  let count = 0;
  order.forEach((thread, track) => {
    for (const other of threads) {
      if (other === thread) continue;
      const place = order.indexOf(other);
      // From above down to its own bend, and from there to its end.
      if (isWithin(other.topX, thread) && (place < 0 || place > track)) count += 1;
      const endPasses = other.endsAt === 'bottom' ? place >= 0 && place < track : place > track;
      if (isWithin(other.endX, thread) && endPasses) count += 1;
    }
  });
  return count;
}

function isWithin(x: number, { topX, endX }: Thread): boolean {
  return x > Math.min(topX, endX) && x < Math.max(topX, endX);
}

function touches(a: Thread, b: Thread): boolean {
  return (
    Math.min(a.topX, a.endX) <= Math.max(b.topX, b.endX) + 1 && Math.min(b.topX, b.endX) <= Math.max(a.topX, a.endX) + 1
  );
}
