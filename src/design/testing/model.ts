import type { Fact } from '../fact.js';

/** How much of a layer the tests are to reach. */
export interface CoverageTarget {
  readonly layer: string;
  /** Folders or files of the repository. */
  readonly where: readonly string[];
  readonly branches: Fact;
  /** Why this much, in the terms of this system. */
  readonly because: string;
}

/** What the tests are held to. */
export interface TestingDesign {
  /** The strictest first. */
  readonly coverage: readonly CoverageTarget[];
}
