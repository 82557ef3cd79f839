/** What is said when a brief asks for something else than a backend. */
const GAME =
  'The brief describes a game; this tool designs backends. Say what its server keeps: players, scores, matches.';
const PAGE =
  'The brief describes a web page without data behind it; this tool designs backends. Say what is stored and who changes it.';
const SCREENS =
  'The brief describes screens only; this tool designs backends. Say what the screens show, where it is stored and who changes it.';
const TEXT = 'The brief asks for a text; this tool designs backends. Say what a system should store, and who uses it.';
const CODE =
  'The brief is source code; this tool designs backends from words. Say in a few sentences who uses the system, and what they do with it.';
const SCRIPT =
  'The brief asks for a script or a program without users; this tool designs backends. Say what is stored and who changes it.';

/** A backend in so many words. */
const BACKEND =
  /\b(?:back[- ]?ends?|apis?|servers?(?!less)|databases?|saas|multi-?tenant|endpoints?|webhooks?|crm|erp|platform|web ?service|microservices?|admin panel|dashboard for (?:staff|managers|admins)|log ?in|sign ?(?:in|up)|accounts?)\b/gi;
const DENIED_BACKEND =
  /\b(?:no|without(?: an?| any)?|not need an?|don['’]t need an?|neither an?|nor an?)\s+(?:back[- ]?end|server|database|api|login|log-?in|accounts?|sign[- ]?in)\b/gi;
const WHOLE_DENIAL = /\b(?:no|without(?: an?| any)?)\s+(?:back[- ]?end|server|database)\b/i;

/** What backends keep; two different ones make a page or a game one with a backend. */
const KEPT =
  /\b(?:customer|order|booking|reservation|appointment|user|member|payment|invoice|ticket|product|inventor|subscription|course|student|patient|employee|matchmaking|leaderboard|purchase|shipment|contract|project|account|record)\w{0,3}\b/gi;

const OTHERS: readonly { readonly regex: RegExp; readonly message: string }[] = [
  {
    regex:
      /\b(?:platformer|shoot(?:er|'em up)|first-person|roguelike|jump[- ]and[- ]run|side-?scroller|tower defen[cs]e|puzzle game|arcade game|video ?game|card game|board game prototype|unity|unreal engine|godot|game engine|sprites?)\b|\b(?:a|an|my|our|the|this|simple|small|2d|3d|browser|mobile|online)\s+(?:[a-z0-9-]+\s+)?game\b(?!\s+(?:shop|store|studio|club|rental|library|company|publisher|backend|server))/i,
    message: GAME,
  },
  {
    regex:
      /\b(?:landing page|static (?:web ?)?(?:site|page)s?|one[- ]page(?:r| (?:web ?)?site)|portfolio (?:web ?)?(?:site|page)|personal (?:web ?)?(?:site|homepage)|home ?page|single (?:web )?page with|brochure (?:web)?site|html page|wedding (?:page|site|website))\b/i,
    message: PAGE,
  },
  {
    regex:
      /\b(?:(?:only|just) (?:the )?(?:ui|user interface|screens?|front-?end)|front-?end only|ui only|(?:ui|screen|mobile) (?:design|mock-?ups?)|figma|wireframes?|css|tailwind|icon set|logo)\b/i,
    message: SCREENS,
  },
  {
    regex:
      /\b(?:(?:write|need|draft|compose) (?:me |us )?(?:an?|the|some) (?:[a-z-]+ ){0,3}(?:essay|poem|story|article|letter|speech|song|blog post|novel|haiku|press release|cover letter|cv|resume)|essay (?:about|on)|poem about|slide deck|slides for)\b/i,
    message: TEXT,
  },
  {
    regex:
      /\b(?:(?:shell|bash|python|excel|google sheets?) (?:script|macro|formula)|regular expression that|command[- ]line (?:tool|utility) (?:that|which|to) (?:rename|convert|sort|count|resize)s?|browser extension)\b/i,
    message: SCRIPT,
  },
];

/** Whether a brief asks for something that is no backend, and what to say then. `prose`: the text without code. */
export function notABackend(prose: string, codeLength: number): string | undefined {
  const words = prose.match(/\p{L}+/gu)?.length ?? 0;
  if (codeLength > 200 && words < 15) return CODE;
  if (words > 0 && looksLikeCode(prose)) return CODE;
  // A page of text about orders may speak of a game; only what is said first or in a short brief decides.
  const other = OTHERS.find(({ regex }) => regex.test(words <= 120 ? prose : prose.slice(0, 300)));
  if (!other) return undefined;
  if (WHOLE_DENIAL.test(prose)) return other.message;
  const sure = prose.replace(DENIED_BACKEND, ' ').match(BACKEND)?.length ?? 0;
  const kept = new Set(
    prose
      .toLowerCase()
      .match(KEPT)
      ?.map((word) => word.slice(0, 5)) ?? [],
  ).size;
  return sure > 0 || kept >= 2 ? undefined : other.message;
}

/** Most lines end as those of programs do. */
function looksLikeCode(prose: string): boolean {
  const lines = prose.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 5) return false;
  const code = lines.filter((line) =>
    /[;{})\]]\s*$|^\s*(?:import|from|def|class|function|const|let|var|return|if|for|#include|public|private|package|using|@)\b.*[^.]$|=>\s*$|\(\)|<\/?[a-z]+[^>]{0,200}>/.test(
      line,
    ),
  );
  return code.length > lines.length * 0.6;
}
