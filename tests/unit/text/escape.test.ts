import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { parseEnv } from 'node:util';
import * as prettierModule from 'prettier';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';

import { formatText } from '../../../src/render/format.js';
import * as escape from '../../../src/text/escape.js';
import { fragments, hostile } from '../../support/hostile-text.js';

/** The same among any characters at all, halves of surrogate pairs too. */
const anything = fc
  .array(fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 8 })
  .map((parts) => parts.join(''));

function always(holds: (text: string) => void): void {
  fc.assert(
    fc.property(anything, (text) => {
      holds(text);
    }),
    { numRuns: 2000 },
  );
}

async function formatted(path: string, text: string): Promise<string> {
  const result = await formatText(path, text);
  if ('fault' in result) throw new Error(`${result.fault.message}\n${text}`);
  return result.text;
}

/** The only statement of a source, which must parse without a complaint. */
function parsed(source: string): ts.SourceFile {
  const file = ts.createSourceFile('a.ts', source, ts.ScriptTarget.ES2023, true);
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: readonly ts.Diagnostic[] };
  expect(parseDiagnostics.map(({ messageText }) => messageText)).toEqual([]);
  return file;
}

describe('visible', () => {
  it('has no character that cannot be seen, and no line end but one', () => {
    always((text) => {
      expect(escape.visible(text)).not.toMatch(
        /[\r\t\0\u2028\u2029\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFDD0-\uFDEF]|\p{Cs}/u,
      );
      expect(escape.oneLine(text)).not.toContain('\n');
    });
  });

  it('leaves what people write alone', () => {
    const text = 'Größe “M” – naïve café, 漢字, Ω, 😀, 100 % (a/b) & c';
    expect(escape.visible(text)).toBe(text);
  });
});

describe('a TypeScript string', () => {
  it('is one literal of the same text', () => {
    always((text) => {
      const literal = escape.tsString(text);
      const [statement] = parsed(`const a = ${literal};`).statements;
      const value =
        ts.isVariableStatement(statement as ts.Node) &&
        (statement as ts.VariableStatement).declarationList.declarations[0]?.initializer;
      expect(value && ts.isStringLiteral(value) && value.text).toBe(escape.visible(text));
    });
  });

  it('has the quotes that Prettier would choose', async () => {
    const source = fc
      .sample(hostile, { numRuns: 300, seed: 7 })
      .map((text, index) => `const a${index} = ${escape.tsString(text)};\n`)
      .join('');
    expect(await prettierModule.format(source, { parser: 'typescript', singleQuote: true, printWidth: 120 })).toBe(
      source,
    );
  });
});

describe('a comment', () => {
  it('ends where it should and gives no orders', () => {
    always((text) => {
      const words = escape.comment(text);
      const source = `// ${words}\n/** ${words} */\n/* ${words} */\nconst a = 1;\n// ${words}`;
      expect(parsed(source).statements).toHaveLength(1);
      expect(words).not.toMatch(/^@|^eslint|^prettier|^\/|\n/i);
    });
  });
});

describe('YAML and JSON strings', () => {
  it('are scalars of the same text, before and after formatting', async () => {
    const texts = fc.sample(hostile, { numRuns: 400, seed: 11 });
    const yaml = texts.map((text) => `- ${escape.yamlString(text)}\n- key: ${escape.yamlString(text)}`).join('\n');
    const json = `[${texts.map((text) => escape.jsonString(text)).join(',')}]`;
    const want = texts.map((text) => escape.visible(text));
    for (const source of [yaml, await formatted('a.yaml', yaml)]) {
      expect(parseYaml(source)).toEqual(want.flatMap((text) => [text, { key: text }]));
    }
    for (const source of [json, await formatted('a.json', json)]) expect(JSON.parse(source)).toEqual(want);
    expect(await formatted('a.yaml', yaml)).toBe(
      await prettierModule.format(yaml, { parser: 'yaml', singleQuote: true, printWidth: 120 }),
    );
  });
});

