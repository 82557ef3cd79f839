/** The part of the Model Context Protocol that a server with tools needs: JSON-RPC 2.0, one message per line. */

/** Newest first; a client that speaks none of them is offered the newest. */
const VERSIONS = ['2025-11-25', '2025-06-18', '2025-03-26', '2024-11-05'];

export interface Tool {
  readonly name: string;
  readonly description: string;
  /** Its parameters: all are texts. */
  readonly parameters: Readonly<Record<string, { readonly description: string; readonly required: boolean }>>;
  /** What the agent is told; what it throws that a person could mend is told as well. */
  readonly call: (given: Readonly<Record<string, string | undefined>>) => Promise<unknown>;
}

export interface ServerInfo {
  readonly name: string;
  readonly version: string;
  readonly instructions: string;
  readonly tools: readonly Tool[];
  /** A failure in words for the agent; undefined for a fault of ours, which is told apart from the agent's. */
  readonly explain: (error: unknown) => string | undefined;
}

type Id = string | number | null;
interface Message {
  readonly id?: Id;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
}

const CODES = { parse: -32700, request: -32600, method: -32601, params: -32602, internal: -32603 } as const;

/** Thrown for what the protocol itself refuses. */
class ProtocolError extends Error {
  constructor(
    readonly code: number,
    message: string,
  ) {
    super(message);
  }
}

/** The answer to one line, as one line; undefined where none is due. A line that was too long to keep is `undefined`. */
export async function answerTo(line: string | undefined, server: ServerInfo): Promise<string | undefined> {
  let id: Id = null;
  try {
    const message = readMessage(line);
    if (!message) return undefined;
    id = message.id ?? null;
    // A notification has no id, and no answer.
    if (message.id === undefined) return undefined;
    return JSON.stringify({ jsonrpc: '2.0', id, result: await resultOf(message, server) });
  } catch (error) {
    const { code, message } =
      error instanceof ProtocolError ? error : { code: CODES.internal, message: 'The server failed.' };
    return JSON.stringify({ jsonrpc: '2.0', id, error: { code, message } });
  }
}

function readMessage(line: string | undefined): Message | undefined {
  if (line === undefined) throw new ProtocolError(CODES.request, 'The message is too long.');
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new ProtocolError(CODES.parse, 'The line is not JSON.');
  }
  if (!isObject(value) || value.jsonrpc !== '2.0') throw new ProtocolError(CODES.request, 'The line is no message.');
  const { id, method, params = {} } = value;
  // An answer to something that was never asked.
  if (method === undefined && ('result' in value || 'error' in value)) return undefined;
  const isId = id === undefined || typeof id === 'string' || typeof id === 'number';
  if (!isId || typeof method !== 'string') throw new ProtocolError(CODES.request, 'The line is no message.');
  if (!isObject(params)) throw new ProtocolError(CODES.params, 'The parameters are no object.');
  return { ...(id !== undefined && { id }), method, params };
}

async function resultOf({ method, params }: Message, server: ServerInfo): Promise<unknown> {
  switch (method) {
    case 'initialize':
      return {
        protocolVersion: VERSIONS.find((version) => version === params.protocolVersion) ?? VERSIONS[0],
        capabilities: { tools: {} },
        serverInfo: { name: server.name, version: server.version },
        instructions: server.instructions,
      };
    case 'ping':
      return {};
    case 'tools/list':
      return { tools: server.tools.map(listed) };
    case 'tools/call':
      return callTool(params, server);
    default:
      throw new ProtocolError(CODES.method, 'There is no method of that name.');
  }
}

function listed({ name, description, parameters }: Tool) {
  const properties = Object.entries(parameters).map(([key, parameter]) => [
    key,
    { type: 'string', description: parameter.description },
  ]);
  const required = Object.entries(parameters).flatMap(([key, parameter]) => (parameter.required ? [key] : []));
  return {
    name,
    description,
    inputSchema: {
      type: 'object',
      properties: Object.fromEntries(properties) as object,
      required,
      additionalProperties: false,
    },
  };
}

async function callTool(params: Message['params'], server: ServerInfo): Promise<unknown> {
  const tool = server.tools.find(({ name }) => name === params.name);
  if (!tool) {
    throw new ProtocolError(CODES.params, `Tools: ${server.tools.map(({ name }) => name).join(', ')}.`);
  }
  const given = params.arguments ?? {};
  const problem = argumentProblem(tool, given);
  if (problem !== undefined) return told(problem, true);
  try {
    const result = await tool.call(given as Record<string, string | undefined>);
    return told(typeof result === 'string' ? result : JSON.stringify(result, undefined, 2), false);
  } catch (error) {
    const words = server.explain(error);
    if (words === undefined) throw error;
    return told(words, true);
  }
}

function argumentProblem({ parameters }: Tool, given: unknown): string | undefined {
  if (!isObject(given)) return 'The arguments are no object.';
  const unknown = Object.keys(given).find((key) => !Object.hasOwn(parameters, key));
  if (unknown !== undefined) return `Arguments: ${Object.keys(parameters).join(', ')}.`;
  for (const [key, { required }] of Object.entries(parameters)) {
    const value = Object.hasOwn(given, key) ? given[key] : undefined;
    if (value === undefined ? required : typeof value !== 'string') return `The argument "${key}" is a text.`;
  }
  return undefined;
}

function told(text: string, isError: boolean) {
  return { content: [{ type: 'text', text }], ...(isError && { isError }) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
