/** A text, number, boolean or null as YAML 1.2 on one line: plain where nothing speaks against it, else in the quotes that need fewest escapes. */
export function scalar(value: unknown, isInFlow: boolean): string {
  if (typeof value !== 'string') return Object.is(value, -0) ? '-0' : String(value);
  return (isInFlow ? isPlainInFlow(value) : isPlain(value)) ? value : quoted(value);
}

/** A key of a map; `on` and `y` are names like any other. */
export function scalarKey(key: string): string {
  return /^[A-Za-z][\w.-]*$/.test(key) && !/^(?:null|true|false)$/i.test(key) ? key : quoted(key);
}

/** Whether a text would need quotes on a line with braces, and none on a line of its own. */
export function isBetterInBlock(value: unknown): boolean {
  return typeof value === 'string' && isPlain(value) && !isPlainInFlow(value);
}

/**
 * A scalar in block style as the lines it takes: the first stands behind its key, the others are indented. A text of several lines is
 * a literal where YAML can hold it as it is; a long one is folded between words.
 */
export function scalarLines(value: unknown, start: string, indent: number, width: number): string[] {
  const margin = ' '.repeat(indent);
  if (typeof value === 'string' && isLiteral(value)) {
    return [`${start} |-`, ...value.split('\n').map((line) => (line === '' ? '' : `${margin}${line}`))];
  }
  const [first = '', ...rest] = folded(scalar(value, false), width, start.length + 1, indent);
  return [`${start} ${first}`, ...rest.map((line) => `${margin}${line}`)];
}

/** Breaks at single spaces before words that begin with no sign, so that no line can be taken for something else. */
function folded(text: string, width: number, start: number, indent: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/(?<=[^\s\\]) (?=[^\s!-'*-/:-@[-`{-~])/)) {
    const before = lines.length === 0 ? start : indent;
    if (line !== '' && before + line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

/** Anything that an editor shows as nothing, as something else, or not where it stands. */
const INVISIBLE =
  /(?!\n)\p{Cc}|\p{Surrogate}|[\xA0\xAD\u061C\u180E\u200B-\u200F\u2028-\u202F\u205F-\u206F\u3164\uFEFF\uFFF0-\uFFFF\u{E0000}-\u{E0FFF}]/u;

/** What YAML 1.2 or 1.1 takes for nothing, a boolean, a number, a time or a date. */
const OTHER_TYPE = new RegExp(
  [
    '~|null|true|false|yes|no|on|off|y|n',
    String.raw`[-+]?(?:\d[\d_]*\.?[\d_]*|\.\d+)(?:e[-+]?\d+)?|[-+]?\.inf|\.nan`,
    String.raw`[-+]?0(?:x[\da-f_]+|o?[0-7_]+|b[01_]+)`,
    String.raw`[-+]?\d+(?::\d+)+(?:\.\d*)?|\d{4}-\d+-\d+.*`,
  ]
    .map((form) => `^(?:${form})$`)
    .join('|'),
  'i',
);

const FIRST_SIGN = /^[-?:,[\]{}#&*!|>@%'"`<=]/;

function isPlain(text: string): boolean {
  if (text === '' || text.trim() !== text || text.includes('\n') || INVISIBLE.test(text)) return false;
  return !FIRST_SIGN.test(text) && !OTHER_TYPE.test(text) && !/:(?:\s|$)|\s#/.test(text) && !isUnbalanced(text);
}

const isPlainInFlow = (text: string): boolean => isPlain(text) && !/[,[\]{}]/.test(text);

/** Lines that hold nothing which a literal would lose or misread. */
function isLiteral(text: string): boolean {
  if (!text.includes('\n') || isUnbalanced(text)) return false;
  return text.split('\n').every((line, at, lines) => {
    if (line === '') return at > 0 && at < lines.length - 1;
    return !INVISIBLE.test(line) && /^[^\s].*$/u.test(line) && line.trimEnd() === line && !/^[-?:]\s/.test(line);
  });
}

function quoted(text: string): string {
  const isEscaped = text.includes('\n') || INVISIBLE.test(text) || isUnbalanced(text);
  if (!isEscaped && (text.includes('"') || !text.includes("'"))) return `'${text.replaceAll("'", "''")}'`;
  const opened = isUnbalanced(text) ? /["\\[{]/g : /["\\]/g;
  const escaped = text.replace(opened, (sign) => (sign === '[' || sign === '{' ? hex(sign) : `\\${sign}`));
  return `"${escaped.replace(new RegExp(`\\n|${INVISIBLE.source}`, 'gu'), escapeOf)}"`;
}

const escapeOf = (character: string): string =>
  ({ '\n': '\\n', '\t': '\\t', '\r': '\\r' })[character] ?? hex(character);

function hex(character: string): string {
  const code = character.codePointAt(0)!.toString(16).toUpperCase();
  if (code.length <= 2) return `\\x${code.padStart(2, '0')}`;
  return code.length <= 4 ? `\\u${code.padStart(4, '0')}` : `\\U${code.padStart(8, '0')}`;
}

/** Brackets that stay open, also in texts, are what the reader counts to refuse a file that is nested without end. */
function isUnbalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '[' || character === '{') depth += 1;
    else if ((character === ']' || character === '}') && depth > 0) depth -= 1;
    if (depth > 8) return true;
  }
  return depth > 0;
}
