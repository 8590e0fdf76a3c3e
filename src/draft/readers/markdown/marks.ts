import { StyleSheet } from '../html/css.ts';
import { hidesWords } from '../html/hidden.ts';
import { sizeOf } from '../html/selectors.ts';
import { variablesIn, withVariables } from '../html/variables.ts';
import { InlineText, type InlineWords } from '../inline.ts';

/** Noncharacters of Unicode, which no text has, around struck words, raised ones, and those that stand in for a picture. */
const [strikeOpen, strikeClose, raiseOpen, raiseClose, altOpen, altClose] = [
  '\ufdd0',
  '\ufdd1',
  '\ufdd2',
  '\ufdd3',
  '\ufdd4',
  '\ufdd5',
] as const;
const anyMark = /([\ufdd0-\ufdd5])/;

/**
 * Replaces the marks of struck and raised words by single characters: `~~ ~~`, CriticMarkup (`{-- --}`, `{++ ++}`,
 * `{~~ ~> ~~}`, `{>> <<}`, `{== ==}`) and HTML elements. Line breaks stay where they are.
 */
export function markStruck(text: string): string {
  const plain = text.replace(/[\ufdd0-\ufdd5]/g, '\ufffd');
  const marked = plain.includes('![') ? markPictures(plain) : plain;
  if (!/~|\{[-+>=]|<\/?[a-z]/i.test(marked)) return marked;
  const sheet = sheetOf(marked);
  const words = ['style', 'script'].reduce(withoutElement, marked);
  return markElements(markTildes(markEdits(words)), sheet);
}

/** `![words](address)` and `![words][name]`: the words stand in for a picture. */
function markPictures(text: string): string {
  return text.replace(
    /(?<!\\)!\[([^\][\n]{0,400})\](?:\((?:[^()\s]|\([^()\s]{0,100}\)){0,400}(?:\s+"[^"\n]{0,200}")?\)|\[[^\][\n]{0,100}\])/g,
    (_, words: string) => altOpen + words + altClose,
  );
}

function struck(words: string): string {
  return strikeOpen + words + strikeClose;
}

/** The marks of CriticMarkup, with what becomes of the words between them. */
const edits: readonly (readonly [open: string, close: string, shown: (words: string) => string])[] = [
  ['{~~', '~~}', substituted],
  ['{--', '--}', struck],
  ['{++', '++}', (words) => words],
  ['{>>', '<<}', struck],
  ['{==', '==}', (words) => words],
];

function markEdits(text: string): string {
  return edits.reduce((marked, [open, close, shown]) => replaceBetween(marked, open, close, shown), text);
}

function substituted(words: string): string {
  const arrow = words.indexOf('~>');
  return arrow === -1 ? words : struck(words.slice(0, arrow)) + words.slice(arrow + 2);
}

/** Searches with indexOf, because a pattern would look through the rest of the text at every unclosed mark. */
function replaceBetween(text: string, open: string, close: string, shown: (words: string) => string): string {
  let [at, replaced] = [0, ''];
  for (let start = text.indexOf(open); start !== -1; start = text.indexOf(open, at)) {
    const end = text.indexOf(close, start + open.length);
    if (end === -1) break;
    replaced += text.slice(at, start) + shown(text.slice(start + open.length, end));
    at = end + close.length;
  }
  return replaced + text.slice(at);
}

/** `~~words~~` within a paragraph, outside code spans; `~words~` too, but not the subscript of `H~2~O`. */
function markTildes(text: string): string {
  const marked = text.replace(
    /`[^`\n]{1,500}`|(?<![\\~])~~(?=\S)((?:(?!\n[^\S\n]*\n)[^~]){1,5000}?)(?<=\S)~~(?!~)/g,
    (whole, inner?: string) => (inner === undefined ? whole : struck(inner)),
  );
  return marked.replace(
    /`[^`\n]{1,500}`|(?<![\\~\p{L}\p{N}])~(?=[^\s~])((?:(?!\n[^\S\n]*\n)[^~]){1,1000}?)(?<=\S)~(?![~\p{L}\p{N}])/gu,
    (whole, inner?: string) => (inner === undefined ? whole : struck(inner)),
  );
}

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly mark: string;
}

/** Struck, hidden and raised elements. A tag without its counterpart is left for what it is. */
function markElements(text: string, sheet: StyleSheet): string {
  const open: { readonly name: string; readonly start: number; readonly end: number; readonly kind: Kind | undefined }[] = [];
  const tags: Tag[] = [];
  for (const match of text.matchAll(/<(\/?)([a-z][a-z0-9]{0,9})\b([^<>]{0,500})>/gi)) {
    const [whole, slash, written = '', attributes = ''] = match;
    const [name, start, end] = [written.toLowerCase(), match.index, match.index + whole.length];
    if (!slash) {
      if (!whole.endsWith('/>') && open.length < 100) open.push({ name, start, end, kind: kindOf(name, attributes, sheet) });
      continue;
    }
    const from = open.findLastIndex((element) => element.name === name);
    const [element] = from === -1 ? [] : open.splice(from);
    if (!element?.kind) continue;
    const [opening, closing] = element.kind === 'struck' ? [strikeOpen, strikeClose] : [raiseOpen, raiseClose];
    tags.push({ start: element.start, end: element.end, mark: opening }, { start, end, mark: closing });
  }
  let at = 0;
  let marked = '';
  for (const { start, end, mark } of tags.sort((a, b) => a.start - b.start)) {
    marked += text.slice(at, start) + mark;
    at = end;
  }
  return marked + text.slice(at);
}

type Kind = 'struck' | 'raised';

/** Elements that no browser shows as text of the page. */
const unseenElements = /^(?:del|s|strike|script|style|template|noscript|textarea|title|iframe|object|datalist)$/;

function kindOf(name: string, written: string, sheet: StyleSheet): Kind | undefined {
  if (unseenElements.test(name)) return 'struck';
  if (name === 'sup') return 'raised';
  if (written.trim() === '' && name !== 'dialog') return undefined;
  const attributes: Record<string, string> = {};
  for (const [, key = '', , quoted, bare = ''] of written.matchAll(/([\w-]+)(?:\s*=\s*(?:(["'])(.*?)\2|([^\s"'>]+)))?/gs))
    attributes[key.toLowerCase()] = quoted ?? bare;
  const { id = '', class: classes = '', style } = attributes;
  const names = classes.split(/\s+/).filter(Boolean);
  const self = { name, id, classes: names, attributes, size: sizeOf(names, attributes) };
  const declared = sheet.declarationsFor(self, [], style);
  const declarations = withVariables(declared, variablesIn(declared, sheet.rootVariables));
  return hidesWords(declarations, attributes, name) ? 'struck' : undefined;
}

/** A text without the elements of a name that has no words, but with their line breaks. */
function withoutElement(text: string, name: string): string {
  const closing = new RegExp(`</${name}\\s*>`, 'gi');
  let [at, rest] = [0, ''];
  for (const { index } of text.matchAll(new RegExp(`<${name}(?=[\\s>])`, 'gi'))) {
    if (index < at) continue;
    closing.lastIndex = index;
    const end = closing.exec(text);
    if (!end) break;
    rest += text.slice(at, index) + text.slice(index, end.index).replace(/[^\r\n]+/g, '');
    at = closing.lastIndex;
  }
  return rest + text.slice(at);
}

/** The rules of the style sheets in a text. */
function sheetOf(text: string): StyleSheet {
  const sheet = new StyleSheet();
  for (const [, rules = ''] of text.matchAll(/<style[^<>]{0,200}>([^<]{1,100000})<\/style>/gi)) sheet.add(rules);
  return sheet;
}

export interface MarkdownWords extends InlineWords {
  /** The words that stand in for pictures. */
  readonly alternatives: readonly string[];
}

/** Separates the marked words of paragraphs, which must come in document order: a struck stretch may go on in the next one. */
export class MarkedWords {
  #struckDepth = 0;
  #raisedDepth = 0;

  read(text: string): MarkdownWords {
    if (this.#struckDepth === 0 && !anyMark.test(text)) return { text, struck: [], alternatives: [] };
    const words = new InlineText();
    const alternatives: string[] = [];
    let isAlternative = false;
    for (const part of text.split(anyMark)) {
      if (part === strikeOpen) this.#struckDepth += 1;
      else if (part === strikeClose) this.#struckDepth = Math.max(0, this.#struckDepth - 1);
      else if (part === raiseOpen) this.#raisedDepth += 1;
      else if (part === raiseClose) this.#raisedDepth = Math.max(0, this.#raisedDepth - 1);
      else if (part === altOpen || part === altClose) isAlternative = part === altOpen;
      else if (isAlternative && this.#struckDepth === 0) alternatives.push(part.trim());
      else words.add(part, { struck: this.#struckDepth > 0, raised: this.#raisedDepth > 0 });
    }
    return { ...words.finish(), alternatives: alternatives.filter((each) => /\p{L}/u.test(each)) };
  }
}
