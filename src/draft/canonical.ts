/** A hyphen at the end of a line. */
export const joint = '\u0001';

/** A text in a form in which layout makes no difference, with the way back to the text as it stands. */
export interface Canonical {
  readonly text: string;
  /** For each character of `text`, its place in the original; one more for the end. */
  readonly at: Int32Array;
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
};
const quoteMarks = /["'`´“”„‟‘’‚‛«»‹›′″]/u;
const dashes = /[-‐‑‒–—―−]/u;
const invisible = /[\u00ad\u200b-\u200d\u2060\ufeff]/u;
const noSpaceBefore = /[;:!?%.,)\]]/;

/**
 * Writes white space as one space, quotation marks and dashes as one sign each, ligatures and compatibility forms as letters.
 * Spaces around quotation marks and dashes and before punctuation are left out; what remains are the words. A hyphen at the end
 * of a line becomes a `joint`, since only its reader knows whether it belongs to the word. Case and punctuation are kept: "may"
 * for "shall" is another text, and so is "Shall".
 */
export function canonical(text: string): Canonical {
  const out: string[] = [];
  const at: number[] = [];
  let space = false;
  const push = (character: string, index: number): void => {
    const last = out.at(-1);
    if (
      space &&
      last !== undefined &&
      last !== "'" &&
      last !== '-' &&
      character !== "'" &&
      character !== '-' &&
      !noSpaceBefore.test(character)
    ) {
      out.push(' ');
      at.push(index);
    }
    space = false;
    // `` and '' are one pair of marks.
    if ((character === "'" && out.at(-1) === "'") || (character === '-' && out.at(-1) === '-')) return;
    out.push(character);
    at.push(index);
  };
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? '';
    const code = text.charCodeAt(index);
    if (code < 128 && /[A-Za-z0-9]/.test(character)) push(character, index);
    else if (/\s/.test(character)) space = true;
    else if (invisible.test(character)) continue;
    else if (quoteMarks.test(character)) push("'", index);
    else if (dashes.test(character)) {
      if (isLineEndHyphen(text, index)) {
        push(joint, index);
        index = skipSpace(text, index + 1) - 1;
        space = false;
      } else push('-', index);
    } else if (code < 128) push(character, index);
    else for (const each of ligatures[character] ?? compatible(character)) push(each, index);
  }
  return { text: out.join(''), at: Int32Array.from([...at, text.length]) };
}

/** A hyphen that parts a word at the end of a line, not one that belongs to it: letters on both sides, small ones after it. */
function isLineEndHyphen(text: string, index: number): boolean {
  return (
    /[-‐\u00ad]/.test(text[index] ?? '') &&
    /\p{L}/u.test(text[index - 1] ?? '') &&
    /^[^\S\n]*\n\s*\p{Ll}/u.test(text.slice(index + 1, index + 20))
  );
}

function skipSpace(text: string, from: number): number {
  let index = from;
  while (/\s/.test(text[index] ?? '')) index += 1;
  return index;
}

function compatible(character: string): string {
  const folded = character.normalize('NFKC');
  // Signs like º and ² keep their own form; letters in other widths do not.
  return /^[\p{L}\p{N}]+$/u.test(folded) && /[\uff00-\uffef]/.test(character) ? folded : character;
}
