import type { Block } from '../../block.ts';
import { looksLikeHeading, type MarkedBlock } from '../headings.ts';
import numbering from '../numbering.json' with { type: 'json' };
import { enactmentClauses } from './enactment-clauses.ts';
import type { StructureMarker } from './markers.ts';
import { bareKind, numberedUnits } from './numbered.ts';

/**
 * How the units of a draft are recognised: by a word before the number (`Article 12`), or by the number alone
 * (`12A Powers of the Authority`, `1. (1) This Act ...`).
 */
export interface BaseUnit {
  /** The kind of unit in numbering.json; `numbered` if there is only a number. */
  readonly kind: string;
  /** The units that have only a number, with their markers. */
  readonly numbered: ReadonlyMap<Block, StructureMarker>;
}

/**
 * The kind of unit that this draft is cited by: the one with the most different numbers. Kinds that start again in every chapter
 * or article, such as sections that group articles or the paragraph signs within Brazilian articles, have fewer.
 * @returns undefined if the draft has no units
 */
export function baseUnit(blocks: readonly MarkedBlock[]): BaseUnit | undefined {
  const clauses = enactmentClauses(blocks);
  if (clauses.size > 0) return { kind: bareKind, numbered: clauses };
  const numbers = new Map<string, Set<string>>();
  let first = blocks.length;
  for (const [index, block] of blocks.entries()) {
    for (const marker of block.markers) {
      if (marker.type !== 'unit' || !looksLikeHeading(block, marker) || isScheduleSource(blocks, index)) continue;
      if (numbers.has('article') && isParagraphOfArticle(block)) continue;
      numbers.set(marker.kind, (numbers.get(marker.kind) ?? new Set()).add(marker.number));
      first = Math.min(first, index);
    }
  }
  const count = (kind: string): number => numbers.get(kind)?.size ?? 0;
  const kind = Object.keys(numbering.units)
    .filter((each) => count(each) > 0)
    .sort((a, b) => count(b) - count(a))[0];
  if (kind !== undefined && count(kind) > 1) return { kind, numbered: new Map() };
  const numbered = numberedUnits(blocks);
  // A single "Section 5" is a heading only if it comes before the units that have only a number.
  const firstNumbered = blocks.findIndex((block) => numbered.has(block));
  if (kind !== undefined && (numbered.size === 0 || firstNumbered > first)) return { kind, numbered: new Map() };
  return numbered.size > 0 ? { kind: bareKind, numbered } : undefined;
}

/** `§ 1º` and `§ 1er` are paragraphs of an article in Brazil and Belgium, even if there are more of them than articles. */
function isParagraphOfArticle({ text }: Block): boolean {
  return /^§\s*\d+\s?(?:[º°]|er(?!\p{L}))/u.test(text);
}

/** British schedules name, below their number, the section that they belong to. */
function isScheduleSource(blocks: readonly MarkedBlock[], index: number): boolean {
  return blocks[index - 1]?.markers.some(({ type, rest }) => type === 'annex' && rest === '') ?? false;
}
