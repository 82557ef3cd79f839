import type { Exchange, JsonObject } from './model.js';
import { correlationIdOf } from './story.js';

const REASONS: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  409: 'Conflict',
  422: 'Unprocessable Content',
};

/** The request as it goes over the wire (RFC 9112), its body laid out for people. */
export function printRequest({ id, request }: Exchange): string {
  const { method, path, token, body } = request;
  return message(
    `${method} ${path} HTTP/1.1`,
    {
      host: 'localhost:3000',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      'x-correlation-id': correlationIdOf(id),
      ...(body && { 'content-type': 'application/json' }),
    },
    body,
  );
}

export function printResponse({ id, response }: Exchange): string {
  const { status, headers, body } = response;
  const all = { 'x-correlation-id': correlationIdOf(id), 'cache-control': 'no-store', ...headers };
  return message(`HTTP/1.1 ${status} ${REASONS[status] ?? ''}`, all, body);
}

function message(start: string, headers: Readonly<Record<string, string>>, body: JsonObject | undefined): string {
  const lines = Object.entries(headers).map(([name, value]) => `${capitals(name)}: ${value}`);
  return [start, ...lines, ...(body ? ['', JSON.stringify(body, null, 2)] : [])].join('\n');
}

/** `content-type` → `Content-Type`, and `WWW-Authenticate`. */
function capitals(name: string): string {
  return name.replace(/^www\b/, 'WWW').replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}
