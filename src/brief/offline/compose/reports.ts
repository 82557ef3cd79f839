import type { ReportSource } from '../../../blueprint/schema/report.js';
import { without } from '../../../text/without.js';
import { namesIn } from './automation.js';
import type { Selection } from '../select/select.js';
import { entitiesByName, pick, type Named, type System } from './system.js';

type Base = Pick<System, 'contexts'>;

/** A brief that asks for reports at all gets this many of its blocks; one that does not, some that are usual. */
const MOST_WANTED = 10;
const MOST_USUAL = 4;

/** Reports that the brief asks for by name, those that come with a block, and more where reports are wanted at all. */
export function reportsFor(system: Base, selection: Selection, wanted: boolean): Named<ReportSource> {
  const mentioned = new Set(selection.hits.flatMap(({ target }) => (target.kind === 'report' ? [target.name] : [])));
  const offered = selection.blocks.flatMap(({ block, asked }) =>
    Object.entries(block.reports ?? {}).flatMap(([name, { core, ...termed }]) => {
      const report = without(termed, 'terms');
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
  const asked = offered.filter(({ isAsked }) => isAsked);
  const usual = offered.filter(
    ({ isAsked, core, report }) => !isAsked && core && (wanted || isMentioned(report, system)),
  );
  const others = offered.filter(
    (one) => !asked.includes(one) && !usual.includes(one) && isMentioned(one.report, system),
  );
  const most = wanted ? MOST_WANTED : MOST_USUAL;
  const more = [...usual, ...(wanted ? others : [])].slice(0, Math.max(0, most - asked.length));
  return pick(
    offered.filter((one) => asked.includes(one) || more.includes(one)).map(({ name, report }) => [name, report]),
  );
}

/** Whether the brief speaks of what is counted. */
const isMentioned = ({ from }: ReportSource, system: Base): boolean =>
  entitiesByName(system).get(from)?.entity.source === 'brief';

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
