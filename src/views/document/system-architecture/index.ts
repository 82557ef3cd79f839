import { z } from 'zod';

import type { Fact } from '../../../design/fact.js';
import type { Design, EntityDesign } from '../../../design/model.js';
import { leadingEntity } from '../../../design/operations/source.js';
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

function leads(design: Design, topology: Topology, { names, route }: EntityDesign) {
  const { product, contexts, scale, endpoints, stack, operations } = design;
  const title = markdownText(product.title);
  const { apiPods, workerPods } = scale.capacity.launch;
  const own = topology.components.filter(({ state }) => state !== 'outside');
  const generated = own.filter(({ state }) => state === 'generated');
  const announced = operations.events.filter(({ recorded }) => recorded).length;
  const transaction = `${names.article} ${names.textOne}, its audit entry${announced > 0 ? ` and its event` : ''}`;
  return {
    lead: `${title} is one program for ${counted(contexts.length, 'context')}, not ${counted(Math.max(2, contexts.length), 'service')}: ${transaction} are written in one transaction of one database. It runs as ${running(apiPods)} of the API at launch, beside ${running(workerPods)} of a worker that is ${label('worker')}.`,
    systemLead: `The first picture of ${title} has people and other systems, the second what runs and what is spoken between the boxes; sections 6 and 11 have the boundaries of trust and the machines.`,
    containersLead: `${counted(generated.length, 'box', 'boxes')} of ${number(own.length)} that belong to ${title} are in the repository: ${list(generated.map((one) => one.title))}. On ${stack.deploy === 'compose' ? 'one host with Docker Compose' : 'Kubernetes'} the others will be added as section 11 says.`,
    boxesLead: `The same ${counted(topology.components.length, 'box', 'boxes')} as in the picture of ${title}, each external service in a row of its own.`,
    arrowsLead: `Each of the ${counted(topology.connections.length, 'arrow')} of ${title}, with how long the caller waits; section 12 says what happens after that.`,
    pathLead: `${code(`POST /api/v1${route}`)}, as each of the ${counted(endpoints.length, 'endpoint')} of ${title}, passes the stations below in this order; the first one that refuses answers, and ${names.article} ${names.textOne} is written by the last.`,
    leftOutLead: `${title} has no part that nothing in its blueprint asks for. These were considered for ${counted(contexts.length, 'context')} and will come when the third column is true:`,
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

function reading({ blueprint, product }: Design, diagrams: readonly DiagramWords[]) {
  const isAscii = blueprint.document.diagrams === 'ascii';
  const widest = Math.max(...diagrams.flatMap(({ ascii }) => ascii.split('\n').map((line) => [...line].length)));
  const [solid, broken, head] = isAscii
    ? ['`+---+`', '`+...+`', '`v`, `^`, `<`, `>`']
    : ['`┌───┐`', '`┌╌╌╌┐`', '`▼`, `▲`, `◀`, `▶`'];
  return {
    readLead: `The pictures above have ${number(widest)} columns at most, so those of ${markdownText(product.title)} fit any terminal of 120; below each stands the same model in Mermaid, for viewers that draw it.`,
    signs: [
      { sign: solid, meaning: 'in the repository, or somebody else’s' },
      { sign: broken, meaning: `${label('worker')}: not in the repository yet` },
      { sign: head, meaning: 'from the caller to what it calls' },
      { sign: 'text beside an arrow', meaning: 'protocol and port' },
      { sign: 'word at the left', meaning: 'tier of the row' },
    ],
    charset: isAscii
      ? `The blueprint of ${code(product.name)} asks for 7-bit characters: ${code('document: { diagrams: ascii }')}. Without that line the pictures are drawn with box-drawing characters.`
      : `Where ${code(product.name)} needs 7-bit characters, for an old terminal or a form, ${code('document: { diagrams: ascii }')} in ${code('blueprint.yaml')} draws every picture with them.`,
  };
}
