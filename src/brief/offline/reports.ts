import type { ReportSource } from '../../blueprint/schema/report.js';
import { namesIn } from './automation.js';
import type { Selection } from './select.js';
import { entitiesByName, pick, type Named, type System } from './system.js';

type Base = Pick<System, 'contexts'>;

/** A brief that asks for reports at all gets this many of its blocks. */
const MOST = 6;

/** Reports that the brief asks for by name, those that come with a block, and more where reports are wanted at all. */
export function reportsFor(system: Base, selection: Selection, wanted: boolean): Named<ReportSource> {
  const mentioned = new Set(selection.hits.flatMap(({ target }) => (target.kind === 'report' ? [target.name] : [])));
  const offered = selection.blocks.flatMap(({ block, asked }) =>
    Object.entries(block.reports ?? {}).flatMap(([name, { core, terms: _terms, ...report }]) => {
      const isAsked = mentioned.has(name);
      if (!asked || !isComputable(report, system)) return [];
      return {
        name,
        report: { ...report, source: isAsked ? ('brief' as const) : ('assumption' as const) },
        isAsked,
        core,
      };
    }),
  );
  const firm = offered.filter(({ isAsked, core }) => isAsked || core);
  const more = offered.filter((one) => !firm.includes(one)).slice(0, wanted ? Math.max(0, MOST - firm.length) : 0);
  return pick(
    offered.filter((one) => firm.includes(one) || more.includes(one)).map(({ name, report }) => [name, report]),
  );
}

const FUNCTIONS = new Set(
  'day week month quarter year count sum avg min max now duration timestamp null true false in'.split(' '),
);

/** Whether all that the report reads is there. */
export function isComputable({ from, where, group = [], measure }: ReportSource, system: Base): boolean {
  const entity = entitiesByName(system).get(from)?.entity;
  if (!entity) return false;
  const names = new Set(['id', 'createdAt', 'updatedAt', ...Object.keys({ ...entity.fields, ...entity.relations })]);
  return [where ?? '', group, measure]
    .flat()
    .every((expression) => namesIn(expression).every(({ name }) => names.has(name) || FUNCTIONS.has(name)));
}
