import { EMPTY_NOUNS } from './lexicon.js';
import { isThing, type Tagged } from './tags.js';

/** Headings and labels under which stands what is not to be built. */
const EXCLUDING_HEADING =
  /\b(?:out[ -]of[ -]scope|beyond (?:the )?scope|non[- ]?goals?|no[- ]goals?|not (?:included|in scope|needed|required|part of|planned|wanted|now|yet|in (?:the )?(?:first|v1|mvp|this|phase))|won['’]?t (?:have|do|build)|will not (?:have|do|build)|what (?:it|we|this)(?: is| are|) ?(?:not|don['’]?t|won['’]?t|does not|do not)|exclu(?:ded|sions)|explicitly not|left out|leave out|(?:for|in a|much|maybe) later|later (?:versions?|phases?|releases?|on)|(?:phase|version|release|v) ?(?:2|3|two|three)|second (?:phase|version|release)|future (?:versions?|work|ideas|phases?|releases?)|someday|post[- ](?:mvp|launch)|anti[- ]?(?:goals|requirements))\b|^(?:later|future|not|no|never|without)$/i;

/** Whether what stands under a heading is ruled out, e.g. "Out of scope", "Later", "What we don’t need". */
export function excludes(heading: string): boolean {
  const plain = heading.replace(/[*_:#]/g, '').trim();
  return EXCLUDING_HEADING.test(plain) && !/\b(?:nothing|not) (?:is )?out of scope\b/i.test(plain);
}

/** For every word of a sentence whether it names something that the brief rules out. */
export function negations(words: readonly Tagged[], source: string): boolean[] {
  const negated = words.map(() => false);
  const mark = ([from, to]: Span) => {
    for (let at = from; at < to; at += 1) negated[at] = true;
  };
  for (let at = 0; at < words.length; at += 1) {
    const span = labelSpan(words, at, source) ?? forwardSpan(words, at) ?? backwardSpan(words, at);
    if (span) mark(span);
  }
  return negated;
}

/** Indexes of words; the end is not part of it. */
type Span = readonly [from: number, to: number];

/** "Out of scope: payments, chat." and "Later: an app." – everything after the colon. */
function labelSpan(words: readonly Tagged[], at: number, source: string): Span | undefined {
  const { gap } = words[at]!;
  if (at === 0 || at > 8 || !gap.includes(':')) return undefined;
  return excludes(source.slice(words[0]!.start, words[at - 1]!.end)) ? [at, words.length] : undefined;
}

/** Who can need or leave out a feature: those who wrote the brief, and what is to be built. */
const MAKERS =
  /^(?:we|i|it|this|there|nobody|system|product|platform|app|application|software|version|release|mvp|service|customers?|team|they|you)$/;
const WANTING =
  /^(?:need|want|have|require|plan|support|offer|include|build|use|sell|handle|process|store|keep|expect|see|provide|cover|manage|add|touch|hold|do|needed|wanted|implement|ship|care|deal|bother|replace|run|track|collect|take|accept)$/;

function forwardSpan(words: readonly Tagged[], at: number): Span | undefined {
  const { lower } = words[at]!;
  const next = words[at + 1];
  const before = words[at - 1];
  if (!next) return undefined;
  switch (lower) {
    case 'no':
      return /^(?:one|longer|later|more|less|fewer|sooner|matter|two|other|show|shows|need|way|doubt|idea|brainer|code)$/.test(
        next.lower,
      )
        ? next.lower === 'need' && /^(?:for|of|to)$/.test(words[at + 2]?.lower ?? '')
          ? featureSpan(words, at + 3, 'list')
          : undefined
        : before?.lower === 'of' || (before?.lower === 'but' && isAboutSight(words, at))
          ? undefined
          : featureSpan(words, at + 1, 'list');
    case 'without':
      if (/^(?:a|an|the|this|that|their|its|it|them|having|being)$/.test(next.lower)) return undefined;
      if (next.lower.endsWith('ing') && next.tag === 'verb') return undefined;
      return isDenied(words, at) ? undefined : featureSpan(words, next.lower === 'any' ? at + 2 : at + 1, 'list');
    case 'neither':
      return featureSpan(words, at + 1, 'list');
    case 'nor':
      return isDenied(words, at) ? featureSpan(words, at + 1, 'list') : undefined;
    case 'excluding':
      return featureSpan(words, at + 1, 'list');
    case 'skip':
    case 'omit':
    case 'exclude':
      return before === undefined || /^(?:we|to|please|can|should|will|and)$/.test(before.lower)
        ? featureSpan(words, at + 1, 'list')
        : undefined;
    case 'leave':
      return next.lower === 'out' ? featureSpan(words, at + 2, 'list') : undefined;
    case 'instead':
    case 'rather':
      return /^(?:of|than)$/.test(next.lower) && words[at + 2]?.tag !== 'verb'
        ? featureSpan(words, at + 2, 'one')
        : undefined;
    case 'not':
      return notSpan(words, at);
    case 'later':
    case 'eventually':
    case 'someday':
      // "Later we want a shop": from the first word of its clause on.
      return isClauseStart(words, at) && /^(?:we|i|there|a|an|the|maybe|perhaps|on|it)$/.test(next.lower)
        ? [at + 1, clauseEnd(words, at + 1)]
        : undefined;
    default:
      if (/^(?:don't|doesn't|won't|didn't|needn't|never)$/.test(lower)) return wantSpan(words, at);
      return undefined;
  }
}

/** "Managers see their people, but no bank details" is about rights. */
function isAboutSight(words: readonly Tagged[], at: number): boolean {
  return words
    .slice(Math.max(0, at - 12), at)
    .some(({ lower }) => /^(?:sees?|reads?|looks?|access|edits?|changes?)$/.test(lower));
}

function notSpan(words: readonly Tagged[], at: number): Span | undefined {
  const next = words[at + 1]!;
  const before = words[at - 1];
  if (
    /^(?:only|just|merely|simply|least|all|every|everyone|everybody|even|yet|be|always|necessarily|so|too|if|when|until)$/.test(
      next.lower,
    )
  )
    return undefined;
  if (before && /^(?:do|does|did|will|would|shall)$/.test(before.lower)) return wantSpan(words, at);
  // "This is not a marketplace", "We are not a bank".
  if (before && /^(?:is|are|we're|it's)$/.test(before.lower)) {
    const subject = before.lower.includes("'") ? before : words[at - 2];
    const isAboutUs =
      subject !== undefined && /^(?:this|it|we|we're|it's|that|product|system|app|platform)$/.test(subject.lower);
    return isAboutUs && /^(?:a|an)$/.test(next.lower) ? featureSpan(words, at + 2, 'one') : undefined;
  }
  // "We track orders, not payments."
  const isContrast = before === undefined || words[at]!.gap !== '' || /^(?:and|but)$/.test(before.lower);
  return isContrast && (isThing(next.tag) || next.tag === 'determiner' || next.tag === 'adjective')
    ? featureSpan(words, at + 1, 'list')
    : undefined;
}

/** "We don’t need payments", "the first version will not have chat"; not "a driver does not see other drivers". */
function wantSpan(words: readonly Tagged[], at: number): Span | undefined {
  const verb = words[at + 1];
  if (!verb || !WANTING.test(verb.lower)) return undefined;
  const subject = subjectOf(words, at);
  if (subject !== undefined && !MAKERS.test(subject.lower)) return undefined;
  if (subject && /^(?:customers?|they|you)$/.test(subject.lower) && !/^(?:need|want|require)$/.test(verb.lower))
    return undefined;
  if (/^(?:we|i|nobody)$/.test(subject?.lower ?? '') === false && verb.lower === 'see') return undefined;
  const from = /^(?:to|with|about|any)$/.test(words[at + 2]?.lower ?? '') ? at + 3 : at + 2;
  const isVerbAgain = words[from]?.tag === 'verb';
  return featureSpan(words, isVerbAgain ? from + 1 : from, 'list');
}

/** The last pronoun or noun before a verb in its clause. */
function subjectOf(words: readonly Tagged[], at: number): Tagged | undefined {
  for (let n = at - 1; n >= 0 && n >= at - 6; n -= 1) {
    const word = words[n]!;
    if (word.tag === 'pronoun' || isThing(word.tag) || word.lower === 'this') return word;
    if (words[n + 1]!.gap !== '') return undefined;
  }
  return undefined;
}

/**
 * What a negation covers from `from` on: a phrase of nouns; for a `list` also those that commas, "and" and "or" add to it. Nothing,
 * when a verb follows: then the sentence is a rule ("no team sees the lists of another") and excludes no feature.
 */
function featureSpan(words: readonly Tagged[], from: number, extent: 'one' | 'list'): Span | undefined {
  let end = phraseEnd(words, from);
  if (end === from || !words.slice(from, end).some(({ tag }) => isThing(tag) || tag === 'adjective' || tag === 'verb'))
    return undefined;
  if (extent === 'list') end = listEnd(words, end);
  return isRule(words, end) ? undefined : [from, end];
}

/** End of a list of phrases that is joined by commas and ends with "and" or "or"; the end of the first phrase when it is no list. */
function listEnd(words: readonly Tagged[], firstEnd: number): number {
  let end = firstEnd;
  let joined = firstEnd;
  for (;;) {
    const word = words[end];
    if (!word || !/^[,/()*&"“”]{0,2}$/.test(word.gap)) break;
    const isJoin = /^(?:and|or|nor)$/.test(word.lower);
    if (!isJoin && !/[,/&]/.test(word.gap)) break;
    const from = isJoin ? end + 1 : end;
    if (/^(?:no|not|without|only|just|simple|with|but)$/.test(words[from]?.lower ?? '')) break;
    const next = phraseEnd(words, /^any$/.test(words[from]?.lower ?? '') ? from + 1 : from);
    if (next <= from || startsSentence(words, from, next)) break;
    end = next;
    if (isJoin || /[/&]/.test(word.gap)) joined = end;
  }
  return joined;
}

/** Whether the words are the subject of a verb: "no payments, users manage …". */
function startsSentence(words: readonly Tagged[], from: number, end: number): boolean {
  return (
    words[from]!.tag === 'pronoun' || isRule(words, end) || words.slice(from, end).some(({ tag }) => tag === 'pronoun')
  );
}

/** A phrase of at most eight words without verb, pronoun or pause, with what "of", "for", "in" and the like add to it. */
function phraseEnd(words: readonly Tagged[], from: number): number {
  let end = from;
  while (end < words.length && end - from < 8) {
    const { tag, gap, lower } = words[end]!;
    if (end > from && gap !== '' && !/^["“”'‘’*_`-]{1,3}$/.test(gap)) break;
    const isInside =
      isThing(tag) || /^(?:adjective|adverb|number)$/.test(tag) || (tag === 'determiner' && end === from);
    const isLink = tag === 'preposition' && end > from && /^(?:of|for)$/.test(lower) && words[end + 1] !== undefined;
    const isGerund = tag === 'verb' && (lower.endsWith('ing') || (end === from && !lower.endsWith('s')));
    if (!isInside && !isLink && !isGerund) break;
    end += 1;
  }
  return end;
}

/** Words after which a denial is one of a feature all the same: "no payments are needed". */
const NEEDED = /^(?:needed|required|planned|wanted|necessary|expected|included|supported|part)$/;

function isRule(words: readonly Tagged[], end: number): boolean {
  for (let at = end; at < words.length && at < end + 6; at += 1) {
    const { tag, gap, lower } = words[at]!;
    if (/[.;:!?–—,()]/.test(gap) || gap.includes(' - ') || tag === 'conjunction') return false;
    if (lower === 'without') return true;
    if (tag === 'be') return !words.slice(at + 1, at + 4).some((word) => NEEDED.test(word.lower));
    if (tag === 'auxiliary' && lower !== 'to') return true;
    if (tag === 'verb' && at === end && !/(?:ed|ing)$/.test(lower)) return true;
    if (tag === 'preposition' || tag === 'pronoun') continue;
  }
  return false;
}

/** "nobody wins a deal without …", "never … without …": what stands before denies already. */
function isDenied(words: readonly Tagged[], at: number): boolean {
  for (let n = at - 1; n >= 0 && n >= at - 40; n -= 1) {
    const { lower } = words[n]!;
    if (
      /^(?:no|not|never|nobody|none|neither|cannot|nothing|can't|don't|doesn't|won't|isn't|aren't|mustn't)$/.test(lower)
    )
      return true;
    if (/[.;:]/.test(words[n + 1]!.gap)) return false;
  }
  return false;
}

/** "Payments are out of scope", "chat is not needed", "an app comes later": what stands before it in the clause. */
function backwardSpan(words: readonly Tagged[], at: number): Span | undefined {
  if (!isRuledOutAt(words, at)) return undefined;
  let from = at;
  let hasThing = false;
  while (from > 0 && at - from < 24) {
    const word = words[from - 1]!;
    if (from < at && /[.;:!?–—()]/.test(words[from]!.gap)) break;
    if (word.tag === 'pronoun' || word.tag === 'auxiliary' || word.tag === 'be') break;
    if (word.tag === 'verb' && hasThing && !word.lower.endsWith('ing')) break;
    if (word.tag === 'conjunction' && !/^(?:and|or)$/.test(word.lower)) break;
    // "Invoices are sent by mail, and payments …": what stands before the comma has a verb of its own.
    if (from < at && words[from]!.gap.includes(',') && hasVerb(words, from)) break;
    if (isThing(word.tag)) hasThing = true;
    from -= 1;
  }
  return hasThing ? [from, at] : undefined;
}

const DELAYED =
  /\b(?:comes?|follows?|added|built|introduced|done|planned|wait|maybe|perhaps|possibly|for|until|till|come|follow|be) later$/;

const OUTSIDE =
  /^(?:(?:is|are|will be|was|were|be|stays?|remains?) )?(?:explicitly |clearly |all |both |also |completely )?(?:out of scope|out of the scope|beyond scope|excluded|left out|off the table|for later|done elsewhere|handled elsewhere)/;
const DENIED =
  /^(?:is not|are not|isn't|aren't|not|will not be|won't be|was not|were not|is never|are never) (?:yet |really |currently |actually |going to be )?(?:needed|required|necessary|wanted|included|planned|supported|in scope|part of|a goal|a requirement|a priority|relevant|asked for|offered|built|our (?:job|concern|business|problem)|in the first|in (?:v1|mvp|version one|version 1|phase one|phase 1|this)|in the mvp|for now|for the first|now)/;

/** Whether the predicate that begins at a word rules its subject out. */
function isRuledOutAt(words: readonly Tagged[], at: number): boolean {
  const { lower, tag, gap } = words[at]!;
  const mayBegin =
    tag === 'be' ||
    tag === 'auxiliary' ||
    /^(?:not|out|later|comes?|follows?|can|needs?|in|elsewhere|maybe|perhaps|does|do|stays?|excluded)$/.test(lower);
  if (!mayBegin || at === 0) return false;
  const rest = restOfClause(words, at);
  if (
    /^(?:is|are|isn't|aren't|will be|was|were|stays?|remains?)? ?(?:not |never )(?:not |never )?(?:optional|negotiable)/.test(
      rest,
    )
  )
    return false;
  if (OUTSIDE.test(rest) || DENIED.test(rest)) return true;
  if (/^(?:does not|do not|doesn't|don't) (?:apply|matter|concern|belong)/.test(rest)) return true;
  if (
    /^(?:can|may|must|should|will|has to|have to)? ?wait\b/.test(rest) &&
    !/^wait (?:for|in|at|on)\b/.test(rest) &&
    /^(?:can|may|will|should)/.test(rest)
  )
    return true;
  if (
    /^(?:(?:is|are|will be|come|comes|follow|follows|planned|added) )*in (?:a (?:later|second|future)|the (?:second|next)|later|future|phase (?:2|3|two|three)|version (?:2|3|two|three)|v2|v3)\b/.test(
      rest,
    )
  )
    return true;
  const until = /^(?:.{0,40} )?later$/.exec(rest.split(' ').slice(0, 6).join(' '));
  if (!until || rest.split(' ').length > 6) return false;
  // "chat later", "an app may come later"; not "arrives later" or "three days later".
  if (lower === 'later')
    return (
      gap !== '' ||
      (isThing(words[at - 1]!.tag) && !hasVerb(words, at) && !EMPTY_NOUNS.has(words[at - 1]!.lower.replace(/s$/, '')))
    );
  return (
    (tag === 'be' || tag === 'auxiliary' || /^(?:comes?|follows?|maybe|perhaps)$/.test(lower)) && DELAYED.test(rest)
  );
}

function hasVerb(words: readonly Tagged[], at: number): boolean {
  return words
    .slice(Math.max(0, at - 12), at)
    .some(({ tag }) => tag === 'verb' || tag === 'be' || tag === 'auxiliary' || tag === 'pronoun');
}

/** The words from `at` to the next pause, in lower case. */
function restOfClause(words: readonly Tagged[], at: number): string {
  const rest = [words[at]!.lower];
  for (let n = at + 1; n < words.length && rest.length < 10; n += 1) {
    if (/[.,;:!?–—()]/.test(words[n]!.gap)) break;
    rest.push(words[n]!.lower);
  }
  return rest.join(' ');
}

function isClauseStart(words: readonly Tagged[], at: number): boolean {
  return at === 0 || /[.,;:!?–—(]/.test(words[at]!.gap) || /^(?:and|but)$/.test(words[at - 1]!.lower);
}

function clauseEnd(words: readonly Tagged[], from: number): number {
  let end = from + 1;
  while (end < words.length && !/[.;:!?–—()]/.test(words[end]!.gap) && words[end]!.lower !== 'but') end += 1;
  return end;
}
