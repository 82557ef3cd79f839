/** One word of a field or relation line, with the place it was written at. */
export interface Token {
  readonly kind: 'word' | 'text' | 'sign';
  /** Without its quotes. */
  readonly text: string;
  readonly offset: number;
}

const TOKEN = /\s*(?:"((?:\\"|[^"])*)"|'((?:''|[^'])*)'|(\[\]|[()?,=])|([^\s"'()?,=[\]]+)|(\S))/gy;

/**
 * Splits `string(64) unique pattern "^[A-Z]+$"`. Inside quotes a backslash only escapes the double quote: patterns keep theirs.
 * Returns the offset of a character that fits nowhere.
 */
export function tokensOf(line: string): readonly Token[] | { readonly unreadableAt: number } {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(line); match !== null; match = TOKEN.exec(line)) {
    const [all, double, single, sign, word, other] = match;
    const offset = match.index + all.length - all.trimStart().length;
    if (other !== undefined) return { unreadableAt: offset };
    if (double !== undefined) tokens.push({ kind: 'text', text: double.replaceAll('\\"', '"'), offset });
    else if (single !== undefined) tokens.push({ kind: 'text', text: single.replaceAll("''", "'"), offset });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, offset });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, offset });
  }
  return tokens;
}

/** Walks over the tokens of a line. */
export class Cursor {
  private index = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly length: number,
  ) {}

  get done(): boolean {
    return this.index >= this.tokens.length;
  }

  /** Where the next token stands; the end of the line when there is none. */
  get offset(): number {
    return this.tokens[this.index]?.offset ?? this.length;
  }

  next(): Token | undefined {
    const token = this.tokens[this.index];
    if (token) this.index += 1;
    return token;
  }

  /** Takes the next token if it is this sign. */
  takes(sign: string): boolean {
    const token = this.tokens[this.index];
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    this.index += 1;
    return true;
  }

  /** Takes the next token if it is a word that the pattern matches. */
  takesWord(pattern: RegExp): string | undefined {
    const token = this.tokens[this.index];
    if (token?.kind !== 'word' || !pattern.test(token.text)) return undefined;
    this.index += 1;
    return token.text;
  }
}
