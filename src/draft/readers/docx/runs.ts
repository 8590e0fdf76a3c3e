import { isPale, isUnseen } from '../ink.ts';
import type { InlineText } from '../inline.ts';
import { symbol, withoutPrivateUse } from '../symbols.ts';
import type { Element } from '../xml.ts';
import type { FieldNumbers } from './field-numbers.ts';
import type { FieldMark } from './fields.ts';
import { combined, firstNamed, type RunStyle, runStyle, type Styles, valueIn } from './styles.ts';

/** A reference to a note in a paragraph. */
export interface NoteReference {
  readonly kind: 'footnotes' | 'endnotes';
  readonly id: string;
  readonly isStruck: boolean;
  /** Whether the paragraph has a mark of its own for the note instead of a number. */
  readonly hasOwnMark: boolean;
}

/** What is found in a paragraph. */
export interface ParagraphContent {
  readonly words: InlineText;
  readonly notes: NoteReference[];
  /** The descriptions of pictures. */
  readonly alternatives: string[];
  /** Counts embedded documents, which are not read. */
  embedded: number;
  /** Words in white with no colour behind them. */
  readonly pale: string[];
  /** Characters in the paragraph, and in a table of contents that Word made. */
  readonly lengths: { all: number; contents: number };
  /** Whether a field has just shown a number, which does not touch the words after it. */
  afterNumber: boolean;
}

interface Context {
  readonly isDeleted: boolean;
  readonly style: RunStyle;
  readonly isRaised: boolean;
  readonly font: string;
}

const embeddedDocument = /^(?:Word|Excel|PowerPoint|Package|Acro)/;
/** Field codes, properties, fallback drawings, pronunciation, and text boxes, which are read as paragraphs of their own. */
const skippedElements = new Set('w:instrText w:delInstrText w:pPr w:rPr w:rt mc:Fallback w:txbxContent'.split(' '));
const tableOfContents = /^\s*(?:TOC|TOA|INDEX)\b/i;

/** Reads the runs of paragraphs, which must come in document order. */
export class RunReader {
  readonly #styles: Styles;
  readonly #fields: ReadonlyMap<Element, FieldMark>;
  readonly #numbers: FieldNumbers;
  /** How many open fields are in their code rather than in their result. */
  #codeDepth = 0;
  #contentsDepth = 0;

  constructor(styles: Styles, fields: ReadonlyMap<Element, FieldMark>, numbers: FieldNumbers) {
    this.#styles = styles;
    this.#fields = fields;
    this.#numbers = numbers;
  }

  /**
   * Adds the content of a paragraph.
   * @param style the properties that its style gives to its words
   */
  read(paragraph: Element, style: RunStyle, isDeleted: boolean, content: ParagraphContent): void {
    this.#add(paragraph, { isDeleted, style, isRaised: false, font: '' }, content);
  }

  /** Whether nothing of a paragraph is shown, its mark included: Word does not count it. */
  isHidden(paragraph: Element, style: RunStyle): boolean {
    const properties = firstNamed(paragraph, 'w:pPr');
    const mark = { ...style, ...runStyle(properties && firstNamed(properties, 'w:rPr')) };
    if (mark.vanish !== true) return false;
    const context: Context = { isDeleted: false, style, isRaised: false, font: '' };
    const isShown = (element: Element): boolean =>
      element.children.some((child) =>
        child.name === 'w:r' ? this.#runContext(child, context).style.vanish !== true : child.name !== 'w:pPr' && isShown(child),
      );
    return !isShown(paragraph);
  }

