import ts from 'typescript';

/** The parser keeps its complaints here; the compiler's public functions would also check or emit the file, which takes far longer. */
interface Parsed extends ts.SourceFile {
  readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[];
}

/** Complaints of the TypeScript parser about a text, `path:line message`. */
export function syntaxErrors(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023) as Parsed;
  return file.parseDiagnostics.map(({ start, messageText }) => {
    const line = file.getLineAndCharacterOfPosition(start).line + 1;
    return `${path}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
