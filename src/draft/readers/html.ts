import { Parser } from 'htmlparser2';
import { CompassError } from '../../source/problem.ts';
import type { Block } from '../block.ts';
import { lineFinder } from './line-finder.ts';

const blockElements = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const unread = new Set('script style noscript template head nav select button svg math object iframe textarea title'.split(' '));

/** No page nests its elements this deep. */
const maxDepth = 2000;

/**
 * A web page: the words as a browser would show them. Scripts are never run and nothing is fetched.
 * @throws CompassError where it nests too deep
 */
export function readHtml(text: string, source: string): Block[] {
  const lineAt = lineFinder(text);
  const blocks: Block[] = [];
  const lists: { ordered: boolean; type: string; next: number }[] = [];
  let words = '';
  let hasWords = false;
  let start = 0;
  let heading = false;
  /** How deep one is in an element that is not read. */
  let hidden = 0;
  let marker = '';
  const stack: { name: string; hides: boolean }[] = [];

  const flush = (): void => {
    const shown = words
      .replace(/[^\S\u00a0\n]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    if (shown !== '') {
      blocks.push({ text: marker + shown, place: { line: lineAt(start) }, ...(heading && { heading: true }) });
      marker = '';
    }
    words = '';
    hasWords = false;
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      const className = attributes['class'] ?? '';
      const hides = unread.has(name) || isUnreadClass(className) || 'hidden' in attributes;
      stack.push({ name, hides });
      if (stack.length > maxDepth) throw CompassError.of('too-deep', source);
      if (hides) hidden += 1;
      if (hidden > 0) return;
      if (name === 'br') words += '\n';
      if (!blockElements.has(name)) return;
      flush();
      // Of the elements that are blocks only h1 to h6 have a digit.
      if (/\d/.test(name)) heading = true;
      if (name === 'ol' || name === 'ul') {
        lists.push({ ordered: name === 'ol', type: attributes['type'] ?? '1', next: Number(attributes['start'] ?? 1) || 1 });
      }
      const list = lists.at(-1);
      if (name === 'li' && list?.ordered) {
        if (/^\d+$/.test(attributes['value'] ?? '')) list.next = Number(attributes['value']);
        marker = `${listNumber(list.next, list.type)} `;
        list.next += 1;
      }
    },
    ontext(data) {
      if (hidden > 0) return;
      if (!hasWords) start = parser.startIndex + Math.max(0, data.search(/\S/));
      hasWords ||= /\S/.test(data);
      // A line break in the source is white space; one that is shown comes from <br>.
      words += data.replaceAll('\n', ' ');
    },
    onclosetag(name) {
      const opened = stack.pop();
      if (opened?.hides) {
        hidden -= 1;
        return;
      }
      if (hidden > 0 || !blockElements.has(name)) return;
      flush();
      if (/\d/.test(name)) heading = false;
      if (name === 'ol' || name === 'ul') lists.pop();
      if (name === 'li') marker = '';
    },
  });
  parser.write(text);
  parser.end();
  flush();
  return blocks;
}

/** Footnotes and what is only there for the screen, but not the number that points to a note. `oj-note` is the Official Journal's. */
function isUnreadClass(className: string): boolean {
  return (
    /(?:^|[\s_-])(?:oj-note|footnotes?|endnotes?|noprint|visually-hidden|sr-only)(?:$|[\s_-])/i.test(className) &&
    !/(?:^|[\s_-])(?:oj-note-tag|footnote-ref|footnote-back)(?:$|\s)/i.test(className)
  );
}

/** The number that a browser puts before an item of a list. */
function listNumber(value: number, type: string): string {
  if (type === 'a' || type === 'A') {
    const letter = value <= 26 ? String.fromCharCode(96 + value) : String.fromCharCode(96 + value - 26).repeat(2);
    return `(${type === 'a' ? letter : letter.toUpperCase()})`;
  }
  if (type === 'i' || type === 'I') return `(${type === 'i' ? toRoman(value) : toRoman(value).toUpperCase()})`;
  return `${value}.`;
}

/** A number from 1 to 3999 in small Roman digits. */
export function toRoman(value: number): string {
  const steps: [number, string][] = [
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ];
  let rest = value;
  let roman = '';
  for (const [size, letters] of steps) {
    while (rest >= size) {
      roman += letters;
      rest -= size;
    }
  }
  return roman;
}
