import { z } from 'zod';

import type { Fact } from '../../../design/fact.js';
import type { Design, EntityDesign } from '../../../design/model.js';
import { leadingEntity } from '../../../design/leading-entity.js';
import { MAX_COLUMNS } from '../../../diagrams/ascii/text.js';
import { excerpt, excerptWords, type QuotableFiles } from '../../../render/excerpt.js';
import { defineView } from '../../../render/view.js';
import { markdownTableCell, markdownText } from '../../../text/escape.js';
import { containerDiagram, systemContextDiagram } from '../diagrams/system.js';
import { topologyOf, type Topology } from '../diagrams/topology.js';
import { diagramWords, type DiagramWords } from '../diagrams/words.js';
import { code, counted, label, list, number } from '../words.js';
import { leftOutRows } from './left-out.js';
import { stationRows } from './stations.js';

const signRow = z.object({ sign: z.string(), meaning: z.string() });

export const systemArchitectureView = defineView({
  templates: ['document/01-system-architecture.md.hbs'],
  schema: z.object({
    lead: z.string(),
    systemLead: z.string(),
    context: diagramWords,
    containersLead: z.string(),
    containers: diagramWords,
    boxesLead: z.string(),
    boxes: z.array(
      z.object({ title: z.string(), technology: z.string(), does: z.string(), state: z.string(), path: z.string() }),
    ),
    arrowsLead: z.string(),
    arrows: z.array(
      z.object({
        from: z.string(),
        to: z.string(),
        protocol: z.string(),
        carries: z.string(),
        waits: z.string(),
        state: z.string(),
      }),
    ),
    readLead: z.string(),
    signs: z.array(signRow),
    charset: z.string(),
    pathLead: z.string(),
    stations: z.array(z.object({ station: z.string(), limit: z.string(), file: z.string() })),
    order: excerptWords,
    leftOutLead: z.string(),
    leftOut: z.array(z.object({ what: z.string(), because: z.string(), when: z.string() })),
  }),
});

export async function systemArchitectureWords(
  design: Design,
  files: QuotableFiles,
): Promise<z.infer<typeof systemArchitectureView.schema>> {
  const topology = topologyOf(design);
  const context = systemContextDiagram(design);
  const containers = containerDiagram(design);
  const leading = leadingEntity(design);
  return {
    ...leads(design, topology, leading),
    context,
    containers,
    boxes: topology.components.map(({ title, technology, responsibility, state, path }) => ({
      title: markdownTableCell(title),
      technology,
      does: markdownTableCell(responsibility),
      state: state === 'outside' ? 'outside' : `**${state}**`,
      path: path === '' ? 'none' : code(path),
    })),
    arrows: arrowRows(topology),
    ...reading(design, [context, containers]),
    stations: stationRows(design),
    order: await excerpt(files, 'apps/api/src/app.ts', { from: 'A request passes, in this order', to: '9. ' }),
    leftOut: leftOutRows(design),
  };
}

