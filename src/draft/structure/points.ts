import { type PointMarker, type PointReading, pointMarker } from './markers.ts';
import { type OutlineBuilder, outerNumber } from './outline-builder.ts';
import type { Place } from './provision.ts';

/** Where in the open lists a number goes, and how it is to be read. */
interface Spot {
  readonly depth: number;
  readonly reading: PointReading;
  /** Whether the list was closed by words without a number and goes on after them. */
  readonly resumes?: true;
}

/** Numbered lists that were repealed in part leave gaps of this size at most. */
const widestGap = 3;
/** No law nests its points this deep; what goes on like one is a text made to. */
const deepest = 12;

/**
 * Adds a paragraph that begins with a number to the open unit.
 * @param next the number that the next paragraph begins with: it tells whether `(i)` is a letter or a Roman number
 * @returns false where it begins with no number, or with one that fits nowhere
 */
export function addPoint(builder: OutlineBuilder, text: string, place: Place, next: PointMarker | undefined): boolean {
  let marker = pointMarker(text);
  if (!marker) return false;
  for (let first = true; marker; first = false) {
    const inner = innerMarker(marker);
    const spot = outerNumber(marker.number) ? dottedSpot(builder, marker) : spotFor(builder, marker, inner ?? next, first);
    if (!spot || spot.depth >= deepest) {
      if (first) return false;
      builder.addText(`${marker.written} ${marker.rest}`, place);
      return true;
    }
    if (spot.resumes) builder.resume(spot.depth);
    builder.openPoint(marker, spot.reading, spot.depth, inner ? '' : marker.rest, place);
    marker = inner;
  }
  return true;
}

/** `(2)(a) ...`, `I.-A.-...`, `1. (1) ...`: a first point may begin on the line of its paragraph. */
function innerMarker({ rest, readings }: PointMarker): PointMarker | undefined {
  const inner = pointMarker(rest);
  const isFirst = inner?.readings.some(({ ordinal }) => ordinal === 1);
  const otherStyle = inner?.readings.some(({ style }) => readings.some((outer) => outer.style !== style));
  // "1. A company ..." has no inner point; brackets, dashes and degrees leave no doubt, nor does a number.
  const clear = inner && (/[()°§]|[-–—]$/.test(inner.written) || /^\d/.test(inner.written));
  return isFirst && otherStyle && clear ? inner : undefined;
}

/** `3.1` stands below the 3; undefined where there is none that it could stand below. */
function dottedSpot(builder: OutlineBuilder, { number, readings: [reading] }: PointMarker): Spot | undefined {
  if (!reading) return undefined;
  const outer = outerNumber(number);
  const open = builder.points();
  const above = open.findLastIndex(({ node }) => ownNumber(node.label) === outer);
  if (above !== -1) return { depth: above + 1, reading };
  if (ownNumber(builder.container?.label ?? '') === outer) return { depth: 0, reading };
  const sibling = open.findLastIndex(({ node }) => outerNumber(ownNumber(node.label)) === outer);
  if (sibling !== -1) return { depth: sibling, reading };
  return open.length === 0 && reading.ordinal === 1 && builder.container?.kind === 'annex' ? { depth: 0, reading } : undefined;
}

function ownNumber(label: string): string {
  return /([^\s()]+)\)?$/.exec(label)?.[1] ?? '';
}

function spotFor(
  builder: OutlineBuilder,
  { readings }: PointMarker,
  next: PointMarker | undefined,
  first: boolean,
): Spot | undefined {
  const open = builder.points();
  const siblings: Spot[] = [];
  const gaps: Spot[] = [];
  for (let depth = open.length - 1; depth >= 0; depth--) {
    const last = open[depth]?.reading;
    for (const reading of readings) {
      if (!last || reading.style !== last.style) continue;
      const step = reading.ordinal - last.ordinal;
      if (step === 1 || (step === 0 && reading.suffix > last.suffix)) siblings.push({ depth, reading });
      else if (step > 1 && step <= widestGap && reading.style !== 'decimal') gaps.push({ depth, reading });
    }
  }
  if (!siblings[0]) siblings.push(...resumable(builder, readings));
  const child = readings.find(({ ordinal, suffix }) => ordinal === 1 && suffix === '');
  const introduces = /[:—–-]$/.test(builder.lastText.trim()) || builder.lastText === '';
  if (child) {
    const starts = canBegin(builder, child) && beginsList(child, siblings[0]?.reading, next, introduces);
    if (starts) return { depth: depthOfNew(builder, child, introduces), reading: child };
  }
  if (siblings[0]) return siblings[0];
  if (gaps[0]) return gaps[0];
  // The first number that is left of a list whose beginning was repealed.
  const only = readings.find(({ style }) => style !== 'decimal' || isInAnnex(builder));
  return first && only && open.length === 0 && builder.container?.children.length === 0 ? { depth: 0, reading: only } : undefined;
}

