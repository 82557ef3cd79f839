import type { Design } from '../design/model.js';
import type { QuotableFiles } from '../render/excerpt.js';
import type { SyntaxFault } from '../render/format.js';
import { createRenderer, type Renderer } from '../render/renderer.js';
import { TemplateError } from '../render/template-error.js';
import { byCodePoint } from '../text/order.js';
import { collectRequests, type CollectedRequest } from './collect.js';
import { finish, isPage } from './finish.js';
import { formatRequest } from './format-request.js';
import type { FilePlan, Generator, PlannedFile, TemplateRequest, TextRequest } from './model.js';

/** Everything that would be on disk, rendered and formatted. Nothing is written; a single fault anywhere means no plan at all. */
export async function buildPlan(
  generators: readonly Generator[],
  design: Design,
  renderer: Renderer = createRenderer(),
): Promise<FilePlan> {
  return planOf(await openPlan(generators, design, renderer));
}

/** The same for some of the files; what they quote is rendered as well, and nothing else. */
export async function buildPart(
  generators: readonly Generator[],
  design: Design,
  isWanted: (path: string) => boolean,
  renderer: Renderer = createRenderer(),
): Promise<FilePlan> {
  return planOf(await openPlan(generators, design, renderer), isWanted);
}

/** A plan that renders each file once, when it is first asked for. */
export interface OpenPlan extends QuotableFiles {
  readonly collected: readonly CollectedRequest[];
  file(path: string): Promise<PlannedFile>;
}

export async function openPlan(
  generators: readonly Generator[],
  design: Design,
  renderer: Renderer,
): Promise<OpenPlan> {
  const collected = await collectRequests(generators, design);
  const requests = new Map(collected.map((one) => [one.request.path, one]));
  const files = new Map<string, Promise<PlannedFile>>();

  const plan: OpenPlan = {
    collected,
    paths: [...requests.keys()],
    file: (path) => {
      const known = files.get(path);
      if (known) return known;
      const one = requests.get(path);
      const file = one
        ? planFile(one, plan, renderer)
        : Promise.reject(new Error(`${path} is quoted, and no generator writes it.`));
      files.set(path, file);
      // Whoever asks is told; a file that nobody waits for any more must not end the process.
      file.catch(() => undefined);
      return file;
    },
    read: async (path) => {
      const request = requests.get(path)?.request;
      if (request && isPage(request)) throw new Error(`${path} is a page: pages are not quoted.`);
      return (await plan.file(path)).contents;
    },
  };
  return plan;
}

/** Files formatted at a time: enough to keep every core busy, few enough to keep only the results in memory. */
const batchSize = 64;

async function planOf(plan: OpenPlan, isWanted: (path: string) => boolean = () => true): Promise<FilePlan> {
  const wanted = plan.collected.filter(({ request }) => isWanted(request.path)).map(({ request }) => request);
  // What is made from another file is made on another thread: it is begun first, and the rest is rendered beside it.
  for (const request of wanted) if ('derive' in request) void plan.file(request.path);
  const files: PlannedFile[] = [];
  for (let start = 0; start < wanted.length; start += batchSize) {
    const batch = wanted.slice(start, start + batchSize).filter((request) => !('derive' in request));
    files.push(...(await Promise.all(batch.map(({ path }) => plan.file(path)))));
  }
  const derived = wanted.filter((request) => 'derive' in request);
  files.push(...(await Promise.all(derived.map(({ path }) => plan.file(path)))));
  return { files: files.sort((a, b) => byCodePoint(a.path, b.path)) };
}

async function planFile(
  { generator, request }: CollectedRequest,
  repository: QuotableFiles,
  renderer: Renderer,
): Promise<PlannedFile> {
  const finished = await finish(request, repository);
  const text = 'text' in finished ? finished.text : renderer.render(finished.template, finished.words);
  const result = await formatRequest(finished, text);
  if ('fault' in result) throw syntaxError(finished, result.fault, renderer);
  return {
    path: request.path,
    contents: result.text,
    ownership: request.ownership ?? 'managed',
    executable: request.executable ?? false,
    generator,
    ...('template' in request && { template: request.template }),
  };
}

/** Names the template line that printed the slip. */
function syntaxError(request: TemplateRequest | TextRequest, fault: SyntaxFault, renderer: Renderer): Error {
  const reason = `does not parse where it prints line ${fault.line} of ${request.path}: ${fault.message}`;
  if ('text' in request)
    return new Error(`The finished text of ${request.path} does not parse at line ${fault.line}: ${fault.message}`);
  const source = renderer.trace(request.template, request.words).lines[fault.line - 1];
  return new TemplateError(source?.template ?? request.template, source?.line, reason);
}
