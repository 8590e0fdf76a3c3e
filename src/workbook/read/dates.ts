/** The days between the two systems in which Excel counts dates: from the end of 1899, and from the beginning of 1904. */
const daysTo1904 = 1462;

/**
 * The date that a number of days stands for in Excel.
 * @param is1904 whether the workbook counts from 1904
 * @returns `2026-06-15`, with `T09:30:00` if there is a time; undefined if Excel shows no date for it
 */
export function dateOfDays(days: number, is1904: boolean): string | undefined {
  const counted = days + (is1904 ? daysTo1904 : 0);
  if (!(counted >= 1 && counted < 2_958_466)) return undefined;
  // Excel counts a 29 February 1900, which there was not.
  const real = counted < 61 ? counted + 1 : counted;
  const text = new Date(Math.round((real - 25_569) * 86_400) * 1000).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}

/** Whether a number format of Excel shows a date. */
export function isDateFormat(id: number, code: string | undefined): boolean {
  if (code === undefined) return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);
  // Without what is in quotes, after a backslash, or in brackets, such as a colour.
  return /[dmyh]/i.test(code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '').replace(/general/gi, ''));
}
