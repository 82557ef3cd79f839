import { getFileInfo, format } from 'prettier';
import { beforeAll, describe, expect, it } from 'vitest';

import { generators } from '../../generators/index.js';
import { design } from '../../src/design/index.js';
import { PRESETS, presetFile } from '../../src/package.js';
import { checkSource, readSource } from '../../src/pipeline.js';
import { buildPlan, openPlan } from '../../src/plan/build.js';
import { finish } from '../../src/plan/finish.js';
import type { FilePlan, TemplateRequest } from '../../src/plan/model.js';
import { formatOptionsOf } from '../../src/render/format.js';
import { createRenderer } from '../../src/render/renderer.js';

describe.each(PRESETS)('everything that is rendered for %s', (preset) => {
  let requests: readonly TemplateRequest[];
  let plan: FilePlan;

  beforeAll(async () => {
    const { blueprint } = checkSource(await readSource(presetFile(preset)));
    if (!blueprint) throw new Error(`The preset ${preset} has errors.`);
    const facts = design(blueprint);
    const open = await openPlan(generators, facts, createRenderer());
    const finished = await Promise.all(open.collected.map(({ request }) => finish(request, open)));
    requests = finished.filter((request) => 'template' in request);
    plan = await buildPlan(generators, facts);
  });

  it('is made of the words that its view declares, and no others', () => {
    const faults = requests.flatMap(({ path, view, words }) => {
      const { error } = view.schema.strict().safeParse(words);
      return error
        ? [`${path}: ${error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join(', ')}`]
        : [];
    });
    expect(faults).toEqual([]);
  });

  it('is the same text when every line is traced', () => {
    const renderer = createRenderer();
    for (const { template, words } of requests) {
      const { text, lines } = renderer.trace(template, words);
      expect(text).toBe(renderer.render(template, words));
      expect(lines.every((line) => line.line > 0)).toBe(true);
    }
  });

  it('passes the repository’s own format check', { timeout: 120_000 }, async () => {
    const different: string[] = [];
    for (const { path, contents } of plan.files) {
      const { inferredParser } = await getFileInfo(path);
      if (inferredParser === null) continue;
      if ((await format(contents, { ...formatOptionsOf(path), filepath: path })) !== contents) different.push(path);
    }
    expect(different).toEqual([]);
  });

  it('is finished', () => {
    const unfinished = /\b(?:TODO|FIXME|TBD|lorem ipsum)\b|\bplaceholder\b|\bexample\.(?:com|org|net)\b/i;
    const found = plan.files.flatMap(({ path, contents }) =>
      contents
        .split('\n')
        .flatMap((line, index) => (unfinished.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
    );
    expect(found).toEqual([]);
  });
});
