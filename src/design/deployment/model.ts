import type { PartId } from '../../blueprint/parts.js';
import type { Fact } from '../fact.js';

/** How the system is brought to people, kept there, and brought back. */
export interface DeploymentDesign {
  readonly platform: 'kubernetes' | 'compose';
  /** Programs that run all the time. */
  readonly processes: readonly ProcessDesign[];
  /** Share of its processors at which a further copy is started. */
  readonly scaleAt: Fact;
  readonly environments: readonly EnvironmentDesign[];
  readonly rollout: RolloutDesign;
  readonly rollback: RollbackDesign;
  /** Days or hours within which updates are in prod. */
  readonly updates: readonly {
    readonly kind: string;
    readonly within: Fact;
    readonly how: string;
    readonly part: PartId;
  }[];
  /** Working days of one engineer to leave every provider, one after the other. */
  readonly exitDays: Fact;
  /** Months between two restores for practice. */
  readonly restoreExercise: Fact;
}

export interface ProcessDesign {
  readonly name: 'api' | 'worker';
  readonly replicas: Fact;
  readonly maxReplicas: Fact;
  /** Copies that stay up while nodes are changed. */
  readonly availableAtLeast: Fact;
  readonly cpu: Fact;
  readonly memoryMiB: Fact;
  /** What it is asked whether it lives, if it listens. */
  readonly port?: string;
  readonly part: PartId;
}

export interface EnvironmentDesign {
  readonly name: 'dev' | 'qa' | 'prod';
  readonly purpose: string;
  readonly data: string;
  readonly copies: Fact;
  readonly entry: string;
  readonly who: string;
}

export interface RolloutDesign {
  readonly kind: 'canary' | 'blue-green';
  readonly steps: readonly {
    readonly name: string;
    readonly share: Fact;
    readonly watch: Fact;
    readonly gate: string;
  }[];
  readonly total: Fact;
  /** Speed at which an error budget may burn during a rollout. */
  readonly burnRate: Fact;
  /** What ends a rollout at once. */
  readonly abort: readonly { readonly signal: string; readonly limit: Fact; readonly because: string }[];
}

export interface RollbackDesign {
  readonly notice: Fact;
  readonly decide: Fact;
  readonly switchBack: Fact;
  readonly total: Fact;
}