function leads(design: Design, topology: Topology, { names, route, writable }: EntityDesign) {
  const { product, contexts, scale, endpoints, stack, operations, roles } = design;
  const services = design.blueprint.integrations.length;
  const title = markdownText(product.title);
  const { apiPods, workerPods } = scale.capacity.launch;
  const own = topology.components.filter(({ state }) => state !== 'outside');
  const generated = own.filter(({ state }) => state === 'generated');
  const announced = operations.events.filter(({ recorded }) => recorded).length;
  const transaction = list([
    `${names.article} ${names.textOne}`,
    'its audit entry',
    ...(announced > 0 ? ['its event'] : []),
  ]);
  const beside =
    operations.queues.length === 0
      ? `with nothing beside it that waits for ${names.textMany}`
      : `beside ${running(workerPods)} of a worker that is ${label('worker')} for what ${names.textMany} set off`;
  return {
    lead: `${title} is one program for ${counted(contexts.length, 'context')}, not ${counted(Math.max(2, contexts.length), 'service')}: ${transaction} are written in one transaction of one database. It runs as ${running(apiPods)} of the API at launch, ${beside}.`,
    systemLead: `The first picture has ${counted(roles.length, 'role')} and ${services === 0 ? 'no external service' : counted(services, 'external service')} around ${title}, the second what runs and what is spoken between the boxes; [section 6](06-security.md) has the boundaries of trust, [section 11](11-deployment.md) the machines.`,
    containersLead: `${counted(generated.length, 'box', 'boxes')} of the ${number(own.length)} that serve ${counted(endpoints.length, 'endpoint')} are in the repository: ${list(generated.map((one) => one.title))}; the others will join them on ${stack.deploy === 'compose' ? 'one host with Docker Compose' : 'Kubernetes'}.`,
    boxesLead: `These ${counted(topology.components.length, 'box', 'boxes')} are those of the picture, each external service of ${title} in a row of its own.`,
    arrowsLead: `These ${counted(topology.connections.length, 'arrow')} say how long each caller waits before ${names.textMany} are answered with an error; [section 12](12-performance-and-reliability.md) says what happens then.`,
    pathLead: `${code(`${writable ? 'POST' : 'GET'} /api/v1${route}`)}, as each of the ${counted(endpoints.length, 'endpoint')} of ${title}, passes the stations below in this order; the first one that refuses answers, and ${names.article} ${names.textOne} is ${writable ? 'written' : 'read'} by the last.`,
    leftOutLead: `What follows was considered for ${names.textMany} and the rest of ${counted(contexts.length, 'context')}, is asked for by nothing in the blueprint of ${title}, and will come when the third column is true.`,
  };
}

/** `4 processes (modelled)` */
function running(pods: Fact): string {
  return `${counted(pods.value, 'process', 'processes')} (${pods.basis})`;
}

function arrowRows({ components, connections }: Topology) {
  const titleOf = (id: string): string => components.find((one) => one.id === id)?.title ?? id;
  return connections.map(({ from, to, protocol, carries, waits, state }) => ({
    from: markdownTableCell(titleOf(from)),
    to: markdownTableCell(titleOf(to)),
    protocol,
    carries: markdownTableCell(carries),
    waits: waits === '' ? 'nobody waits' : waits,
    state: `**${state}**`,
  }));
}

function reading(design: Design, diagrams: readonly DiagramWords[]) {
  const isAscii = design.blueprint.document.diagrams === 'ascii';
  const widest = Math.max(...diagrams.flatMap(({ ascii }) => ascii.split('\n').map((line) => [...line].length)));
  const [solid, broken, head] = isAscii
    ? ['`+---+`', '`+...+`', '`v`, `^`, `<`, `>`']
    : ['`┌───┐`', '`┌╌╌╌┐`', '`▼`, `▲`, `◀`, `▶`'];
  return {
    readLead: `The pictures of ${leadingEntity(design).names.textMany} and all else have ${number(widest)} columns at most, so that they fit a terminal of ${number(MAX_COLUMNS)}; below each stands the same model in Mermaid, for viewers that draw it.`,
    signs: [
      { sign: solid, meaning: 'in the repository, or somebody else’s' },
      { sign: broken, meaning: `${label('worker')}: not in the repository yet` },
      { sign: head, meaning: 'from the caller to what it calls' },
      { sign: 'text beside an arrow', meaning: 'protocol and port' },
      { sign: 'word at the left', meaning: 'tier of the row' },
    ],
    charset: isAscii
      ? `The blueprint asks for 7-bit characters with ${code('document: { diagrams: ascii }')}; without that line pictures are drawn with box-drawing characters.`
      : `Where 7-bit characters are needed, ${code('document: { diagrams: ascii }')} in ${code('blueprint.yaml')} draws every picture with them.`,
  };
}
