/** The width in CSS pixels of the screen that a page is read for: an ordinary one of a desk. */
const screenWidth = 1280;
const pixelsPerUnit: Readonly<Record<string, number>> = { px: 1, em: 16, rem: 16 };

/** Whether the rules of an `@media` count for a page on an ordinary screen. One that cannot be read counts. */
export function appliesToScreen(head: string): boolean {
  const queries = head
    .replace(/^@media\b/i, '')
    .toLowerCase()
    .split(',');
  return queries.some(holds);
}

function holds(query: string): boolean {
  const isNegated = /^\s*not\b/.test(query);
  const isOfScreen = !/\b(?:print|speech)\b/.test(query) && !isOtherScreen.test(query) && !isOtherWidth(query);
  return isNegated ? !isOfScreen : isOfScreen;
}

/** Screens that are held upright or touched, and what only some users choose. */
const isOtherScreen = /:\s*(?:portrait|coarse|dark|reduce|more|active)\b|\bhover\s*:\s*none\b/;

function isOtherWidth(query: string): boolean {
  for (const [, least, number, unit] of query.matchAll(/\b(min|max)-(?:device-)?width\s*:\s*([\d.]+)(px|r?em)/g)) {
    const width = Number(number) * (pixelsPerUnit[unit ?? ''] ?? 1);
    if (least === 'min' ? width > screenWidth : width < screenWidth) return true;
  }
  for (const [, sign, number, unit] of query.matchAll(/\bwidth\s*([<>]=?)\s*([\d.]+)(px|r?em)/g)) {
    const width = Number(number) * (pixelsPerUnit[unit ?? ''] ?? 1);
    if (sign?.startsWith('>') ? width > screenWidth : width < screenWidth) return true;
  }
  return false;
}