  #add(element: Element, context: Context, content: ParagraphContent): void {
    for (const child of element.children) this.#addChild(child, context, content);
  }

  #addChild(child: Element, context: Context, content: ParagraphContent): void {
    const { attributes } = child;
    const words = wordsOf(child, context.font);
    if (words !== undefined) this.#addWords(words, context, content);
    else if (child.name === 'w:r') this.#add(child, this.#runContext(child, context), content);
    else if (child.name === 'w:del' || child.name === 'w:moveFrom') this.#add(child, { ...context, isDeleted: true }, content);
    else if (child.name === 'w:fldChar') this.#mark(this.#fields.get(child), context, content);
    else if (child.name === 'w:fldSimple') this.#addSimpleField(child, context, content);
    else if (child.name === 'w:footnoteReference' || child.name === 'w:endnoteReference')
      content.notes.push(noteReference(child, isStruck(context)));
    else if (child.name === 'wp:docPr') content.alternatives.push(attributes['descr'] ?? '');
    else if (isEmbedded(child)) content.embedded += 1;
    else if (!skippedElements.has(child.name)) this.#add(child, context, content);
  }

  #addWords(words: string, context: Context, content: ParagraphContent): void {
    // Results of fields inside a field code are not shown.
    if (this.#codeDepth > 0) return;
    const separated = content.afterNumber && /^[\p{L}\p{N}]/u.test(words) ? ` ${words}` : words;
    content.afterNumber = false;
    content.lengths.all += words.length;
    if (this.#contentsDepth > 0) content.lengths.contents += words.length;
    if (isPale(context.style) && !isStruck(context)) content.pale.push(words);
    content.words.add(separated, { struck: isStruck(context), raised: context.isRaised });
  }

  #mark(mark: FieldMark | undefined, context: Context, content: ParagraphContent): void {
    if (!mark) return;
    const { part, field } = mark;
    const contents = tableOfContents.test(field.instruction) ? 1 : 0;
    if (part === 'begin') this.#codeDepth += 1;
    else if (part === 'separate') {
      this.#codeDepth -= 1;
      this.#contentsDepth += contents;
    } else {
      if (field.isSeparated) this.#contentsDepth -= contents;
      else this.#codeDepth -= 1;
      if (!field.hasResult) this.#addNumber(field.instruction, context, content);
    }
  }

  #addSimpleField(field: Element, context: Context, content: ParagraphContent): void {
    const before = content.lengths.all;
    this.#add(field, context, content);
    if (content.lengths.all === before) this.#addNumber(field.attributes['w:instr'] ?? '', context, content);
  }

  /** Adds the words of a field whose result the file does not have. A deleted field counts for nothing. */
  #addNumber(instruction: string, context: Context, content: ParagraphContent): void {
    if (isStruck(context)) return;
    const words = this.#numbers.shown(instruction);
    if (words === '') return;
    this.#addWords(words, context, content);
    content.afterNumber = !/^\s*SYMBOL/i.test(instruction);
  }

  #runContext(run: Element, context: Context): Context {
    const properties = firstNamed(run, 'w:rPr');
    if (!properties) return context;
    const named = valueIn(properties, 'w:rStyle');
    const byStyle = named === undefined ? context.style : combined(context.style, this.#styles.characters(named));
    const style = { ...byStyle, ...runStyle(properties) };
    const fonts = firstNamed(properties, 'w:rFonts')?.attributes ?? {};
    const isRaised = valueIn(properties, 'w:vertAlign') === 'superscript';
    return { ...context, style, isRaised, font: fonts['w:ascii'] ?? fonts['w:hAnsi'] ?? '' };
  }
}

/** The text that an element itself stands for; undefined if it is none of those. */
function wordsOf({ name, text, attributes }: Element, font: string): string | undefined {
  switch (name) {
    case 'w:t':
    case 'w:delText':
    case 'm:t':
      return withoutPrivateUse(text.replace(/[\r\n]/g, ' '), font);
    case 'w:tab':
    case 'w:ptab':
      return ' ';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '\u2011';
    case 'w:softHyphen':
      return '\u00ad';
    case 'w:sym':
      return symbol(attributes['w:font'] ?? '', Number.parseInt(attributes['w:char'] ?? '', 16) || 0);
    default:
      return undefined;
  }
}

/** A document in the document, which is not read, or a drawing whose words are in another part. */
function isEmbedded({ name, attributes }: Element): boolean {
  if (name === 'o:OLEObject') return embeddedDocument.test(attributes['ProgID'] ?? '');
  return name === 'a:graphicData' && /\/(?:diagram|chart)$/.test(attributes['uri'] ?? '');
}

function isStruck({ isDeleted, style }: Context): boolean {
  const { strike, dstrike, vanish, tiny } = style;
  return isDeleted || strike === true || dstrike === true || vanish === true || tiny === true || isUnseen(style);
}

function noteReference({ name, attributes }: Element, isStruck: boolean): NoteReference {
  const own = attributes['w:customMarkFollows'];
  return {
    kind: name === 'w:footnoteReference' ? 'footnotes' : 'endnotes',
    id: attributes['w:id'] ?? '',
    isStruck,
    hasOwnMark: own !== undefined && !/^(?:false|0|off)$/.test(own),
  };
}
