interface Piece {
  text: string;
  readonly struck: boolean;
  readonly raised: boolean;
}

/** How words are set, as far as it decides whether and how they count. */
export interface Setting {
  /** Deleted, struck or hidden. */
  readonly struck?: boolean;
  /** Superscript. */
  readonly raised?: boolean;
}

export interface InlineWords {
  /** The words that count. */
  readonly text: string;
  /** Each stretch of struck words, in document order. */
  readonly struck: readonly string[];
}

/** Collects the text of one paragraph run by run, and separates the struck words from those that count. */
export class InlineText {
  readonly #pieces: Piece[] = [];
  /** The words of paragraphs that have lost their mark. */
  readonly #carried: string[] = [];
  #isBlank = true;

  add(text: string, { struck = false, raised = false }: Setting = {}): void {
    if (text === '') return;
    this.#isBlank &&= !/\S/.test(text);
    const last = this.#pieces.at(-1);
    if (last?.struck === struck && last.raised === raised) last.text += text;
    else this.#pieces.push({ text, struck, raised });
  }

  get isBlank(): boolean {
    return this.#isBlank;
  }

  /**
   * Ends a paragraph whose mark is deleted: its words go before those of the next one.
   * @returns its struck words
   */
  carry(): readonly string[] {
    const { text, struck } = this.#take();
    const words = tidy(text);
    if (words !== '') this.#carried.push(words);
    this.#isBlank = this.#carried.length === 0;
    if (!this.#isBlank) this.#pieces.push({ text: ' ', struck: false, raised: false });
    return struck;
  }

  /** Returns the words that were added, and empties the collector. */
  finish(): InlineWords {
    const { text, struck } = this.#take();
    const carried = this.#carried.splice(0);
    this.#isBlank = true;
    return { text: tidy(carried.join(' ') + text), struck };
  }

  #take(): InlineWords {
    const pieces = this.#pieces.splice(0);
    // Parts are joined at the end, and only the last one is looked at: a paragraph may have hundreds of thousands of runs.
    const parts: string[] = [];
    let removed = '';
    const struck: string[] = [];
    for (const piece of pieces) {
      if (piece.struck) {
        if (removed === '') struck.push('');
        removed += piece.text;
        struck[struck.length - 1] += piece.text;
        continue;
      }
      const before = parts.at(-1) ?? '';
      const words = shown(piece, before);
      if (removed === '') parts.push(words);
      else parts.splice(-1, 1, ...joined(before, removed, words));
      removed = '';
    }
    return { text: parts.join(''), struck: struck.map(tidy).filter((words) => /[\p{L}\p{N}]/u.test(words)) };
  }
}

/** A raised figure is set off, because 10 to the 6th is not 106. Raised letters, as in `1er`, belong to their word. */
function shown({ text, raised }: Piece, before: string): string {
  return raised && /^\s*[-–−]?\d+\s*$/.test(text) && /\S$/.test(before.slice(-1)) ? `^${text.trim()}` : text;
}

/** Struck pieces this short may be letters of a word that was corrected (`organi~~s~~zation`): what remains is one word. */
const longestCorrection = 2;

/** Joins the text on both sides of removed words. Words that did not touch each other do not touch afterwards. */
function joined(before: string, removed: string, after: string): string[] {
  if (/^\s*[,.;:)]/.test(after)) return [before.trimEnd(), after.trimStart()];
  const touches = /[\p{L}\p{N}]$/u.test(before.slice(-2)) && /^[\p{L}\p{N}]/u.test(after);
  const isCorrection = removed.length <= longestCorrection && /^[\p{L}\p{N}]+$/u.test(removed);
  return touches && !isCorrection ? [before, ' ', after] : [before, after];
}

/** White space as one space, except for no-break spaces and line breaks. */
function tidy(text: string): string {
  return text
    .replace(/[^\S\u00a0\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}
