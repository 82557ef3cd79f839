import { describe, expect, it } from 'vitest';
import { blueprintJsonSchema } from '../../../src/blueprint/json-schema.js';

describe('the JSON Schema', () => {
  const schema = blueprintJsonSchema();

  it('tells editors which keys there are, and which are needed', () => {
    expect(schema).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      required: ['blueprint', 'name', 'contexts'],
      additionalProperties: false,
    });
    expect(Object.keys(schema.properties as object)).toContain('reactions');
  });

  it('describes every noun once', () => {
    const nouns = Object.keys(schema.$defs as object);
    expect(nouns).toEqual(
      expect.arrayContaining(['Context', 'Entity', 'Field', 'Relation', 'Rule', 'Action', 'Report', 'Requirement']),
    );
  });

  it('gives examples of field lines', () => {
    expect(JSON.stringify(schema)).toContain('enum(draft, active) = draft');
  });

  it('says of every key of a requirement and of the narrative what it is for', () => {
    const { Requirement, Narrative } = schema.$defs as Record<
      string,
      { properties: Record<string, { description?: string }> }
    >;
    const silent = [Requirement, Narrative].flatMap((noun) =>
      Object.entries(noun?.properties ?? { missing: {} }).flatMap(([key, { description }]) =>
        description ? [] : [key],
      ),
    );
    expect(silent).toEqual([]);
  });
});
