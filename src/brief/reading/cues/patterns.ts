import type { Cue } from '../reading.js';
import { SERVICES, VENDORS } from './vendors.js';

/** What tells that something was said about the whole system: words, and what they mean. */
export interface CuePattern {
  readonly kind: Cue['kind'];
  readonly value: string;
  /** Regular expression without capture groups; repetitions are bounded. */
  readonly source: string;
  readonly isExact: boolean;
}

/** Words of a phrase may stand on two lines. */
const spaced = (pattern: string): string =>
  pattern.replace(/\[[^\]]*\]|[ ]/g, (part) => (part === ' ' ? '(?:\\s{1,4})' : part.replace(' ', '\\s')));

/** A whole word, or several, in any case. */
const any = (kind: Cue['kind'], value: string, pattern: string): CuePattern => ({
  kind,
  value,
  source: spaced(pattern),
  isExact: false,
});

/** The same with letters as written. */
const exact = (kind: Cue['kind'], value: string, pattern: string): CuePattern => ({
  kind,
  value,
  source: spaced(pattern),
  isExact: true,
});

const COMPLIANCE: readonly CuePattern[] = [
  any('compliance', 'gdpr', 'gdpr|general data protection regulation|dsgvo|rgpd|avg-wet'),
  any('compliance', 'pci-dss', 'pci(?:[- ]?dss)?|payment card industry'),
  any('compliance', 'hipaa', 'hipaa|health insurance portability'),
  any('compliance', 'soc2', 'soc[- ]?(?:2|ii)'),
  any('compliance', 'iso27001', 'iso(?:/iec)?[- ]?27001'),
  any('compliance', 'ccpa', 'ccpa|california consumer privacy act'),
];

const GROUP =
  'compan(?:y|ies)|organi[sz]ations?|shops?|stores?|brands?|customers?|clients?|tenants?|teams?|business(?:es)?|merchants?|agenc(?:y|ies)|firms?|clinics?|schools?|gyms?|studios?|landlords?|clubs?|hotels?|restaurants?|practices?|salons?|communit(?:y|ies)|workspaces?|publishers?|retailers?|vendors?|dealers?';

const TENANCY: readonly CuePattern[] = [
  any(
    'tenancy',
    'shared',
    'multi[- ]?tenan(?:t|ts|cy)|multi[- ]organi[sz]ation(?:al)?|white[- ]?label(?:led|ed)?|saas|software as a service|per[- ]tenant|tenant isolation',
  ),
  any(
    'tenancy',
    'shared',
    `(?:each|every) (?:of (?:them|these) )?(?:[a-z]{2,12} )?(?:${GROUP})?,? ?(?:with|has|have|gets|keeps|have their|brings) (?:its|their|his|her|a) own (?:[a-z]{2,14})`,
  ),
  any(
    'tenancy',
    'shared',
    `(?:none|no (?:${GROUP})|(?:a|one|any|each|every) (?:${GROUP}))[^.;]{0,30} (?:may|can|must|should|will|ever|never|sees?)[^.;]{0,24} (?:another|each other|others?|the others)(?:['’]s)?`,
  ),
  any(
    'tenancy',
    'shared',
    `(?:data|rows?|records) of (?:another|other|different|others)|(?:another|other) (?:${GROUP})['’]s? (?:data|rows|records|lists)|keep (?:[a-z]+ ){0,3}data (?:apart|separate|isolated)`,
  ),
  any(
    'tenancy',
    'shared',
    `we (?:host|serve|sell to|sell (?:it|this|software) to|offer (?:it|this) to) (?:[a-z-]+ ){0,3}(?:${GROUP})`,
  ),
  any(
    'tenancy',
    'single',
    'single[- ]tenan(?:t|cy)|one tenant|internal (?:tool|system|application|app|use)|in[- ]house (?:tool|system|application|app)|only (?:for )?(?:us|our (?:own )?(?:company|team|staff))|for our own (?:company|team|staff|use|people|employees)|just for (?:us|our)|one (?:company|organi[sz]ation|business) only|used by our (?:own )?(?:staff|company|employees|team)',
  ),
];

