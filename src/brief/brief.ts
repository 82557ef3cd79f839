/** What the customer said, made safe to read: see `clean.ts`. */
export interface Brief {
  /** NFC, without control, bidirectional, zero-width and tag characters; secrets are replaced by `[secret removed]`. */
  readonly text: string;
  /** What its reader calls it: a file, `--brief` or `standard input`. */
  readonly source: string;
  /** What looked like a secret, by kind and place in the text as it came; never the secret itself. */
  readonly secrets: readonly { readonly kind: string; readonly line: number }[];
}

/** A passage of the brief, verbatim: `text.slice(start, end)` is the quote. */
export interface Quote {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
