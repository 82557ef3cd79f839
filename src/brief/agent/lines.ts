/** The lines of a stream of UTF-8 text. A line longer than `limit` characters is given as `undefined` and not kept. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<string | undefined> {
  const decoder = new TextDecoder();
  let line = '';
  let isTooLong = false;
  for await (const chunk of stream) {
    let rest = decoder.decode(chunk, { stream: true });
    for (let end = rest.indexOf('\n'); end !== -1; end = rest.indexOf('\n')) {
      const whole = line + rest.slice(0, end);
      if (isTooLong || whole.length > limit) yield undefined;
      else if (whole.trim() !== '') yield whole;
      line = '';
      isTooLong = false;
      rest = rest.slice(end + 1);
    }
    line = isTooLong ? '' : line + rest;
    if (line.length > limit) {
      line = '';
      isTooLong = true;
    }
  }
  if (isTooLong) yield undefined;
  else if (line.trim() !== '') yield line;
}
