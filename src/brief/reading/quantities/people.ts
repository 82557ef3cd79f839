import type { Around, Finding, Reader } from './context.js';

const PEOPLE =
  /^(?:users?|people|persons?|customers?|clients?|shoppers?|buyers?|sellers?|members?|employees?|staff|workers?|agents?|students?|pupils?|learners?|teachers?|instructors?|drivers?|couriers?|riders?|passengers?|patients?|doctors?|nurses?|therapists?|visitors?|guests?|players?|readers?|viewers?|listeners?|subscribers?|salespeople|marketers?|technicians?|volunteers?|donors?|residents?|renters?|parents?|athletes?|applicants?|candidates?|recruiters?|freelancers?|consumers?|attendees?|participants?|respondents?|merchandisers?|dispatchers?|operators?|accountants?|lawyers?|moderators?|authors?|editors?|hosts?|travell?ers?|cyclists?|runners?|citizens?|sessions?)$/;
/** Nouns of people by their ending, for where the sentence says that they do something at once. */
const PEOPLE_ENDING = /(?:[^d]ers|eers|[dt]ors|ists|ians|ees|men|women|people)$/;

const STRONG_TENANTS =
  /^(?:tenants?|organi[sz]ations?|companies|businesses|merchants|shops|stores|brands|workspaces|firms|agencies|enterprises|smes|startups|retailers|vendors)$/;
const WEAK_TENANTS =
  /^(?:clinics|schools|hotels|restaurants|gyms|clubs|studios|practices|salons|teams|landlords|communities|municipalities|churches|charities|nonprofits|associations|venues|universities|hospitals|pharmacies|dealers|dealerships|garages|workshops|farms|kitchens|franchisees|cafes|bakeries|libraries|museums|operators|academies|colleges|cooperatives|kindergartens|publishers|manufacturers|councils|spaces|growers)$/;
const ENGINEERS = /^(?:engineers?|developers?|devs?|programmers?)$/;

export const CONCURRENT =
  /\b(?:concurren\w*|simultaneous\w*|at once|at (?:the |any )?(?:same|one|given|any) (?:time|moment|instant|given)|in the same (?:second|minute)|at (?:any )?peak|peak|in parallel|logged in at|online at|busiest|busy (?:evening|day|morning|hour|night))\b/;

/** `10K concurrent users`, `350 companies`, `200 of them`. */
export const people: Reader = (around) => {
  const { counted, after, before, numeral, brief } = around;
  if (numeral.currency) return undefined;
  const back = /^\s+(?:of (?:them|these|those)|so far|already|in the first|at launch)\b/.exec(after);
  if (back) return referredTo(around, back[0].length);
  const are =
    /^\s+(?:are|will be|may be|can be) (?:online|active|connected|logged in|in it|using it)\b/.exec(after) ??
    /^\s+(?:[a-z]+ing )?(?:at once|at the same (?:time|moment)|concurrently|simultaneously|in parallel)\b/.exec(after);
  if (are && isConcurrent(around)) {
    return [{ kind: 'concurrentUsers', value: whole(numeral.value), quote: around.quote(are[0].length), of: 'users' }];
  }
  const head = counted.findIndex(
    ({ lower }) =>
      PEOPLE.test(lower) || STRONG_TENANTS.test(lower) || WEAK_TENANTS.test(lower) || ENGINEERS.test(lower),
  );
  const isAtOnce = isConcurrent(around);
  const byEnding = isAtOnce ? counted.findIndex(({ lower }) => PEOPLE_ENDING.test(lower)) : -1;
  const index = head >= 0 ? head : byEnding;
  const noun = counted[index];
  if (!noun) return team(around);
  const length = noun.end - numeral.end;
  const of = noun.lower;
  const finding = (kind: Finding['kind']): Finding[] => [
    { kind, value: whole(numeral.value), quote: around.quote(length), of },
  ];
  if (
    /\b(?:compan(?:y|ies)|teams?|agencies|firms?|groups?|organi[sz]ations?|business(?:es)?|schools?|offices?) (?:of|with|between)\s+(?:about |up to )?$/.test(
      before,
    )
  )
    return [{ kind: 'other', value: numeral.value, quote: around.quote(length), of }];
  // "40 users per company" is no number of the whole system.
  if (
    /^\s*(?:per|each|in each|at each|\/)\s/.test(after.slice(length)) &&
    !/^\s*(?:per|each|\/)\s?(?:day|month|week|year|hour|minute|second)/.test(after.slice(length))
  )
    return [{ kind: 'other', value: numeral.value, quote: around.quote(length), of }];
  if (ENGINEERS.test(of)) {
    const isTrade = /^(?:field|service|sales|support|site|maintenance|network)$/.test(counted[index - 1]?.lower ?? '');
    return finding(isTrade || numeral.value > 300 || isAtOnce ? (isAtOnce ? 'concurrentUsers' : 'users') : 'engineers');
  }
  const isStrong = STRONG_TENANTS.test(of) && !(brief.isAboutRent && /^tenants?$/.test(of));
  if (
    isStrong ||
    (WEAK_TENANTS.test(of) &&
      !/\b(?:we|our company|i|which|company|group|chain|business)\s+(?:run|own|operate|have|are|has|runs|owns|operates)\s*$/.test(
        before,
      ) &&
      !/\b(?:our|all|the)\s*$/.test(before))
  ) {
    return finding('tenants');
  }
  if (WEAK_TENANTS.test(of)) return [{ kind: 'other', value: numeral.value, quote: around.quote(length), of }];
  if (/^(?:people|persons?|staff)$/.test(of) && builds(around)) return finding('engineers');
  if (/^(?:customers|clients)$/.test(of) && /\beach (?:with|of|has|gets)\b/.test(after)) return finding('tenants');
  if (isAtOnce) return finding('concurrentUsers');
  // Few people that somebody speaks of in passing are no measure of the system.
  return numeral.value >= 5
    ? finding('users')
    : [{ kind: 'other', value: numeral.value, quote: around.quote(length), of }];
};

