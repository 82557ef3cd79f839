import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Message, Usage } from '@anthropic-ai/sdk/resources/messages/messages';

import type { Answer, Delivery, ModelAnswer } from './answer.js';
import { countBody, messagesBody, type MessagesBody } from './body.js';
import { errorBody } from './failures.js';
import { messageOf, usageOf } from './message.js';
import { findModel, modelInfo } from './models.js';
import { PromptCache, type InputUsage } from './prompt-cache.js';
import { refusalOf } from './refusals.js';
import { eventText, stepsOf, type Step } from './stream.js';

/** A key that the fake accepts unless told otherwise. It opens nothing anywhere. */
export const FAKE_KEY = 'sk-ant-fake-000000000000000000000000';
const VERSIONS = ['2023-06-01', '2026-10-21'];
const MAX_BODY_BYTES = 32 * 1024 * 1024;

/** One request as it arrived, and what became of it. */
export interface Call {
  /** From 0, over all requests of all kinds. */
  readonly index: number;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** The bytes of the body as text. */
  readonly raw: string;
  /** Set on a request for a message that passed the checks of its shape. */
  readonly body?: MessagesBody;
  requestId: string;
  /** Set when headers were sent. */
  status?: number;
  /** What the vendor would bill: all of the input, and the output up to where the stream broke. Undefined: nothing. */
  billed?: Usage;
}

export interface FakeOptions {
  readonly key?: string;
  /** Clock of the prompt cache, in milliseconds. */
  readonly now?: () => number;
}

export type Model = (call: Call & { readonly body: MessagesBody }) => Answer | Promise<Answer>;

/** A Messages API on 127.0.0.1 that answers what a function says, and refuses what the real one refuses. */
export class FakeAnthropic {
  readonly calls: Call[] = [];
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  readonly #signatures = new Map<string, string>();
  readonly #cache: PromptCache;
  readonly #key: string;
  #model: Model;

  constructor(model: Model, { key = FAKE_KEY, now = Date.now }: FakeOptions = {}) {
    this.#model = model;
    this.#key = key;
    this.#cache = new PromptCache(now);
  }

  /** Requests for messages; others count tokens or ask about models. */
  get messages(): readonly (Call & { readonly body: MessagesBody })[] {
    return this.calls.filter((call): call is Call & { body: MessagesBody } => call.body !== undefined);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** From now on another answers. */
  answerWith(model: Model): void {
    this.#model = model;
  }

  listen(): Promise<this> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', () => resolve(this)));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const index = this.calls.length;
    const path = new URL(request.url ?? '/', 'http://fake').pathname;
    const requestId = `req_fake_${String(index).padStart(4, '0')}`;
    const call: Call = { index, method: request.method ?? '', path, headers: request.headers, raw: '', requestId };
    this.calls.push(call);
    const raw = await readBody(request);
    this.calls[index] = { ...call, raw };
    response.setHeader('request-id', requestId);
    response.setHeader('anthropic-organization-id', '00000000-0000-0000-0000-000000000000');
    try {
      await this.#route(this.calls[index], response);
    } catch (error) {
      fail(this.calls[index], response, 500, { message: `The fake itself failed: ${String(error)}` });
    }
  }

  async #route(call: Call, response: ServerResponse): Promise<void> {
    const problem = this.#doorProblem(call);
    if (problem) return fail(call, response, problem.status, problem);
    const route = `${call.method} ${call.path}`;
    if (route.startsWith('GET /v1/models/')) {
      const id = decodeURIComponent(call.path.slice('/v1/models/'.length));
      const model = findModel(id);
      if (!model) return fail(call, response, 404, { message: `model: ${id}` });
      return json(call, response, 200, modelInfo(model));
    }
    if (route !== 'POST /v1/messages' && route !== 'POST /v1/messages/count_tokens')
      return fail(call, response, 404, { message: 'Not Found' });

