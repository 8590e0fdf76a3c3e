import type { ReadingWarning } from '../../../core/reading.ts';
import type { Block, Read } from '../../block.ts';
import { tableText } from '../columns.ts';
import { InlineText, type Setting } from '../inline.ts';
import { refuseManyBlocks } from '../limits.ts';

/** Collects the paragraphs, tables and notes of a text that comes run by run. */
export class ParagraphWriter {
  readonly #blocks: Block[] = [];
  readonly #warnings: ReadingWarning[] = [];
  readonly #words = new InlineText();
  /** The number that the file has for the current paragraph. */
  #number = '';
  #paragraph = 1;
  /** Notes of the current paragraph, which come after it. */
  #notes: Block[] = [];
  #note: { readonly words: InlineText; readonly number: string } | undefined;
  #noteCount = 0;
  #rows: Block[][][] = [];
  #cells: Block[][] = [];
  #cell: Block[] = [];
  readonly #name: string;
  /** The number of blocks. */
  #count = 0;

  /** @param name the file's name in messages */
  constructor(name: string) {
    this.#name = name;
  }

  add(text: string, setting: Setting): void {
    (this.#note?.words ?? this.#words).add(text, setting);
  }

  addNumber(text: string): void {
    this.#number += text;
  }

  openNote(): void {
    this.#noteCount += 1;
    this.#note = { words: new InlineText(), number: String(this.#noteCount) };
  }

  closeNote(): void {
    const note = this.#note;
    this.#note = undefined;
    if (!note) return;
    const { text, struck } = note.words.finish();
    const place = { line: this.#paragraph };
    // Its number may stand at the beginning of the note as well.
    const [marker, number] = /^[[(]?(\d{1,9})[\])]?[.:]?\s+/.exec(text) ?? ['', ''];
    const words = number === note.number ? text.slice(marker.length) : text;
    if (words !== '') this.#notes.push({ text: words, place, role: 'note', number: note.number });
    for (const each of struck) this.#notes.push({ text: each, place: { ...place }, role: 'struck' });
    refuseManyBlocks(this.#count + this.#notes.length, this.#name);
  }

  /** @param inTable whether the paragraph is in the open cell */
  endParagraph({ heading = false, inTable = false, isMarkDeleted = false } = {}): void {
    if (this.#note) {
      this.#note.words.add('\n');
      return;
    }
    if (isMarkDeleted && !this.#words.isBlank) {
      const struck = this.#words.carry();
      this.#push(
        struck.map((each): Block => ({ text: each, place: { line: this.#paragraph }, role: 'struck' })),
        inTable,
      );
    } else this.#push(this.#paragraphBlocks(heading), inTable);
    this.#paragraph += 1;
    this.#number = '';
  }

  #paragraphBlocks(heading: boolean): Block[] {
    const place = { line: this.#paragraph };
    const { text, struck } = this.#words.finish();
    const number = this.#number.replace(/\s+/g, ' ').trim();
    const notes = this.#notes;
    this.#notes = [];
    return [
      ...(text === '' ? [] : [{ text: [number, text].filter(Boolean).join(' '), place, ...(heading && { heading: true }) }]),
      ...struck.map((each): Block => ({ text: each, place, role: 'struck' })),
      ...notes,
    ];
  }

  #push(blocks: readonly Block[], inTable: boolean): void {
    if (!inTable) this.endTable();
    this.#count += blocks.length;
    refuseManyBlocks(this.#count, this.#name);
    // One by one: a paragraph may have more notes than a call may have arguments.
    for (const block of blocks) (inTable ? this.#cell : this.#blocks).push(block);
  }

  endCell(): void {
    this.endParagraph({ inTable: true });
    this.#cells.push(this.#cell);
    this.#cell = [];
  }

  endRow(): void {
    if (this.#cells.length > 0) this.#rows.push(this.#cells);
    this.#cells = [];
  }

  endTable(): void {
    if (this.#cell.length > 0) this.#cells.push(this.#cell);
    this.#cell = [];
    this.endRow();
    const { blocks, warnings } = tableText(this.#rows);
    this.#rows = [];
    for (const block of blocks) this.#blocks.push(block);
    this.#warnings.push(...warnings);
  }

  finish(): Read {
    this.closeNote();
    this.endParagraph();
    this.endTable();
    return { blocks: this.#blocks, warnings: this.#warnings };
  }
}
