import type { ClientOptions } from '@anthropic-ai/sdk';
import type { Message, Messages } from '@anthropic-ai/sdk/resources/messages';

import { BlueprintError } from '../../../blueprint/diagnostic.js';
import type { MessagesClient, MessagesRequest, Reply, Watch } from './messages.js';
import { MessagesError } from './messages.js';
import type { Usage } from './prices.js';
import { faultOf } from './sdk-faults.js';
import type { Sdk } from './sdk.js';

export interface ClientSetup {
  readonly apiKey: string;
  /** Of a proxy or a test; the vendor's when left out. */
  readonly baseUrl?: string;
  /** For recorded answers: sees every request of the SDK. */
  readonly middleware?: NonNullable<ClientOptions['middleware']>;
}

type Environment = Readonly<Record<string, string | undefined>>;

const VENDOR = 'https://api.anthropic.com';

/** The key and the address that the environment names; undefined without a key. No file is read, and no other credential is looked for. */
export function clientSetupOf(env: Environment): ClientSetup | undefined {
  const apiKey = env.ANTHROPIC_API_KEY?.trim();
  const baseUrl = clientAddress(env);
  if (!apiKey) return undefined;
  return { apiKey, ...(baseUrl === undefined ? {} : { baseUrl }) };
}

function clientAddress({ ANTHROPIC_BASE_URL: text = '' }: Environment): string | undefined {
  return text.trim() === '' ? undefined : text.trim();
}

/**
 * Where key and brief would be sent, e.g. `api.anthropic.com` or `localhost:8080`.
 * @throws BlueprintError when ANTHROPIC_BASE_URL is no address of the web.
 */
export function hostOf(env: Environment): string {
  return hostOfUrl(clientAddress(env) ?? VENDOR);
}

/** Whether that is the vendor itself; whoever is asked to trust another host is shown its name. */
export const isVendor = (host: string): boolean => host === new URL(VENDOR).host;

function hostOfUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && (url.protocol === 'https:' || url.protocol === 'http:')) return url.host;
  throw new BlueprintError('BASE_URL', 'ANTHROPIC_BASE_URL is no address that begins with https:// or http://.', {
    hint: 'Unset it to use the service of Anthropic.',
  });
}

/**
 * The SDK behind the little that stages need of it. It is loaded with the first request, so that it costs nothing before. Everything that
 * it would find or say by itself is switched off: profiles and tokens of the environment, tracing, its log, its own attempts.
 */
export function createClient(setup: ClientSetup): MessagesClient {
  const baseURL = setup.baseUrl ?? VENDOR;
  const host = hostOfUrl(baseURL);
  let made: Promise<Loaded> | undefined;
  return {
    host,
    async send(request, watch) {
      made ??= load(setup, baseURL);
      return send(await made, request, watch);
    },
  };
}

interface Loaded {
  readonly sdk: Sdk;
  readonly messages: Messages;
}

async function load(setup: ClientSetup, baseURL: string): Promise<Loaded> {
  const { sdk } = await import('./sdk.js');
  const messages = sdk.messages({
    apiKey: setup.apiKey,
    baseURL,
    maxRetries: 0,
    logLevel: 'warn',
    logger: { error: silent, warn: silent, info: silent, debug: silent },
    openTelemetry: false,
    ...(setup.middleware ? { middleware: setup.middleware } : {}),
  });
  return { sdk, messages };
}

const silent = (): void => undefined;

async function send({ sdk, messages }: Loaded, request: MessagesRequest, watch: Watch): Promise<Reply> {
  let hasBegun = false;
  let requestId: string | undefined;
  try {
    const stream = messages.stream(request as Parameters<Messages['stream']>[0], {
      signal: watch.signal,
      middleware: [async (outgoing, next) => overheard(await next(outgoing), watch)],
    });
    stream.on('connect', () => (requestId = stream.request_id ?? undefined));
    stream.on('streamEvent', () => (hasBegun = true));
    stream.on('text', (_, snapshot) => watch.onText(snapshot));
    const message = await stream.finalMessage();
    return replyOf(message, requestId);
  } catch (error) {
    const { fault, message, retryAfterMs } = faultOf(sdk, error);
    throw new MessagesError(fault, message, {
      begun: hasBegun,
      ...(requestId === undefined ? {} : { requestId }),
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
  }
}

function replyOf(message: Message, requestId: string | undefined): Reply {
  const texts = message.content.flatMap((block) => (block.type === 'text' ? [block.text] : []));
  return {
    ...(requestId === undefined ? {} : { requestId }),
    stopReason: message.stop_reason ?? null,
    ...(message.stop_details?.category ? { refusal: message.stop_details.category } : {}),
    text: texts.join(''),
    content: message.content,
    usage: usageOf(message.usage),
  };
}

function usageOf(usage: Message['usage']): Usage {
  return {
    inputTokens: usage.input_tokens,
    cacheWriteTokens: usage.cache_creation_input_tokens ?? 0,
    cacheReadTokens: usage.cache_read_input_tokens ?? 0,
    outputTokens: usage.output_tokens,
  };
}

/** The same response, telling of every byte: the SDK passes over pings, and a model that thinks for minutes sends nothing else. */
function overheard(response: Response, { onSign, onAnswer }: Watch): Response {
  onSign();
  if (!response.body) return response;
  const ear = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      onSign();
      if (response.ok) onAnswer();
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(ear), response);
}
