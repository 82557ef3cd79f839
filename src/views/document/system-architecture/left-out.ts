import type { Design } from '../../../design/model.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { amount, counted, number } from '../words.js';

interface LeftOutRow {
  readonly what: string;
  readonly because: string;
  readonly when: string;
}

/** What other systems of this kind have and this one does without, each with the figure that says why. */
export function leftOutRows(design: Design): LeftOutRow[] {
  const { names } = leadingEntity(design);
  const { contexts, scale, entities, permissions, endpoints, blueprint, decisions } = design;
  const jobs = scale.workload.months36.peakJobsPerMinute;
  const searched = entities.flatMap(({ search }) => search).length;
  const processes = scale.capacity.launch.apiPods.value + scale.capacity.launch.workerPods.value;
  const revisit = (id: string): string => decisions.find((one) => one.id === id)?.revisitWhen[0] ?? 'decided anew';
  const regions = blueprint.constraints.regions.length;
  return [
    {
      what: 'A service for each context',
      because: `${counted(contexts.length, 'context')}, one transaction`,
      when: revisit('service-split'),
    },
    {
      what: 'GraphQL gateway',
      because: `${counted(endpoints.length, 'endpoint')}, one shape each`,
      when: revisit('api'),
    },
    {
      what: 'Event log such as Kafka',
      because: jobs.value === 0 ? 'no event has a consumer' : `${amount(jobs)} at 36 months (modelled)`,
      when: revisit('queue'),
    },
    {
      what: 'Search engine',
      because: searched === 0 ? 'no list is searched by text' : `${counted(searched, 'field')} searched by index`,
      when: `texts of ${names.textMany} are ranked by relevance`,
    },
    {
      what: 'Content delivery network',
      because: `answers depend on ${counted(permissions.length, 'permission')}`,
      when: `${names.textMany} are shown to people who are not signed in`,
    },
    {
      what: 'Service mesh',
      because: `${counted(processes, 'process', 'processes')} at launch (modelled)`,
      when: `more than ${number(contexts.length)} programs call each other`,
    },
    {
      what: 'Second active region',
      because: regions > 1 ? `${number(regions)} regions, one of them writes` : 'one region is enough',
      when: `a target above ${amount(design.operations.availability.modelledPercent)} (modelled today) is promised`,
    },
  ];
}
