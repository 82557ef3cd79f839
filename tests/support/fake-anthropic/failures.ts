import type { ErrorType } from '@anthropic-ai/sdk/resources/shared';

/** The documented type of each status, and a message as the API words it. `request_too_large` comes from the edge, not from the API's own list. */
const KINDS: Readonly<Record<number, { type: ErrorType | 'request_too_large'; message: string }>> = {
  400: { type: 'invalid_request_error', message: 'Invalid request' },
  401: { type: 'authentication_error', message: 'invalid x-api-key' },
  402: { type: 'billing_error', message: 'Your credit balance is too low to access the Anthropic API.' },
  403: { type: 'permission_error', message: 'Your API key does not have permission to use the specified resource.' },
  404: { type: 'not_found_error', message: 'Not found' },
  408: { type: 'timeout_error', message: 'Request timed out' },
  409: { type: 'conflict_error', message: 'Conflict' },
  413: { type: 'request_too_large', message: 'Request exceeds the maximum size' },
  429: { type: 'rate_limit_error', message: 'This request would exceed your rate limit.' },
  500: { type: 'api_error', message: 'Internal server error' },
  503: { type: 'api_error', message: 'Service unavailable' },
  504: { type: 'timeout_error', message: 'Gateway timeout' },
  529: { type: 'overloaded_error', message: 'Overloaded' },
};

export interface ErrorBody {
  readonly type: 'error';
  readonly error: { readonly type: string; readonly message: string; readonly details?: { error_code: string } };
  readonly request_id: string;
}

export function errorBody(
  status: number,
  requestId: string,
  { code, message }: { code?: string; message?: string } = {},
): ErrorBody {
  const kind = KINDS[status] ?? { type: 'api_error', message: `Status ${status}` };
  const error = { type: kind.type, message: message ?? kind.message };
  return {
    type: 'error',
    error: code === undefined ? error : { ...error, details: { error_code: code } },
    request_id: requestId,
  };
}