const REGIONS: readonly CuePattern[] = [
  any(
    'region',
    '',
    '(?:af|ap|ca|eu|il|me|mx|sa|us)-(?:gov-)?(?:central|north|south|east|west|northeast|northwest|southeast|southwest)-[1-9]',
  ),
  any('region', 'eu-central-1', 'european union|european|europe|germany|german|frankfurt|austria'),
  exact('region', 'eu-central-1', 'EU|EEA|DACH'),
  any('region', 'eu-central-2', 'switzerland|swiss|zurich'),
  any('region', 'eu-west-1', 'ireland|dublin'),
  any('region', 'eu-west-2', 'united kingdom|great britain|england|london'),
  exact('region', 'eu-west-2', 'UK'),
  any('region', 'eu-west-3', 'france|paris'),
  any('region', 'eu-north-1', 'sweden|stockholm|nordics|nordic countries|scandinavia'),
  any('region', 'eu-south-1', 'italy|milan'),
  any('region', 'eu-south-2', 'spain|madrid'),
  any('region', 'us-east-1', 'united states|north america|virginia'),
  exact('region', 'us-east-1', 'US|USA|U\\.S\\.'),
  any('region', 'ca-central-1', 'canada|montreal'),
  any('region', 'ap-southeast-2', 'australia|sydney'),
  any('region', 'ap-southeast-1', 'singapore|southeast asia'),
  any('region', 'ap-south-1', 'india|mumbai'),
  any('region', 'ap-northeast-1', 'japan|tokyo'),
  any('region', 'sa-east-1', 'brazil|são paulo|sao paulo|latin america'),
];

const TRAITS: readonly CuePattern[] = [
  any(
    'ordering',
    'strict',
    'strict(?:ly)? (?:in[- ]order|order(?:ed|ing)?)|in strict (?:order|sequence)|(?:exactly|strictly|always) in (?:the )?(?:order|sequence)|in (?:the )?exact(?:ly the)? (?:same )?(?:order|sequence)|total order|fifo|first[- ]in[,-] ?first[- ]out|order of events must|never out of order|out[- ]of[- ]order events? (?:are|is) (?:not|never)',
  ),
  any(
    'reads',
    'graph',
    'graphql|graphs? of objects|nested data in one request|(?:everything|whole screen|related (?:data|records)) in (?:one|a single) (?:request|query|call|round trip)',
  ),
  any(
    'webhooks',
    'inbound',
    '(?:incoming|inbound) webhooks?|(?:receive|receives|accept|accepts|consume|listen (?:to|for)) (?:[a-z]+ ){0,2}webhooks?|webhooks? (?:from|of) (?:[A-Za-z]+)|webhooks? that (?:they|it) sends? us',
  ),
  any('webhooks', 'outbound', 'webhooks?|(?:events? )?callbacks? to (?:their|customers|partner)'),
];

const STACK: readonly CuePattern[] = [
  any('stack', 'framework=nestjs', 'nest\\.?js'),
  any('stack', 'framework=fastify', 'fastify'),
  any('stack', 'database=postgresql', 'postgres(?:ql)?'),
  any('stack', 'orm=prisma', 'prisma'),
  any('stack', 'orm=drizzle', 'drizzle(?: orm)?'),
  any('stack', 'queue=bullmq', 'bull ?mq'),
  any('stack', 'queue=rabbitmq', 'rabbit ?mq|amqp'),
  any('stack', 'api=rest-graphql', 'graphql'),
  any('stack', 'auth=oidc', 'oidc|openid(?: connect)?|single sign[- ]on|keycloak|auth0|okta|entra id|azure ad'),
  exact('stack', 'auth=oidc', 'SSO|SAML'),
  exact('stack', 'auth=jwt', 'JWTs?|JSON web tokens?'),
  exact('stack', 'logger=pino', '[Pp]ino'),
  exact('stack', 'logger=winston', '[Ww]inston (?:log|for log)[a-z]*'),
  exact('stack', 'tracing=tempo', '(?:Grafana )?Tempo'),
  exact('stack', 'tracing=jaeger', '[Jj]aeger'),
  any('stack', 'deploy=kubernetes', 'kubernetes|k8s|eks|gke|aks'),
  any(
    'stack',
    'deploy=compose',
    'docker[- ]compose|compose file|(?:one|a single) (?:server|vps|virtual machine|box) (?:is enough|only)',
  ),
  any('stack', 'rollout=canary', 'canary(?: (?:releases?|deployments?|rollouts?))?'),
  any('stack', 'rollout=blue-green', 'blue[-/ ]green'),
  any('stack', 'packageManager=pnpm', 'pnpm'),
  exact('stack', 'packageManager=npm', 'npm'),
];

