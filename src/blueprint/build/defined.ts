type Defined<Source> = { [Key in keyof Source]: Exclude<Source[Key], undefined> };

/** An optional key that was not given is absent, not `undefined`. */
export function withoutUndefined<Source extends object>(source: Source): Defined<Source> {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined)) as Defined<Source>;
}
