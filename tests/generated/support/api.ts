import { createServer } from 'node:net';

import { until, type Running } from './processes.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A running API, seen from outside. */
export interface Api {
  readonly url: string;
  request(method: string, path: string, options?: { token?: string; body?: unknown }): Promise<Answer>;
}

export function api(url: string): Api {
  return {
    url,
    async request(method, path, { token, body } = {}) {
      const headers = {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      };
      const response = await fetch(url + path, {
        method,
        headers,
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '');
      return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
    },
  };
}

/** Waits until the API says that it can work. */
export async function whenReady(program: Running, port: number, seconds = 120): Promise<Api> {
  const running = api(`http://127.0.0.1:${port}`);
  return until(
    program,
    async () => ((await running.request('GET', '/ready')).status === 200 ? running : undefined),
    seconds,
  );
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

export async function isListening(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/health`).then(
    () => true,
    () => false,
  );
}
