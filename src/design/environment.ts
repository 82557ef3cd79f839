import type { Design } from './model.js';

/** Who reads a variable: a process of the system, or Docker Compose when it fills in `docker-compose.yml`. */
export type EnvironmentReader = 'api' | 'migrate' | 'seed' | 'compose';

/** One variable of the generated repository's environment. `.env.example`, Compose and the README are printed from this table. */
export interface EnvironmentVariable {
  readonly name: string;
  readonly group: string;
  /** One sentence; says what happens without it where that is not obvious. */
  readonly description: string;
  /** What the programs take when it is not set. */
  readonly default?: string;
  /** A value that works on a developer's machine; of a secret, its form. */
  readonly example: string;
  /** Whether the readers refuse to start without it. */
  readonly required: boolean;
  /** Never printed or logged; made by `npm run setup` for local use. */
  readonly secret: boolean;
  readonly readers: readonly EnvironmentReader[];
}

/** Of no use to anybody else, and in no place yet: the set-up command makes a random one for each checkout. */
export function isMadeBySetup({ secret, readers }: EnvironmentVariable): boolean {
  return secret && readers.includes('compose');
}

const api = ['api'] as const;

export interface EnvironmentFacts {
  readonly product: Pick<Design['product'], 'database'>;
  readonly blueprint: Pick<Design['blueprint'], 'tenancy'>;
  readonly scale: Pick<Design['scale'], 'poolSize' | 'organizationLimit'>;
}

/** Life of an access token; the model of capacity counts renewals with it. */
export const ACCESS_TOKEN_TTL_SECONDS = 900;

