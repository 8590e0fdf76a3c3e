import { foldedLatin, printedLatin } from '../structure/numbers/latin.ts';
import { fold } from '../structure/numbers/markers.ts';
import type { Citation } from './types.ts';
import { annexLabels, groupLabels, ownLabels, unnumberedLabels } from './vocabulary.ts';

/** What stands between an amending provision and the one that it inserts in a label. */
export const inserting = ', inserting ';

const words = [...ownLabels].sort((a, b) => b.length - a.length).map((word) => word.replace('.', '\\.'));
const numberWord = '[uú]nic[oa]|unique|preliminar|preliminary|preliminaire';
/** Word, number and numbers in brackets: `art. 14(2)(b)`, `sched.(1)`, `art. L. 123-4`, `sec. 2 bis(1)`, `para. 3.1`. */
const part = new RegExp(
  `^(${words.join('|')}|disp\\. \\p{L}+)?(?:(?:^|\\s)((?:[LRDA]\\. \\*?)?(?:\\d(?:[\\p{L}\\d.:*/^-]*[\\p{L}\\d])?|\\p{L}{1,2}|[IVXLCDMivxlcdm]{1,12}(?:-?[A-Za-z\\d]{1,3})?|${numberWord})(?:\\s(?:${printedLatin}))?(?:\\s[A-Z]{1,2})?))?((?:\\([^()]+\\))*)$`,
  'u',
);

/** Every quote is held against the labels around it, so that most labels are read many times. */
const known = new Map<string, Citation | undefined>();
/** Labels. More than any law has. */
const mostKnown = 50_000;

/** Reads one of our own labels as a citation; undefined for a heading without a number, and for anything else. */
export function citationOfLabel(label: string): Citation | undefined {
  if (known.has(label)) return known.get(label);
  const citation = readLabel(label);
  if (known.size >= mostKnown) known.clear();
  known.set(label, citation);
  return citation;
}

function readLabel(label: string): Citation | undefined {
  const own = readOwnLabel(label);
  const end = label.indexOf(', ');
  if (own || end === -1) return own;
  // `EP mandate, art. 9(2)`: a provision in a column of a table that sets versions side by side.
  const inner = readOwnLabel(label.slice(end + 2));
  return inner && { ...inner, columns: [fold(label.slice(0, end))] };
}

function readOwnLabel(label: string): Citation | undefined {
  if (label === '') return undefined;
  if (unnumberedLabels.has(label)) return { word: label, numbers: [] };
  if (label === 'preamble') return { word: label, numbers: [] };
  const [outer = '', inserted] = label.split(inserting);
  const whole = chain(outer);
  if (!whole || inserted === undefined) return whole;
  const inner = chain(inserted);
  return inner && { ...whole, inserting: inner };
}

/** `annex I, art. 2` is one provision inside another; a group such as `chap. II` before a comma only says where the provision is. */
function chain(label: string): Citation | undefined {
  let outer: Citation | undefined;
  for (const text of label.split(', ')) {
    const own = citationOfPart(text);
    if (!own) return undefined;
    if (!outer) outer = own;
    else if (annexLabels.has(outer.word)) outer = { ...outer, numbers: [...outer.numbers, ...own.numbers] };
    else if (groupLabels.has(outer.word)) outer = { ...own, within: [...(outer.within ?? []), withoutWithin(outer)] };
    else return undefined;
  }
  return outer;
}

function withoutWithin({ word, numbers }: Citation): Citation {
  return { word, numbers };
}

function citationOfPart(text: string): Citation | undefined {
  const match = part.exec(text);
  if (!match) return undefined;
  const [, word = '', number = '', brackets = ''] = match;
  const inner = [...brackets.matchAll(/\(([^()]+)\)/g)].flatMap(([, each = '']) => levelsOf(each));
  const numbers = [...(number ? levelsOf(number) : []), ...inner];
  if (numbers.length === 0 && !annexLabels.has(word)) return undefined;
  return { word: word.replace(/^disp\. /, 'disp-'), numbers };
}

/** The numbers in a label, spelled as in citations: `2 bis` as `2bis`, `L. 123-4` as `l123-4`, `3.1` as 3 and 1. */
function levelsOf(number: string): string[] {
  const spelled = fold(number)
    .replace(/^([lrda])\. /, '$1')
    .replace(/\s/g, '')
    .replace(new RegExp(`-(?=(?:${foldedLatin})$)`), '');
  return /^\d+(?:\.\p{L}?\d*\p{L}{0,2})+$/u.test(spelled) ? spelled.split('.') : [spelled];
}
