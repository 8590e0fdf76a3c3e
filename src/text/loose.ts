/**
 * A text in the form in which two spellings of it are compared: without differences of case, spaces, dashes and quotation marks. Survey
 * tools collapse spaces and straighten quotation marks.
 */
export function loose(text: string): string {
  const known = made.get(text);
  if (known !== undefined) return known;
  // The same words of the questionnaire come back in every file of an import; those of reviewers would only fill the memory.
  if (made.size >= most) made.clear();
  const own = madeLoose(text);
  made.set(text, own);
  return own;
}

const most = 4000;
const made = new Map<string, string>();

function madeLoose(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u201B\u02BC]/g, "'")
    .replace(/[\u201C\u201D\u201E\u00AB\u00BB]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]+/g, ' ')
    .trim();
}

/** Text with the digits of other scripts as ASCII digits: Arabic, Persian and Devanagari keyboards type their own. */
export function withAsciiDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9\u0966-\u096F\uFF10-\uFF19]/g, (digit) => {
    const code = digit.charCodeAt(0);
    return String((code >= 0xff10 ? code - 0xff10 : code >= 0x0966 && code <= 0x096f ? code - 0x0966 : code) & 0xf);
  });
}
