/** Turns a model that another tool knows into a blueprint. */
export interface Importer {
  readonly id: string;
  readonly description: string;
  /** Endings of the files it reads, e.g. `.prisma`. */
  readonly extensions: readonly string[];
  /** Pure; a text it cannot read at all is a `BlueprintError`. */
  read(text: string): Imported;
}

export interface Imported {
  /** Text of a `blueprint.yaml`. */
  readonly blueprint: string;
  /** What the blueprint language cannot say, one sentence each, with the line it stood in. */
  readonly lost: readonly { readonly line: number; readonly what: string }[];
}
