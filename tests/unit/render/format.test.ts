import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { format as prettier } from 'prettier';
import { describe, expect, it } from 'vitest';

import { formatOptionsOf, formatText } from '../../../src/render/format.js';
import { packageRoot } from '../../../src/render/load.js';

async function formatted(name: string, text: string): Promise<string> {
  const result = await formatText(name, text);
  if ('fault' in result) throw new Error(`${name}:${result.fault.line} ${result.fault.message}`);
  return result.text;
}

/** Forms in which formatters differ most easily. */
const samples: Record<string, string> = {
  'decorators.ts': `@Controller("orders") export class A { constructor(private readonly a: A, readonly b: B) {}
    @Get(":id") @RequirePermission('x') async get(@CurrentActor() actor: Actor, @Param('id', { schema: id }) orderId: string): Promise<OrderView> { return this.a.get(actor, orderId) } }`,
  'unions.ts': `type Long = { readonly state: 'done' } | { readonly state: 'off' } | { readonly state: 'skipped'; readonly because: string };
    type Words = 'aaaaaaaaaaaaaaaaaaaaaaaa' | 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbb' | 'cccccccccccccccccccccccccccc' | 'dddddddddddddddddddd' | 'e';
    export type Both = A & ({ readonly spec: string; readonly count: number } | { readonly spec?: undefined; readonly preset: Preset });
    interface I { value: { readonly spec: string; readonly other: number } | { readonly spec?: undefined; readonly preset: Presettttttttttt }
      call(x: ((outerValue: Value, innerValue: Observed, outerIndex: number, innerIndex: number, more: string) => Result) | number): void }`,
  'chains.ts': `export const x = z.object({ a: z.string().min(1).max(200).regex(/^[a-z]+$/, "lower case").optional(), b: z.array(z.object({ c: z.int() })).max(3) }).strict()
    const rows = await tx.order.findMany({ where: { ...visibleTo(actor), status: query.status }, orderBy: [{ createdAt: "desc" }, { id: 'desc' }], take: query.limit + 1 });
    const y = items.filter(i => i.active).map((i) => i.name).join(", "); const long = someCondition ? firstAlternative(withArguments, andMore) : secondAlternative(withOther, arguments, toWrapIt, again);`,
  'strings.ts': `const a = 'it\\'s', b = "say \\"hi\\"", c = \`a \${ b } c\`, d = 'both \\' and "';\nthrow new Error(\`Order \${id} of \${ customer.name.toUpperCase() } does not exist in the organization \${organization}, or was deleted\`)`,
  'comments.ts': `/** One.\n   *  Two. */\nexport function f( /* in */ a: string, // why\n b = 1 ) { // end\n return a // x\n }\n\n\n\n// last`,
  'config.mjs': `export default [ { files: ["**/*.ts"], rules: { 'a/b': ["error", { x: 1 }], eqeqeq: "error" } }, ]`,
  'package.json': `{"name":"a","type":"module","scripts":{"b":"c"},"workspaces":["apps/*","packages/*"],"files":[],"exports":{"./*":{"types":"./dist/*.d.ts","default":"./dist/*.js"}}}`,
  'tsconfig.json': `{ "compilerOptions": { "strict": true, "lib": ["ES2023"] }, "references": [{ "path": "packages/core" }, { "path": "packages/common" }, { "path": "packages/database" }, { "path": "apps/api" }] }`,
  'ci.yml': `name:   ci\non:\n  push: { branches: [ main ] }\njobs:\n  test:\n    runs-on: "ubuntu-latest"\n    env:\n        A:   \${{ secrets.A }}\n    steps:\n    - uses: actions/checkout@v5\n    - run: |\n        npm ci\n        npm test   \n\n\n    # why\n    - { name: 'it''s', run: "echo \\"x\\"" }\n`,
  'compose.yaml': `services:\n    db:\n        image: postgres:18\n        command: ["postgres", "-c", "max_connections=100"]\n        healthcheck:\n            test: [ "CMD-SHELL", "pg_isready -U postgres -d a_rather_long_database_name -h localhost -p 5432 || exit 1 && echo never" ]\n---\nx: >-\n  folded\n  text\n`,
  'README.md': `Title\n=====\n\n* one\n* two\n    * three\n\n1) a\n2) b\n\n| a | long header |\n|--|:-:|\n| \`x|y\` | 1 |\n\n\`\`\`ts\nconst a = {"b":1}\n\`\`\`\n\n\`\`\`bash\nnpm  install\n\`\`\`\n\n\`\`\`json\n{"a":1}\n\`\`\`\n\n\`\`\`yaml\na:   [1,2]\n\`\`\`\n\n<details><summary>x</summary>\n\ntext with *emphasis*, __strong__, \\* and snake_case\n\n</details>\n***\n`,
};

describe('what is formatted here passes the generated repository’s own format check', () => {
  it.each(Object.entries(samples))('%s', async (name, text) => {
    const ours = await formatted(name, text);
    expect(ours).toBe(await prettier(text, { ...formatOptionsOf(name), filepath: name }));
    expect(await formatted(name, ours)).toBe(ours);
  });

  it('on the sources of this package', async () => {
    const names = ['src', 'generators'].flatMap((folder) =>
      readdirSync(path.join(packageRoot, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /(?<!\.d)\.ts$/.test(name) && !name.includes('fixtures'))
        .map((name) => path.join(packageRoot, folder, name)),
    );
    expect(names.length).toBeGreaterThan(50);
    for (const name of names) {
      // Longer lines than the formatter's make it break every one of them anew.
      const text = readFileSync(name, 'utf8').replaceAll(/([,{(])\n +(?=[\w'"{])/g, '$1 ');
      expect(await formatted(name, text), name).toBe(
        await prettier(text, { ...formatOptionsOf(name), filepath: name }),
      );
    }
  });
});

describe('a language without a formatter', () => {
  it.each([
    ['schema.prisma', 'model A {  \n  id Int\t\n}\n\n\n', 'model A {\n  id Int\n}\n'],
    ['migration.sql', '\n\r\nSELECT 1;\r\nSELECT 2;', 'SELECT 1;\nSELECT 2;\n'],
    ['.env.example', 'A=1\n', 'A=1\n'],
    ['Dockerfile', '', ''],
  ])('gets clean line ends: %s', async (name, text, want) => {
    expect(await formatText(name, text)).toEqual({ text: want });
  });
});

describe('a slip of syntax', () => {
  it.each([
    ['a.ts', '// é ü 漢字\nconst a = 1;\nconst b = ;\n', 3],
    ['a.json', '{\n  "a": 1\n  "b": 2\n}', 3],
    ['a.yml', 'a: 1\nb: [1\nc: 2\n', 3],
    ['a.mjs', 'const a = `x`;\nclass {\n', 3],
    ['ci.yml', 'on: push\nenv: { A: ${{ secrets.A }} }\n', 2],
  ])('in %s is reported with its line', async (name, text, line) => {
    expect(await formatText(name, text)).toMatchObject({ fault: { line } });
  });
});