/** The lists that words without a number have closed, and that this number goes on with. */
function resumable(builder: OutlineBuilder, readings: readonly PointReading[]): Spot[] {
  const closed = builder.closed();
  for (let depth = closed.length - 1; depth >= builder.points().length; depth--) {
    const last = closed[depth]?.reading;
    const reading = readings.find(
      ({ style, ordinal, suffix }) =>
        style === last?.style && (ordinal === last.ordinal + 1 || (ordinal === last.ordinal && suffix > last.suffix)),
    );
    if (reading) return [{ depth, reading, resumes: true }];
  }
  return [];
}

/** A number with nothing around it may be any number; it begins a list only where nothing stands before it. */
function canBegin({ container, lastText }: OutlineBuilder, { style }: PointReading): boolean {
  return style !== 'decimal' || (lastText === '' && container?.children.length === 0);
}

function isInAnnex({ container }: OutlineBuilder): boolean {
  return /^(?:annex|sched\.|app\.)/.test(container?.label ?? '');
}

/** Whether a number that could be the first of a new list is that, and not the next of one that is open (`(h)`, `(i)`). */
function beginsList(
  child: PointReading,
  sibling: PointReading | undefined,
  next: PointMarker | undefined,
  introduces: boolean,
): boolean {
  if (!sibling) return true;
  const goesOn = (reading: PointReading): boolean =>
    next?.readings.some(({ style, ordinal }) => style === reading.style && ordinal === reading.ordinal + 1) ?? false;
  if (goesOn(child) !== goesOn(sibling)) return goesOn(child);
  return introduces;
}

/** Below the open point, but for paragraph signs, which stand below the unit; and a style that is open already begins anew in its place, unless it is introduced. */
function depthOfNew(builder: OutlineBuilder, child: PointReading, introduces: boolean): number {
  if (child.style === 'decimal§') return 0;
  const open = builder.points();
  const same = open.findIndex(({ reading }) => reading.style === child.style);
  return same === -1 || introduces ? open.length : same;
}

/** Adds a paragraph without a number: the rest of a point, a further paragraph, or the closing words after a list. */
export function addUnmarked(builder: OutlineBuilder, text: string, place: Place): void {
  const open = builder.points();
  const last = builder.lastText.trim();
  const unfinished = last !== '' && !/[.;:,!?—–\])”"»]$/.test(last) && !/\b(?:and|or|und|oder|et|ou|y|e|o)$/i.test(last);
  // An item of a list that has dashes for numbers is part of the point that it stands in.
  if (open.length === 0 || unfinished || /^[—–•·-]\s/.test(text)) builder.addText(text, place);
  else {
    const enumerated = introducesList(builder);
    builder.addText(text, place, open.findLastIndex(({ reading }, index) => isParagraphStyle(reading, index, enumerated)) + 1);
  }
}

/** Whether the unit's own words introduce a list: then its points are no paragraphs. */
function introducesList({ container }: OutlineBuilder): boolean {
  return /[:—–]$/.test(container?.text.trim() ?? '');
}

/** Numbers that paragraphs have, not points of an enumeration: what follows them without a number still belongs to them. */
function isParagraphStyle({ style }: PointReading, depth: number, enumerated: boolean): boolean {
  if (/^(?:ROMAN|ALPHA)-$|^decimal§$/.test(style)) return !enumerated;
  if (style === 'dotted.') return !enumerated;
  return depth === 0 && /^decimal(?:\.|\(\)|-)?$/.test(style) && !enumerated;
}
