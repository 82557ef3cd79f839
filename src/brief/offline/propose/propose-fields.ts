import { camelCase } from '../../../text/case.js';
import { singular } from '../../../text/plural.js';
import { reservedFieldName } from '../../../text/reserved.js';
import type { Sentence, Word } from '../../reading/reading.js';
import type { Candidate, Mention } from './candidates.js';

type Fields = Record<string, string>;

/** What fields that are often named hold, by the last word of their name. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^(?:name|title|label)$/, 'string(160)'],
  [/^(?:description|note|comment|remark|text|detail|summary|finding|observation|instruction)$/, 'text?'],
  [/^(?:price|cost|amount|fee|budget|value|salary|total|revenue|rent|deposit|fine)$/, 'money min 0'],
  [/^(?:email|mail)$/, 'email personal'],
  [/^(?:phone|telephone|mobile)$/, 'phone? personal'],
  [/^(?:address|street)$/, 'string(300)? personal'],
  [/^(?:birthday|birthdate)$/, 'date? personal'],
  [/^(?:date|deadline|day)$/, 'date'],
  [/^(?:time|timestamp)$/, 'datetime'],
  [/^(?:duration)$/, 'duration?'],
  [
    /^(?:weight|height|width|length|depth|distance|size|volume|temperature|humidity|speed|area|rate|yield)$/,
    'decimal(12, 3)? min 0',
  ],
  [/^(?:age|count|quantity|capacity|score|rating|level|position|rank|floor|year|age)$/, 'int? min 0'],
  [/^(?:photo|image|picture|file|attachment|scan|recording|video)$/, 'file?'],
  [/^(?:url|link|website|homepage)$/, 'url?'],
  [/^(?:number|code|serial)$/, 'string(64)'],
  [
    /^(?:type|kind|category|color|colour|location|place|city|country|species|breed|model|brand|unit|result|reason|status|state)$/,
    'string(120)?',
  ],
];

const EVENT =
  /(?:tion|sion|ment|visit|harvest|feeding|check|delivery|trip|session|meeting|treatment|repair|reading|log|report|survey|audit|test)$/;

/** Fields guessed from the words near a thing; a name, or a date and notes for what happens, where nothing is said. */
export function fieldsOf(
  candidate: Candidate,
  sentences: readonly Sentence[],
  isThing: (word: Word) => boolean,
): Fields {
  const said: Fields = {};
  for (const mention of candidate.mentions) {
    const sentence = sentences[mention.sentence]!;
    for (const word of listedAfter(sentence, mention)) {
      if (isThing(word)) continue;
      const isText = /^(?:note|comment|remark|detail|instruction)s$/.test(word.lower);
      const name = camelCase(isText ? word.lower : singular(word.lower));
      const type = TYPES.find(([pattern]) => pattern.test(singular(word.lower)))?.[1];
      if (type === undefined || reservedFieldName(name) !== undefined) continue;
      said[name] ??= /^string\b/.test(type) && isUnique(sentence, word) ? `${type.replace('?', '')} unique` : type;
    }
    const states = statesIn(sentence, mention);
    if (states) said.status = `enum(${states.join(', ')}) = ${states[0]!}`;
  }
  const isEvent = EVENT.test(candidate.name);
  const usual: Fields = isEvent ? { date: 'date', notes: 'text?' } : { name: 'string(160)', notes: 'text?' };
  const hasName = 'name' in said || 'title' in said;
  const { name, ...others } = usual;
  return { ...(name === undefined || hasName ? {} : { name }), ...said, ...pickMissing(others, said) };
}

const pickMissing = (usual: Fields, said: Fields): Fields =>
  Object.fromEntries(Object.entries(usual).filter(([key]) => !(key in said) && !(singular(key) in said)));

const INTRODUCING = new Set([
  'has',
  'have',
  'with',
  'including',
  'includes',
  'contains',
  'record',
  'stores',
  'gets',
  'needs',
]);
const LISTING =
  /^(?:an?|the|its|their|and|or|of|one|some|optional|unique|also|as|well|start|end|birth|due|first|last)$/;

/** "A hive has a name, a location and a date of purchase": the words of the list that follows. */
function listedAfter({ words, quote }: Sentence, { to }: Mention): Word[] {
  if (!INTRODUCING.has(words[to]?.lower ?? '')) return [];
  const listed: Word[] = [];
  for (const word of words.slice(to + 1, to + 40)) {
    const gap =
      quote.text
        .slice(0, word.start - quote.start)
        .trimEnd()
        .at(-1) ?? '';
    if (/[.;:]/.test(gap)) break;
    if (LISTING.test(word.lower) || word.negated) continue;
    if (/^(?:is|are|can|may|must|that|which|who|where|when|if|but|for|in|on|by|to|has|have)$/.test(word.lower)) break;
    listed.push(word);
  }
  return listed;
}

/** "A name that is unique", "a unique name". */
function isUnique({ words }: Sentence, word: Word): boolean {
  const at = words.indexOf(word);
  return words.slice(Math.max(0, at - 1), at + 4).some(({ lower }) => lower === 'unique');
}

const MOST_STATES = 8;

/** "A hive is active, sick or dead", "its status is open or closed" → the states, in the order of the sentence. */
function statesIn({ words, quote }: Sentence, { to }: Mention): string[] | undefined {
  const next = words
    .slice(to, to + 3)
    .map(({ lower }) => lower)
    .join(' ');
  const verb = /^(?:is|are)(?= )|^(?:can|may|must) be(?= |$)|^(?:is|are) either/.exec(next)?.[0];
  if (verb === undefined) return undefined;
  const first = words[to + verb.split(' ').length];
  if (!first) return undefined;
  const rest = quote.text.slice(first.start - quote.start, first.start - quote.start + 300);
  const list =
    /^(?:either )?([a-z][a-z -]{1,24}(?:, [a-z][a-z -]{1,24})*,? or [a-z][a-z -]{1,24}?)(?=[.;:,!?)]|$| (?:and|when|until|by|in|at|on|for|after|before)\b)/i.exec(
      rest.replaceAll(/\s+/g, ' '),
    )?.[1];
  if (list === undefined) return undefined;
  const states = list.split(/,? or |, /).map((text) => text.trim());
  const names = states.map(camelCase);
  const isShort = states.every(
    (state) => state.split(' ').length <= 2 && !/^(?:an?|the|not|more|less|at)\b/.test(state),
  );
  const areNames = names.every((name) => /^[a-z][A-Za-z0-9]*$/.test(name) && name.length <= 30);
  const isFit = names.length >= 2 && names.length <= MOST_STATES && new Set(names).size === names.length;
  return isShort && areNames && isFit ? names : undefined;
}
