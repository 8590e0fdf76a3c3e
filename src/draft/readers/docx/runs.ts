import type { InlineText } from '../inline.ts';
import { symbol, withoutPrivateUse } from '../symbols.ts';
import type { Element } from '../xml.ts';
import { firstNamed, type RunStyle, runStyle, type Styles, valueIn } from './styles.ts';

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
}

interface Context {
  readonly isDeleted: boolean;
  readonly style: RunStyle;
  readonly isRaised: boolean;
  readonly font: string;
}

const embeddedDocument = /^(?:Word|Excel|PowerPoint|Package|Acro)/;
/** Field codes, properties, fallback drawings, and text boxes, which are read as paragraphs of their own. */
const skippedElements = new Set('w:instrText w:delInstrText w:pPr w:rPr mc:Fallback w:txbxContent'.split(' '));

/** Reads the runs of paragraphs. */
export class RunReader {
  readonly #styles: Styles;

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  /**
   * Adds the content of a paragraph.
   * @param style the properties that its style gives to its words
   */
  read(paragraph: Element, style: RunStyle, isDeleted: boolean, content: ParagraphContent): void {
    this.#add(paragraph, { isDeleted, style, isRaised: false, font: '' }, content);
  }

  #add(element: Element, context: Context, content: ParagraphContent): void {
    for (const child of element.children) this.#addChild(child, context, content);
  }

  #addChild(child: Element, context: Context, content: ParagraphContent): void {
    const { attributes } = child;
    const words = wordsOf(child, context.font);
    if (words !== undefined) content.words.add(words, { struck: isStruck(context), raised: context.isRaised });
    else if (child.name === 'w:r') this.#add(child, this.#runContext(child, context), content);
    else if (child.name === 'w:del' || child.name === 'w:moveFrom') this.#add(child, { ...context, isDeleted: true }, content);
    else if (child.name === 'w:footnoteReference' || child.name === 'w:endnoteReference')
      content.notes.push(noteReference(child, isStruck(context)));
    else if (child.name === 'wp:docPr') content.alternatives.push(attributes['descr'] ?? '');
    else if (child.name === 'o:OLEObject' && embeddedDocument.test(attributes['ProgID'] ?? '')) content.embedded += 1;
    else if (!skippedElements.has(child.name)) this.#add(child, context, content);
  }

  #runContext(run: Element, context: Context): Context {
    const properties = firstNamed(run, 'w:rPr');
    if (!properties) return context;
    const named = valueIn(properties, 'w:rStyle');
    const style = { ...context.style, ...(named !== undefined && this.#styles.of(named).run), ...runStyle(properties) };
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

function isStruck({ isDeleted, style: { strike, dstrike, vanish } }: Context): boolean {
  return isDeleted || strike === true || dstrike === true || vanish === true;
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
