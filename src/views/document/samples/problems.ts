import type { EntityDesign } from '../../../design/model.js';
import { sentenceCase } from '../../../text/case.js';
import type { JsonObject, SampleRequest, SampleResponse } from './model.js';

/** A refusal as the error classes of the repository word it. */
export interface Problem {
  readonly status: number;
  readonly title: string;
  readonly code: string;
  readonly detail: string;
  readonly extensions?: JsonObject;
}

/** The answer to a request that is refused: RFC 9457, in the order in which the code writes it. */
export function refusal(problem: Problem, request: SampleRequest, correlationId: string): SampleResponse {
  const [instance = ''] = request.path.split('?');
  const { status, title, code, detail, extensions = {} } = problem;
  return {
    status,
    headers: {
      ...(status === 401 && { 'www-authenticate': 'Bearer' }),
      'content-type': 'application/problem+json; charset=utf-8',
    },
    body: {
      ...extensions,
      type: `urn:problem:${code.toLowerCase().replaceAll('_', '-')}`,
      title,
      status,
      detail,
      code,
      instance,
      correlationId,
    },
  };
}

export function notFound({ names }: EntityDesign, id: string): Problem {
  return {
    status: 404,
    title: 'Not Found',
    code: `${names.CODE}_NOT_FOUND`,
    detail: `${sentenceCase(names.one)} ${id} does not exist.`,
  };
}

export function changedMeanwhile({ names }: EntityDesign, id: string): Problem {
  return {
    status: 409,
    title: 'Conflict',
    code: `${names.CODE}_CHANGED_MEANWHILE`,
    detail: `${sentenceCase(names.one)} ${id} was changed by someone else; read it again and retry.`,
  };
}

export function transitionRefused({ names }: EntityDesign, id: string, action: string, state: string): Problem {
  return {
    status: 409,
    title: 'Conflict',
    code: `${names.CODE}_TRANSITION_REFUSED`,
    detail: `${sentenceCase(names.one)} ${id} is ${state} and does not take the action ${action} as it is.`,
    extensions: { action, state },
  };
}

export function ruleBroken({ names }: EntityDesign, rule: { readonly id: string; readonly message: string }): Problem {
  const { id, message } = rule;
  return {
    status: 422,
    title: 'Unprocessable Content',
    code: `${names.CODE}_RULE_BROKEN`,
    detail: message,
    extensions: { rules: [{ id, message }] },
  };
}

/** What the schema of an update says to a version that no row has and to a member that it does not know. */
export function invalidUpdate(unknown: string): Problem {
  return {
    status: 400,
    title: 'Bad Request',
    code: 'VALIDATION_FAILED',
    detail: 'The input does not fit its schema; see errors.',
    extensions: {
      errors: [
        { pointer: '/version', message: 'Too small: expected number to be >=1' },
        { pointer: '', message: `Unrecognized key: "${unknown}"` },
      ],
    },
  };
}

export const TOKEN_MISSING: Problem = {
  status: 401,
  title: 'Unauthorized',
  code: 'ACCESS_TOKEN_MISSING',
  detail: 'Send an access token: Authorization: Bearer <token>.',
};
