import { westernDigits } from '../structure/numbers/numerals.ts';
import { invisibleCharacter } from './edges.ts';
import { arabicLayout } from './vowel-signs.ts';

/** Stands for a hyphen at the end of a line, which may or may not be part of the word. */
export const lineEndHyphen = '\u0001';

/** A text in a form that does not depend on layout, with the way back to the original. */
export interface Canonical {
  readonly text: string;
  /** The offset in the original of each character of `text`, and of the end. */
  readonly offsets: Int32Array;
}

const ligatures: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
  '…': '...',
  // Signs of other scripts for the same punctuation. The Chinese 、 is not a comma.
  '،': ',',
  '؛': ';',
  '؟': '?',
  '٪': '%',
  '。': '.',
  // Russian texts print the one letter for the other.
  ё: 'е',
  Ё: 'Е',
};
const quoteMarks = /["'`´“”„‟‘’‚‛«»‹›′″「」『』﹁﹂﹃﹄〝〞〟＂＇]/u;
const dashes = /[-‐‑‒–—―−－]/u;
/** Arabic letters in the forms that they have within a word, as some PDF files store them. */
const presentationForm = /[\ufb50-\ufbff\ufe80-\ufefc]/u;
const noSpaceBefore = new Set([...';:!?%.,)]'].map((sign) => sign.charCodeAt(0)));

const space = 32;
const quoteMark = 39;
const dash = 45;
const hyphen = 0x2010;
/** `№ 152` and `№152`. */
const numero = 0x2116;
const lineEndHyphenCode = lineEndHyphen.charCodeAt(0);

/**
 * Brings a text into canonical form: one space for any white space, one sign for all quotation marks and one for all dashes,
 * letters for ligatures and full-width forms, no spaces around quotation marks and dashes, before punctuation, or beside Chinese
 * characters; no Arabic vowel signs; the digits 0 to 9 for those of other scripts. A hyphen at the end of a line becomes
 * `lineEndHyphen`. Case and punctuation are kept, because "may" for "shall" is another text, and so is "Shall".
 */
export function canonical(text: string): Canonical {
  // Ligatures and the ellipsis become up to three characters.
  const writer = new CanonicalWriter(text.length + 2 * (text.match(/[ﬀ-ﬆ…\ufb50-\ufbff\ufe80-\ufefc]/gu)?.length ?? 0) + 1);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isAsciiLetterOrDigit(code)) writer.add(code, index);
    else if (code === space || code === 10 || code === 160) writer.addSpace();
    else if ((code === dash || code === hyphen) && isLineEndHyphen(text, index)) {
      writer.add(lineEndHyphenCode, index);
      index = skipSpace(text, index + 1) - 1;
    } else addSpecial(writer, text[index] ?? '', index);
  }
  return writer.finish(text.length);
}

function addSpecial(writer: CanonicalWriter, character: string, index: number): void {
  const code = character.charCodeAt(0);
  let form = forms.get(code);
  if (form === undefined) {
    form = formOf(character);
    forms.set(code, form);
  }
  if (form === ' ') writer.addSpace();
  else for (let each = 0; each < form.length; each++) writer.add(form.charCodeAt(each), index);
}

/** The canonical form of each character that is no plain letter or digit, once it has been seen. */
const forms = new Map<number, string>();

/** The canonical form of a character: a space for white space; empty for an invisible one. */
function formOf(character: string): string {
  if (/\s/.test(character)) return ' ';
  if (invisibleCharacter.test(character) || arabicLayout.test(character)) return '';
  if (quoteMarks.test(character)) return String.fromCharCode(quoteMark);
  if (dashes.test(character)) return String.fromCharCode(dash);
  return character.charCodeAt(0) < 128 ? character : (ligatures[character] ?? foldWidth(character));
}

/** Collects characters with their offsets, and leaves out the spaces that layout decides. */
class CanonicalWriter {
  readonly #codes: Uint16Array;
  readonly #offsets: Int32Array;
  #length = 0;
  #hasSpace = false;

  constructor(capacity: number) {
    this.#codes = new Uint16Array(capacity);
    this.#offsets = new Int32Array(capacity);
  }

  addSpace(): void {
    this.#hasSpace = true;
  }

  add(code: number, offset: number): void {
    const last = this.#length === 0 ? -1 : (this.#codes[this.#length - 1] ?? -1);
    if (
      this.#hasSpace &&
      last !== -1 &&
      !hasNoSpaceAround(last) &&
      !hasNoSpaceAround(code) &&
      !hasNoSpaceBefore(code) &&
      last !== numero
    ) {
      this.#push(space, offset);
    }
    this.#hasSpace = false;
    // `` and '' are one quotation mark, -- is one dash.
    if (last === code && (code === quoteMark || code === dash)) return;
    this.#push(code, offset);
  }

  finish(end: number): Canonical {
    this.#offsets[this.#length] = end;
    return {
      text: utf16.decode(this.#codes.subarray(0, this.#length)),
      offsets: this.#offsets.subarray(0, this.#length + 1),
    };
  }

  #push(code: number, offset: number): void {
    this.#codes[this.#length] = code;
    this.#offsets[this.#length] = offset;
    this.#length += 1;
  }
}

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

function isAsciiLetterOrDigit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** Quotation marks, dashes, line-end hyphens, and Chinese and Japanese characters, which are written without spaces. */
function hasNoSpaceAround(code: number): boolean {
  return code === quoteMark || code === dash || code === lineEndHyphenCode || isUnspaced(code);
}

function isUnspaced(code: number): boolean {
  return code >= 0x2e80 && code < 0xd800 && !(code >= 0xa000 && code < 0xd7b0);
}

/** Punctuation. French sets a space before some of it, other languages do not. */
function hasNoSpaceBefore(code: number): boolean {
  return noSpaceBefore.has(code);
}

/** Whether the hyphen at an index divides a word at the end of a line: there are letters on both sides, and a lower-case one comes next. */
function isLineEndHyphen(text: string, index: number): boolean {
  return /\p{L}/u.test(text[index - 1] ?? '') && /^[^\S\n]*\n\s*\p{Ll}/u.test(text.slice(index + 1, index + 20));
}

function skipSpace(text: string, from: number): number {
  let index = from;
  while (/\s/.test(text[index] ?? '')) index += 1;
  return index;
}

/** Half-width and full-width characters, Arabic letters in their forms, and digits of other scripts as ordinary ones. Signs such as º and ² are kept. */
function foldWidth(character: string): string {
  const folded = character.normalize('NFKC');
  if (presentationForm.test(character)) return /^\p{L}+$/u.test(folded) ? folded : character;
  if (/[\uff01-\uff5e]/.test(character)) return folded;
  if (/[\uff00-\uffef]/.test(character)) return /^[\p{L}\p{N}]+$/u.test(folded) ? folded : character;
  return westernDigits(character);
}
