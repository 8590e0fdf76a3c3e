import { compareSuffixes } from './numbers/latin.ts';
import { type PointMarker, type PointReading, pointMarker } from './numbers/point-markers.ts';
import { type OpenProvision, type OutlineBuilder, outerNumber, type PointPosition } from './outline-builder.ts';
import type { Place } from './provision.ts';
import { hasFiniteVerb, splitRunInTitle } from './titles.ts';

interface Position extends PointPosition {
  /** Whether unnumbered text had closed the list that this point continues. */
  readonly resumes?: true;
}

type OutlinePoints = ReturnType<OutlineBuilder['points']>;

/** Reads the number of a paragraph further on, 1 being the next one. */
export type Ahead = (distance: number) => PointMarker | undefined;

/** How many paragraphs ahead the next number of a list is looked for. */
const longestLook = 15;
/** Paragraphs. The longest list below a title that is looked through for the next title. */
const longestInnerList = 60;
/** The largest step between two numbers of one list, of which some in between were repealed. */
const widestGap = 3;
/** The same between signs that mark nothing but a paragraph: `§ 6º` after `§ 2º`, `(9)` after `(3)`. */
const widestClearGap = 30;
/** Deeper than any law nests its points; limits the work on hostile input. */
const maxDepth = 12;

/**
 * Adds a paragraph that begins with a number to the open unit.
 * @param ahead the numbers of the next paragraphs, which tell whether `(i)` is a letter or a Roman numeral
 * @returns false, with nothing added, if the paragraph has no number or its number fits no list
 */
export function addPoint(builder: OutlineBuilder, text: string, place: Place, ahead: Ahead): boolean {
  let marker = pointMarker(text);
  if (!marker) return false;
  for (let first = true; marker; first = false) {
    const direct = innerMarker(marker);
    const titled: TitledInner | undefined = direct ? undefined : titledInner(marker);
    const inner: PointMarker | undefined = direct ?? titled?.inner;
    const position = outerNumber(marker.number)
      ? dottedPosition(builder, marker)
      : positionOf(builder, marker, inner ? () => inner : ahead, first);
    if (!position || position.depth >= maxDepth) {
      if (first) return false;
      builder.addText(`${marker.written} ${marker.rest}`, place);
      return true;
    }
    if (position.resumes) builder.resume(position.depth);
    builder.openPoint(inner ? { ...marker, rest: titled?.title ?? '' } : marker, position, place);
    marker = inner;
  }
  return true;
}

/** The first point of a paragraph may begin on the same line: `(2)(a) ...`, `I.-A.-...`, `1. (1) ...`. */
function innerMarker({ rest, readings, number, written }: PointMarker): PointMarker | undefined {
  const inner = pointMarker(rest);
  const isFirst = inner?.readings.some(({ ordinal }) => ordinal === 1);
  // After an inserted "(17A)", and right after "(4)", a "(1)" begins a list of the same style.
  const isOtherStyle =
    /^\d+[A-Z]+$/.test(number) ||
    (written.startsWith('(') && inner?.written === '(1)') ||
    inner?.readings.some(({ style }) => readings.some((outer) => outer.style !== style));
  // "1. A company ..." has no inner point. Brackets, dashes, degree signs and digits are unambiguous.
  const isClear = inner && (/[()°§]|[-–—]$/.test(inner.written) || /^\d/.test(inner.written));
  return isFirst && isOtherStyle && isClear ? inner : undefined;
}

interface TitledInner {
  readonly title: string;
  readonly inner: PointMarker;
}

/** A title and the first inner point on one line: `(2) Grievance officers: (a) The provider ...`, `(b) Exemptions.—(1) ...`. */
function titledInner({ rest, readings }: PointMarker): TitledInner | undefined {
  const split = splitRunInTitle(rest, false);
  const inner = split && pointMarker(split.text);
  if (!split || !inner?.written.startsWith('(')) return undefined;
  const begins = inner.readings.some(({ style, ordinal }) => ordinal === 1 && readings.every((outer) => outer.style !== style));
  return begins ? { title: rest.slice(0, rest.length - split.text.length).trim(), inner } : undefined;
}

/** The position of `3.1`: below 3, or beside another number below 3; undefined if there is neither. */
function dottedPosition(builder: OutlineBuilder, { number, readings: [reading] }: PointMarker): Position | undefined {
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

/** The last number in a label: 3.1 for `annex VII(3.1)`. */
function ownNumber(label: string): string {
  return /([^\s()]+)\)?$/.exec(label)?.[1] ?? '';
}

