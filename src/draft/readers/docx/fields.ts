import type { Element } from '../xml.ts';

/** A field: words that Word computes, such as a number or a date. */
export interface Field {
  /** Its code: `AUTONUM \* Arabic`. */
  instruction: string;
  /** Whether a mark separates its code from its result. */
  isSeparated: boolean;
  /** Whether the file has the words that the field showed last. */
  hasResult: boolean;
}

/** A `w:fldChar` of a field that has both a beginning and an end. */
export interface FieldMark {
  readonly part: 'begin' | 'separate' | 'end';
  readonly field: Field;
}

interface OpenField {
  readonly field: Field;
  readonly begin: Element;
  separate: Element | undefined;
}

/**
 * Finds the fields of a document, which may span paragraphs and contain each other.
 * @returns the marks of each field; those of fields without an end are left out, so that no words are lost with them
 */
export function fieldMarks(roots: readonly Element[]): ReadonlyMap<Element, FieldMark> {
  const marks = new Map<Element, FieldMark>();
  for (const root of roots) new FieldFinder(marks).visit(root);
  return marks;
}

class FieldFinder {
  readonly #marks: Map<Element, FieldMark>;
  readonly #open: OpenField[] = [];

  constructor(marks: Map<Element, FieldMark>) {
    this.#marks = marks;
  }

  visit(element: Element): void {
    for (const child of element.children) {
      if (child.name === 'w:fldChar') this.#mark(child);
      else if (child.name === 'w:instrText' || child.name === 'w:delInstrText') this.#addInstruction(child.text);
      else if (child.name === 'w:t' || child.name === 'w:delText' || child.name === 'w:sym') this.#addResult(child);
      // A text box has fields of its own.
      else if (child.name === 'w:txbxContent') new FieldFinder(this.#marks).visit(child);
      else if (child.name !== 'mc:Fallback') this.visit(child);
    }
  }

  #mark(element: Element): void {
    const type = element.attributes['w:fldCharType'];
    const last = this.#open.at(-1);
    if (type === 'begin')
      this.#open.push({ field: { instruction: '', isSeparated: false, hasResult: false }, begin: element, separate: undefined });
    else if (type === 'separate' && last) last.separate ??= element;
    else if (type === 'end' && last) {
      this.#open.pop();
      last.field.isSeparated = last.separate !== undefined;
      this.#marks.set(last.begin, { part: 'begin', field: last.field });
      if (last.separate) this.#marks.set(last.separate, { part: 'separate', field: last.field });
      this.#marks.set(element, { part: 'end', field: last.field });
    }
  }

  #addInstruction(text: string): void {
    const last = this.#open.at(-1);
    if (last && !last.separate) last.field.instruction += text;
  }

  #addResult({ name, text }: Element): void {
    if (name !== 'w:sym' && text.trim() === '') return;
    // If a field has been marked, so have those around it.
    for (let index = this.#open.length - 1; index >= 0; index--) {
      const open = this.#open[index];
      if (open?.field.hasResult) return;
      if (open?.separate) open.field.hasResult = true;
    }
  }
}