    const parsed = parseJson(call.raw);
    if (parsed === undefined) return fail(call, response, 400, { message: 'The request body is not valid JSON.' });
    return route === 'POST /v1/messages' ? this.#message(call, parsed, response) : this.#count(call, parsed, response);
  }

  /** What is wrong before anybody reads the body. */
  #doorProblem({ headers, raw, method }: Call): { status: number; message?: string } | undefined {
    const bearer = headers.authorization?.replace(/^Bearer /, '');
    if (!bearer && !headers['x-api-key']) return { status: 401, message: 'x-api-key header is required' };
    if (headers['x-api-key'] !== this.#key && bearer !== this.#key)
      return { status: 401, message: bearer ? 'Invalid bearer token' : 'invalid x-api-key' };
    const version = headers['anthropic-version'];
    if (version === undefined) return { status: 400, message: 'anthropic-version: header is required' };
    if (!VERSIONS.includes(String(version)))
      return { status: 400, message: `anthropic-version: "${String(version)}" is not a valid version` };
    if (Buffer.byteLength(raw) > MAX_BODY_BYTES) return { status: 413 };
    if (method === 'POST' && !headers['content-type']?.startsWith('application/json'))
      return { status: 400, message: 'content-type: must be application/json' };
    return undefined;
  }

  #count(call: Call, parsed: unknown, response: ServerResponse): void {
    const { success, data, error } = countBody.safeParse(parsed);
    if (!success) return fail(call, response, 400, { message: shapeMessage(error.issues) });
    const refusal = refusalOf(data, this.#signatures);
    if (refusal) return fail(call, response, refusal.status, refusal);
    const { input, cacheRead, cacheWrite } = this.#cache.look(data);
    return json(call, response, 200, { input_tokens: input + cacheRead + cacheWrite });
  }

  async #message(call: Call, parsed: unknown, response: ServerResponse): Promise<void> {
    const { success, data: body, error } = messagesBody.safeParse(parsed);
    if (!success) return fail(call, response, 400, { message: shapeMessage(error.issues) });
    const asked = { ...call, body };
    this.calls[call.index] = asked;
    const refusal = refusalOf(body, this.#signatures);
    if (refusal) return fail(asked, response, refusal.status, refusal);

    // Looked up when the request arrives: whoever comes before the first answer starts pays for writing, too.
    const { write, ...input } = this.#cache.look(body);
    const answer = await this.#model(asked);
    if (answer.kind === 'failure') return fail(asked, response, answer.status, answer);
    if (answer.kind !== 'message') {
      if (answer.kind === 'reset') response.socket?.destroy();
      return;
    }

    const { message, signatures } = messageOf(answer, body, input, idOf(call.raw));
    for (const [signature, thinking] of signatures) this.#signatures.set(signature, thinking);
    write();
    if (body.stream) return this.#stream(asked, response, message, input, answer);
    asked.billed = message.usage;
    if (answer.delivery && answer.delivery.kind !== 'whole') return void response.socket?.destroy();
    return json(asked, response, 200, message);
  }

  async #stream(call: Call, response: ServerResponse, message: Message, input: InputUsage, answer: ModelAnswer) {
    const delivery: Delivery = answer.delivery ?? { kind: 'whole' };
    call.status = 200;
    response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
    const steps = [...stepsOf(message, delivery.kind === 'whole' ? delivery.chunkLength : undefined)];
    // A fault comes before the last chunk at the latest: a whole message has none.
    const breakAt = delivery.kind === 'whole' ? Infinity : Math.min(delivery.afterChunks, count(steps) - 1);
    let chunks = 0;
    for (const { event, outputTokens, isChunk } of steps) {
      if (response.destroyed) return;
      if (delivery.kind !== 'whole' && isChunk && chunks >= breakAt) return breakOff(call, response, delivery);
      call.billed = usageOf(input, outputTokens, message.usage.output_tokens_details?.thinking_tokens ?? 0);
      response.write(eventText(event));
      if (event.type === 'message_start') response.write(eventText({ type: 'ping' }));
      if (!isChunk) continue;
      chunks += 1;
      if (delivery.kind === 'whole' && delivery.pauseMs !== undefined) await pause(delivery.pauseMs);
    }
    response.end();
  }
}

export function startFakeAnthropic(model: Model, options?: FakeOptions): Promise<FakeAnthropic> {
  return new FakeAnthropic(model, options).listen();
}

function breakOff(call: Call, response: ServerResponse, delivery: Exclude<Delivery, { kind: 'whole' }>): void {
  switch (delivery.kind) {
    case 'error-event': {
      const error = { type: delivery.type, message: 'Something went wrong in the middle.' };
      const event = { type: 'error', error, request_id: call.requestId };
      response.end(eventText(event));
      return;
    }
    case 'cut':
      // What was written must leave first: the client has seen the beginning, and then the socket breaks.
      setImmediate(() => response.socket?.destroy());
      return;
    case 'clean-end':
      response.end();
      return;
    case 'hang':
      return;
  }
}

function fail(
  call: Call,
  response: ServerResponse,
  status: number,
  { code, message, headers = {} }: { code?: string; message?: string; headers?: Readonly<Record<string, string>> },
): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const details = { ...(code !== undefined && { code }), ...(message !== undefined && { message }) };
  json(call, response, status, errorBody(status, call.requestId, details));
}

function json(call: Call, response: ServerResponse, status: number, value: unknown): void {
  call.status = status;
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

function shapeMessage(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  const [first] = issues;
  return first ? `${first.path.map(String).join('.') || 'body'}: ${first.message}` : 'invalid';
}

/** By the request and not by its turn, so that recorded answers do not depend on which of two came first. */
function idOf(raw: string): string {
  return createHash('sha256').update(raw).digest('hex').slice(0, 16);
}

function parseJson(raw: string): unknown {
  try {
    return JSON.parse(raw);
  } catch {
    return undefined;
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

function count(steps: readonly Step[]): number {
  return steps.filter(({ isChunk }) => isChunk).length;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
