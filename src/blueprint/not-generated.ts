import type { Position } from './diagnostic.js';
import { isGenerated, type PartId } from './parts.js';
import { STACK_OPTIONS, type Blueprint, type Reaction, type StackSlot } from './model.js';

export interface NotGenerated {
  /** Ability of the language: `reaction`, `report`, `stack.queue` … */
  readonly ability: string;
  /** What the blueprint declares, e.g. `order.paid → inventory.Reservation.commit`. */
  readonly declared: string;
  readonly at: Position;
  /** What happens instead, one sentence. */
  readonly instead: string;
}

/**
 * What the blueprint declares and the repository does not hold yet, by the table of parts. The one list behind the warnings of `check`
 * and `new` and the open points in the generated README, so that nothing declared is ever dropped in silence.
 */
export function notGenerated(blueprint: Blueprint): NotGenerated[] {
  const isMissing = ({ ability }: NotGenerated): boolean => {
    const part = PART_OF[ability];
    return part === undefined || !isGenerated(part);
  };
  return declared(blueprint).filter(isMissing);
}

/** The part that writes each ability; what is not named here (options of the stack) is decided by `GENERATED_OPTIONS`. */
const PART_OF: Readonly<Record<string, PartId>> = {
  reaction: 'reactions',
  integration: 'integrations',
  webhooks: 'webhooks',
  report: 'reports',
  file: 'file-storage',
  retention: 'retention',
};

function declared(blueprint: Blueprint): NotGenerated[] {
  return [
    ...blueprint.reactions.map((reaction) => ({
      ability: 'reaction',
      declared: describeReaction(reaction),
      at: reaction.at,
      instead: 'Events are recorded in the outbox; nothing consumes them yet.',
    })),
    ...blueprint.integrations.map((integration) => ({
      ability: 'integration',
      declared: `${integration.name} (${integration.kind})`,
      at: integration.at,
      instead: 'No client and no inbound webhook is written for it yet.',
    })),
    ...(blueprint.webhooks
      ? [
          {
            ability: 'webhooks',
            declared: blueprint.webhooks.events.join(', '),
            at: blueprint.webhooks.at,
            instead: 'Events are recorded in the outbox; nothing is delivered to subscribers yet.',
          },
        ]
      : []),
    ...blueprint.reports.map((report) => ({
      ability: 'report',
      declared: `${report.name} from ${report.from}`,
      at: report.at,
      instead: 'No read model and no endpoint is written for it yet.',
    })),
    ...fileFields(blueprint),
    ...retention(blueprint),
    ...pinnedOptions(blueprint),
  ];
}

function describeReaction({ trigger, effect }: Reaction): string {
  const when = 'on' in trigger ? trigger.on : 'every' in trigger ? `every ${trigger.every}` : `at ${trigger.cron}`;
  const what =
    'do' in effect
      ? effect.do
      : 'notify' in effect
        ? `notify ${effect.notify}`
        : 'call' in effect
          ? `call ${effect.call}`
          : `emit ${effect.emit}`;
  return `${when} → ${what}`;
}

function fileFields(blueprint: Blueprint): NotGenerated[] {
  return blueprint.contexts.flatMap((context) =>
    context.entities.flatMap((entity) =>
      entity.fields
        .filter((field) => field.type.kind === 'file')
        .map((field) => ({
          ability: 'file',
          declared: `${entity.name}.${field.name}`,
          at: field.at,
          instead: 'The reference to a stored object is kept; upload and download are not written yet.',
        })),
    ),
  );
}

function retention({ qualities, places }: Blueprint): NotGenerated[] {
  if (qualities.retentionDays === undefined) return [];
  return [
    {
      ability: 'retention',
      declared: `${qualities.retentionDays} days`,
      at: places?.['qualities.retentionDays'] ?? { line: 1, column: 1 },
      instead: 'Records are kept until they are deleted through the API.',
    },
  ];
}

/** Options that the generator writes today. Everything else of the stack table is designed only. */
export const GENERATED_OPTIONS: Readonly<Partial<Record<StackSlot, readonly string[]>>> = {
  framework: ['nestjs'],
  database: ['postgresql'],
  orm: ['prisma'],
  api: ['rest'],
  auth: ['jwt'],
  logger: ['pino'],
  packageManager: ['npm', 'pnpm'],
};

function pinnedOptions(blueprint: Blueprint): NotGenerated[] {
  return (Object.keys(STACK_OPTIONS) as StackSlot[]).flatMap((slot) => {
    const pinned = blueprint.stack[slot];
    if (!pinned || GENERATED_OPTIONS[slot]?.includes(pinned.option)) return [];
    const used = GENERATED_OPTIONS[slot]?.[0];
    return [
      {
        ability: `stack.${slot}`,
        declared: pinned.option,
        at: pinned.at,
        instead: used ? `The repository uses ${used}.` : 'The repository holds nothing for this slot yet.',
      },
    ];
  });
}
