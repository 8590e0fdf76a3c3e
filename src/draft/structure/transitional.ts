import type { Block } from '../block.ts';
import { firstLine, type MarkedBlock } from './headings.ts';
import numbering from './numbering.json' with { type: 'json' };
import type { BaseUnit } from './numbers/base-unit.ts';
import { fold, type StructureMarker, transitionalMarker } from './numbers/markers.ts';

/** `DISPOSICIONES COMPLEMENTARIAS FINALES`, above `PRIMERA. ...` in Peru and Ecuador. */
const supplements = new RegExp(
  `^disposici(?:on|ones) (?:complementari?as? )?(${numbering.supplement.kinds.join('|')})(?:e?s)?$`,
  'u',
);

/** Numbered provisions after the last article of Latin American laws: `TRANSITORIOS / PRIMERO.- ...`. */
export interface Transitional {
  readonly units: ReadonlyMap<Block, StructureMarker>;
  /** The headings right above some of them. */
  readonly headings: ReadonlySet<Block>;
}

export function transitionalIn(blocks: readonly MarkedBlock[]): Transitional {
  const units = new Map<Block, StructureMarker>();
  const headings = new Set<Block>();
  let word: string | undefined;
  let above: Block | undefined;
  /** Whether the first provision below the heading has the word: `Artículo Primero.` */
  let hasWord: boolean | undefined;
  for (const block of blocks) {
    const begun = wordOfHeading(block.text);
    if (begun !== undefined) {
      word = begun;
      hasWord = undefined;
    }
    const marker = word === undefined || begun !== undefined ? undefined : transitionalMarker(firstLine(block.text), word);
    hasWord ??= marker && isWithWord(marker);
    if (marker && isWithWord(marker) === hasWord) {
      units.set(block, marker);
      if (above) headings.add(above);
    }
    above = begun === undefined ? undefined : block;
  }
  return { units, headings };
}

function isWithWord({ written }: StructureMarker): boolean {
  return /\s/.test(written);
}

/** The word in the labels of what stands below a heading; undefined for other paragraphs. */
function wordOfHeading(text: string): string | undefined {
  if (text.length >= 60) return undefined;
  const heading = fold(text.replace(/[.:]$/, ''));
  if (numbering.transitional.words.includes(heading)) return numbering.transitional.label;
  const kind = supplements.exec(heading)?.[1];
  return kind && `${numbering.supplement.label} ${kind}`;
}

/** The units of a text that has only transitional articles, such as that below a table with the other articles. */
export function transitionalBase(blocks: readonly MarkedBlock[]): BaseUnit | undefined {
  return transitionalIn(blocks).units.size > 0 ? { kind: 'article', numbered: new Map() } : undefined;
}
