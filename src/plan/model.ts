import type { Position } from '../blueprint/diagnostic.js';
import type { Design } from '../design/model.js';
import type { QuotableFiles } from '../render/excerpt.js';
import type { View } from '../render/view.js';
import type { z } from 'zod';

/**
 * Who owns a file: `managed` is merged on update (the default), `once` is written if absent and then the user's,
 * `derived` is always rewritten and says so in its header.
 */
export type Ownership = 'managed' | 'once' | 'derived';

/** A file that a generator asks for: a template with its words, finished text, something made from another file, or a page about files. */
export type FileRequest = TemplateRequest | TextRequest | DerivedRequest | PageRequest;

interface RequestBase {
  /** Relative to the repository, with `/`. */
  readonly path: string;
  readonly ownership?: Ownership;
  readonly executable?: boolean;
  /** The item of the blueprint that asks for the file. */
  readonly at?: Position;
}
export interface TemplateRequest extends RequestBase {
  readonly template: string;
  readonly view: View;
  readonly words: object;
}
export interface TextRequest extends RequestBase {
  readonly text: string;
  /** The user's own text: written byte for byte, neither formatted nor checked. */
  readonly verbatim?: boolean;
}
/** Made from another file of the plan as it will be on disk, e.g. the first migration from the schema it leads to. */
export interface DerivedRequest extends RequestBase {
  /** Path of the other file, which is not derived itself. */
  readonly from: string;
  derive(contents: string): Promise<string>;
}

/** A template whose words quote other files of the plan as they will be on disk. */
export interface PageRequest extends RequestBase {
  readonly template: string;
  readonly view: View;
  words(files: QuotableFiles): Promise<object>;
}

/** Typed constructor of a page request: what `words` resolves to must satisfy the view's schema. */
export function page<Schema extends z.ZodObject>(
  view: View<Schema>,
  template: string,
  path: string,
  words: (files: QuotableFiles) => Promise<z.input<Schema>> | z.input<Schema>,
  options: Omit<RequestBase, 'path'> = {},
): PageRequest {
  return { ...options, path, template, view, words: async (files) => words(files) };
}

/** Typed constructor of a template request: `words` must satisfy the view's schema. */
export function fromTemplate<Schema extends z.ZodObject>(
  view: View<Schema>,
  template: string,
  path: string,
  words: z.input<Schema>,
  options: Omit<RequestBase, 'path'> = {},
): TemplateRequest {
  return { ...options, path, template, view, words };
}

/** Which files exist. One generator, one file in `generators/`, one line in its list. */
export interface Generator {
  readonly id: string;
  readonly description: string;
  /** Pure, apart from the migration engine's promise. */
  files(design: Design): readonly FileRequest[] | Promise<readonly FileRequest[]>;
}

/** One file as it would be on disk. */
export interface PlannedFile {
  readonly path: string;
  readonly contents: string;
  readonly ownership: Ownership;
  readonly executable: boolean;
  /** Id of the generator, and the template where there is one. */
  readonly generator: string;
  readonly template?: string;
}

/** What would be on disk: paths unique, sorted, inside the root. */
export interface FilePlan {
  readonly files: readonly PlannedFile[];
}
