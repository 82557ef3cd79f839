/** Something the server makes: how the samples write it, and by which form a test knows it again. */
export interface MadeValue {
  /** As it stands in the samples; the same everywhere. */
  readonly sample: string;
  /** `id of the product` */
  readonly meaning: string;
  readonly form: MadeForm;
}

export type MadeForm = 'uuid' | 'timestamp' | 'date' | 'access token' | 'refresh token' | 'cursor';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = Readonly<Record<string, Json>>;

export interface SampleRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** With the query. */
  readonly path: string;
  readonly token?: string;
  readonly body?: JsonObject;
}

export interface SampleResponse {
  readonly status: number;
  /** In lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: JsonObject;
}

/** One request with its answer. */
export interface Exchange {
  /** `create-product`: unique; also the correlation id, after `sample-`. */
  readonly id: string;
  /** `Create a product` */
  readonly title: string;
  /** What to look at. */
  readonly about: string;
  readonly request: SampleRequest;
  readonly response: SampleResponse;
}

/** A story told in requests and answers, in order: each may use what an earlier answer brought. */
export interface SampleStory {
  readonly exchanges: readonly Exchange[];
  readonly made: readonly MadeValue[];
}
