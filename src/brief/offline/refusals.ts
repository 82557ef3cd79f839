import { BlueprintError } from '../../blueprint/diagnostic.js';
import type { Reading } from '../reading/reading.js';

/** A game, a static page: the reading says what it is in one sentence. */
export function noBackend(why: string): BlueprintError {
  return new BlueprintError('NOT_A_BACKEND', why, {
    hint: 'Describe what the system keeps, who works with it and what happens to it; or write a blueprint.yaml.',
    exitCode: 2,
  });
}

export function nothingUnderstood({ english }: Reading): BlueprintError {
  const message = english
    ? 'Nothing in the brief names a thing that a backend could keep.'
    : 'The brief does not seem to be in English, and nothing in it was recognised without a model.';
  return new BlueprintError('BRIEF_NOT_UNDERSTOOD', message, {
    hint: 'Describe in English what is kept and what happens to it, set ANTHROPIC_API_KEY so that a model reads it, or write a blueprint.yaml.',
    exitCode: 2,
  });
}
