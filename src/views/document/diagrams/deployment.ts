import { isGenerated } from '../../../blueprint/parts.js';
import type { Design } from '../../../design/model.js';
import { regionsOf } from '../../../design/scale/regions.js';
import type { Arrow, Box, TiersDiagram } from '../../../diagrams/model.js';
import { counted } from '../words.js';
import { setting } from './settings.js';
import { drawn, type DiagramWords } from './words.js';

/** Where each process runs, and what there is twice. */
export function deploymentDiagram(design: Design): DiagramWords {
  return drawn(design, deployment(design));
}

export function deployment(design: Design): TiersDiagram {
  return design.stack.deploy === 'compose' ? oneHost(design) : cluster(design);
}

/** Availability zones of a region that processes are spread over. */
const ZONES = ['a', 'b', 'c'] as const;

function cluster(design: Design): TiersDiagram {
  const { scale, product, blueprint } = design;
  const [region = '', ...others] = regionsOf(blueprint);
  const { apiPods, workerPods, readReplicas } = scale.capacity.launch;
  const kubernetes = !isGenerated('kubernetes');
  const zones = ZONES.map((zone, index): Box => {
    const share = (count: number): number => Math.floor(count / ZONES.length) + (index < count % ZONES.length ? 1 : 0);
    const lines = [
      processes(share(apiPods.value), 'API process', 'API processes'),
      // The first worker stands where the last API process does, so that a small system loses neither with one zone.
      processes(workersIn(index, workerPods.value), 'worker', 'workers'),
    ].filter((line) => line !== '');
    return {
      id: `zone-${zone}`,
      title: `Zone ${zone}`,
      lines: lines.length > 0 ? lines : ['room for the next process'],
      designed: kubernetes,
    };
  });
  const data: Box[] = [
    { id: 'primary', title: 'PostgreSQL 18, primary', lines: ['zone a, managed'], designed: kubernetes },
    { id: 'standby', title: 'Standby', lines: ['zone b, takes over'], designed: kubernetes },
    ...(readReplicas.value > 0
      ? [{ id: 'replica', title: counted(readReplicas.value, 'read replica'), lines: ['zone c'], designed: true }]
      : []),
    { id: 'redis', title: 'Redis 8', lines: ['zone a, copy in zone b'], designed: kubernetes },
  ];
  const backup: Box = {
    id: 'backup',
    title: 'Backups',
    lines: [
      others.length > 0 ? `object storage in ${others.join(', ')}` : `object storage of ${region}, another account`,
    ],
    designed: !isGenerated('backup'),
  };
  const isDesigned = { designed: kubernetes } as const;
  return {
    kind: 'tiers',
    title: `Deployment of ${product.title}`,
    caption: `Kubernetes in ${region}: ${counted(apiPods.value, 'API process', 'API processes')}${workerPods.value === 0 ? '' : ` and ${counted(workerPods.value, 'worker')}`} at launch over ${counted(ZONES.length, 'zone')}, PostgreSQL with a standby${others.length > 0 ? `, copies of the data in ${others.join(' and ')}` : ''}.`,
    tiers: [
      {
        title: region,
        boxes: [{ id: 'balancer', title: 'Load balancer', lines: ['all zones, TLS'], designed: kubernetes }],
      },
      { title: 'Cluster', boxes: zones },
      { title: 'Data', boxes: data },
      { title: others[0] ?? 'Away', boxes: [backup] },
    ],
    arrows: [
      ...zones.map(({ id }): Arrow => ({
        from: 'balancer',
        to: id,
        label: `HTTP ${setting(design, 'PORT')}`,
        ...isDesigned,
      })),
      { from: 'zone-a', to: 'primary', label: 'SQL 5432', ...isDesigned },
      { from: 'zone-b', to: 'primary', label: 'SQL 5432', ...isDesigned },
      { from: 'zone-c', to: 'primary', label: 'SQL 5432', ...isDesigned },
      { from: 'zone-a', to: 'redis', label: 'RESP 6379', ...isDesigned },
      { from: 'zone-b', to: 'redis', label: 'RESP 6379', ...isDesigned },
      { from: 'zone-c', to: 'redis', label: 'RESP 6379', ...isDesigned },
      { from: 'primary', to: 'standby', label: 'log', ...isDesigned },
      { from: 'primary', to: 'backup', label: 'base backup, log', designed: true },
    ],
  };
}

/** From the last zone backwards. */
function workersIn(zone: number, count: number): number {
  const fromTheEnd = ZONES.length - 1 - zone;
  return Math.floor(count / ZONES.length) + (fromTheEnd < count % ZONES.length ? 1 : 0);
}

function processes(count: number, one: string, many: string): string {
  return count === 0 ? '' : counted(count, one, many);
}

function oneHost(design: Design): TiersDiagram {
  const { product, scale } = design;
  const port = setting(design, 'PORT');
  const designed = !isGenerated('worker');
  const region = regionsOf(design.blueprint)[0] ?? '';
  return {
    kind: 'tiers',
    title: `Deployment of ${product.title}`,
    caption: `One host in ${region} with Docker Compose: ${counted(scale.capacity.launch.apiPods.value, 'API process', 'API processes')}, PostgreSQL and Redis share it, backups lie away from it; who loses the host waits for the restore.`,
    tiers: [
      {
        title: `Host in ${region}`,
        boxes: [{ id: 'proxy', title: 'Reverse proxy', lines: ['TLS, port 443'], designed: true }],
      },
      {
        title: 'Containers',
        boxes: [
          { id: 'migrate', title: 'migrate', lines: ['once per release'] },
          {
            id: 'api',
            title: 'api',
            lines: [counted(scale.capacity.launch.apiPods.value, 'process', 'processes'), 'read-only, no capabilities'],
          },
          workerBox(design, designed),
        ],
      },
      {
        title: 'Volumes',
        boxes: [
          { id: 'postgres', title: 'postgres', lines: ['PostgreSQL 18, volume postgres'] },
          { id: 'redis', title: 'redis', lines: ['Redis 8, memory only'] },
        ],
      },
      {
        title: 'Away',
        boxes: [{ id: 'backup', title: 'Backups', lines: ['object storage'], designed: !isGenerated('backup') }],
      },
    ],
    arrows: [
      { from: 'proxy', to: 'api', label: `HTTP ${port}`, designed: true },
      { from: 'migrate', to: 'postgres', label: 'SQL 5432, owner' },
      { from: 'api', to: 'postgres', label: 'SQL 5432' },
      { from: 'worker', to: 'postgres', label: 'SQL 5432', designed },
      { from: 'api', to: 'redis', label: 'RESP 6379' },
      { from: 'postgres', to: 'backup', label: 'base backup, log', designed: true },
    ],
  };
}

function workerBox({ operations, scale }: Design, designed: boolean): Box {
  const id = 'worker';
  return operations.queues.length === 0
    ? { id, title: 'housekeeping', lines: ['by a timer of the host'], designed }
    : { id, title: id, lines: [counted(scale.capacity.launch.workerPods.value, 'process', 'processes')], designed };
}
