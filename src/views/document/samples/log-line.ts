import type { Design } from '../../../design/model.js';
import { correlationIdOf, sampleStory } from './story.js';

/**
 * The line that the API logs about one of the samples of section 5.8, with the keys in the order in which it writes them.
 * Section 9.2 prints it in a fence of the language `json`; the generated test `apps/api/test/document.spec.ts` reads it there, answers
 * the same request and compares: keys and values, but for `time` and `durationMs`, which differ every time. Ids are those of
 * the table of section 5.8.
 */
export interface SampleLogLine {
  /** In one line, as it is logged. */
  readonly line: string;
  /** The same over several lines. */
  readonly pretty: string;
  /** `GET /api/v1/orders/:id`: what was answered. */
  readonly operation: string;
  /** The request's `X-Correlation-Id`, also on the line. */
  readonly correlationId: string;
  /** Title of the sample in section 5.8. */
  readonly sample: string;
}

export function sampleLogLine(design: Design): SampleLogLine {
  const { exchanges, made } = sampleStory(design);
  const exchange = exchanges.find(({ id }) => id.startsWith('read-')) ?? exchanges[0];
  if (!exchange) throw new Error('There is no sample to log.');
  const isSignedIn = exchange.request.token !== undefined;
  const tenantId = made.find(({ meaning }) => meaning.startsWith('organization of'))?.sample;
  const userId = made.find(({ meaning }) => meaning.startsWith('user id of'))?.sample;
  const [path = ''] = exchange.request.path.split('?');
  const route = templateOf(path, design);
  const line = {
    level: 'info',
    time: '2026-01-12T09:30:00.123Z',
    service: 'api',
    correlationId: correlationIdOf(exchange.id),
    ...(isSignedIn && { tenantId, userId }),
    method: exchange.request.method,
    route,
    status: exchange.response.status,
    durationMs: 8.4,
    address: '127.0.0.1',
    msg: 'request answered',
  };
  return {
    line: JSON.stringify(line),
    pretty: JSON.stringify(line, null, 2),
    operation: `${exchange.request.method} ${route}`,
    correlationId: correlationIdOf(exchange.id),
    sample: exchange.title,
  };
}

/** The template of the endpoint that a path belongs to; one with ids in it is logged as its template. */
function templateOf(path: string, { endpoints }: Design): string {
  const found = endpoints.find((endpoint) => {
    const segments = endpoint.path.split('/');
    const given = path.split('/');
    return (
      segments.length === given.length &&
      segments.every((segment, at) => segment === given[at] || (segment.startsWith(':') && isId(given[at] ?? '')))
    );
  });
  return found?.path ?? path;
}

function isId(segment: string): boolean {
  return /^[0-9a-f-]{36}$/.test(segment);
}
