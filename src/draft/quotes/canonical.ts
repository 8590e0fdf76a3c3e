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
  // Ligatures and the ellipsis become up to three letters.
  const capacity = text.length + 2 * (text.match(/[ﬀ-ﬆ…]/gu)?.length ?? 0) + 1;
  const out = new Uint16Array(capacity);
  const at = new Int32Array(capacity);
  let length = 0;
  let space = false;
  const push = (code: number, index: number): void => {
    const last = length === 0 ? -1 : (out[length - 1] ?? -1);
    if (space && last !== -1 && !binds(last) && !binds(code) && !closes(code)) {
      out[length] = 32;
      at[length] = index;
      length += 1;
    }
    space = false;
    // `` and '' are one pair of marks, -- is one dash.
    if (last === code && binds(code) && code !== 1) return;
    out[length] = code;
    at[length] = index;
    length += 1;
  };
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isPlain(code)) push(code, index);
    else if (code === 32 || code === 10 || code === 160) space = true;
    else {
      const character = text[index] ?? '';
      if (/\s/.test(character)) space = true;
      else if (invisible.test(character)) continue;
      else if (quoteMarks.test(character)) push(39, index);
      else if (dashes.test(character)) {
        const parts = isLineEndHyphen(text, index);
        push(parts ? joint.charCodeAt(0) : 45, index);
        if (parts) {
          index = skipSpace(text, index + 1) - 1;
          space = false;
        }
      } else if (code < 128) push(code, index);
      else for (const each of ligatures[character] ?? compatible(character)) push(each.charCodeAt(0), index);
    }
  }
  at[length] = text.length;
  return { text: utf16.decode(out.subarray(0, length)), at: at.subarray(0, length + 1) };
}

const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });

function isPlain(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
}

/** Quotation marks, dashes and joints have no space around them. */
function binds(code: number): boolean {
  return code === 39 || code === 45 || code === 1;
}

/** Punctuation that has no space before it, but in French. */
function closes(code: number): boolean {
  return noSpaceBefore.test(String.fromCharCode(code));
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
