import { z } from 'zod';
import { blueprint } from './schema/blueprint.js';

/** The shape of blueprint.yaml for editors (JSON Schema 2020-12). Names, references and expressions are checked by `check` only. */
export function blueprintJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(blueprint, { target: 'draft-2020-12', io: 'input' });
  return {
    $schema,
    $id: 'urn:create-backend-blueprint:blueprint:1',
    title: 'Blueprint',
    description:
      'Typed spec of a multi-tenant backend: contexts, entities, rules, lifecycles, roles and what happens by itself.',
    ...schema,
  };
}
