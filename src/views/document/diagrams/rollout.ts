import { isGenerated } from '../../../blueprint/parts.js';
import { RULES } from '../../../design/decisions/published.js';
import type { Design } from '../../../design/model.js';
import { leadingEntity } from '../../../design/operations/source.js';
import type { Arrow, Box, TiersDiagram } from '../../../diagrams/model.js';
import { amount, counted } from '../words.js';
import { drawn, type DiagramWords } from './words.js';

/** The way of a new version to everybody, and the way back. */
export function rolloutDiagram(design: Design): DiagramWords {
  return drawn(design, rollout(design));
}

export function rollout(design: Design): TiersDiagram {
  const isCanary = design.stack.rollout === 'canary';
  return isCanary ? canary(design) : blueGreen(design);
}

function steps(boxes: readonly Box[], labels: readonly string[]): Arrow[] {
  return boxes.slice(1).map((box, index) => ({
    from: boxes[index]?.id ?? '',
    to: box.id,
    label: labels[index] ?? '',
    ...(box.designed && { designed: true }),
  }));
}

function canary(design: Design): TiersDiagram {
  const { product, scale } = design;
  const { textMany } = leadingEntity(design).names;
  const { canaryShare, canaryWindow, canarySample } = RULES;
  const designed = !isGenerated('rollout');
  const build: Box[] = [
    { id: 'image', title: 'Image', lines: ['built and tested'] },
    { id: 'migrated', title: 'Migrated', lines: ['expand only'], designed },
  ];
  const shares: Box[] = [
    { id: 'first', title: amount(canaryShare), lines: ['of the requests'], designed },
    {
      id: 'second',
      title: amount({ value: canaryShare.value * 5, unit: 'percent' }),
      lines: ['of the requests'],
      designed,
    },
    {
      id: 'all',
      title: 'All',
      lines: [counted(scale.capacity.launch.apiPods.value, 'API process', 'API processes')],
      designed,
    },
  ];
  const back: Box = { id: 'back', title: 'Version before', lines: ['takes all requests'], designed };
  return {
    kind: 'tiers',
    title: `Rollout of ${product.title} by canary`,
    caption: `A change to ${textMany} meets ${amount(canaryShare)} of the requests first; each step lasts ${amount(canaryWindow)} and ${amount(canarySample)} requests at least, and one whose errors or latency break an objective of ${textMany} sends everything back.`,
    tiers: [
      { title: 'Release', boxes: [...build, ...shares] },
      { title: 'Rollback', boxes: [back] },
    ],
    arrows: [
      ...steps([...build, ...shares], ['job', '', amount(canaryWindow), amount(canaryWindow)]),
      ...shares.map(({ id }): Arrow => ({ from: id, to: 'back', label: 'breach', designed })),
    ],
  };
}

function blueGreen(design: Design): TiersDiagram {
  const { product, stack, scale } = design;
  const { textMany } = leadingEntity(design).names;
  const designed = !isGenerated('rollout');
  const copies = counted(scale.capacity.launch.apiPods.value, 'process', 'processes');
  const onOneHost = stack.deploy === 'compose';
  const boxes: Box[] = [
    { id: 'image', title: 'Image', lines: ['built and tested'] },
    { id: 'migrated', title: 'Migrated', lines: ['expand only'], designed },
    { id: 'green', title: 'Green started', lines: [`${copies} beside blue`], designed },
    { id: 'switched', title: 'Switched', lines: ['all requests at green'], designed },
    { id: 'removed', title: 'Blue removed', lines: ['one version left'], designed },
  ];
  const back: Box = { id: 'back', title: 'Blue', lines: ['takes all requests'], designed };
  return {
    kind: 'tiers',
    title: `Rollout of ${product.title} by blue/green`,
    caption: `The new version is started beside the one that serves ${textMany}${onOneHost ? ' on the same host' : ''}, answers /ready, and takes all requests with one switch; the same switch brings them back.`,
    tiers: [
      { title: 'Release', boxes },
      { title: 'Rollback', boxes: [back] },
    ],
    arrows: [
      ...steps(boxes, ['job', '', '/ready', 'watched']),
      { from: 'green', to: 'back', label: 'not ready', designed },
      { from: 'switched', to: 'back', label: 'errors', designed },
    ],
  };
}
