import type { JSX } from 'preact';

interface Props {
  /** A paragraph of the draft. */
  readonly text: string;
  /** The quotes among the evidence, each on one line. */
  readonly quotes: readonly string[];
}

/** A paragraph in which the words that are evidence already are marked. */
export function Highlighted({ text, quotes }: Props): JSX.Element {
  const pieces: (JSX.Element | string)[] = [];
  let at = 0;
  for (const [from, to] of takenRanges(text, quotes)) {
    pieces.push(
      text.slice(at, from),
      <mark key={from} class="taken">
        {text.slice(from, to)}
      </mark>,
    );
    at = to;
  }
  return (
    <>
      {pieces}
      {text.slice(at)}
    </>
  );
}

/** A paragraph that is part of a longer quote has at least so many characters: shorter ones stand anywhere. */
const leastShared = 12;

/** The parts of a paragraph that quotes have, as offsets in order, without overlaps. */
export function takenRanges(text: string, quotes: readonly string[]): readonly (readonly [from: number, to: number])[] {
  // Where each character of the text on one line stands in the text.
  const offsets: number[] = [];
  let line = '';
  for (let offset = 0; offset < text.length; offset += 1) {
    const isSpace = /\s/.test(text.charAt(offset));
    if (isSpace && (line === '' || line.endsWith(' '))) continue;
    line += isSpace ? ' ' : text.charAt(offset);
    offsets.push(offset);
  }
  const length = line.trimEnd().length;
  const ranges = quotes.flatMap((quote) => {
    const range = sharedRange(line.slice(0, length), quote);
    return range ? [[offsets[range[0]] ?? 0, (offsets[range[1] - 1] ?? 0) + 1] as const] : [];
  });
  const joined: [number, number][] = [];
  for (const [from, to] of ranges.sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/** What a paragraph has of a quote: the whole of either, or the end of the one that is the beginning of the other. */
function sharedRange(line: string, quote: string): readonly [number, number] | undefined {
  const at = quote === '' ? -1 : line.indexOf(quote);
  if (at !== -1) return [at, at + quote.length];
  if (line.length >= leastShared && quote.includes(line)) return [0, line.length];
  for (let length = Math.min(line.length, quote.length) - 1; length >= leastShared; length -= 1) {
    if (quote.startsWith(line.slice(-length))) return [line.length - length, line.length];
    if (quote.endsWith(line.slice(0, length))) return [0, length];
  }
  return undefined;
}
