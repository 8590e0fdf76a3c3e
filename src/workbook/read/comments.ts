import { parseAddress } from '../address.ts';
import type { ReadComment } from './content.ts';
import { eachElement } from './elements.ts';

/** Reads the comments of a sheet of Excel (`comment`), or the newer ones with answers (`threadedComment`). */
export function commentsIn(text: string, name: string): ReadComment[] {
  const found: ReadComment[] = [];
  let place: { row: number; column: number } | undefined;
  let words = '';
  let isText = false;
  eachElement(text, name, {
    open: (element, { ref = '' }) => {
      if (isComment(element)) [place, words] = [parseAddress(ref), ''];
      if (element === 't' || element === 'text') isText = true;
    },
    text: (data) => {
      if (isText) words += data;
    },
    close: (element) => {
      if (element === 't' || element === 'text') isText = false;
      if (isComment(element) && place && words.trim() !== '') found.push({ ...place, text: words.trim() });
    },
  });
  return found;
}

function isComment(element: string): boolean {
  return element === 'comment' || element === 'threadedComment';
}

/** Reads what stands in the text boxes of a sheet of Excel, each at the cell where it begins. */
export function textBoxesIn(text: string, name: string): ReadComment[] {
  const found: ReadComment[] = [];
  const place = { row: 1, column: 1 };
  let words = '';
  let part = '';
  let isStart = false;
  eachElement(text, name, {
    open: (element) => {
      part = element;
      if (element === 'from') isStart = true;
    },
    text: (data) => {
      if (part === 't') words += data;
      if (isStart && part === 'row') place.row = Number(data) + 1;
      if (isStart && part === 'col') place.column = Number(data) + 1;
    },
    close: (element) => {
      part = '';
      if (element === 'from') isStart = false;
      if (element === 'p') words += ' ';
      if (element !== 'sp') return;
      if (words.trim() !== '') found.push({ ...place, text: words.trim() });
      words = '';
    },
  });
  return found;
}
