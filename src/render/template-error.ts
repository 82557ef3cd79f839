/** A template and its words do not fit, or what was rendered does not parse. Always our own mistake, never the blueprint's. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  constructor(
    /** Below `templates/`. */
    readonly template: string,
    /** 1-based; absent when the whole template is meant. */
    readonly line: number | undefined,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`templates/${template}${line === undefined ? '' : `:${line}`} ${reason}`, options);
  }
}
