/** 1 to 5: one more for each threshold that the value reaches. Thresholds ascend. */
export function grade(value: number, thresholds: readonly [number, number, number, number]): number {
  return 1 + thresholds.filter((threshold) => value >= threshold).length;
}

/** 5 down to 0, the other way round: how well something does that gets worse with the value. */
export function ease(value: number, thresholds: readonly [number, number, number, number, number]): number {
  return 5 - thresholds.filter((threshold) => value >= threshold).length;
}
