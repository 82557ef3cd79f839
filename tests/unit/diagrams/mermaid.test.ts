import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Window } from 'happy-dom';
import { beforeAll, describe, expect, it } from 'vitest';

import { readBlueprint } from '../../../src/blueprint/read.js';
import { design } from '../../../src/design/index.js';
import type { Design } from '../../../src/design/model.js';
import { mermaidOf } from '../../../src/diagrams/draw.js';
import { packageRoot } from '../../../src/render/load.js';
import { contextMapDiagram } from '../../../src/views/document/diagrams/contexts.js';
import { deploymentDiagram } from '../../../src/views/document/diagrams/deployment.js';
import { entityDiagram, entityOverviewDiagram } from '../../../src/views/document/diagrams/entities.js';
import { lifecycleDiagram } from '../../../src/views/document/diagrams/lifecycle.js';
import { outboxDiagram } from '../../../src/views/document/diagrams/outbox.js';
import { queueTopologyDiagram } from '../../../src/views/document/diagrams/queues.js';
import { rolloutDiagram } from '../../../src/views/document/diagrams/rollout.js';
import { refreshDiagram, signInDiagram } from '../../../src/views/document/diagrams/sign-in.js';
import { containerDiagram, systemContextDiagram } from '../../../src/views/document/diagrams/system.js';
import { fragments } from '../../support/hostile-text.js';
import { tiny } from './tiny.js';

type Parse = (text: string) => Promise<unknown>;
let parse: Parse;

/** The parser cleans labels with the document of a browser. */
beforeAll(async () => {
  const window = new Window();
  Object.assign(globalThis, { window, document: window.document });
  const { default: mermaid } = await import('mermaid');
  parse = (text) => mermaid.parse(text);
}, 60_000);

function systemOf(example: string): Design {
  const file = path.join(packageRoot, 'examples', example, 'blueprint.yaml');
  const { blueprint } = readBlueprint(readFileSync(file, 'utf8'), 'blueprint.yaml');
  return blueprint ? design(blueprint) : expect.unreachable(example);
}

/** Every diagram of a document. */
function diagramsOf(system: Design): { title: string; mermaid: string }[] {
  return [
    ...[systemContextDiagram, containerDiagram, contextMapDiagram, entityOverviewDiagram, signInDiagram],
    ...[refreshDiagram, outboxDiagram, queueTopologyDiagram, deploymentDiagram, rolloutDiagram],
  ]
    .map((draw) => draw(system))
    .concat(system.contexts.map((context) => entityDiagram(system, context)))
    .concat(system.entities.flatMap((entity) => lifecycleDiagram(system, entity) ?? []));
}

/** What means something to Mermaid itself. */
const KEYWORDS = ['', 'end', ':', 'a; b: c', '"quoted" `code`', '[x](y) {z} |p|', '%% no', '#35; & more', '\\'];

/** Several in one text, so that each is read once and the test stays short. */
function joined(texts: readonly string[]): string[] {
  const size = 8;
  return Array.from({ length: Math.ceil(texts.length / size) }, (_, index) =>
    texts.slice(index * size, (index + 1) * size).join(' '),
  );
}

describe('Mermaid', () => {
  it.each(['ecommerce', 'minimal', 'crm'])('reads every diagram of %s', async (example) => {
    const diagrams = diagramsOf(systemOf(example));
    expect(diagrams.length).toBeGreaterThan(10);
    for (const { title, mermaid } of diagrams)
      await expect(parse(mermaid), `${title}\n${mermaid}`).resolves.toBeTruthy();
  });

  it.each(Object.entries(tiny))('reads %s whatever its texts are', async (_, diagram) => {
    for (const text of [...KEYWORDS, ...joined(fragments)]) {
      const hostile = JSON.parse(JSON.stringify(diagram), (key, value: unknown) =>
        ['title', 'label', 'text', 'about', 'when', 'caption'].includes(key) ? text : value,
      ) as typeof diagram;
      await expect(parse(mermaidOf(hostile)), `${text}\n${mermaidOf(hostile)}`).resolves.toBeTruthy();
    }
  });
});