/** The position of a number without levels: it continues an open list, begins one below, or fits nowhere. */
function positionOf(
  builder: OutlineBuilder,
  { readings, written }: PointMarker,
  ahead: Ahead,
  isFirstOfParagraph: boolean,
): Position | undefined {
  const sibling = nextInOpenList(builder, readings) ?? nextInClosedList(builder, readings);
  const child = readings.find(({ ordinal, suffix }) => ordinal === 1 && suffix === '');
  if (child && canBeginList(builder, child)) {
    const isIntroduced = /[:：—–-]$/.test(builder.lastText.trim()) || builder.lastText === '';
    if (beginsList(child, sibling?.reading, ahead(1), isIntroduced))
      return (
        positionBelowClosed(builder, child, ahead) ??
        positionBelowTitle(builder, child, ahead) ??
        newListPosition(builder, child, isIntroduced)
      );
  }
  const position = sibling ?? nextAfterGap(builder, readings, isClear(written) ? widestClearGap : widestGap);
  if (position) return position;
  // Danish: "Stk. 2." follows the first paragraph, which has no number.
  const second = readings.find(({ style, ordinal }) => style === 'decimal§' && ordinal === 2);
  if (second) return { depth: 0, reading: second };
  // The first number that remains of a list whose beginning was repealed.
  const first = readings.find(({ style }) => style !== 'decimal' || isInAnnex(builder));
  const isFirstInUnit = isFirstOfParagraph && builder.points().length === 0 && builder.container?.children.length === 0;
  return first && isFirstInUnit ? { depth: 0, reading: first } : undefined;
}

/** The innermost open list whose next number this is. */
function nextInOpenList(builder: OutlineBuilder, readings: readonly PointReading[]): Position | undefined {
  const open = builder.points();
  for (let depth = open.length - 1; depth >= 0; depth--) {
    const reading = readings.find((each) => follows(each, open[depth]?.reading));
    if (reading) return { depth, reading };
  }
  return undefined;
}

/** The innermost list, of those that unnumbered text has closed, whose next number this is. */
function nextInClosedList(builder: OutlineBuilder, readings: readonly PointReading[]): Position | undefined {
  const closed = builder.closed();
  for (let depth = closed.length - 1; depth >= builder.points().length; depth--) {
    const reading = readings.find((each) => follows(each, closed[depth]?.reading));
    if (reading) return { depth, reading, resumes: true };
  }
  return undefined;
}

/** Whether a number cannot be one that a sentence cites: `§ 6º`, `§ 10.` and `(9)`, but not `§ 6` or `6.` */
function isClear(written: string): boolean {
  return /^§\s*\d+\s?[.º°]|^\(\d+\)$/u.test(written);
}

/** The innermost open list that this number continues after a gap. */
function nextAfterGap(builder: OutlineBuilder, readings: readonly PointReading[], widest: number): Position | undefined {
  const open = builder.points();
  for (let depth = open.length - 1; depth >= 0; depth--) {
    const last = open[depth]?.reading;
    const reading = readings.find(({ style, ordinal }) => {
      const step = ordinal - (last?.ordinal ?? 0);
      return style === last?.style && style !== 'decimal' && step > 1 && step <= widest;
    });
    if (reading) return { depth, reading };
  }
  return undefined;
}

/** Whether a number is the next one of a list, or is inserted after its last one. */
function follows({ style, ordinal, suffix }: PointReading, last: PointReading | undefined): boolean {
  return (
    style === last?.style &&
    (ordinal === last.ordinal + 1 || (ordinal === last.ordinal && compareSuffixes(suffix, last.suffix) > 0))
  );
}

/** A number without punctuation may be any number in a sentence, so it begins a list only at the beginning of a provision. */
function canBeginList({ container, lastText }: OutlineBuilder, { style }: PointReading): boolean {
  return style !== 'decimal' || (lastText === '' && container?.children.length === 0);
}

function isInAnnex({ container }: OutlineBuilder): boolean {
  return /^(?:annex|sched\.|app\.)/.test(container?.label ?? '');
}

/** Whether a number is the first of a new list rather than the next of an open one: `(i)` may follow `(h)`. */
function beginsList(
  child: PointReading,
  sibling: PointReading | undefined,
  next: PointMarker | undefined,
  isIntroduced: boolean,
): boolean {
  if (!sibling) return true;
  const isContinued = (reading: PointReading): boolean =>
    next?.readings.some(({ style, ordinal }) => style === reading.style && ordinal === reading.ordinal + 1) ?? false;
  if (isContinued(child) !== isContinued(sibling)) return isContinued(child);
  return isIntroduced;
}

/**
 * A new list goes below the innermost open point. Exceptions: paragraph signs go directly below the unit, and a list of a style
 * that is already open starts again at that depth, unless the text before introduces it.
 */
function newListPosition(builder: OutlineBuilder, reading: PointReading, isIntroduced: boolean): Position {
  if (reading.style === 'decimal§') return { depth: 0, reading };
  const open = builder.points();
  const sameStyle = open.findIndex((point) => point.reading.style === reading.style);
  return { depth: sameStyle === -1 || isIntroduced ? open.length : sameStyle, reading };
}

