export interface Scale {
  readonly concurrentUsers: number;
  readonly tenants: number;
  /** Factors on today's load. */
  readonly growth: { readonly months12: number; readonly months36: number };
  readonly behaviour: Behaviour;
  /** Fields that the blueprint did not say, hence assumed. */
  readonly assumed: readonly ('concurrentUsers' | 'tenants' | 'growth')[];
}

/** What one user and one request ask of the system. */
export interface Behaviour {
  readonly requestsPerUserPerMinute: number;
  /** Peak over the average of the active hours. */
  readonly peakFactor: number;
  readonly activeHoursPerDay: number;
  /** Of the requests, 0 to 1. */
  readonly readShare: number;
  /** Of the writing requests, 0 to 1: those that add a row. */
  readonly createShare: number;
  readonly responseKiB: number;
  readonly fileMiB: number;
  readonly cpuMsPerRequest: number;
  readonly databaseMsPerRequest: number;
  /** At launch, by entity, where the author knows them. */
  readonly rowsPerMonth: Readonly<Record<string, number>>;
  /** Keys that the blueprint did not say, hence assumed. */
  readonly assumed: readonly BehaviourKey[];
}
export type BehaviourKey = Exclude<keyof Behaviour, 'rowsPerMonth' | 'assumed'>;

/** What the cost model has a price for, in USD per unit. */
export const PRICE_IDS = [
  'podVcpuHour',
  'podGibHour',
  'clusterHour',
  'loadBalancerHour',
  'loadBalancerUnitHour',
  'natHour',
  'egressGib',
  'databaseVcpuHour',
  'databaseStorageGibMonth',
  'databaseIopsMonth',
  'backupGibMonth',
  'redisGibHour',
  'brokerHour',
  'objectStorageGibMonth',
  'volumeGibMonth',
  'hostVcpuHour',
  'emailThousand',
] as const;
export type PriceId = (typeof PRICE_IDS)[number];
