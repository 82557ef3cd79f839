import type { Design, EntityDesign } from '../../../design/model.js';
import { shellWord } from '../../../text/escape.js';
import { code } from '../words.js';

export interface FirstRequests {
  readonly requestLead: string;
  readonly requests: { readonly says: string; readonly command: string }[];
}

const base = 'http://127.0.0.1:3000';
const authorized = '-H "authorization: Bearer $token"';
const json = "-H 'content-type: application/json'";

/** What to ask the running development server first. */
export function firstRequests({ entities, roles }: Design): FirstRequests {
  const roots = entities.filter(({ tenantScoped, parent }) => tenantScoped && !parent);
  const created = roots.find(isFree);
  const listed = created ?? roots[0];
  const route = `/api/v1${listed?.route ?? '/users'}`;
  const other = roles.find(({ name }) => name !== 'owner');
  return {
    requestLead: `With ${code(route)} as the example, while the development server runs:`,
    requests: [
      { says: 'Sign in, and keep the token:', command: signIn('owner') },
      {
        says: `Read the first of the ${listed?.names.textMany ?? 'users'}:`,
        command: `curl -s '${base}${route}?limit=2' ${authorized}`,
      },
      ...(created ? [creation(created)] : []),
      ...(other
        ? [
            {
              says: `See what ${code(other.name)} may do, as that account:`,
              command: `${signIn(other.name)}\n\ncurl -s ${base}/api/v1/auth/me ${authorized}`,
            },
          ]
        : []),
    ],
  };
}

/** Whether a row can be made without another one. */
function isFree({ writable, references, links, samples }: EntityDesign): boolean {
  return writable && links.length === 0 && samples.length > 0 && references.every(({ optional }) => optional);
}

function creation({ names, route, samples }: EntityDesign): FirstRequests['requests'][number] {
  const body = shellWord(JSON.stringify(samples.at(-1) ?? {}));
  return {
    says: `Create ${names.article} ${names.textOne}; the answer is 201 with its ${code('location')}:`,
    command: `curl -si ${base}/api/v1${route} ${authorized} \\\n  ${json} \\\n  -d ${body}`,
  };
}

function signIn(role: string): string {
  const body = `{"email":"${role}@acme.test","password":"correct-horse-battery-staple"}`;
  return [
    `token=$(curl -s ${base}/api/v1/auth/login ${json} \\`,
    `  -d '${body}' |`,
    `  node -pe 'JSON.parse(fs.readFileSync(0, "utf8")).accessToken')`,
  ].join('\n');
}
