import type { Design } from '../design/model.js';
import { derivedText } from './derive.js';
import type { DerivedRequest, FilePlan, Generator, PlannedFile, TemplateRequest, TextRequest } from './model.js';
import type { SyntaxFault } from '../render/format.js';
import { createRenderer, type Renderer } from '../render/renderer.js';
import { TemplateError } from '../render/template-error.js';
import { byCodePoint } from '../text/order.js';
import { collectRequests, type CollectedRequest } from './collect.js';
import { formatRequest } from './format-request.js';

/** Everything that would be on disk, rendered and formatted. Nothing is written; a single fault anywhere means no plan at all. */
export async function buildPlan(
  generators: readonly Generator[],
  design: Design,
  renderer: Renderer = createRenderer(),
): Promise<FilePlan> {
  const collected = await collectRequests(generators, design);
  const derived = collected.filter(isDerived);
  const direct = collected.filter((one): one is Collected<TemplateRequest | TextRequest> => !isDerived(one));
  const plan = (one: Collected<TemplateRequest | TextRequest>) => planFile(one, renderer);
  // What others are made from comes first: making them, on another thread, and rendering the rest go on side by side.
  const sources = new Set(derived.map(({ request }) => request.from));
  const files = await Promise.all(direct.filter(({ request }) => sources.has(request.path)).map(plan));
  const contents = new Map(files.map((file) => [file.path, file.contents]));
  const derivations = derived.map(async ({ generator, request }) => {
    const text = await derivedText(request, contents.get(request.from));
    return plan({ generator, request: { ...request, text } });
  });
  // A failure of the rest is reported first; this one would otherwise be nobody's in the meantime.
  for (const derivation of derivations) derivation.catch(() => undefined);
  const rest = direct.filter(({ request }) => !sources.has(request.path));
  for (let start = 0; start < rest.length; start += batchSize) {
    files.push(...(await Promise.all(rest.slice(start, start + batchSize).map(plan))));
  }
  files.push(...(await Promise.all(derivations)));
  return { files: files.sort((a, b) => byCodePoint(a.path, b.path)) };
}

type Collected<Request> = CollectedRequest & { readonly request: Request };

function isDerived(one: CollectedRequest): one is Collected<DerivedRequest> {
  return 'derive' in one.request;
}

/** Files formatted at a time: enough to keep every core busy, few enough to keep only the results in memory. */
const batchSize = 64;

async function planFile(
  { generator, request }: Collected<TemplateRequest | TextRequest>,
  renderer: Renderer,
): Promise<PlannedFile> {
  const text = renderRequest(request, renderer);
  const result = await formatRequest(request, text);
  if ('fault' in result) throw syntaxError(request, result.fault, renderer);
  return {
    path: request.path,
    contents: result.text,
    ownership: request.ownership ?? 'managed',
    executable: request.executable ?? false,
    generator,
    ...('template' in request && { template: request.template }),
  };
}

function renderRequest(request: TemplateRequest | TextRequest, renderer: Renderer): string {
  return 'text' in request ? request.text : renderer.render(request.template, request.words);
}

/** Names the template line that printed the slip. */
function syntaxError(request: TemplateRequest | TextRequest, fault: SyntaxFault, renderer: Renderer): Error {
  const reason = `does not parse where it prints line ${fault.line} of ${request.path}: ${fault.message}`;
  if ('text' in request)
    return new Error(`The finished text of ${request.path} does not parse at line ${fault.line}: ${fault.message}`);
  const source = renderer.trace(request.template, request.words).lines[fault.line - 1];
  return new TemplateError(source?.template ?? request.template, source?.line, reason);
}
