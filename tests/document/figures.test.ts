import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/render/load.js';
import { figuresOf, unexplainedFigures, unlabelledFigures } from '../support/document-checks/figures.js';
import { documentOf, EXAMPLES, sectionOf, type World } from '../support/documents.js';
import { ROWS } from '../support/requirement-rows.js';
import { parsePage, textsOf } from '../support/markdown.js';

describe.each(EXAMPLES)('every figure in the document of %s', (example) => {
  let world: World;
  beforeAll(async () => {
    world = await documentOf(example);
  }, 60_000);

  it('is the value of a fact, a constant, a default or a count', async () => {
    expect(await unexplainedFigures(world)).toEqual([]);
  });

  it('says in the overview how it is known', () => {
    const overview = sectionOf(world, 0);
    expect(overview ? unlabelledFigures(overview) : ['there is no overview']).toEqual([]);
  });
});

function filesBelow(folder: string, ending: string): { name: string; text: string }[] {
  return readdirSync(path.join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(path.join(packageRoot, folder, name), 'utf8') }));
}

describe('no figure is typed by hand', () => {
  it('in the templates of the document', () => {
    const typed = filesBelow('templates/document', '.hbs').flatMap(({ name, text }) =>
      textsOf(parsePage(name, text.replaceAll(/\{\{[^}]*\}\}/g, '·'))).flatMap(({ text: said, line }) =>
        typedFigures(said).map((figure) => `${name}:${line} ${figure} in: ${said.slice(0, 120)}`),
      ),
    );
    expect(typed).toEqual([]);
  });

  it('in the words of the views', () => {
    const typed = filesBelow('src/views/document', '.ts').flatMap(({ name, text }) => {
      const source = ts.createSourceFile(name, text, ts.ScriptTarget.ES2023, true);
      return wordsOf(source).flatMap(({ said, line }) =>
        typedFigures(said).map((figure) => `${name}:${line} ${figure} in: ${said}`),
      );
    });
    expect(typed).toEqual([]);
  });
});

/** But for numbers of headings, and the months that the stages and horizons are called after. */
function typedFigures(said: string): string[] {
  const rows = new Set(ROWS.map((row) => row.number));
  const isStage = (figure: string): boolean => /\bmonths\b/.test(said) && ['3', '12', '36'].includes(figure);
  const isHeading = (figure: string): boolean => rows.has(figure) || said.startsWith(`${figure}.·`);
  return figuresOf(said).filter((figure) => !isStage(figure) && !isHeading(figure));
}

/** Texts that are words: string literals and the fixed parts of templates that hold a blank. */
function wordsOf(source: ts.SourceFile): { said: string; line: number }[] {
  const found: { said: string; line: number }[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    // `from:`, `to:` and `cut(…)` name code that is quoted, `message:` a message of zod; `$1` is a part of what was matched.
    if (ts.isCallExpression(node) && node.expression.getText() === 'cut') return;
    if (ts.isPropertyAssignment(node) && /^(?:from|to|message)$/.test(node.name.getText())) return;
    if (ts.isStringLiteralLike(node) && node.text.includes(' ') && !/\$\d/.test(node.text)) add(node, node.text);
    if (ts.isTemplateExpression(node)) {
      add(node, [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('·'));
    }
    ts.forEachChild(node, visit);
  };
  const add = (node: ts.Node, said: string): void => {
    found.push({ said, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
  };
  visit(source);
  return found;
}
