import type { Design } from '../../../design/model.js';
import type { Arrow, Box, TiersDiagram } from '../../../diagrams/model.js';
import { counted, list } from '../words.js';
import { topologyOf, type Component, type TierId, type Topology } from './topology.js';
import { drawn, type DiagramWords } from './words.js';

/** People and other systems around the system as one box. */
export function systemContextDiagram(design: Design): DiagramWords {
  return drawn(design, systemContext(design));
}

/** What runs, what it is made with, and what it says to what. */
export function containerDiagram(design: Design): DiagramWords {
  return drawn(design, containers(design));
}

/** More boxes of one kind are drawn as one. */
const MAX_BOXES = 4;

export function systemContext({ product, roles, blueprint, contexts, entities }: Design): TiersDiagram {
  const people: Box[] =
    roles.length <= MAX_BOXES
      ? roles.map(({ name, summary }) => ({ id: `role_${id(name)}`, title: name, lines: [summary] }))
      : [
          {
            id: 'people',
            title: `Members in ${counted(roles.length, 'role')}`,
            lines: roles.map(({ name, summary }) => `${name}: ${summary}`),
          },
        ];
  const receiver: Box = { id: 'receivers', title: 'Systems of organizations', lines: ['receive webhooks'] };
  const system: Box = {
    id: 'system',
    title: product.title,
    lines: [
      product.summary,
      `${counted(contexts.length, 'context')}, ${counted(entities.length, 'entity', 'entities')}`,
    ],
  };
  const services: Box[] =
    blueprint.integrations.length <= MAX_BOXES
      ? blueprint.integrations.map(({ name, kind }) => ({ id: `service_${id(name)}`, title: name, lines: [kind] }))
      : [
          {
            id: 'services',
            title: `${counted(blueprint.integrations.length, 'external service')}`,
            lines: blueprint.integrations.map(({ name, kind }) => `${name}: ${kind}`),
          },
        ];
  const webhooks = blueprint.webhooks;
  const said = [
    counted(roles.length, 'role'),
    ...(blueprint.integrations.length > 0 ? [counted(blueprint.integrations.length, 'external service')] : []),
  ];
  return {
    kind: 'tiers',
    title: `${product.title} and its surroundings`,
    caption: `${list(said)} around ${product.title}${webhooks ? `, which tells other systems of ${counted(webhooks.events.length, 'kind')} of events` : ''}.`,
    tiers: [
      { title: 'People', boxes: webhooks ? [...people, receiver] : people },
      { title: 'System', boxes: [system] },
      ...(services.length > 0 ? [{ title: 'Services', boxes: services }] : []),
    ],
    arrows: [
      ...people.map(({ id: from }): Arrow => ({ from, to: 'system', label: 'HTTPS, JSON' })),
      ...(webhooks ? [{ from: 'system', to: 'receivers', label: 'webhooks', designed: true }] : []),
      ...services.map(({ id: to }): Arrow => ({ from: 'system', to, label: 'HTTPS', designed: true })),
      ...serviceCalls(blueprint.integrations, services),
    ],
  };
}

function serviceCalls(integrations: Design['blueprint']['integrations'], boxes: readonly Box[]): Arrow[] {
  const callers = integrations.filter(({ receives }) => receives.length > 0).map(({ name }) => `service_${id(name)}`);
  const drawnBoxes = new Set(boxes.map((box) => box.id));
  const from = [...new Set(callers.map((caller) => (drawnBoxes.has(caller) ? caller : 'services')))];
  return from.map((one) => ({ from: one, to: 'system', label: 'webhooks', designed: true }));
}

const TIERS: readonly (readonly [TierId, string])[] = [
  ['clients', 'Clients'],
  ['edge', 'Edge'],
  ['processes', 'Runtime'],
  ['data', 'Data'],
  ['external', 'Services'],
  ['observability', 'Insight'],
];

export function containers(design: Design): TiersDiagram {
  const topology = grouped(topologyOf(design));
  const { components, connections } = topology;
  const designed = components.filter(({ state }) => state === 'designed').length;
  return {
    kind: 'tiers',
    title: `What ${design.product.title} runs`,
    caption: `${counted(components.length, 'box', 'boxes')} and ${counted(connections.length, 'arrow')}; ${designed} of the boxes are designed and not in the repository yet.`,
    tiers: TIERS.flatMap(([tier, title]) => {
      const boxes = components.filter((one) => one.tier === tier).map(boxOf);
      return boxes.length > 0 ? [{ title, boxes }] : [];
    }),
    arrows: connections.map(({ from, to, protocol, state }) => ({
      from,
      to,
      label: protocol,
      ...(state === 'designed' && { designed: true }),
    })),
  };
}

function boxOf({ id: own, title, lines, state }: Component): Box {
  return { id: own, title, lines, ...(state === 'designed' && { designed: true }) };
}

/** External services in one box where there are many, with one arrow for each way. */
function grouped({ components, connections }: Topology): Topology {
  const external = components.filter(({ tier }) => tier === 'external');
  if (external.length === 0) return { components, connections };
  const ids = new Set(external.map((one) => one.id));
  const one: Component = {
    id: 'services',
    tier: 'data',
    title: external.length === 1 ? (external[0]?.title ?? '') : 'External services',
    technology: 'HTTPS',
    responsibility: '',
    state: 'outside',
    path: '',
    lines:
      external.length === 1
        ? (external[0]?.lines ?? [])
        : external.map(({ title, lines }) => `${title}: ${lines.join(', ')}`),
  };
  const seen = new Set<string>();
  const arrows = connections
    .map((connection) => ({
      ...connection,
      from: ids.has(connection.from) ? one.id : connection.from,
      to: ids.has(connection.to) ? one.id : connection.to,
    }))
    .filter(({ from, to }) => {
      const key = `${from} ${to}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
  return { components: [...components.filter(({ id: own }) => !ids.has(own)), one], connections: arrows };
}

function id(name: string): string {
  return name.replaceAll(/\W/g, '_');
}
