import { BlueprintError } from '../blueprint/diagnostic.js';
import type { Design } from '../design/model.js';
import { alignLines } from '../render/align.js';
import { createRenderer, type Renderer } from '../render/renderer.js';
import type { Origin } from '../text/origin.js';
import { openPlan } from './build.js';
import { finish } from './finish.js';
import { formatRequest } from './format-request.js';
import type { Generator } from './model.js';

/** Where one line of a generated file came from. */
export interface Explanation {
  readonly path: string;
  /** 1-based; the first one when the file as a whole was asked about. */
  readonly line: number;
  /** The line as the plan has it. */
  readonly text: string;
  /** Id of the generator that asks for the file. */
  readonly generator: string;
  /** Absent where the generator gave finished text. */
  readonly template?: {
    readonly name: string;
    readonly line: number;
    readonly text: string;
    readonly words: readonly string[];
  };
  /** Place in the blueprint of the nearest item around the line that has one. */
  readonly at?: Origin;
}

/** Explains a line of a file as the plan has it now; a line that a person has written since has no explanation. */
export async function explainLine(
  generators: readonly Generator[],
  design: Design,
  path: string,
  line = 1,
  renderer: Renderer = createRenderer(),
): Promise<Explanation> {
  const plan = await openPlan(generators, design, renderer);
  const one = plan.collected.find(({ request }) => request.path === path);
  if (!one) throw new BlueprintError('NOT_GENERATED', `${path} is not a file that this blueprint generates.`);
  const request = await finish(one.request, plan);
  const trace = 'template' in request ? renderer.trace(request.template, request.words) : undefined;
  const rendered = trace?.text ?? ('text' in request ? request.text : '');
  const formatted = await formatRequest(request, rendered);
  const text = 'text' in formatted ? formatted.text : rendered;
  const lines = text.split('\n');
  if (line < 1 || line > lines.length) {
    throw new BlueprintError('NO_SUCH_LINE', `${path} has ${lines.length - 1} lines, so there is no line ${line}.`);
  }
  const source = trace?.lines[alignLines(rendered, text)[line - 1] ?? 0];
  const at = source?.at ?? request.at;
  return {
    path,
    line,
    text: lines[line - 1] ?? '',
    generator: one.generator,
    ...(source && {
      template: { name: source.template, line: source.line, ...renderer.line(source.template, source.line) },
    }),
    ...(at && { at }),
  };
}
