import { describe, expect, it } from 'vitest';

import { generators } from '../../../../generators/index.js';
import type { Design } from '../../../../src/design/model.js';
import { openPlan, type OpenPlan } from '../../../../src/plan/build.js';
import { createRenderer } from '../../../../src/render/renderer.js';
import { errorClassesOf, errorCodesOf } from '../../../../src/views/document/coding-standards/error-codes.js';
import { codingStandardsWords } from '../../../../src/views/document/coding-standards/index.js';
import { aShopDesign } from '../../../support/blueprints.js';

const design = aShopDesign(`
Order:
  fields:
    number: string(20) unique
    total: int
    status: enum(open, closed) = open
  rules: [total >= 0]
  lifecycle: { close: open -> closed }
`);

function planOf(system: Design): Promise<OpenPlan> {
  return openPlan(generators, system, createRenderer());
}

describe('the codes of errors', () => {
  it('are those that the code of the repository declares, each with its status', async () => {
    const plan = await planOf(design);
    const codes = await errorCodesOf(plan);
    const sources = plan.paths.filter(
      (path) => /^(?:apps|packages)\/.*\.ts$/.test(path) && !/\.spec\.ts$|\/test\//.test(path),
    );
    const text = (await Promise.all(sources.map((path) => plan.read(path))))
      .join('\n')
      .replaceAll(/\/\*[\s\S]*?\*\//g, '');
    const declared = [...text.matchAll(/(?:super|new [A-Z]\w+)\(\s*(?:\d{3},\s*'[^']*',\s*)?'([A-Z][A-Z_]{4,})'/g)].map(
      ([, code = '']) => code,
    );
    const known = codes.map(({ code }) => code);
    expect([...new Set(declared)].filter((code) => !known.includes(code))).toEqual([]);
    expect(codes.every(({ status }) => status >= 400 && status < 600)).toBe(true);
  });

  it.each([
    ['ORDER_NOT_FOUND', 404, 'OrderNotFound'],
    ['ORDER_RULE_BROKEN', 422, 'OrderRuleBroken'],
    ['ORDER_NUMBER_TAKEN', 409, 'OrderNumberTaken'],
    ['VALIDATION_FAILED', 400, 'ValidationFailed'],
    ['REQUEST_TIMEOUT', 503, 'Problem'],
    ['SESSION_ENDED', 401, 'Unauthorized'],
    ['RATE_LIMIT_SIGN_IN', 429, 'TooManyRequests'],
  ])('%s is %i, thrown as %s', async (code, status, name) => {
    const codes = await errorCodesOf(await planOf(design));
    expect(codes.find((one) => one.code === code)).toMatchObject({ status, name });
  });

  it('belong to classes with one status each', async () => {
    const classes = await errorClassesOf(await planOf(design));
    expect(classes.map(({ status }) => status)).toEqual([400, 401, 403, 404, 409, 422, 429]);
  });
});

describe('the standards', () => {
  it('name things as this system does', async () => {
    const { names, domainCodes, refused } = await codingStandardsWords(design, await planOf(design));
    expect(names).toContainEqual({ what: 'Route', form: 'kebab-case, plural', here: '`/api/v1/orders`' });
    expect(names).toContainEqual({ what: 'Permission', form: 'context.entity:action', here: '`shop.order:close`' });
    expect(domainCodes.map(({ entity }) => entity)).toEqual(['Order']);
    expect(refused).toContain('apps/api/src/modules/shop must not import from');
  });

  it('hold for a system that nobody can write to', async () => {
    const shared = aShopDesign('Country: { tenancy: global, fields: { code: string(2) unique } }');
    const words = await codingStandardsWords(shared, await planOf(shared));
    expect(words.errorExcerpts.map(({ path }) => path)).not.toContain(undefined);
    expect(words.commentLead).not.toBe('');
  });
});
