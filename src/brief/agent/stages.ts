/** One step from a brief to a blueprint. */
export interface Stage {
  readonly id: string;
  readonly title: string;
  /** What to do, for whoever does it. */
  readonly task: string;
}

/** In this order: each builds on what the ones before it have written. */
export const STAGES: readonly Stage[] = [
  {
    id: 'requirements',
    title: 'What is asked',
    task:
      'Read the brief sentence by sentence. Write one entry of `requirements` for everything that it asks for, limits or rules out, with the ' +
      'passage as its `quote`, in the order of the brief. Leave `status: open` with a `note` until something answers it; what the brief rules ' +
      'out is `kind: exclusion, status: excluded`. Put into `questions` what only a person can decide.',
  },
  {
    id: 'design',
    title: 'Contexts, entities and roles',
    task:
      'Write `name`, `title`, `summary`, the `contexts` with their `summary` and `needs`, the names of their entities with one field each, the ' +
      'relations between them, and the `roles` with their `summary`. An entity is something that people create, look up or change; a value, ' +
      'a screen, a report or a connection to another system is none.',
  },
  {
    id: 'entities',
    title: 'Fields, relations, rules and lists',
    task:
      'Context by context: give each entity its fields, its relations, the rules that hold for every row, and what its list can be filtered, ' +
      'sorted and searched by. Mark personal data as `personal`.',
  },
  {
    id: 'behaviour',
    title: 'Lifecycles, grants and reactions',
    task:
      'Context by context: give entities with states a lifecycle, name the events that others wait for, and write what happens by itself under ' +
      '`reactions`. Then give each role the grants that its work needs and no more.',
  },
  {
    id: 'cross',
    title: 'What concerns the whole system',
    task:
      'Write `integrations`, `webhooks`, `reports`, `tenancy`, `scale`, `constraints` and `qualities`, as far as the brief speaks of them. A figure ' +
      'that the brief does not give is left out, or stands under `assumptions` as well.',
  },
  {
    id: 'review',
    title: 'The blueprint against the brief',
    task:
      'Read the brief again as if somebody else had written the blueprint. Name in `by` what answers each requirement, and say honestly what is ' +
      '`partial` or `open`. Remove what nobody asked for. Every assumption you made stands under `assumptions`.',
  },
];
