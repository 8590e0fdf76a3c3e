import type { Read } from '../../block.ts';
import { type Ink, isPale, isUnseen, PaleWords, picture } from '../ink.ts';
import { symbolOfField } from '../symbols.ts';
import { Colors } from './colors.ts';
import { colorWords, type Destination, destinations, signs, symbols, textBox } from './control-words.ts';
import { Fonts } from './fonts.ts';
import { ParagraphWriter } from './paragraphs.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A field: words that a word processor computes. */
interface Field {
  code: string;
  hasResult: boolean;
}

interface State {
  destination: Destination;
  field: Field | undefined;
  font: number;
  strike: boolean;
  deleted: boolean;
  hidden: boolean;
  raised: boolean;
  /** Half points. */
  size: number;
  /** The colours of the words, behind them, and behind their paragraph: numbers in the table of colours, 0 for none. */
  color: number;
  background: number;
  paragraphBackground: number;
  inBox: boolean;
  heading: boolean;
  inTable: boolean;
  /** Where the Unicode form of the words of this group goes, whose other form is skipped. */
  unicode: Destination | undefined;
  /** How many characters stand in for one that is given by its Unicode number. */
  fallback: number;
}

/** Half points. */
const [usualSize, tinySize] = [24, 2];
/** Groups deeper than this are read as one: a guard against hostile files. */
const maxDepth = 2000;

/**
 * A Rich Text Format file as blocks. Deleted, struck and hidden words are apart; footnotes are notes.
 * @throws CompassError if it has too many paragraphs
 */
export function readRtf(bytes: Uint8Array, name: string): Read {
  return new RtfReader(name).run(latin1(bytes));
}

class RtfReader {
  readonly #fonts = new Fonts();
  readonly #writer: ParagraphWriter;
  readonly #colors = new Colors();
  readonly #pale = new PaleWords();
  #hasPageColor = false;
  /** The numbers of the paragraph styles that are headings. */
  readonly #headings = new Set<number>();
  #states: State[] = [];
  #state: State = initialState();
  /** Characters still to be skipped after one that was given by its Unicode number. */
  #toSkip = 0;
  #isOptional = false;
  /** The style that is being defined, and its name so far. */
  #style = { number: -1, name: '' };
  /** Bytes that belong together: a character may take two. */
  #bytes = '';

  constructor(name: string) {
    this.#writer = new ParagraphWriter(name);
  }

  run(source: string): Read {
    for (const token of tokensOf(source)) this.#read(token);
    this.#flush();
    const { warnings, ...read } = this.#writer.finish();
    return { ...read, warnings: [...warnings, ...this.#pale.warnings()] };
  }

  #read(token: Token): void {
    if (token.kind === 'text') {
      this.#addBytes(token.bytes);
      return;
    }
    this.#flush();
    if (token.kind === 'open') this.#open();
    else if (token.kind === 'close') this.#close();
    else if (token.kind === 'word') this.#readWord(token.name, token.value);
    else this.#readSymbol(token.name);
  }

  #open(): void {
    if (this.#states.length < maxDepth) this.#states.push(this.#state);
    this.#state = { ...this.#state };
    this.#toSkip = 0;
  }

  #close(): void {
    const { destination } = this.#state;
    const outer = this.#states.pop();
    if (destination === 'styles') this.#endStyle();
    const { field } = this.#state;
    if (outer) this.#state = outer;
    if (field !== undefined && field !== outer?.field) this.#endField(field);
    if (destination === 'note' && this.#state.destination !== 'note') this.#writer.closeNote();
  }

  /** Shows the sign of a field that has no result. */
  #endField({ code, hasResult }: Field): void {
    const rest = /^\s*SYMBOL\b([\s\S]*)$/i.exec(code)?.[1];
    if (rest !== undefined && !hasResult) this.#say(symbolOfField(rest));
  }

