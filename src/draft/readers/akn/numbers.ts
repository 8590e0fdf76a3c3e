import numbering from '../../structure/numbering.json' with { type: 'json' };
import { foldedLatin } from '../../structure/numbers/latin.ts';
import { structureMarkers } from '../../structure/numbers/markers.ts';
import { pointMarker } from '../../structure/numbers/point-markers.ts';
import type { Element } from '../xml.ts';
import { childOf, localName, quotedElements, wordsOf } from './elements.ts';

export type UnitKind = keyof typeof numbering.units;

/** The elements that a law may be cited by, in order of preference. */
export const unitKinds: readonly UnitKind[] = ['article', 'section', 'clause', 'rule', 'regulation'];
/** The elements around a law that are no part of its body. */
const apartElements = new Set('component components attachment attachments schedule annex appendix preface preamble'.split(' '));

/**
 * The kind of element that a law is cited by: the one with the most numbers, which does not restart in each group.
 * @returns undefined if it has none of them
 */
export function baseUnitOf(root: Element): UnitKind | undefined {
  return mostFrequentUnit(root, true);
}

/** Like `baseUnitOf`, for a collection, which has its laws in components. */
export function baseUnitOfComponents(root: Element): UnitKind | undefined {
  return mostFrequentUnit(root, false);
}

/** @param isBody whether to leave out annexes, components and the preamble */
function mostFrequentUnit(root: Element, isBody: boolean): UnitKind | undefined {
  const counts = new Map<string, number>();
  const count = (element: Element): void => {
    for (const child of element.children) {
      const name = localName(child);
      if (quotedElements.has(name) || (isBody && apartElements.has(name))) continue;
      counts.set(name, (counts.get(name) ?? 0) + 1);
      count(child);
    }
  };
  count(root);
  const present = unitKinds.filter((kind) => counts.has(kind));
  return present.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0))[0];
}

/** The number of an element as labels show it: `SEC. 2.` is 2, `(a)` is a. */
export function numberOf(element: Element): string {
  const written = wordsOf(childOf(element, 'num')).replace(/["'“”‘’«»`]/g, '');
  // In `2o.` the full stop marks an ordinal. Any other final full stop is removed: it would separate `A` from the number in `3 A.`.
  const structure = structureMarkers(written.replace(/(?<!o)\.$/, ''))[0];
  if (structure?.number) return structure.number;
  const point = pointMarker(`${written} `)?.number;
  const trimmed = (point ?? written.replace(/^(?:§+\s*|\p{L}+\.?\s+(?=[\dIVXLC]))/u, '')).replace(
    /^[([\s]+|[.:;,º°–—\s-]+$/g,
    '',
  );
  // The closing bracket of `4(1)` belongs to the number.
  return /[([]/.test(trimmed) ? trimmed : trimmed.replace(/[)\].:;,º°–—\s-]+$/, '');
}

/** The number of a unit, and that of its first point if both are written as one. */
export interface UnitNumber {
  readonly number: string;
  readonly point: string;
}

/**
 * The number of a unit. One without a number, or with that of its first point, has it in its first point (`12.(1)`) or in its id
 * (`sec_12`).
 */
export function unitNumberOf(element: Element): UnitNumber {
  const written = wordsOf(childOf(element, 'num')).replace(/["'“”‘’«»`]/g, '');
  const own = joinedNumber(written);
  if (own) return own;
  const inId = numberInId(element);
  const isPoint = /^\(\s*\w{1,4}\s*\)$/.test(written);
  if (written !== '' && !(isPoint && inId !== '' && written !== `(${inId})`)) return { number: numberOf(element), point: '' };
  const first = element.children.find((child) => childOf(child, 'num'));
  const inPoint = first && joinedNumber(wordsOf(childOf(first, 'num')));
  if (inPoint) return { number: inPoint.number, point: '' };
  return { number: inId, point: isPoint ? numberOf(element) : '' };
}

/** `12.(1)`, `12.—(1)`, `Section 12 (1)`: the number of a unit and of its first point. */
export function joinedNumber(written: string): UnitNumber | undefined {
  const match = /^(?:\p{L}+\.?\s+)?(\d{1,4}[A-Z]{0,2})\s*\.?\s*[-–—]?\s*\((\d{1,3}[A-Z]{0,2}|[a-z]|[ivx]{1,4})\)\.?$/u.exec(
    written,
  );
  return match ? { number: match[1] ?? '', point: match[2] ?? '' } : undefined;
}

const numberAtEnd = new RegExp(
  `(?:^|__|[-_.])(?:sec(?:tion)?|art(?:icle)?|cl(?:ause)?|rule|reg(?:ulation)?)[-_.]?(\\d{1,4}(?:[A-Z]{1,2}|${foldedLatin})?)$`,
  'i',
);

/** The number in the id of a unit: 12A in `part_1__sec_12A`; empty if the id has none. */
function numberInId({ attributes }: Element): string {
  const id = attributes['eId'] ?? attributes['id'] ?? '';
  return numberAtEnd.exec(id)?.[1] ?? '';
}
