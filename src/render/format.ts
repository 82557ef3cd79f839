import { format, type FormatOptions } from 'oxfmt';

import { formatPrisma } from './format-prisma.js';

/** The options of the generated repository's own `.prettierrc.json`: what is written here passes its format check unchanged. */
export const formatOptions = {
  singleQuote: true,
  printWidth: 120,
  trailingComma: 'all',
  sortPackageJson: false,
} as const satisfies FormatOptions;

const formatted = /\.(?:[cm]?[jt]s|json|ya?ml|md)$/;

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
  const { code, errors } = await format(path, text, formatOptions);
  const [error] = errors;
  if (!error) return { text: code };
  const bytesBefore = error.labels[0]?.start ?? 0;
  const line = Buffer.from(text).subarray(0, bytesBefore).toString().split('\n').length;
  return { fault: { message: error.labels[0]?.message ?? error.message, line } };
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
