import { cutsWord } from '../../draft/quotes/edges.ts';
import { labelOf, type Provision } from '../../draft/structure/provision.ts';
import { type DraftLine, unitOf } from './lines.ts';

/** An end of a selection. */
export interface SelectionEnd {
  /** The index of the line. */
  readonly line: number;
  /** In the provision's own text. An end in the number or the heading is at 0. */
  readonly offset: number;
}

/** A piece of evidence: words of the draft, and where they are. */
export interface SelectedQuote {
  /** Empty if the words are in no provision with a label. */
  readonly at: string;
  readonly quote: string;
}

/**
 * The evidence that a selection is: whole words on one line of text, with the label of the innermost provision around them. A selection
 * over several articles is one piece for each: a quote stands in one article.
 * @param from the end that comes first in the draft
 */
export function quotesOf(lines: readonly DraftLine[], from: SelectionEnd, to: SelectionEnd): SelectedQuote[] {
  const pieces: { readonly unit: Provision; readonly lines: DraftLine[]; readonly texts: string[] }[] = [];
  for (let index = from.line; index <= to.line; index += 1) {
    const line = lines[index];
    const words = line && selectedWords(line, index, from, to);
    // A selection that ends before the first word of a line does not reach into it.
    if (!line || words === undefined || (index > from.line && index === to.line && words.trim() === '')) continue;
    const unit = unitOf(line);
    const last = pieces.at(-1);
    if (last?.unit === unit) {
      last.lines.push(line);
      // As the draft has it, with the number before the words.
      last.texts.push([line.provision.marker, line.provision.heading, words].filter(Boolean).join(' '));
    } else if (words.trim() !== '') pieces.push({ unit, lines: [line], texts: [words] });
  }
  return pieces.flatMap(({ lines: of, texts }) => {
    const quote = texts.join(' ').replace(/\s+/g, ' ').trim();
    return /[\p{L}\p{N}]/u.test(quote) ? [{ at: labelOf(commonPath(of)), quote }] : [];
  });
}

/** The words of a line that are selected, whole. */
function selectedWords({ provision: { text } }: DraftLine, index: number, from: SelectionEnd, to: SelectionEnd): string {
  const start = index === from.line ? wordStart(text, from.offset) : 0;
  const end = index === to.line ? wordEnd(text, to.offset) : text.length;
  return text.slice(start, Math.max(start, end));
}

/** Where the word at an offset begins; the offset itself if it is between words. */
function wordStart(text: string, offset: number): number {
  let at = Math.min(offset, text.length);
  while (cutsWord(text, at)) at -= 1;
  return at;
}

function wordEnd(text: string, offset: number): number {
  let at = Math.min(offset, text.length);
  while (cutsWord(text, at)) at += 1;
  return at;
}

/** The provisions around all of the lines, outermost first. */
function commonPath(lines: readonly DraftLine[]): readonly Provision[] {
  const paths = lines.map(({ above, provision }) => [...above, provision]);
  const [first = []] = paths;
  return first.filter((each, depth) => paths.every((path) => path[depth] === each));
}
