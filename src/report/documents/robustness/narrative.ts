import type { AssessmentResult } from '../../../core/result.ts';
import type { BandProbability, Driver, Mend, Pivot, Robustness } from '../../../core/robustness/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { inSentences, listed } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showCount, showPoints } from '../../../text/number.ts';
import { bandTitle, shownScore } from '../../words/score.ts';

/** How many single answers and causes of the spread are listed, and the least chance of a better band; JSON has all. */
const shown = { pivots: 5, drivers: 3, least: 0.05 };

/** What is said of the certainty of a score, part by part; a part that has nothing to say is empty. */
export function robustnessWords(robustness: Robustness, result: AssessmentResult, rubric: Rubric) {
  const { method, bands, pivots, drivers } = robustness;
  const changing = pivots.filter(({ band }) => band !== result.band);
  const drawn = phrase('robustness', `method-${method.weights}`, { ...method, draws: showCount(method.draws) });
  return {
    range: inSentences(rangeSentences(robustness, result, rubric)),
    bands: inSentences(bandSentences(bands, rubric)),
    /** Leads the lines in; alone if no single answer changes the band. */
    pivots: changing.length > 0 ? phrase('robustness', 'pivots') : inSentences(pivotSentences(pivots)),
    pivotLines: pivotLines(changing, rubric),
    closing: closingSentence(robustness, result, rubric),
    drivers: driverSentence(drivers, rubric),
    geometric: geometricSentence(robustness, rubric),
    method: inSentences([drawn, phrase('robustness', 'limits')]),
  };
}

/**
 * The same in short, for formats that have one line for it: the range and the bands, or that there is no score. Empty if it was not
 * asked for.
 */
export function robustnessSentences(result: AssessmentResult, rubric: Rubric): string[] {
  const { robustness } = result;
  if (robustness === undefined) return [];
  if (robustness === null) return [phrase('robustness', 'no-score')];
  return [inSentences(rangeSentences(robustness, result, rubric)), inSentences(bandSentences(robustness.bands, rubric))];
}

function rangeSentences(robustness: Robustness, { band, answered, applicable }: AssessmentResult, rubric: Rubric): string[] {
  const { method, unsure, interval90 } = robustness;
  const [from, to] = shownInterval(interval90, rubric);
  const rule = method.spread === 0 ? 'fixed' : method.weights;
  const args = { spread: method.spread, n: unsure.length, from, to, same: caseWords(sameBand(robustness, { band })) };
  const varied = method.spread > 0 || unsure.length > 0;
  const key = varied && from === to ? 'range-point' : (`range-${rule}${unsure.length > 0 ? '-unsure' : ''}` as const);
  return [
    phrase('robustness', key, args),
    ...(varied && unsure.length === 0 ? [phrase('robustness', 'none-unsure')] : []),
    ...(answered < applicable ? [phrase('robustness', 'blanks')] : []),
  ];
}

/** Both ends of an interval of scores. */
export function shownInterval([low, high]: readonly [number, number], rubric: Rubric): [from: string, to: string] {
  return [shownScore(low, rubric), shownScore(high, rubric)];
}

/** The probability of the draft's own band, 0..1. */
export function sameBand({ bands }: Robustness, { band }: Pick<AssessmentResult, 'band'>): number {
  return bands.find(({ id }) => id === band)?.probability ?? 0;
}

/** A probability as cases of 100; less than 1 is never shown as certain. */
export function caseWords(probability: number): string {
  if (probability >= 1) return phrase('robustness', 'cases-all');
  if (probability <= 0) return phrase('robustness', 'cases-none');
  const n = Math.round(100 * probability);
  if (n === 100) return phrase('robustness', 'cases-most');
  return n === 0 ? phrase('robustness', 'cases-few') : phrase('robustness', 'cases', { n });
}

function bandSentences(bands: readonly BandProbability[], rubric: Rubric): string[] {
  const list = (key: 'probability' | 'uncapped'): string => {
    const found = bands.filter((band) => band[key] > 0).sort((a, b) => b[key] - a[key]);
    const cases = found.map(({ id, [key]: share }) => ({ band: bandTitle(rubric, id), cases: caseWords(share) }));
    return listed(cases.map((args) => phrase('robustness', 'band-case', args)));
  };
  const capped = bands.some(({ probability, uncapped }) => probability !== uncapped);
  return [
    phrase('robustness', 'bands', { list: list('probability') }),
    ...(capped ? [phrase('robustness', 'bands-uncapped', { list: list('uncapped') })] : []),
  ];
}

function geometricSentence({ geometric }: Robustness, rubric: Rubric): string {
  const [from, to] = shownInterval(geometric.interval90, rubric);
  const score = shownScore(geometric.score, rubric);
  return phrase('robustness', 'geometric', { score, band: bandTitle(rubric, geometric.band), from, to });
}

function driverSentence(drivers: readonly Driver[], rubric: Rubric): string {
  if (drivers.length === 0) return '';
  const titles = new Map(rubric.features.map(({ id, title }) => [id, title]));
  const list = drivers.slice(0, shown.drivers).map(({ kind, id, share }) => {
    return phrase('robustness', `driver-${kind}`, { id, title: titles.get(id) ?? id, share: Math.round(100 * share) });
  });
  return phrase('robustness', 'drivers', { list: listed(list) });
}

function pivotSentences(pivots: readonly Pivot[]): string[] {
  const ids = [...new Set(pivots.map(({ question }) => question))];
  const list = listed(firstPivots(ids));
  const uncapped = ids.length > 0 ? [phrase('robustness', 'pivots-uncapped', { n: ids.length, list })] : [];
  return [phrase('robustness', 'pivots-none'), ...uncapped];
}

function pivotLines(pivots: readonly Pivot[], rubric: Rubric): string[] {
  const lines = pivots.map(({ question, level, to, score, band }) => {
    return phrase('robustness', 'pivot', {
      question,
      level,
      to,
      score: shownScore(score, rubric),
      band: bandTitle(rubric, band),
    });
  });
  return firstPivots(lines);
}

/** The first ones, and how many more there are. */
function firstPivots(all: readonly string[]): string[] {
  const more = all.length > shown.pivots ? [phrase('robustness', 'pivots-more', { n: all.length - shown.pivots })] : [];
  return [...all.slice(0, shown.pivots), ...more];
}

function closingSentence({ mends, bands }: Robustness, { band }: AssessmentResult, rubric: Rubric): string {
  const [best] = mends;
  if (!best) return '';
  const most = mends.reduce((most, mend) => (mend.gain > most.gain ? mend : most), best);
  const args = ({ question, gain }: Mend) => ({ question, points: showPoints(gain), cases: caseWords(best.better) });
  const place = rubric.bands.findIndex(({ id }) => id === band);
  if (place === 0) return phrase('robustness', 'closing-top', args(most));
  if (best.better < shown.least) return phrase('robustness', best.better === 0 ? 'closing-points' : 'closing-hardly', args(most));
  const higher = rubric.bands.slice(0, Math.max(0, place)).map(({ id }) => id);
  const now = bands.reduce((sum, { id, probability }) => sum + (id !== null && higher.includes(id) ? probability : 0), 0);
  return phrase('robustness', 'closing', { ...args(best), now: caseWords(now) });
}

/** A probability as a number of 100, for a table. */
export function perHundred(probability: number): string {
  const n = Math.round(100 * probability);
  if (n === 100 && probability < 1) return '>99';
  return n === 0 && probability > 0 ? '<1' : String(n);
}
