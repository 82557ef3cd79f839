import type { Blueprint } from '../../blueprint/model.js';
import { PRICE_IDS, type PriceId } from '../../blueprint/scale.js';
import type { Fact } from '../fact.js';
import { placed } from '../scale/assumptions.js';
import type { PriceDesign } from './model.js';

type Row = readonly [usd: number, label: string, per: string, source: string];

/** The day the table was entered. */
const AS_OF = '2026-11-20';

const FARGATE = 'AWS Fargate pricing, https://aws.amazon.com/fargate/pricing/';
const EKS = 'Amazon EKS pricing, https://aws.amazon.com/eks/pricing/';
const LOAD_BALANCING = 'Elastic Load Balancing pricing, https://aws.amazon.com/elasticloadbalancing/pricing/';
const VPC = 'Amazon VPC pricing, https://aws.amazon.com/vpc/pricing/';
const EC2 = 'Amazon EC2 on-demand pricing, https://aws.amazon.com/ec2/pricing/on-demand/';
const EBS = 'Amazon EBS pricing, https://aws.amazon.com/ebs/pricing/';
const RDS = 'Amazon RDS for PostgreSQL pricing, https://aws.amazon.com/rds/postgresql/pricing/';
const ELASTICACHE = 'Amazon ElastiCache pricing, https://aws.amazon.com/elasticache/pricing/';
const MQ = 'Amazon MQ pricing, https://aws.amazon.com/amazon-mq/pricing/';
const S3 = 'Amazon S3 pricing, https://aws.amazon.com/s3/pricing/';
const SES = 'Amazon SES pricing, https://aws.amazon.com/ses/pricing/';

/**
 * Public list prices on demand of one large cloud, eu-central-1 (Frankfurt), without free allowances, volume tiers, commitments or taxes.
 * Entered by hand, not fetched: they are good enough to compare designs with, and `prices` of a blueprint overrides each of them.
 */
const PRICES: Readonly<Record<PriceId, Row>> = {
  podVcpuHour: [0.04656, 'processor of a container', 'vCPU hour', FARGATE],
  podGibHour: [0.00511, 'memory of a container', 'GiB hour', FARGATE],
  clusterHour: [0.1, 'Kubernetes control plane', 'hour', EKS],
  loadBalancerHour: [0.027, 'load balancer', 'hour', LOAD_BALANCING],
  loadBalancerUnitHour: [0.008, 'load balancer, capacity unit', 'unit hour', LOAD_BALANCING],
  natHour: [0.052, 'NAT gateway', 'hour', VPC],
  egressGib: [0.09, 'data to the internet', 'GiB', EC2],
  databaseVcpuHour: [0.0915, 'database server, db.m6g, with 4 GiB', 'vCPU hour', RDS],
  databaseStorageGibMonth: [0.137, 'database disk, gp3', 'GiB month', RDS],
  databaseIopsMonth: [0.024, 'database IOPS beyond those included', 'IOPS month', RDS],
  backupGibMonth: [0.095, 'backup storage', 'GiB month', RDS],
  redisGibHour: [0.0279, 'Redis, cache.m6g', 'GiB hour', ELASTICACHE],
  brokerHour: [0.345, 'RabbitMQ broker node, mq.m5.large', 'hour', MQ],
  objectStorageGibMonth: [0.0245, 'object storage', 'GiB month', S3],
  volumeGibMonth: [0.0952, 'disk of a host, gp3', 'GiB month', EBS],
  hostVcpuHour: [0.0575, 'virtual machine, m6i, with 4 GiB', 'vCPU hour', EC2],
  emailThousand: [0.1, 'e-mail', '1,000 messages', SES],
};

/** The table with the overrides of the blueprint. */
export function pricesOf(blueprint: Blueprint): PriceDesign[] {
  return PRICE_IDS.map((id) => {
    const [listed, label, per, source] = PRICES[id];
    const own = blueprint.prices[id];
    const usd = own ?? listed;
    const amount: Fact = {
      id: `price.${id}`,
      label: `${label}, per ${per}`,
      value: usd,
      unit: 'USD',
      basis: own === undefined ? 'rule' : 'given',
      because: [
        own === undefined
          ? { text: `List price on demand in eu-central-1, entered by hand on ${AS_OF}.`, source }
          : { text: `The blueprint says prices.${id}: ${own}.`, ...placed(blueprint, `prices.${id}`) },
      ],
    };
    return { id, label, usd, amount, per, source, asOf: AS_OF, overridden: own !== undefined };
  });
}

/** Price of one unit, by id. */
export type PriceOf = (id: PriceId) => number;

export function lookup(prices: readonly PriceDesign[], factor = 1): PriceOf {
  const byId = new Map(prices.map(({ id, usd }) => [id, usd * factor]));
  return (id) => byId.get(id) ?? 0;
}