/** "At the same moment" belongs to the last number before it. */
function isConcurrent({ before, after }: Around): boolean {
  const next = after.search(/\d/);
  return (
    CONCURRENT.test(next < 0 ? after : after.slice(0, next)) ||
    /\b(?:peak(?: of| load of|:)?|concurren\w*|at once)\W*(?:[a-z]+\W+){0,3}$/.test(before)
  );
}

function builds({ sentence, numeral }: Around): boolean {
  return (
    numeral.value <= 100 &&
    /\b(?:build|builds|building|maintain|develop|engineering|code|operate (?:it|this)|run (?:it|this)|running it)\b/.test(
      sentence,
    )
  );
}

/** `a team of five`, `our team is 4 people`, `a 6-person team`. */
function team(around: Around): Finding[] | undefined {
  const { before, after, numeral, sentence } = around;
  const isTeam =
    /\bteam (?:of|is|has|:)\s*(?:about |only |just )?$/.test(before) ||
    /^-?\s?(?:person|people|engineer)s? (?:engineering |dev(?:elopment)? )?team\b/.test(after);
  if (
    !isTeam ||
    numeral.value > 100 ||
    !/\b(?:we|our|us|builds?|runs?|maintains?|engineer\w*|develop\w*)\b/.test(sentence)
  )
    return undefined;
  return [
    { kind: 'engineers', value: whole(numeral.value), quote: around.quote(/^-\w+ \w+/.exec(after)?.[0].length ?? 0) },
  ];
}

/** "… companies: 350 of them": the noun before. */
function referredTo(around: Around, length: number): Finding[] | undefined {
  const { before, numeral } = around;
  const nouns = before.match(/[a-z]+s\b|people|staff/g) ?? [];
  // The subject of the sentence more often than the last noun: "agencies that place workers (35 of them)".
  const noun = nouns.find((word) => STRONG_TENANTS.test(word) || WEAK_TENANTS.test(word) || PEOPLE.test(word));
  if (noun === undefined) return undefined;
  const isTenant = STRONG_TENANTS.test(noun) || WEAK_TENANTS.test(noun);
  const kind = isTenant ? 'tenants' : isConcurrent(around) ? 'concurrentUsers' : 'users';
  return [{ kind, value: whole(numeral.value), quote: around.quote(length), of: noun }];
}

const whole = (value: number) => Math.max(1, Math.round(value));
