/** The languages of the United Nations, in their own words. */
const ownNames: Readonly<Record<string, string>> = {
  ar: '\u0627\u0644\u0639\u0631\u0628\u064a\u0629',
  en: 'English',
  es: 'Espa\u00f1ol',
  fr: 'Fran\u00e7ais',
  ru: '\u0420\u0443\u0441\u0441\u043a\u0438\u0439',
  zh: '\u4e2d\u6587',
};

/** A language as the headings of an XLSForm name it: its name, and its code in brackets, without which pyxform warns. */
export function languageHeading(code: string): string {
  return `${ownNames[code] ?? code} (${code})`;
}
