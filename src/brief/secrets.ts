/** A passage that looks like a secret. */
export interface Secret {
  /** What it seems to be, e.g. `AWS access key`. */
  readonly kind: string;
  /** 1-based. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

interface Pattern {
  readonly kind: string;
  /** Every repetition is bounded, so that the time is linear whatever the text. Group 1 is the secret, if there is one. */
  readonly regex: RegExp;
  readonly isSecret?: (value: string) => boolean;
}

/** Keys that their vendors gave a shape of their own. */
const VENDOR_KEYS: readonly Pattern[] = [
  { kind: 'Anthropic API key', regex: /\bsk-ant-[\w-]{16,300}/g },
  { kind: 'OpenAI API key', regex: /\bsk-(?:proj-|svcacct-|admin-)?[\w-]{20,300}/g, isSecret: isRandom },
  { kind: 'AWS access key', regex: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g },
  { kind: 'GitHub token', regex: /\b(?:gh[pousr]_[A-Za-z0-9]{30,255}|github_pat_\w{22,255})/g },
  { kind: 'GitLab token', regex: /\bglpat-[\w-]{20,100}/g },
  { kind: 'Stripe key', regex: /\b(?:[sr]k_(?:live|test)_[A-Za-z0-9]{10,250}|whsec_[A-Za-z0-9+/]{20,250})/g },
  { kind: 'Slack token', regex: /\bxox[abeoprs]-[A-Za-z0-9-]{10,250}/g },
  { kind: 'Slack webhook', regex: /\bhooks\.slack\.com\/services\/[\w/]{20,120}/g },
  { kind: 'Google API key', regex: /\b(?:AIza[\w-]{35}|ya29\.[\w-]{20,300}|GOCSPX-[\w-]{20,60})/g },
  { kind: 'SendGrid key', regex: /\bSG\.[\w-]{16,40}\.[\w-]{16,80}/g },
  { kind: 'Twilio key', regex: /\b(?:SK|AC)[0-9a-f]{32}\b/g },
  { kind: 'Mailgun key', regex: /\bkey-[0-9a-f]{32}\b/g },
  { kind: 'Shopify token', regex: /\bshp(?:at|ca|pa|ss)_[A-Fa-f0-9]{32}\b/g },
  { kind: 'npm token', regex: /\bnpm_[A-Za-z0-9]{36}\b/g },
  { kind: 'Hugging Face token', regex: /\bhf_[A-Za-z0-9]{30,60}\b/g },
  { kind: 'DigitalOcean token', regex: /\bdo[opr]_v1_[a-f0-9]{64}\b/g },
  { kind: 'Telegram bot token', regex: /\b\d{8,10}:[\w-]{35}\b/g },
  { kind: 'JSON web token', regex: /\beyJ[\w-]{8,1000}\.[\w-]{8,4000}(?:\.[\w-]{4,1000})?/g },
  { kind: 'bearer token', regex: /\bBearer\s{1,3}([\w.~+/=-]{20,1000})/g, isSecret: isRandom },
];

const NAMES =
  'password|passwd|passphrase|pwd|secret|secret[ _-]?key|client[ _-]?secret|api[ _-]?key|apikey|access[ _-]?key|account[ _-]?key|private[ _-]?key|auth[ _-]?token|access[ _-]?token|refresh[ _-]?token|token|credentials?';

/** `password: hunter2`, `DB_PASSWORD=…`, `"apiKey": "…"`, `the password is …`. */
const ASSIGNMENTS: readonly Pattern[] = [
  {
    kind: 'password or key',
    regex: new RegExp(`(?:${NAMES})["'\`*]{0,3}\\s{0,3}[:=]\\s{0,3}["'\`]([^"'\`\\n]{4,200})["'\`]`, 'gi'),
    isSecret: (value) => !isPlaceholder(value) && !/\s/.test(value),
  },
  {
    kind: 'password or key',
    regex: new RegExp(`(?:${NAMES})=([^\\s"'\`]{4,300})`, 'gi'),
    isSecret: (value) => !isPlaceholder(value),
  },
  {
    kind: 'password or key',
    regex: new RegExp(`(?:${NAMES})["'\`*]{0,3}(?:\\s{0,3}[:=]\\s{0,3}|\\s{1,3}is\\s{1,3})([^\\s"'\`]{4,300})`, 'gi'),
    isSecret: isRandom,
  },
];

