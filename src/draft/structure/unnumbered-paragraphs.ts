import { relabelled, withFirstParagraph } from './first-paragraph.ts';
import type { Paragraph, Place, Provision } from './provision.ts';

/** Makes provisions of the paragraphs without a number that citations count. */
export function withParagraphs(unit: Provision): Provision {
  return withCountedParagraphs(withFirstParagraph(unit));
}

/** The items of a Chinese list: `（一）`, `一、`, `（1）`. */
const item = /^(?:[(（]|[〇零一二三四五六七八九十]+[、．.])/u;

/**
 * Chinese articles do not number their paragraphs, but citations count them: `第五条第二款`. If an article has several, each becomes a
 * provision, `art. 5(2)`, and the items of a list are below the paragraph that introduces them. Japanese articles number theirs.
 */
function withCountedParagraphs(unit: Provision): Provision {
  const { kind, marker = '', label, children } = unit;
  if (kind !== 'unit' || !/^第.+[条條]/u.test(marker) || isJapanese(unit)) return unit;
  if (children.some((child) => !isPartOf(child, label))) return unit;
  const counted: Provision[] = textsOf(unit).map(({ text, place }) => ({ kind: 'point', label: '', text, place, children: [] }));
  for (const child of children) {
    if (child.kind === 'closing')
      counted.push(
        ...textsOf(child).map(({ text, place }): Provision => ({ kind: 'point', label: '', text, place, children: [] })),
      );
    else {
      const last = counted.pop() ?? { kind: 'point', label: '', text: '', place: unit.place, children: [] };
      counted.push({ ...last, children: [...last.children, child] });
    }
  }
  if (counted.length < 2) return unit;
  const { paragraphs: _, ...rest } = unit;
  return { ...rest, text: '', children: counted.map((each, index) => numbered(each, label, index + 1)) };
}

function isJapanese({ text, children }: Provision): boolean {
  return /[\u3041-\u30ff]/u.test(text) || children.some((child) => /[\u3041-\u30ff]/u.test(child.text));
}

function isPartOf({ kind, label, marker = '' }: Provision, unit: string): boolean {
  return kind === 'closing' ? label === unit : kind === 'point' && item.test(marker);
}

function numbered(paragraph: Provision, unit: string, number: number): Provision {
  const label = `${unit}(${number})`;
  return { ...paragraph, label, children: paragraph.children.map((child) => relabelled(child, unit, label)) };
}

/** The paragraphs of a provision's own text. */
function textsOf({ text, place, paragraphs = [] }: Provision): { readonly text: string; readonly place: Place }[] {
  if (text === '') return [];
  const first: Paragraph[] = paragraphs[0]?.offset === 0 ? [] : [{ offset: 0, place }];
  const starts = [...first, ...paragraphs];
  return starts.map((start, index) => ({ text: text.slice(start.offset, starts[index + 1]?.offset).trim(), place: start.place }));
}
