import { z } from 'zod';
import { environmentOf } from '../../design/environment.js';
import type { Design } from '../../design/model.js';
import { defineView } from '../../render/view.js';
import { tsString } from '../../text/escape.js';

/** Variables that have a value without being set. */
const DEFAULTED = [
  'HOST',
  'PORT',
  'LOG_LEVEL',
  'DATABASE_POOL_SIZE',
  'ACCESS_TOKEN_TTL_SECONDS',
  'REFRESH_TOKEN_TTL_SECONDS',
  'REGISTRATION_OPEN',
  'TRUSTED_PROXY_HOPS',
  'BODY_LIMIT_BYTES',
  'REQUEST_TIMEOUT_MS',
  'SHUTDOWN_TIMEOUT_MS',
  'RATE_LIMIT_PER_ADDRESS',
  'RATE_LIMIT_PER_USER',
  'RATE_LIMIT_PER_ORGANIZATION',
  'RATE_LIMIT_CREDENTIALS',
  'RATE_LIMIT_FAILED_SIGN_INS',
] as const;
type Defaulted = (typeof DEFAULTED)[number];

const defaults = z.object(
  Object.fromEntries(DEFAULTED.map((name) => [name, z.string()])) as Record<Defaulted, z.ZodString>,
);

/** Reads the environment. Its defaults are the ones that `.env.example` and the document tell. */
export const configView = defineView({
  templates: ['apps/api/src/config/index.ts.hbs'],
  schema: z.object({ product: z.string(), defaults }),
});

export function configWords(design: Design): z.infer<typeof configView.schema> {
  const variables = new Map(environmentOf(design).map((variable) => [variable.name, variable.default]));
  const valueOf = (name: Defaulted): string => {
    const value = variables.get(name);
    if (value === undefined) throw new Error(`The environment has no default for ${name}.`);
    return value;
  };
  return {
    product: tsString(design.product.name),
    defaults: Object.fromEntries(DEFAULTED.map((name) => [name, valueOf(name)])) as Record<Defaulted, string>,
  };
}