const UNSUPPORTED: readonly CuePattern[] = [
  any('unsupported', 'database=mysql', 'mysql|mariadb'),
  any('unsupported', 'database=mongodb', 'mongo(?:db)?'),
  any('unsupported', 'database=sql-server', 'sql server|mssql'),
  any('unsupported', 'database=dynamodb', 'dynamo ?db'),
  any('unsupported', 'database=cassandra', 'cassandra|scylladb'),
  exact('unsupported', 'database=oracle', 'Oracle'),
  any('unsupported', 'database=firebase', 'firestore|supabase'),
  any('unsupported', 'queue=kafka', 'kafka|redpanda'),
  exact('unsupported', 'queue=nats', 'NATS'),
  any('unsupported', 'queue=sqs', 'amazon sqs|aws sqs'),
  any('unsupported', 'framework=django', 'django|flask|fastapi'),
  any('unsupported', 'framework=rails', 'ruby on rails'),
  exact('unsupported', 'framework=rails', 'Rails'),
  any('unsupported', 'framework=spring', 'spring boot'),
  any('unsupported', 'framework=laravel', 'laravel|symfony'),
  any('unsupported', 'framework=dotnet', 'asp\\.net|\\.net core'),
  exact('unsupported', 'language=java', 'Java|Kotlin'),
  exact('unsupported', 'language=python', 'Python'),
  exact('unsupported', 'language=php', 'PHP'),
  exact('unsupported', 'language=go', 'Golang|in Go'),
  exact('unsupported', 'language=rust', 'in Rust'),
  any('unsupported', 'api=grpc', 'grpc'),
  any('unsupported', 'deploy=serverless', 'serverless|aws lambda|cloud functions'),
];

const INTEGRATIONS: readonly CuePattern[] = [
  ...VENDORS.map(({ name, pattern }) => exact('integration', name, pattern)),
  ...SERVICES.map(({ name, pattern }) => any('integration', name, pattern)),
];

/** Patterns that are tried together; of those that begin at one place, the first that matches wins. */
export interface CueGroup {
  readonly patterns: readonly CuePattern[];
  /** One capture group for each pattern. */
  readonly regex: RegExp;
}

/** Few expressions with many alternatives: each costs more to compile than a brief to search. Hence no Unicode classes either. */
export const CUE_GROUPS: readonly CueGroup[] = [
  ...[COMPLIANCE, REGIONS, TRAITS, STACK, UNSUPPORTED, INTEGRATIONS].flatMap((patterns) => [
    groupOf(patterns.filter(({ isExact }) => isExact)),
    groupOf(patterns.filter(({ isExact }) => !isExact)),
  ]),
  // Several of these may be said with the same words.
  ...TENANCY.map((pattern) => groupOf([pattern])),
].filter(({ patterns }) => patterns.length > 0);

function groupOf(patterns: readonly CuePattern[]): CueGroup {
  const alternatives = patterns.map(({ source }) => `(${source})`).join('|');
  const flags = patterns[0]?.isExact ? 'g' : 'gi';
  return { patterns, regex: new RegExp(`(?<![A-Za-z0-9])(?:${alternatives})(?![A-Za-z0-9])`, flags) };
}
