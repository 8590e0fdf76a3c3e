/** Arabic vowel signs, and the tatweel, which only makes a word longer. */
export const vowelSigns = '\\u064b-\\u0652\\u0670\\u06d6-\\u06ed';
export const arabicLayout = new RegExp(`[\\u0640${vowelSigns}]`, 'u');

/** The end of the vowel signs and tatweels after a letter. */
export function endOfLetter(text: string, end: number): number {
  let index = end;
  while (arabicLayout.test(text.charAt(index))) index += 1;
  return index;
}

const sign = new RegExp(`[${vowelSigns}]`, 'u');
const letterWithSigns = new RegExp(`(?!\\u0640)\\p{L}[\\u0640${vowelSigns}]*`, 'gu');

/**
 * Whether two texts of the same letters may be the same words. Texts leave out any vowel signs; but where both have some on a letter,
 * as in `عَلِمَ` and `عُلِمَ`, other signs are another word.
 */
export function haveSameVowels(a: string, b: string): boolean {
  if (!sign.test(a) || !sign.test(b)) return true;
  const [left, right] = [signsOf(a), signsOf(b)];
  if (left.length !== right.length) return false;
  return left.every((own, index) => {
    const other = right[index] ?? '';
    return [...own].every((each) => other.includes(each)) || [...other].every((each) => own.includes(each));
  });
}

/** The vowel signs on each letter of a text. */
function signsOf(text: string): string[] {
  return (text.normalize('NFKC').match(letterWithSigns) ?? []).map((letter) =>
    letter.replace(new RegExp(`[^${vowelSigns}]`, 'gu'), ''),
  );
}
