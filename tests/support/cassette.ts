import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Middleware } from '@anthropic-ai/sdk';

/** One answer of the API as it came, without anything of who asked. */
interface Cassette {
  /** True when no model said this: it was recorded from a fake, and says nothing about how good a model's answers are. */
  readonly synthetic: boolean;
  readonly request: { readonly path: string; readonly model: string; readonly fields: string };
  readonly response: { readonly status: number; readonly contentType: string; readonly body: string };
}

/** `record` asks and keeps; `replay` never opens a socket; `auto` replays what is there and records the rest. */
export type CassetteMode = 'record' | 'replay' | 'auto';

interface Body {
  readonly model: string;
  readonly output_config?: { readonly format?: { readonly schema?: { readonly properties?: object } } };
  readonly metadata?: unknown;
}

/**
 * Middleware of the vendor's client. An answer is found by the whole body of its request, metadata apart, so that an edited prompt misses:
 * no test passes on an answer to another question.
 */
export function cassette(folder: string, mode: CassetteMode, { synthetic }: { synthetic: boolean }): Middleware {
  return async (request, next) => {
    const { pathname } = new URL(request.url);
    if (typeof request.body !== 'string')
      throw new Error(`A cassette has no answers for ${request.method} ${pathname}.`);
    const body = JSON.parse(request.body) as Body;
    const file = path.join(folder, `${cassetteKey(body)}.json`);
    if (mode !== 'record' && existsSync(file)) return play(JSON.parse(readFileSync(file, 'utf8')) as Cassette, file);
    if (mode === 'replay') {
      throw new Error(
        `No cassette ${file} answers this request to ${body.model}. A prompt, a schema or the brief has changed: record anew with \`node --import tsx tests/anthropic/cassettes/record.ts\`.`,
      );
    }

    const response = await next(request);
    if (!response.ok) return response;
    mkdirSync(folder, { recursive: true });
    const recorded: Cassette = {
      synthetic,
      request: { path: pathname, model: body.model, fields: fieldsOf(body) },
      response: {
        status: response.status,
        contentType: response.headers.get('content-type') ?? '',
        body: await response.clone().text(),
      },
    };
    writeFileSync(file, `${JSON.stringify(recorded, null, 2)}\n`);
    return response;
  };
}

export function cassetteKey(body: object): string {
  const keyed = Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'metadata'));
  return createHash('sha256').update(canonical(keyed)).digest('hex').slice(0, 24);
}

function play({ response }: Cassette, file: string): Response {
  const headers = {
    'content-type': response.contentType,
    'request-id': `req_cassette_${path.basename(file, '.json')}`,
  };
  return new Response(response.body, { status: response.status, headers });
}

/** What the answer is made of, which tells a reader the stage. */
function fieldsOf({ output_config }: Body): string {
  return Object.keys(output_config?.format?.schema?.properties ?? {}).join(', ');
}

/** JSON with sorted keys. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
