import { isGenerated } from '../../../blueprint/parts.js';
import { RULES } from '../../../design/decisions/published.js';
import type { Design } from '../../../design/model.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import type { Arrow, Box, TiersDiagram } from '../../../diagrams/model.js';
import { amount, counted, headline, list, number } from '../words.js';
import { drawn, type DiagramWords } from './words.js';

/** The way of a new version to everybody, and the way back. */
export function rolloutDiagram(design: Design): DiagramWords {
  return drawn(design, rollout(design));
}

export function rollout(design: Design): TiersDiagram {
  const { product, deployment } = design;
  const { kind, steps } = deployment.rollout;
  const designed = !isGenerated('rollout');
  const before: Box[] = [
    { id: 'image', title: 'Image', lines: ['built, tested'] },
    { id: 'migrated', title: 'Migrated', lines: ['expand only'], designed },
  ];
  const shares = steps.map(({ name, share, watch }): Box => ({
    id: `step_${name}`,
    title: kind === 'canary' ? amount(share) : name,
    lines: [...(kind === 'canary' ? ['of requests'] : [`${amount(share)} of requests`]), `for ${amount(watch)}`],
    designed,
  }));
  const back: Box = { id: 'back', title: 'Version before', lines: ['takes all requests'], designed };
  const way = [...before, ...shares];
  return {
    kind: 'tiers',
    title: `Rollout of ${product.title} by ${kind === 'canary' ? 'canary' : 'blue/green'}`,
    caption: captionOf(design),
    tiers: [
      { title: 'Release', boxes: way },
      { title: 'Rollback', boxes: [back] },
    ],
    arrows: [
      ...way.slice(1).map(({ id }, index): Arrow => ({ from: way[index]?.id ?? '', to: id, label: '', designed })),
      ...shares.map(({ id }): Arrow => ({ from: id, to: 'back', label: 'breach', designed })),
    ],
  };
}

function captionOf(design: Design): string {
  const { rollout: plan, rollback } = design.deployment;
  const { textMany } = leadingEntity(design).names;
  const limits = list(plan.abort.map(({ signal, limit }) => `${signal} above ${headline(limit)}`));
  const sample =
    plan.kind === 'canary' ? `, and the first sees ${number(RULES.canarySample.value)} requests at least` : '';
  return `A change to ${textMany} takes ${counted(plan.steps.length, 'step')} of ${amount(plan.total)} together${sample}. What sends it back within ${amount(rollback.total)}: ${limits === '' ? `errors on ${textMany}` : limits}.`;
}
