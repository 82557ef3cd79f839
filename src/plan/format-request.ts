import { formatText, type Formatted } from '../render/format.js';
import type { FileRequest } from './model.js';

/** The text of a request as it will be on disk. */
export async function formatRequest(request: FileRequest, text: string): Promise<Formatted> {
  return 'text' in request && request.verbatim ? { text } : formatText(request.path, text);
}