/** In the order of `.env.example`. */
export function environmentOf({ product, blueprint, scale }: EnvironmentFacts): readonly EnvironmentVariable[] {
  const { database } = product;
  const registrationOpen = String(blueprint.tenancy === 'shared');
  const optional = { required: false, secret: false, readers: api };
  return [
    {
      ...optional,
      name: 'NODE_ENV',
      group: 'Process',
      description: 'development, test or production; production refuses secrets and origins of a developer’s machine.',
      default: 'development',
      example: 'development',
      readers: ['api', 'seed'],
    },
    {
      ...optional,
      name: 'HOST',
      group: 'Process',
      description: 'Address to listen on; 0.0.0.0 in a container.',
      default: '127.0.0.1',
      example: '127.0.0.1',
    },
    { ...optional, name: 'PORT', group: 'Process', description: 'Port of the API.', default: '3000', example: '3000' },
    {
      ...optional,
      name: 'LOG_LEVEL',
      group: 'Process',
      description: 'fatal, error, warn, info, debug or trace.',
      default: 'info',
      example: 'info',
    },
    {
      ...optional,
      name: 'REQUEST_TIMEOUT_MS',
      group: 'Process',
      description: 'A request that takes longer is answered with an error.',
      default: '15000',
      example: '15000',
    },
    {
      ...optional,
      name: 'SHUTDOWN_TIMEOUT_MS',
      group: 'Process',
      description:
        'How long requests may take to finish after SIGTERM; keep it below the grace period of the platform.',
      default: '20000',
      example: '20000',
    },
    {
      ...optional,
      name: 'BODY_LIMIT_BYTES',
      group: 'Process',
      description: 'Largest request body.',
      default: '1048576',
      example: '1048576',
    },

    {
      name: 'DATABASE_URL',
      group: 'Database',
      description:
        'Login of the running system, a member of the app role. Without it, the commands of this repository start an embedded PostgreSQL.',
      example: `postgresql://${database}_api:secret@localhost:5432/${database}`,
      required: true,
      secret: true,
      readers: ['api', 'migrate', 'seed'],
    },
    {
      name: 'MIGRATION_DATABASE_URL',
      group: 'Database',
      description:
        'Login of the owner of the tables, for migrations and the seed only. Without it they use DATABASE_URL.',
      example: `postgresql://${database}_owner:secret@localhost:5432/${database}`,
      required: false,
      secret: true,
      readers: ['migrate', 'seed'],
    },
    {
      ...optional,
      name: 'DATABASE_POOL_SIZE',
      group: 'Database',
      description: 'Connections per process; all processes together stay below max_connections of the server.',
      default: String(scale.poolSize.value),
      example: String(scale.poolSize.value),
    },

    {
      name: 'REDIS_URL',
      group: 'Redis',
      description: 'Where rate limits are counted for all processes together. Without it each process counts alone.',
      example: 'redis://localhost:6379',
      required: false,
      secret: true,
      readers: api,
    },

    {
      name: 'ACCESS_TOKEN_SECRET',
      group: 'Sign-in',
      description:
        'Signs access tokens; at least 32 random characters. Changing it signs everybody out within ACCESS_TOKEN_TTL_SECONDS.',
      example: 'openssl rand -base64 48',
      required: true,
      secret: true,
      readers: ['api', 'compose'],
    },
    {
      ...optional,
      name: 'ACCESS_TOKEN_TTL_SECONDS',
      group: 'Sign-in',
      description: 'Life of an access token.',
      default: String(ACCESS_TOKEN_TTL_SECONDS),
      example: String(ACCESS_TOKEN_TTL_SECONDS),
    },
    {
      ...optional,
      name: 'REFRESH_TOKEN_TTL_SECONDS',
      group: 'Sign-in',
      description: 'Life of a refresh token; each use replaces it.',
      default: '2592000',
      example: '2592000',
    },
    {
      ...optional,
      name: 'REGISTRATION_OPEN',
      group: 'Sign-in',
      description: 'Whether anybody may create an organization.',
      default: registrationOpen,
      example: registrationOpen,
    },

    {
      ...optional,
      name: 'CORS_ORIGINS',
      group: 'Network',
      description: 'Origins of the web applications that may call the API from a browser, separated by commas.',
      example: 'http://localhost:5173',
    },
    {
      ...optional,
      name: 'TRUSTED_PROXY_HOPS',
      group: 'Network',
      description: 'Proxies in front of the API whose X-Forwarded-For is believed.',
      default: '0',
      example: '0',
    },
    {
      ...optional,
      name: 'RATE_LIMIT_PER_ADDRESS',
      group: 'Rate limits',
      description: 'Requests per minute of one IP address.',
      default: '600',
      example: '600',
    },
    {
      ...optional,
      name: 'RATE_LIMIT_PER_USER',
      group: 'Rate limits',
      description: 'Requests per minute of one user.',
      default: '300',
      example: '300',
    },
    {
      ...optional,
      name: 'RATE_LIMIT_PER_ORGANIZATION',
      group: 'Rate limits',
      description: 'Requests per minute of one organization.',
      default: String(scale.organizationLimit.value),
      example: String(scale.organizationLimit.value),
    },
    {
      ...optional,
      name: 'RATE_LIMIT_CREDENTIALS',
      group: 'Rate limits',
      description: 'Sign-ins, refreshes and registrations per minute of one IP address.',
      default: '20',
      example: '20',
    },
    {
      ...optional,
      name: 'RATE_LIMIT_FAILED_SIGN_INS',
      group: 'Rate limits',
      description: 'Wrong passwords for one account in 15 minutes before it has to wait.',
      default: '10',
      example: '10',
    },

    {
      name: 'POSTGRES_PASSWORD',
      group: 'Docker Compose',
      description: 'Password of the owner in the PostgreSQL container.',
      example: 'openssl rand -hex 32',
      required: false,
      secret: true,
      readers: ['compose'],
    },
    {
      name: 'API_DATABASE_PASSWORD',
      group: 'Docker Compose',
      description: 'Password of the API’s login in the PostgreSQL container.',
      example: 'openssl rand -hex 32',
      required: false,
      secret: true,
      readers: ['compose'],
    },
  ];
}
