import type { DerivedRequest } from './model.js';

/** Text of a file that is made from another, given what that one holds. */
export function derivedText(request: DerivedRequest, contents: string | undefined): Promise<string> {
  if (contents === undefined) {
    throw new Error(`${request.path} is made from ${request.from}, which is not in the plan or is derived itself.`);
  }
  return request.derive(contents);
}
