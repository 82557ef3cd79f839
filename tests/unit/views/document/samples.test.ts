import { describe, expect, it } from 'vitest';

import { designRepository, readSource } from '../../../../src/pipeline.js';
import type { Design } from '../../../../src/design/model.js';
import type { SampleStory } from '../../../../src/views/document/samples/model.js';
import { sampleLogLine } from '../../../../src/views/document/samples/log-line.js';
import { documentSpecWords } from '../../../../src/views/document/samples/spec.js';
import { printRequest, printResponse } from '../../../../src/views/document/samples/print.js';
import { sampleStory } from '../../../../src/views/document/samples/story.js';
import { subjectOf } from '../../../../src/views/document/samples/subject.js';
import { aShopDesign } from '../../../support/blueprints.js';

const examples = ['ecommerce', 'minimal', 'crm'];

async function exampleDesign(name: string): Promise<Design> {
  return designRepository(await readSource(`examples/${name}/blueprint.yaml`)).design;
}

describe('the samples of section 5', () => {
  it.each(examples)('ask only for endpoints of %s, and promise the status that these answer with', async (name) => {
    const design = await exampleDesign(name);

    const wrong = sampleStory(design).exchanges.filter(({ request, response }) => {
      const endpoint = design.endpoints.find(
        ({ method, path }) => method === request.method && fits(path, request.path),
      );
      return !endpoint || (response.status < 300 && response.status !== endpoint.status);
    });

    expect(wrong).toEqual([]);
  });

  it.each(examples)('use what the server of %s makes only after an answer has brought it', async (name) => {
    expect(usedTooEarly(sampleStory(await exampleDesign(name)))).toEqual([]);
  });

  it.each(examples)('tell each request of %s apart by its correlation id', async (name) => {
    const ids = sampleStory(await exampleDesign(name)).exchanges.map(({ id }) => `sample-${id}`);

    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[A-Za-z0-9._-]{8,128}$/.test(id))).toEqual([]);
  });

  it('are about what shows most and needs the fewest others', () => {
    const shop = aShopDesign(`
Country:
  tenancy: global
  fields: { code: string(2) unique }
Address:
  fields: { street: string(80) }
  relations: { country: Country }
Order:
  fields:
    note: string(80)
    status: enum(open, paid) = open
  relations:
    address: Address
  lifecycle:
    pay: open -> paid
Guest:
  fields:
    nick: string(20)
    status: enum(new, known) = new
  lifecycle:
    greet: new -> known
`);

    expect(subjectOf(shop)?.entity.entity.name).toBe('Guest');
    expect(subjectOf(shop)?.action?.name).toBe('greet');
  });

  it('create first what the subject cannot do without', () => {
    const shop = aShopDesign(`
Shelf:
  fields: { label: string(20) unique }
Book:
  fields:
    title: string(80)
    status: enum(there, lent) = there
  relations:
    shelf: Shelf
  lifecycle:
    lend: there -> lent
    giveBack: lent -> there
  list: { filter: [status, shelf], sort: [title] }
`);

    const asked = sampleStory(shop).exchanges.map(({ request: { method, path } }) => `${method} ${path.split('?')[0]}`);

    expect(asked.indexOf('POST /api/v1/shelves')).toBeGreaterThan(0);
    expect(asked.indexOf('POST /api/v1/shelves')).toBeLessThan(asked.indexOf('POST /api/v1/books'));
  });

  it('look up what the subject names and clients do not make', () => {
    const shop = aShopDesign(`
Country:
  tenancy: global
  fields: { code: string(2) unique }
Site:
  fields: { name: string(80) }
  relations: { country: Country, keeper: User }
`);

    const asked = sampleStory(shop).exchanges.map(({ id }) => id);

    expect(asked.slice(0, 4)).toEqual(['sign-in-robin', 'list-users', 'list-countries', 'create-site']);
    expect(documentSpecWords(shop).shared).toEqual([{ One: 'Country', fileOne: 'country' }]);
  });

  it('tell of the account alone where clients create nothing', () => {
    const shop = aShopDesign(`
Country:
  tenancy: global
  fields: { code: string(2) unique }
`);

    expect(sampleStory(shop).exchanges.map(({ id }) => id)).toEqual(['sign-in-robin', 'without-token']);
  });

  it('do without another organization where there is one only', () => {
    const shop = aShopDesign('Guest:\n  fields: { nick: string(20) }', 'tenancy: single\n');

    expect(sampleStory(shop).exchanges.map(({ id }) => id)).not.toContain('sign-in-kim');
  });

  it('are written as they go over the wire', () => {
    const shop = aShopDesign('Guest:\n  fields: { nick: string(20) }');
    const created = sampleStory(shop).exchanges.find(({ id }) => id === 'create-guest');
    if (!created) throw new Error('No guest is created.');

    expect(printRequest(created)).toMatch(
      /^POST \/api\/v1\/guests HTTP\/1\.1\nHost: localhost:3000\nAuthorization: Bearer \S+\n.*\n\n\{\n {2}"nick"/s,
    );
    expect(printResponse(created)).toMatch(/^HTTP\/1\.1 201 Created\n.*^Location: \/api\/v1\/guests\/[\w-]{36}$/ms);
  });
});

describe('the sample log line', () => {
  it('tells of the answer to a sample, by the template of its route', async () => {
    const design = await exampleDesign('ecommerce');
    const line = JSON.parse(sampleLogLine(design).line) as Record<string, unknown>;
    const sample = sampleStory(design).exchanges.find(({ id }) => `sample-${id}` === line.correlationId);

    expect(line).toMatchObject({ method: 'GET', status: 200, level: 'info', msg: 'request answered' });
    expect(design.endpoints.map(({ path }) => path)).toContain(line.route);
    expect(sample?.response.body).toMatchObject({ createdBy: line.userId });
  });
});

function fits(template: string, path: string): boolean {
  const [asked = ''] = path.split('?');
  return new RegExp(`^${template.replaceAll(/:\w+/g, '[\\w-]{36}')}$`).test(asked);
}

/** Made values in a request before any answer held them. */
function usedTooEarly({ exchanges, made }: SampleStory): string[] {
  let seen = '';
  return exchanges.flatMap((exchange) => {
    const request = printRequest(exchange);
    const early = made.filter(({ sample }) => request.includes(sample) && !seen.includes(sample));
    seen += printResponse(exchange);
    return early.map(({ sample }) => `${exchange.id}: ${sample}`);
  });
}
