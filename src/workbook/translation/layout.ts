import { keyCell } from '../questionnaire/layout.ts';

/**
 * How a translation lies in a workbook. A hidden row of each sheet has a key above each column, and each row names its file, so that
 * rows may be sorted and sheets renamed.
 */
export const columns = ['file', 'of', 'from', 'was', 'key', 'source', 'text', 'note', 'status'] as const;

export type TranslationColumn = (typeof columns)[number];

/** The text above a column. The translation's has its language. */
export function headCell(column: TranslationColumn, language: string): string {
  return keyCell(column === 'text' ? `${textHead}${language}` : `locale.${column}`);
}

/** How the key of the translation's column begins. */
export const textHead = 'locale.text.';

/** What the row of headings has in place of a file. */
export const headingsMark = keyCell('locale.headings');

/** The word by which a translator says that a translation fits the new wording. It is the same in all languages of compass. */
export const checkedWord = 'OK';
