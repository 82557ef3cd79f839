import type { BlueprintSource } from '../../../blueprint/schema/blueprint.js';
import type { IntegrationSource } from '../../../blueprint/schema/integration.js';
import { without } from '../../../text/without.js';
import type { StatedQualities } from '../../reading/qualities.js';
import type { Selection } from '../select/select.js';
import { pick, type Named, type System } from './system.js';
import type { Title } from '../names/title.js';

type Parts = StatedQualities['parts'];

/** The parts of a blueprint put together in the order in which people read them; what is empty is left out. */
export function blueprintOf(title: Title, parts: Parts, rows: Named<number>, system: System): BlueprintSource {
  const { goals, ...named } = title;
  const { contexts, ...sections } = system;
  const filled = Object.fromEntries(
    Object.entries(sections as Readonly<Record<string, object>>).filter(
      ([, section]) => Object.keys(section).length > 0,
    ),
  ) as Partial<BlueprintSource>;
  const { roles, reactions, integrations, reports, webhooks } = filled;
  const { scale, ...others } = without(parts, 'integrations');
  return pick(
    Object.entries({
      blueprint: 1,
      ...named,
      goals: goals.length > 0 ? goals : undefined,
      scale: withRows(scale, rows),
      ...others,
      roles,
      contexts,
      reactions,
      integrations,
      webhooks,
      reports,
    }),
  ) as unknown as BlueprintSource;
}

function withRows(scale: Parts['scale'], rows: Named<number>): Parts['scale'] {
  if (Object.keys(rows).length === 0) return scale;
  return { ...scale, behaviour: { ...scale?.behaviour, rowsPerMonth: { ...rows } } };
}

/** Services that the brief names, but for those of a kind that it rules out. */
export function wantedServices({ integrations = {} }: Parts, { ruledOut }: Selection): Named<IntegrationSource> {
  return Object.fromEntries(
    Object.entries(integrations).filter(([name, { kind }]) => !ruledOut.has(name) && !ruledOut.has(kind)),
  );
}