/** The part with the user and the password of `postgres://user:password@host/database`. */
const CONNECTION: Pattern = {
  kind: 'connection string with a password',
  regex: /\b[A-Za-z][A-Za-z0-9+.-]{1,20}:\/\/([^\s:/@]{0,100}:\S{1,200})@(?=[\w.[-])/g,
};

/** Everything in a text that looks like a secret, in order; passages do not overlap. Texts that came through `cleanBrief` have none left. */
export function findSecrets(text: string): Secret[] {
  const found = [
    ...privateKeys(text),
    ...[...VENDOR_KEYS, CONNECTION, ...ASSIGNMENTS].flatMap((each) => matches(text, each)),
  ];
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const lineOf = lineCounter(text);
  const secrets: Secret[] = [];
  let end = 0;
  for (const each of found) {
    if (each.start < end) continue;
    end = each.end;
    // A secret that is longer than its pattern reads on.
    while (end < text.length && /[\w+/=~-]/.test(text[end]!)) end += 1;
    secrets.push({ ...each, end, line: lineOf(each.start) });
  }
  return secrets;
}

type Found = Omit<Secret, 'line'>;

function matches(text: string, { kind, regex, isSecret }: Pattern): Found[] {
  return [...text.matchAll(regex)].flatMap((match) => {
    const value = (match[1] ?? match[0]).replace(/[.,;:)\]}'"`]+$/, '');
    if (isSecret && !isSecret(value)) return [];
    const start = match.index + match[0].indexOf(match[1] ?? match[0]);
    return value.length < 3 ? [] : [{ kind, start, end: start + value.length }];
  });
}

/** From `-----BEGIN … PRIVATE KEY-----` to its end; without an end, the lines of base64 after it. */
function privateKeys(text: string): Found[] {
  const found: Found[] = [];
  const isBase64 = /[A-Za-z0-9+/=\s:,-]/;
  let done = 0;
  for (const { index, 0: head } of text.matchAll(/-----BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----/g)) {
    if (index < done) continue;
    let end = index + head.length;
    while (end < text.length && isBase64.test(text[end]!) && !text.startsWith('-----END', end)) end += 1;
    const tail = /^-----END [A-Z0-9 ]{0,30}-----/.exec(text.slice(end, end + 80));
    if (tail) end += tail[0].length;
    found.push({ kind: 'private key', start: index, end });
    done = end;
  }
  return found;
}

/** What stands where a secret would, and is none. */
function isPlaceholder(value: string): boolean {
  return (
    /^(?:<|\$\{|\{\{|\[|%|process\.env|env\.|\*{3}|x{3,}|\.{3}|…)/i.test(value) ||
    /^(?:required|optional|string|text|none|null|true|false|min|max|hashed|encrypted|varchar|unique|secret|token|password)\b/i.test(
      value,
    )
  );
}

const TECHNICAL =
  /^(?:oauth-?2(?:\.\d)?|bcrypt|argon2(?:id|i|d)?|scrypt|pbkdf2|sha-?\d+|md5|hmac\S*|base64|[hre]s\d{3}|ed25519|pkcs\S*|uuid\S{0,3}|aes-?\d+\S*|rsa-?\d+|x509|e2e|2fa|\d+-?(?:char\w*|digits?|bits?|min\w*|days?|hours?|h|s)?)$/i;

/** Letters and digits, or letters and signs, mixed as people and machines make secrets, and no technical term. */
function isRandom(value: string): boolean {
  if (isPlaceholder(value) || TECHNICAL.test(value) || /^https?:/.test(value)) return false;
  return /[A-Za-z]/.test(value) && (/\d/.test(value) || /[!@#$%^&*+=~]/.test(value));
}

function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let seen = 0;
  return (at) => {
    for (; seen < at; seen += 1) if (text.charCodeAt(seen) === 10) line += 1;
    return line;
  };
}
