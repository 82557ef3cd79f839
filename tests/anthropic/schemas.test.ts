import { describe, expect, it } from 'vitest';

import { STAGE_IDS } from '../../src/brief/anthropic/stage.js';
import { lintWireSchema } from '../../src/brief/anthropic/call/wire-schema.js';
import { crmAnswers, smallAnswers } from '../support/fake-anthropic/answers-examples.js';
import { ALL_STAGES } from '../support/fake-anthropic/answers.js';
import { schemaProblems } from '../support/fake-anthropic/schema-limits.js';
import { schemasBeyond } from '../support/schema-limits.js';

describe('the lint of stage schemas', () => {
  it.each(schemasBeyond)('catches %s', (_, schema) => {
    expect(lintWireSchema(schema)).not.toEqual([]);
  });
});

describe('the schema of every stage', () => {
  it.each(ALL_STAGES.map((stage) => [stage.id, stage.format.schema] as const))(
    '%s is within the limits, by both readings of them',
    (_, schema) => {
      expect(lintWireSchema(schema)).toEqual([]);
      expect(schemaProblems(schema)).toEqual([]);
    },
  );

  it('stands alone: by it a request is known', () => {
    expect(ALL_STAGES.map(({ id }) => id)).toEqual([...STAGE_IDS]);
    expect(new Set(ALL_STAGES.map(({ format }) => JSON.stringify(format.schema))).size).toBe(STAGE_IDS.length);
  });
});

/** The synthetic answers are what the schemas ask for: a fault in a test is the one it makes. */
describe.each([
  ['the CRM', crmAnswers(), 8, 25],
  ['the task list', smallAnswers(), 1, 2],
] as const)('the answers for %s', (_, answers, contexts, entities) => {
  it('have the shape of their stages', () => {
    const { design, entities: parts, behaviour } = answers;
    expect(design.contexts).toHaveLength(contexts);
    expect(design.contexts.flatMap((each) => each.entities)).toHaveLength(entities);
    for (const stage of ALL_STAGES) {
      const values =
        stage.id === 'entities' || stage.id === 'behaviour'
          ? Object.values({ entities: parts, behaviour }[stage.id])
          : [answers[stage.id]];
      for (const value of values) expect(stage.format.shape.safeParse(value).error).toBeUndefined();
    }
  });

  it('quote the brief', () => {
    for (const { quote } of answers.clarify.requirements) expect(answers.brief).toContain(quote);
  });
});
