import type { QuotableFiles } from '../render/excerpt.js';
import type { FileRequest, PageRequest, TemplateRequest, TextRequest } from './model.js';

/** The request with everything it takes from other files: what is derived has its text, and a page has its words. */
export async function finish(request: FileRequest, repository: QuotableFiles): Promise<TemplateRequest | TextRequest> {
  if ('derive' in request) {
    if (!repository.paths.includes(request.from))
      throw new Error(`${request.path} is made from ${request.from}, which is not in the plan.`);
    return { ...request, text: await request.derive(await repository.read(request.from)) };
  }
  return isPage(request) ? { ...request, words: await request.words(repository) } : request;
}

/** Whether its words are taken from other files. */
export function isPage(request: FileRequest): request is PageRequest {
  return 'words' in request && typeof request.words === 'function';
}
