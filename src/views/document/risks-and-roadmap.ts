import { z } from 'zod';
import type { CostItem } from '../../design/cost/model.js';
import { HORIZONS } from '../../design/governance/model.js';
import { roadmapShare } from '../../design/governance/roadmap.js';
import type { Design } from '../../design/model.js';
import { centralSubject } from '../../design/security/subject.js';
import { defineView } from '../../render/view.js';
import { markdownText } from '../../text/escape.js';
import { table } from './table.js';
import { amount, counted, headline } from './words.js';

export const risksAndRoadmapView = defineView({
  templates: ['document/appendix-b-risks-and-roadmap.md.hbs'],
  schema: z.object({
    title: z.string(),
    many: z.string(),
    riskCount: z.string(),
    graveCount: z.string(),
    risks: table('id', 'title', 'likelihood', 'impact', 'owner', 'trigger', 'mitigation'),
    debts: table('debt', 'because', 'repayWhen'),
    debtCount: z.string(),
    share: z.string(),
    engineers: z.string(),
    effort: z.string(),
    spans: table('horizon', 'effort', 'calendar', 'room'),
    horizons: z.array(
      z.object({
        title: z.string(),
        lead: z.string(),
        rows: table('item', 'parts', 'effort', 'because'),
      }),
    ),
    team: table('role', 'people', 'does'),
    hasExits: z.boolean(),
    exitLead: z.string(),
    exits: table('service', 'cost', 'exit', 'because'),
  }),
});

type Words = z.input<typeof risksAndRoadmapView.schema>;

/** Weeks between two horizons: none is left before a launch that waits for its work. */
const ROOM: Readonly<Record<(typeof HORIZONS)[number], string>> = {
  'before launch': 'the launch waits for it',
  '3 months': 'the first quarter',
  '12 months': 'the three quarters after that',
};

export function risksAndRoadmapWords(design: Design): Words {
  const { governance, product } = design;
  const { risks, debts, roadmap, spans, engineers } = governance;
  const central = centralSubject(design);
  const total = roadmap.reduce((sum, { effortWeeks }) => sum + effortWeeks.value, 0);
  return {
    title: markdownText(product.title),
    many: central.many,
    riskCount: counted(risks.length, 'risk'),
    graveCount: String(risks.filter(({ likelihood, impact }) => likelihood !== 'low' && impact === 'high').length),
    risks: risks.map((risk) => ({ ...risk })),
    debts: debts.map((debt) => ({ ...debt })),
    debtCount: counted(debts.length, 'shortcut'),
    share: amount(roadmapShare),
    engineers: `${counted(engineers.value, 'engineer')} (${engineers.basis})`,
    effort: amount({ value: total, unit: 'weeks' }),
    spans: spans.map(({ horizon, effortWeeks, calendarWeeks }) => ({
      horizon,
      effort: amount(effortWeeks),
      calendar: headline(calendarWeeks),
      room: ROOM[horizon],
    })),
    horizons: HORIZONS.filter((horizon) => roadmap.some((item) => item.horizon === horizon)).map((horizon) =>
      horizonWords(design, horizon),
    ),
    team: governance.team.map(({ role, people, does }) => ({ role, people: headline(people), does })),
    ...exitWords(design),
  };
}

function horizonWords(design: Design, horizon: (typeof HORIZONS)[number]): Words['horizons'][number] {
  const items = design.governance.roadmap.filter((item) => item.horizon === horizon);
  const { many } = centralSubject(design);
  const weeks = items.reduce((sum, { effortWeeks }) => sum + effortWeeks.value, 0);
  const title = { 'before launch': 'Before launch', '3 months': 'Within 3 months', '12 months': 'Within 12 months' }[
    horizon
  ];
  return {
    title,
    lead: `${counted(items.length, 'item')} for ${many} and what surrounds them, ${amount({ value: weeks, unit: 'weeks' })} of one engineer.`,
    rows: items.map(({ title: item, parts, effortWeeks, because }) => ({
      item,
      parts: parts.length > 0 ? parts.join(', ') : '–',
      effort: amount(effortWeeks),
      because,
    })),
  };
}

function exitWords(design: Design): Pick<Words, 'hasExits' | 'exitLead' | 'exits'> {
  const { many } = centralSubject(design);
  const held = design.cost.stages.launch.items.filter(
    (item): item is CostItem & { exit: NonNullable<CostItem['exit']> } => item.exit !== undefined,
  );
  return {
    hasExits: held.length > 0,
    exitLead:
      held.length > 0
        ? `What leaving the provider takes for each of ${counted(held.length, 'service')} that ${many} depend on, beside what it costs a month at launch:`
        : `Nothing that ${many} depend on is bought from a provider.`,
    exits: held.map(({ label, monthlyUsd, quantity, exit }) => ({
      service: label,
      cost: headline(monthlyUsd),
      exit: headline(exit.days),
      because: `${exit.how} (for ${many}: ${quantity} at launch)`,
    })),
  };
}
