import { environmentOf, type EnvironmentVariable } from '../../../design/environment.js';
import { regionsOf } from '../../../design/scale/regions.js';
import { code, list } from '../words.js';
import type { Subject } from './subject.js';

/** Every variable, what it is when it is not set, and who reads it. */
export function variableRows({ design }: Subject) {
  return environmentOf(design).map((variable) => ({
    name: code(variable.name),
    given: variable.default === undefined ? '–' : code(variable.default),
    required: variable.required ? 'yes' : 'no',
    secret: variable.secret ? 'yes' : 'no',
    readers: variable.readers.join(', '),
  }));
}

export function countsOf({ design }: Subject): {
  readonly all: number;
  readonly required: number;
  readonly secret: number;
} {
  const variables = environmentOf(design);
  return {
    all: variables.length,
    required: variables.filter(({ required }) => required).length,
    secret: variables.filter(({ secret }) => secret).length,
  };
}

/** What prod sets beside the defaults: the lines of its ConfigMap, or of an override of Compose. */
export function productionLines({ design }: Subject): { readonly name: string; readonly value: string }[] {
  const { poolSize } = design.scale;
  return [
    { name: 'NODE_ENV', value: 'production' },
    { name: 'HOST', value: '0.0.0.0' },
    { name: 'LOG_LEVEL', value: 'info' },
    { name: 'DATABASE_POOL_SIZE', value: String(poolSize.value) },
    { name: 'TRUSTED_PROXY_HOPS', value: '1' },
    { name: 'REGISTRATION_OPEN', value: String(design.blueprint.tenancy === 'shared') },
  ];
}

/** Where each secret of prod comes from, and how a new one takes over. */
export function secretRows(subject: Subject) {
  const { design, many, isKubernetes } = subject;
  // Compose makes the addresses of its own databases from passwords; a cluster is given whole addresses.
  const given = environmentOf(design).filter(
    ({ secret, readers }) =>
      secret && (isKubernetes ? readers.includes('api') || readers.includes('migrate') : readers.includes('compose')),
  );
  return given.map((variable) => ({
    name: code(variable.name),
    holder: isKubernetes ? holderOf(variable) : '`.env`, mode 600',
    rotation: rotationOf(variable, many),
  }));
}

function holderOf({ readers }: EnvironmentVariable): string {
  return readers.includes('api') ? 'Secret `api`' : 'Secret `migrate`';
}

function rotationOf({ name }: EnvironmentVariable, many: string): string {
  switch (name) {
    case 'DATABASE_URL':
      return 'second login, switch, drop the first';
    case 'MIGRATION_DATABASE_URL':
      return 'new password before the next migration';
    case 'ACCESS_TOKEN_SECRET':
      return `new value; who works on ${many} signs in again`;
    case 'API_DATABASE_PASSWORD':
    case 'POSTGRES_PASSWORD':
      return '`ALTER ROLE`, then `.env`, then a restart';
    default:
      return 'new password, rolling restart';
  }
}

/** Where the data lies, in words. */
export function regionText({ design }: Subject): string {
  return list(regionsOf(design.blueprint));
}
