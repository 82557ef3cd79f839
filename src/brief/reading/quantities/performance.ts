import { SECONDS, UNITS_PER_MONTH, type Reader } from './context.js';

/** `500 requests per second`, `2 million requests a day`, `300 rps`, `20,000 readings a minute`. */
export const requests: Reader = ({ numeral, after, quote }) => {
  const short = /^\s?(?:rps|qps|tps|req(?:s|uests?)?\s?\/\s?s(?:ec(?:ond)?)?)\b/.exec(after);
  if (short) return [{ kind: 'requestsPerSecond', value: numeral.value, quote: quote(short[0].length) }];
  const match =
    /^\s?(?:[a-z-]+ ){0,2}?(requests?|reqs?|api calls?|calls?|hits|page views|queries|messages|events|readings|pings|positions|updates|measurements|data points|points|writes|reads|transactions|scans|taps|searches|lookups)\s*(?:\/|per|a|an|each|every)\s*(second|sec|s|minute|min|hour|day|month)\b/.exec(
      after,
    );
  if (!match) return undefined;
  const [all, noun, unit] = match as unknown as [string, string, string];
  const isRequest = /^(?:req|api|hit|page|call)/.test(noun);
  // Messages a day are rows; only a stream of them says something about requests.
  if (!isRequest && !/^(?:s|sec|second|min|minute)$/.test(unit)) return undefined;
  const value = numeral.value / SECONDS[unit]!;
  const notes = [
    isRequest ? undefined : `Each of the ${noun} is taken as one request.`,
    /^(?:hour|day|month)$/.test(unit) ? `${all.trim()} is taken as an average over the whole ${unit}.` : undefined,
  ].filter((note) => note !== undefined);
  return [
    {
      kind: 'requestsPerSecond',
      value: Number(value.toPrecision(4)),
      quote: quote(all.length),
      ...(notes.length > 0 ? { note: notes.join(' ') } : {}),
    },
  ];
};

/** `10 000 orders a day`, with what is counted. */
export const rows: Reader = ({ numeral, after, counted, quote }) => {
  const noun = counted.findLast(({ tag }) => tag === 'noun');
  if (!noun || numeral.currency) return undefined;
  const rest = after.slice(noun.end - numeral.end);
  const match = /^\s*(?:\/|per|a|an|each|every)\s*(day|week|month|year)\b/.exec(rest);
  if (
    !match ||
    /^(?:users?|people|customers?|visitors?|members?|dollars?|euros?|times?|hours?|days?|usd|eur|gb|tb|percent)$/.test(
      noun.lower,
    )
  )
    return undefined;
  const value = Math.max(1, Math.round(numeral.value * UNITS_PER_MONTH[match[1]!]!));
  return [{ kind: 'rowsPerMonth', value, of: noun.lower, quote: quote(noun.end - numeral.end + match[0].length) }];
};

/** `p95 below 250 ms`, `answer within two seconds`. */
export const latency: Reader = ({ numeral, before, after, sentence, quote }) => {
  const unit = /^\s?(ms|milliseconds?|msec|s|secs?|seconds?)\b/.exec(after);
  if (!unit) return undefined;
  const isMillis = unit[1]!.startsWith('m');
  const near = `${before.slice(-80)} ${after.slice(0, 60)}`;
  const about =
    /\b(?:latenc\w*|respon\w+|p9\d|p50|95th|99th|percentile|answers?|answered|loads?|page|pages|reads?|search\w*|lists?|quer\w+|api|requests?|fast)\b/;
  const isStrong = /\b(?:latenc\w*|respon\w+|p9\d|95th|99th|percentile|answers?|answered|loads?|pages?)\b/.test(near);
  const isOther =
    /\b(?:time ?outs?|retr\w+|poll\w*|every|heartbeat|video|clip|session|expir\w*|holds?|reports?|exports?|imports?|sync\w*|mails?|emails?|webhooks?|deliver\w*|notif\w*|push\w*|dispatch\w*)\b/.test(
      near,
    );
  const isBound =
    /\b(?:under|below|within|in|less than|than|at most|of|to|is|at|max\w*|target:?|<|≤|latency:?|p9\d:?)\s*$|[<≤:=]\s*$/.test(
      before,
    );
  if (
    (!isBound && !isStrong) ||
    !(isMillis ? about.test(sentence) : isStrong) ||
    (isOther && !/\b(?:p9\d|latenc\w*|respon\w+)\b/.test(near))
  )
    return undefined;
  const value = Math.max(1, Math.round(isMillis ? numeral.value : numeral.value * 1000));
  const percentile = /\bp(50|99|999)\b|\b(99|50)th\b|\b(average|mean|median)\b/.exec(near)?.[0];
  return [
    {
      kind: 'latencyMs',
      value,
      quote: quote(unit[0].length),
      ...(percentile ? { note: `${value} ms is asked for as ${percentile}; it is taken as the 95th percentile.` } : {}),
    },
  ];
};

/** `99.9 % uptime`. */
export const availability: Reader = ({ numeral, before, after, quote }) => {
  const unit = /^\s?(?:%|per ?cent\b)/.exec(after);
  if (!unit || numeral.value < 90 || numeral.value > 100) return undefined;
  const near = `${before.slice(-80)} ${after.slice(unit[0].length, 60)}`;
  const isSaid =
    /\b(?:availab\w*|uptime|up-time|sla|reachable|up (?:and running|of the time)|online|outages?|of the time)\b/.test(
      near,
    );
  const isBare =
    numeral.value >= 99 && !Number.isInteger(numeral.value) && !/^\s?of\b/.test(after.slice(unit[0].length));
  return isSaid || isBare
    ? [{ kind: 'availabilityPercent', value: Math.min(numeral.value, 99.999), quote: quote(unit[0].length) }]
    : undefined;
};

/** `2 TB of documents`. */
export const data: Reader = ({ numeral, before, after, quote }) => {
  const unit = /^\s?(gb|gib|tb|tib|pb|gigabytes?|terabytes?|petabytes?)\b/.exec(after);
  if (!unit || /\b(?:up to|at most|max\w*|limit of|per file)\s*$/.test(before)) return undefined;
  const factor = { g: 1, t: 1024, p: 1024 * 1024 }[unit[1]![0] as 'g' | 't' | 'p'];
  return [{ kind: 'dataGb', value: numeral.value * factor, quote: quote(unit[0].length) }];
};
