import type { AssessmentResult, CapResult, GateName, GateResult } from '../../core/result.ts';
import type { Band, Rubric } from '../../core/rubric.ts';
import { aside, inSentences, listed, quoted } from '../../messages/lists.ts';
import { phrase, type Section } from '../../messages/phrases.ts';
import { showApart, showScore } from '../../text/number.ts';
import type { Bar, TextRun } from '../document/blocks.ts';
import { numbered, numbersOf } from './numbers.ts';
import { textsOf } from './rubric.ts';

/** The phrases whose number `n` is not 0. */
export function counted<S extends Section>(
  area: S,
  counts: Partial<Readonly<Record<Parameters<typeof phrase<S>>[1], number>>>,
): string[] {
  const found = Object.entries<number | undefined>(counts).filter(([, n]) => n);
  return found.map(([key, n = 0]) => phrase(area, key as Parameters<typeof phrase<S>>[1], { n }));
}

/** The band's title, or the phrase for none. */
export function bandTitle(rubric: Rubric, id: string | null): string {
  return bandOf(rubric, id)?.title ?? phrase('report', 'no-band');
}

export function bandOf(rubric: Pick<Rubric, 'bands'>, id: string | null): Band | undefined {
  return rubric.bands.find((band) => band.id === id);
}

/** A band's title, in the colour of the band in formats with colours. */
export function bandRun(rubric: Rubric, id: string | null): TextRun {
  return { text: bandTitle(rubric, id), band: id };
}

/**
 * A score with one decimal, or with more if rounding would show it at a band that it does not reach.
 * @param least the minimum number of decimals
 */
export function shownScore(score: number | null, { bands }: Pick<Rubric, 'bands'>, least = 1): string {
  const bounds = bands.map(({ from }) => from);
  return showScore(score, bounds, least);
}

/** A score as a picture. */
export function barOf({ score, low, high, band }: Omit<Bar, 'kind' | 'name'>, name: string): Bar {
  return { kind: 'bar', name, score, low, high, band };
}

/** Where a cap is due to more than this, the ids stand alone: what they mean is told below in a report. */
const mostQuoted = 2;

/**
 * The caps that lowered the band, with their reasons, as one text; empty if the band is the score's own.
 * @param isFull whether the questions and flags that a cap is due to are named by their numbers and texts, or by their ids alone
 */
export function capSentences(
  rubric: Rubric,
  { band, uncappedBand, caps }: Pick<AssessmentResult, 'band' | 'uncappedBand' | 'caps'>,
  isFull = false,
): string[] {
  if (band === uncappedBand) return [];
  const rank = (id: string | null): number => rubric.bands.findIndex((each) => each.id === id);
  const lowering = caps.filter((cap) => rank(cap.band) > rank(uncappedBand));
  if (lowering.length === 0) return [];
  const limits = [...new Set(lowering.map((cap) => cap.band))].sort((a, b) => rank(b) - rank(a));
  const name = isFull ? fullName(rubric) : (id: string): string => id;
  const sentences = limits.map((limit, index) =>
    phrase('report', index === 0 ? 'cap-limited' : 'cap-otherwise', {
      band: bandTitle(rubric, limit),
      reasons: lowering
        .flatMap((cap) => (cap.band === limit ? [capReason(cap, name)] : []))
        .reduce((list, last) => phrase('report', 'cap-and', { list, last })),
    }),
  );
  return [inSentences([phrase('report', 'cap-average', { uncapped: bandTitle(rubric, uncappedBand) }), ...sentences])];
}

/** `because of 1 severe red flag: "The draft ..." (f2 encryption)`. */
function capReason({ when, because }: CapResult, name: (id: string, isQuoted: boolean) => string): string {
  const isQuoted = because.length <= mostQuoted;
  return phrase('report', `cap-${when}`, { because: listed(because.map((id) => name(id, isQuoted))), n: because.length });
}

/** Names a question or a flag by its number, its id and perhaps its text. */
function fullName(rubric: Rubric): (id: string, isQuoted: boolean) => string {
  const [texts, numbers] = [textsOf(rubric), numbersOf(rubric)];
  return (id, isQuoted) => {
    const text = isQuoted ? texts.get(id)?.replace(/[.。]$/u, '') : undefined;
    const short = numbered(numbers, id, id);
    return text === undefined ? short : `${quoted(text)}${aside(short)}`;
  };
}

/** The verdict of a gate, with its tone. */
export function gateRun(gate: GateResult): TextRun {
  return { text: gateSentence(gate), tone: gate.holds ? 'good' : 'bad' };
}

/** The verdict of a gate in a sentence. */
export function gateSentence({ gate, holds, feature, bound, actual = null, because, inContext }: GateResult): string {
  const looked = (what: string): string =>
    inContext === undefined ? what : phrase('report', inContext ? 'gate-in-context' : 'gate-of-text', { what });
  const verdict = holds ? 'holds' : 'fails';
  if (bound === undefined) {
    if (gate === 'baseline') return phrase('report', because.length > 0 ? 'gate-baseline-new' : 'gate-holds-baseline');
    const key = isBaselineList(gate) ? (`gate-fails-${gate}` as const) : (`gate-${verdict}-list` as const);
    return phrase('report', key, { gate: looked(gate), because: listed(because), n: because.length });
  }
  const what = feature ?? phrase('report', 'overall');
  if (gate === 'baseline') {
    const [before, now] = showApart(bound, actual ?? 0);
    return phrase('report', 'gate-fails-baseline', { what, before, now });
  }
  const low = actual === null ? phrase('report', 'no-score') : showScore(actual, [bound]);
  return phrase('report', `gate-${verdict}-bound`, { what: looked(what), bound, low, sign: holds ? '>=' : '<' });
}

function isBaselineList(gate: GateName): gate is Extract<GateName, `baseline-${string}`> {
  return gate.startsWith('baseline-');
}