/**
 * A list of the same style below a point that is only a title, as in EU annexes: `1. Rights` / `1. The right to life.` /
 * `2. The right to liberty.` / `2. Instruments`. The number after the title's comes later, and is not the next one of the list.
 */
function positionBelowTitle(builder: OutlineBuilder, reading: PointReading, ahead: Ahead): Position | undefined {
  const open = builder.points();
  const last = open.at(-1);
  if (last?.reading.style !== reading.style || builder.lastText !== last.node.text || !/\p{L}$/u.test(last.node.text.trim()))
    return undefined;
  let inner = reading;
  for (let distance = 1; distance <= longestInnerList; distance++) {
    const next = ahead(distance)?.readings.find(({ style }) => style === reading.style);
    if (next && follows(next, inner)) inner = next;
    else if (next) return follows(next, last.reading) ? { depth: open.length, reading } : undefined;
  }
  return undefined;
}

/**
 * A list inside a point, after further text of that point: `(b) harm.` / `It includes injury.` / `(i) to users;` / `(c) user.` The
 * number that goes on with the closed list comes later, or a point before this one has such a list after further text.
 */
function positionBelowClosed(builder: OutlineBuilder, reading: PointReading, ahead: Ahead): Position | undefined {
  const closed = builder.closed();
  const last = closed.at(-1);
  if (!last || closed.length <= builder.points().length) return undefined;
  if (closed.some((each) => each.reading.style === reading.style)) return undefined;
  const above = closed.at(-2)?.node ?? builder.container;
  if (goesOnLater(closed, ahead) || above?.children.some((point) => hasListAfterText(point, reading)))
    return { depth: closed.length, reading, resumes: true };
  return undefined;
}

/** Whether the next number of the innermost closed list comes before its first number, and before the next one of an outer list. */
function goesOnLater(closed: OutlinePoints, ahead: Ahead): boolean {
  const inner = closed.at(-1)?.reading;
  const ends = (each: PointReading): boolean =>
    (each.style === inner?.style && each.ordinal === 1) || closed.slice(0, -1).some((outer) => follows(each, outer.reading));
  for (let distance = 1; distance <= longestLook; distance++) {
    const readings = ahead(distance)?.readings ?? [];
    if (readings.some((each) => follows(each, inner))) return true;
    if (readings.some(ends)) return false;
  }
  return false;
}

/** Whether a point of several paragraphs has a list in this style. */
function hasListAfterText({ text, children }: OpenProvision, { style }: PointReading): boolean {
  const first = children.find(({ kind }) => kind === 'point');
  return text.includes('\n') && (pointMarker(`${first?.marker} x`)?.readings.some((each) => each.style === style) ?? false);
}

/** The number of an item in a Chinese list, which no paragraph has. */
const chineseItem = /^[(（]?[〇零一二三四五六七八九十]/u;

/** Adds a paragraph without a number: the continuation of a point, a further paragraph, or the closing words after a list. */
export function addUnnumbered(builder: OutlineBuilder, text: string, place: Place): void {
  const open = builder.points();
  const last = builder.lastText.trim();
  const isUnfinished =
    last !== '' && !/[.;:,!?—–\])”"»。；：，！？）」』؛،؟]$/.test(last) && !/\b(?:and|or|und|oder|et|ou|y|e|o)$/i.test(last);
  // An item with a dash is part of the text of the open point.
  if (open.length === 0 || isUnfinished || /^[—–•·-]\s/.test(text)) builder.addText(text, place);
  else {
    const isEnumeration = introducesList(builder);
    const isParagraph = ({ reading, node }: (typeof open)[number], depth: number): boolean =>
      !isEnumeration && !chineseItem.test(node.marker ?? '') && isParagraphStyle(reading.style, depth);
    builder.addText(text, place, open.findLastIndex(isParagraph) + 1);
  }
}

/**
 * Whether the unit's own text introduces a list, in Sweden without a colon: `Leverantören ska` / `1. föra register.` Its points are
 * then parts of a sentence, not paragraphs.
 */
function introducesList({ container }: OutlineBuilder): boolean {
  const text = container?.text.trim() ?? '';
  return /[:：—–]$/.test(text) || (/[\p{L},]$/u.test(text) && hasFiniteVerb(text));
}

/** Whether paragraphs, which may consist of several blocks, are numbered in this style. */
function isParagraphStyle(style: PointReading['style'], depth: number): boolean {
  return /^(?:(?:ROMAN|ALPHA)-|decimal§|dotted\.)$/.test(style) || (depth === 0 && /^decimal(?:\.|\(\)|-)?$/.test(style));
}
