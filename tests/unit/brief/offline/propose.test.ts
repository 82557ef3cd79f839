import { describe, expect, it } from 'vitest';

import { entitiesOf, planOffline } from '../../../support/offline-plans.js';

const none = [] as const;
const planned = async (text: string) => (await planOffline(text, none)).draft;

describe('things that no block knows', () => {
  it.each([
    [
      'Beekeepers log hives and inspections. A hive is active, sick or dead. Each inspection belongs to a hive.',
      {
        Hive: { fields: { name: 'string(160)', status: 'enum(active, sick, dead) = active', notes: 'text?' } },
        Inspection: { fields: { date: 'date', notes: 'text?' }, relations: { hive: 'Hive' } },
      },
    ],
    [
      'We record telescopes. A telescope has a unique name, a weight, a price and a photo. Astronomers record sightings of a telescope.',
      {
        Telescope: {
          fields: {
            name: 'string(160) unique',
            weight: 'decimal(12, 3)? min 0',
            price: 'money min 0',
            photo: 'file?',
            notes: 'text?',
          },
        },
        Sighting: { relations: { telescope: 'Telescope?' } },
      },
    ],
    [
      'Small teams keep lists of tasks. A list has a name that is unique in the team; a task has a title and notes. A task is open or done.',
      {
        Task: {
          fields: { title: 'string(160)', notes: 'text?', status: 'enum(open, done) = open' },
          relations: { list: 'List?' },
        },
        List: { fields: { name: 'string(160) unique', notes: 'text?' } },
      },
    ],
  ])('%s', async (text, want) => {
    const { blueprint } = await planned(text);
    expect(Object.assign({}, ...Object.values(blueprint.contexts).map(({ entities }) => entities))).toMatchObject(want);
  });

  it('are assumptions, each with a question', async () => {
    const { blueprint, provenance, assumptions, openQuestions } = await planned(
      'Beekeepers log hives and inspections. Each hive has inspections.',
    );
    const [context] = Object.values(blueprint.contexts);
    expect(Object.values(context!.entities!).map(({ source }) => source)).toEqual(['assumption', 'assumption']);
    expect(provenance.find(({ path }) => path.endsWith('.Hive'))).toMatchObject({ source: 'assumption' });
    expect(assumptions.map(({ text }) => text).join('\n')).toContain('Hives are records of their own');
    expect(openQuestions).toContain('What is kept of a hive, and who may change it?');
  });

  it('are written by the people who act on them, and by whoever leads', async () => {
    const { blueprint } = await planned('Beekeepers log hives. A hive has inspections. Each hive has a name.');
    expect(blueprint.roles!.beekeeper!.grants).toContain('hives.Hive:create');
    expect(blueprint.roles!.beekeeper!.grants!.join()).not.toMatch(/delete|\*/);
    expect(blueprint.roles!.manager!.grants).toContain('hives:*');
  });

  it.each([
    'Our team builds a system for the whole day. The team has an app. Each day the system has a backend.',
    'We are a young company from Berlin and we love good software. Each company has a website.',
    'The platform must be fast. Every request has a response. We track performance and manage quality.',
  ])('are no common words: %s', async (text) => {
    const names = await planned(text).then(entitiesOf, () => []);
    expect(names).toEqual([]);
  });

  it('are a handful at most', async () => {
    const things = 'hive queen frame harvest feeding swarm smoker extractor colony apiary'.split(' ');
    const text = things
      .map((thing) => `We log each ${thing}. A ${thing} has a name. Every ${thing} has a weight.`)
      .join(' ');
    const { blueprint } = await planned(text);
    expect(
      Object.values(blueprint.contexts).flatMap(({ entities }) => Object.keys(entities!)).length,
    ).toBeLessThanOrEqual(6);
  });
});