  #readSymbol(name: string): void {
    if (name === '*') this.#isOptional = true;
    else if (name === '\n' || name === '\r') this.#endParagraph();
    else if (symbols[name] !== undefined) this.#say(symbols[name]);
  }

  #readWord(name: string, value: number | undefined): void {
    const isOptional = this.#isOptional;
    this.#isOptional = false;
    const destination = destinations.get(name);
    const sign = signs.get(name);
    if (name === 'field') this.#state.field = { code: '', hasResult: false };
    else if (name === 'fldinst') this.#enter('field', false);
    else if (name === 'upr') Object.assign(this.#state, { unicode: this.#state.destination, destination: 'skipped' });
    else if (name === 'ud') this.#state.destination = this.#state.unicode ?? this.#state.destination;
    else if (isOptional && destination === undefined) this.#state.destination = 'skipped';
    else if (destination !== undefined) this.#enter(destination, name === textBox);
    else if (sign !== undefined) this.#say(sign);
    else if (name === 'u') this.#addCharacter(value ?? 0);
    else if (this.#state.destination !== 'skipped') this.#apply(name, value);
  }

  #enter(destination: Destination, isTextBox: boolean): void {
    // The results of fields in a field code are not shown.
    const isApart = this.#state.destination === 'skipped' || this.#state.destination === 'field';
    if (isApart && !isTextBox) return;
    this.#state.destination = destination;
    if (isTextBox) this.#state.inBox = true;
    if (destination === 'note') this.#writer.openNote();
  }

  /** Applies a control word that sets a property or ends a paragraph. */
  #apply(name: string, value: number | undefined): void {
    const state = this.#state;
    const isOn = value !== 0;
    const color = colorWords.get(name);
    if (state.destination === 'colors') this.#colors.set(name, value ?? 0);
    else if (color !== undefined) state[color] = value ?? 0;
    else if (!this.#applyToText(name, isOn, value)) {
      if (name === 'uc') state.fallback = value ?? 1;
      else if (name === 'ansicpg') this.#fonts.codePage = value ?? 1252;
      else if (name === 'f') this.#setFont(value ?? 0);
      else if (name === 'fcharset') this.#fonts.setCharset(value ?? 0);
      else if (name === 's') this.#setStyle(value ?? 0);
      else if (name === 'outlinelevel') state.heading = (value ?? 9) < 9;
      else if (name === 'intbl') state.inTable = true;
      else if (name === 'pard') Object.assign(state, { inTable: false, heading: false, paragraphBackground: 0 });
      else if (name === 'viewbksp') this.#hasPageColor = isOn;
      else if (state.destination === 'body' || state.destination === 'note') this.#end(name);
    }
  }

  /** @returns false if the control word does not decide whether words count */
  #applyToText(name: string, isOn: boolean, value: number | undefined): boolean {
    const state = this.#state;
    if (name === 'strike' || name === 'striked') state.strike = isOn;
    else if (name === 'deleted' || name === 'mvf') state.deleted = isOn;
    else if (name === 'mvt') state.deleted = false;
    else if (name === 'v') state.hidden = isOn;
    else if (name === 'super') state.raised = isOn;
    else if (name === 'sub' || name === 'nosupersub') state.raised = false;
    else if (name === 'fs') state.size = value ?? usualSize;
    else if (name === 'plain') Object.assign(state, plain);
    else return false;
    return true;
  }

  #setFont(number: number): void {
    if (this.#state.destination === 'fonts') this.#fonts.define(number);
    else this.#state.font = number;
  }

  #setStyle(number: number): void {
    if (this.#state.destination === 'styles') this.#style = { number, name: '' };
    else this.#state.heading = this.#headings.has(number);
  }

  #endStyle(): void {
    if (/^\s*(?:heading \d|title);?\s*$/i.test(this.#style.name)) this.#headings.add(this.#style.number);
    this.#style = { number: -1, name: '' };
  }

  #end(name: string): void {
    if (name === 'par' || name === 'sect' || name === 'page') this.#endParagraph();
    else if (name === 'cell') this.#writer.endCell();
    else if (name === 'row') this.#writer.endRow();
    else if (name === 'nestcell' || name === 'nestrow') this.#writer.endParagraph({ inTable: true });
  }

  #endParagraph(): void {
    const { destination, heading, inTable, deleted } = this.#state;
    if (destination === 'body' || destination === 'note') this.#writer.endParagraph({ heading, inTable, isMarkDeleted: deleted });
  }

  #addBytes(bytes: string): void {
    const skipped = Math.min(this.#toSkip, bytes.length);
    this.#toSkip -= skipped;
    this.#bytes += bytes.slice(skipped);
  }

  #addCharacter(value: number): void {
    this.#say(this.#fonts.character((value + 65536) % 65536, this.#state.font));
    this.#toSkip = this.#state.fallback;
  }

  #flush(): void {
    if (this.#bytes === '') return;
    const bytes = this.#bytes;
    this.#bytes = '';
    const { destination, font } = this.#state;
    if (destination === 'fonts') this.#fonts.addName(bytes);
    else if (destination === 'colors') this.#colors.addText(bytes);
    else if (destination === 'styles') this.#style.name += bytes;
    else if (destination !== 'skipped') this.#say(this.#fonts.decode(bytes, font));
  }

  #say(text: string): void {
    const { destination, field, strike, deleted, hidden, raised, size } = this.#state;
    if (field && text.trim() !== '') {
      if (destination === 'field') field.code += text;
      else field.hasResult = true;
    }
    if (destination === 'number') this.#writer.addNumber(text);
    else if (destination === 'body' || destination === 'note') {
      const ink = this.#ink();
      const struck = strike || deleted || hidden || size <= tinySize || isUnseen(ink);
      if (!struck && isPale(ink)) this.#pale.add(text);
      this.#writer.add(text, { struck, raised });
    }
  }

  /** A cell, a text box and the page may have a colour of their own. */
  #ink(): Ink {
    const { color, background, paragraphBackground, inTable, inBox } = this.#state;
    const own = this.#colors.of(background) ?? this.#colors.of(paragraphBackground);
    const isElsewhere = inTable || inBox || this.#hasPageColor;
    return { color: this.#colors.of(color), background: own ?? (isElsewhere ? picture : undefined) };
  }
}

/** The properties that `\\plain` resets. */
const plain = { strike: false, deleted: false, hidden: false, raised: false, size: usualSize, color: 0, background: 0 };

function initialState(): State {
  return {
    destination: 'body',
    field: undefined,
    font: -1,
    strike: false,
    deleted: false,
    hidden: false,
    raised: false,
    size: usualSize,
    color: 0,
    background: 0,
    paragraphBackground: 0,
    inBox: false,
    heading: false,
    inTable: false,
    unicode: undefined,
    fallback: 1,
  };
}

/** Each byte as the character with its code. */
function latin1(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