describe('a Prisma string', () => {
  it('has no line end and no open quote', () => {
    always((text) => expect(escape.prismaString(text)).toMatch(/^"(?:[^"\\\n]|\\.)*"$/));
  });
});

/** Prettier's parsers, which it keeps for its own tests. */
const { __debug: internals } = prettierModule as unknown as {
  __debug: { parse(text: string, options: object): Promise<{ ast: MarkdownNode }> };
};

/** Kinds of nodes of a Markdown text, and the words a reader sees. */
async function read(markdown: string): Promise<{ kinds: Set<string>; words: string }> {
  const { ast } = await internals.parse(markdown, { parser: 'markdown' });
  const kinds = new Set<string>();
  let words = '';
  const walk = (node: MarkdownNode): void => {
    kinds.add(node.type);
    words += node.value ?? '';
    node.children?.forEach(walk);
  };
  walk(ast);
  return { kinds, words };
}

interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly MarkdownNode[];
}

describe('a Markdown text', () => {
  const texts = fc.sample(hostile, { numRuns: 600, seed: 13 }).filter((text) => escape.oneLine(text) !== '');

  it('is a paragraph of the same words: no link, heading, list, emphasis or HTML', async () => {
    for (const text of texts) {
      const markdown = escape.markdownText(text);
      const { kinds, words } = await read(markdown);
      expect(
        [...kinds].filter(
          (kind) => !['root', 'paragraph', 'sentence', 'word', 'whitespace', 'text', 'inlineCode'].includes(kind),
        ),
        markdown,
      ).toEqual([]);
      expect(words.replaceAll(/\s/g, ''), markdown).toBe(escape.oneLine(text).replaceAll(/\s/g, ''));
    }
  });

  it('reads the same after formatting, and stands in a table', async () => {
    const table = [
      '| a | b |',
      '|---|---|',
      ...texts.map((text) => `| ${escape.markdownTableCell(text)} | x |`),
      '',
    ].join('\n');
    const ours = await formatted('a.md', table);
    expect(ours).toBe(await prettierModule.format(table, { parser: 'markdown' }));
    expect(await formatted('a.md', ours)).toBe(ours);
    expect(
      ours
        .trimEnd()
        .split('\n')
        .filter((line) => !/^\| .* \| [xb-]+ +\|$/.test(line)),
    ).toEqual([]);
    for (const text of texts) {
      const { words } = await read(await formatted('a.md', escape.markdownText(text)));
      expect(words.replaceAll(/\s/g, '')).toBe(escape.oneLine(text).replaceAll(/\s/g, ''));
    }
  });
});

describe('a word of a shell', () => {
  it('is one argument of the same text', () => {
    const texts = fc.sample(hostile, { numRuns: 300, seed: 17 });
    const script = `printf '%s\\n' ${texts.map((text) => escape.shellWord(text)).join(' ')}`;
    const want = texts.map((text) => escape.oneLine(text));
    expect(execFileSync('sh', { input: script, encoding: 'utf8' }).split('\n').slice(0, -1)).toEqual(want);
  });
});

describe('a value of an .env file', () => {
  it('is one value for Node, of the same text but for an apostrophe', () => {
    always((text) => {
      const line = escape.oneLine(text);
      const { A, B } = parseEnv(`A=${escape.envValue(text)}\nB=2\n`) as { A: string; B: string };
      expect([A.replaceAll('’', "'"), B]).toEqual([line.replaceAll('’', "'"), '2']);
    });
  });
});

describe('a quoted value', () => {
  it.each([
    ['of a Dockerfile', escape.dockerfile, /^"(?:[^"\\$\n]|\\[\\"$])*"$/],
    ['of a Mermaid label', escape.mermaidLabel, /^"(?:[^"#<>&`%\n]|#\w+;)*"$/],
  ])('%s cannot end early or begin something', (_, quote, form) => {
    always((text) => expect(quote(text)).toMatch(form));
  });
});
