import type { PaintedPage, Word } from './paint/page.ts';

/** A printer's line on bills of the US Congress, up the side of the page. */
const printersLine = /\bFmt \d+ Sfmt \d+|\bVerDate\b/;

/** A page whose text mostly runs up or down, such as a wide table, turned so that it is upright. */
export function turnedUpright(page: PaintedPage): PaintedPage {
  const counts = new Map<number, number>();
  for (const { angle, text } of page.words) counts.set(angle, (counts.get(angle) ?? 0) + text.length);
  const [main] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0];
  if (Math.abs(Math.abs(main) - 90) > 2) return page;
  const turn = main > 0 ? 1 : -1;
  const point = (x: number, y: number): readonly [number, number] => (turn > 0 ? [y, page.width - x] : [page.height - y, x]);
  const words = page.words.map((word): Word => {
    const [x, y] = point(word.x, word.y);
    const shift = x - word.x;
    const angle = word.angle === main ? 0 : word.angle - main;
    const starts = word.starts.map((start) => start + shift);
    return { ...word, x, y, right: word.right + shift, starts, angle, ink: { ...word.ink, clip: everywhere } };
  });
  const rules = page.rules.map((rule) => {
    const [[x1, y1], [x2, y2]] = [point(rule.left, rule.top), point(rule.right, rule.bottom)];
    return { left: Math.min(x1, x2), right: Math.max(x1, x2), top: Math.min(y1, y2), bottom: Math.max(y1, y2) };
  });
  return { ...page, width: page.height, height: page.width, words, rules, areas: [] };
}

const everywhere = {
  left: Number.NEGATIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
};

export interface SideText {
  readonly text: string;
  readonly page: number;
}

/** The words that run in another direction than the page's text. Those that come on several pages are stamps and printers' lines. */
export function sideTexts(pages: readonly { readonly number: number; readonly words: readonly Word[] }[]): SideText[] {
  const texts = pages.flatMap(({ number, words }) => {
    const turned = words.filter(({ angle }) => angle !== 0);
    const text = turned.map(
      (word, index) => (index > 0 && word.spaceBefore ? ' ' : '') + word.text + (word.spaceAfter ? ' ' : ''),
    );
    const joined = text.join('').replace(/\s+/g, ' ').trim();
    return joined === '' ? [] : [{ text: joined, page: number }];
  });
  const pattern = ({ text }: SideText): string => text.replace(/\d+/g, '#');
  const counts = new Map<string, number>();
  for (const each of texts) counts.set(pattern(each), (counts.get(pattern(each)) ?? 0) + 1);
  return texts.filter((each) => (counts.get(pattern(each)) ?? 0) < 2 && !printersLine.test(each.text));
}
