import { format } from 'oxfmt';
import { parseAllDocuments } from 'yaml';

import { formatPrisma } from './format-prisma.js';
import { joinUnions } from './join-unions.js';

const printWidth = 120;

/** The options of the generated repository's own `.prettierrc.json`: what is written here passes its format check unchanged. */
export function formatOptionsOf(path: string) {
  // Code that a page quotes stays as it is in the file it was cut from.
  const quoted = path.endsWith('.md') && ({ embeddedLanguageFormatting: 'off' } as const);
  return { singleQuote: true, printWidth, trailingComma: 'all', ...quoted } as const;
}

const formatted = /\.(?:[cm]?[jt]s|json|ya?ml|md)$/;
const yaml = /\.ya?ml$/;
const typeScript = /\.[cm]?ts$/;

/** A slip of syntax in what was to be formatted. */
export interface SyntaxFault {
  readonly message: string;
  /** 1-based line of the text that was given. */
  readonly line: number;
}

export type Formatted = { readonly text: string } | { readonly fault: SyntaxFault };

/** Formats a text for the language its path tells; a language without a formatter only gets clean line ends. */
export async function formatText(path: string, text: string): Promise<Formatted> {
  if (path.endsWith('.prisma')) return { text: formatPrisma(cleanLineEnds(text)) };
  if (!formatted.test(path)) return { text: cleanLineEnds(text) };
  const { code, errors } = await format(path, text, {
    ...formatOptionsOf(path),
    // What the formatter does beyond Prettier is switched off.
    sortPackageJson: false,
  });
  const fault = errors[0] ? faultOf(errors[0], text) : yaml.test(path) && yamlFault(text);
  if (fault) return { fault };
  return { text: typeScript.test(path) ? joinUnions(code, printWidth) : code };
}

type FormatError = Awaited<ReturnType<typeof format>>['errors'][number];

/** Positions are counted in bytes. */
function faultOf({ message, labels: [label] }: FormatError, text: string): SyntaxFault {
  const before = Buffer.from(text)
    .subarray(0, label?.start ?? 0)
    .toString();
  return { message: label?.message ?? message, line: before.split('\n').length };
}

/** The formatter lets some broken YAML pass, such as `{ A: ${{ B }} }`. */
function yamlFault(text: string): SyntaxFault | undefined {
  const [error] = parseAllDocuments(text).flatMap(({ errors }) => errors);
  return error && { message: error.message.split('\n')[0] ?? '', line: error.linePos?.[0].line ?? 1 };
}

/** No blank at a line's end, one line feed at the end of the file. An empty file stays empty. */
function cleanLineEnds(text: string): string {
  const clean = text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[ \t]+$/gm, '')
    .replace(/^\n+/, '')
    .replace(/\n+$/, '');
  return clean === '' ? '' : `${clean}\n`;
}
