import type { AssessmentResult, Result } from '../../../core/result.ts';
import type { BandProbability, Driver, Mend, Pivot, RankResult, Robustness } from '../../../core/robustness/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showCount, showPoints, showScore } from '../../../text/number.ts';
import { bandBounds, bandTitle } from '../../words/phrases.ts';

/*
 * What every document says of how sure a score is, as plain sentences. Each format sets them in its own way and escapes them itself.
 */

/** How many single answers and sources of the spread are worth naming, and the least chance of a better band; JSON has all. */
const shown = { pivots: 5, drivers: 3, least: 0.05 };

/** The parts of the section, each a few sentences; a part that has nothing to say is not there. */
export interface RobustnessWords {
  readonly range: string;
  readonly bands: string;
  readonly geometric: string;
  readonly drivers: string;
  /** What leads `pivotLines` in; alone where no single answer changes the band. */
  readonly pivots: string;
  readonly pivotLines: readonly string[];
  readonly mend: string;
  readonly method: string;
}

/** All that is said of a score's robustness; undefined where it was not asked for. */
export function robustnessWords(result: AssessmentResult, rubric: Rubric): RobustnessWords | undefined {
  const { robustness } = result;
  if (robustness === undefined) return undefined;
  const empty = { bands: '', geometric: '', drivers: '', pivots: '', pivotLines: [], mend: '', method: '' };
  if (robustness === null) return { ...empty, range: phrase('robustness', 'no-score') };
  const changing = robustness.pivots.filter(({ band }) => band !== result.band);
  return {
    range: rangeSentences(robustness, result, rubric).join(' '),
    bands: bandSentences(robustness.bands, rubric).join(' '),
    geometric: geometricSentence(robustness, rubric),
    drivers: driverSentence(robustness.drivers, rubric),
    pivots: changing.length > 0 ? phrase('robustness', 'pivots') : pivotSentences(robustness.pivots).join(' '),
    pivotLines: pivotLines(changing, rubric),
    mend: mendSentence(robustness, result, rubric),
    method: [
      phrase('robustness', `method-${robustness.method.weights}`, {
        ...robustness.method,
        draws: showCount(robustness.method.draws),
      }),
      phrase('robustness', 'limits'),
    ].join(' '),
  };
}

/** The same in short, for formats that have a line for it: the range and the bands. */
export function robustnessSentences(result: AssessmentResult, rubric: Rubric): string[] {
  const words = robustnessWords(result, rubric);
  return words ? [words.range, words.bands].filter((sentence) => sentence !== '') : [];
}

function rangeSentences(robustness: Robustness, result: AssessmentResult, rubric: Rubric): string[] {
  const { method, unsure } = robustness;
  const [from, to] = interval(robustness.interval90, rubric);
  const rule = method.spread === 0 ? 'fixed' : method.weights;
  const same = caseWords(sameBand(robustness, result));
  const args = { spread: method.spread, n: unsure.length, from, to, same };
  const varied = method.spread > 0 || unsure.length > 0;
  const sentences = [
    phrase('robustness', varied && from === to ? 'range-point' : `range-${rule}${unsure.length > 0 ? '-unsure' : ''}`, args),
  ];
  if (varied && unsure.length === 0) sentences.push(phrase('robustness', 'none-unsure'));
  if (result.answered < result.applicable) sentences.push(phrase('robustness', 'blanks'));
  return sentences;
}

function interval([low, high]: readonly [number, number], rubric: Rubric): [from: string, to: string] {
  return [showScore(low, bandBounds(rubric)), showScore(high, bandBounds(rubric))];
}

/** How probable the draft's own band is, 0..1. */
export function sameBand({ bands }: Robustness, { band }: AssessmentResult): number {
  return bands.find(({ id }) => id === band)?.probability ?? 0;
}

/** A probability as cases of 100; what is not certain never shows as certain. */
export function caseWords(probability: number): string {
  if (probability >= 1) return phrase('robustness', 'cases-all');
  if (probability <= 0) return phrase('robustness', 'cases-none');
  const n = Math.round(100 * probability);
  return n === 100
    ? phrase('robustness', 'cases-most')
    : n === 0
      ? phrase('robustness', 'cases-few')
      : phrase('robustness', 'cases', { n });
}

function bandSentences(bands: readonly BandProbability[], rubric: Rubric): string[] {
  const list = (key: 'probability' | 'uncapped'): string =>
    bands
      .filter((band) => band[key] > 0)
      .sort((a, b) => b[key] - a[key])
      .map((band) => phrase('robustness', 'band-case', { band: bandTitle(rubric, band.id), cases: caseWords(band[key]) }))
      .join(', ');
  const sentences = [phrase('robustness', 'bands', { list: list('probability') })];
  if (bands.some(({ probability, uncapped }) => probability !== uncapped)) {
    sentences.push(phrase('robustness', 'bands-uncapped', { list: list('uncapped') }));
  }
  return sentences;
}

function geometricSentence({ geometric }: Robustness, rubric: Rubric): string {
  const [from, to] = interval(geometric.interval90, rubric);
  const score = showScore(geometric.score, bandBounds(rubric));
  return phrase('robustness', 'geometric', { score, band: bandTitle(rubric, geometric.band), from, to });
}

function driverSentence(drivers: readonly Driver[], rubric: Rubric): string {
  if (drivers.length === 0) return '';
  const titles = new Map(rubric.features.map(({ id, title }) => [id, title]));
  const list = drivers.slice(0, shown.drivers).map(({ kind, id, share }) => {
    return phrase('robustness', `driver-${kind}`, { id, title: titles.get(id) ?? id, share: Math.round(100 * share) });
  });
  return phrase('robustness', 'drivers', { list: list.join(', ') });
}

function pivotSentences(pivots: readonly Pivot[]): string[] {
  const ids = [...new Set(pivots.map(({ question }) => question))];
  if (ids.length === 0) return [phrase('robustness', 'pivots-none')];
  const more = ids.length > shown.pivots ? [phrase('robustness', 'pivots-more', { n: ids.length - shown.pivots })] : [];
  return [
    phrase('robustness', 'pivots-none'),
    phrase('robustness', 'pivots-uncapped', { n: ids.length, list: [...ids.slice(0, shown.pivots), ...more].join(', ') }),
  ];
}

function pivotLines(pivots: readonly Pivot[], rubric: Rubric): string[] {
  const lines = pivots.slice(0, shown.pivots).map(({ question, level, to, score, band }) => {
    return phrase('robustness', 'pivot', {
      question,
      level,
      to,
      score: showScore(score, bandBounds(rubric)),
      band: bandTitle(rubric, band),
    });
  });
  if (pivots.length > shown.pivots) lines.push(phrase('robustness', 'pivots-more', { n: pivots.length - shown.pivots }));
  return lines;
}

function mendSentence({ mends, bands }: Robustness, { band }: AssessmentResult, rubric: Rubric): string {
  const [best] = mends;
  if (!best) return '';
  const most = mends.reduce((most, mend) => (mend.gain > most.gain ? mend : most), best);
  const place = rubric.bands.findIndex(({ id }) => id === band);
  const args = ({ question, gain }: Mend) => ({ question, points: showPoints(gain) });
  if (place === 0) return phrase('robustness', 'mend-top', args(most));
  if (best.better === 0) return phrase('robustness', 'mend-points', args(most));
  if (best.better < shown.least) return phrase('robustness', 'mend-hardly', { ...args(most), cases: caseWords(best.better) });
  const higher = new Set(rubric.bands.slice(0, Math.max(0, place)).map(({ id }) => id));
  const now = bands.reduce((sum, { id, probability }) => sum + (id !== null && higher.has(id) ? probability : 0), 0);
  return phrase('robustness', 'mend', { ...args(best), cases: caseWords(best.better), now: caseWords(now) });
}

/** A draft among others: its rank, its interval, and how often it has which rank. */
export interface RankRow {
  readonly assessment: AssessmentResult;
  readonly rank: number;
  readonly interval: string;
  readonly same: string;
  readonly ranks: string;
}

/** The drafts of a run that have a score, the best first; empty where robustness was not asked for or there is no order. */
export function rankRows({ robustness, assessments }: Result, rubric: Rubric): RankRow[] {
  const bySource = new Map(assessments.map((assessment) => [assessment.source, assessment]));
  return [...(robustness?.ranks ?? [])]
    .sort((a, b) => a.rank - b.rank || (a.source < b.source ? -1 : 1))
    .flatMap((row): RankRow[] => {
      const assessment = bySource.get(row.source);
      if (!assessment?.robustness) return [];
      const [from, to] = interval(assessment.robustness.interval90, rubric);
      const same = perHundred(sameBand(assessment.robustness, assessment));
      return [{ assessment, rank: row.rank, interval: from === to ? from : `${from} - ${to}`, same, ranks: rankList(row) }];
    });
}

function rankList({ probabilities }: RankResult): string {
  return probabilities
    .map((probability, index) => ({ probability, rank: index + 1 }))
    .filter(({ probability }) => probability >= 0.005)
    .sort((a, b) => b.probability - a.probability)
    .map(({ probability, rank }) => phrase('robustness', 'rank-case', { rank, n: perHundred(probability) }))
    .join(', ');
}

/** A probability as a number of 100, for a table. */
function perHundred(probability: number): string {
  const n = Math.round(100 * probability);
  if (n === 100 && probability < 1) return '>99';
  return n === 0 && probability > 0 ? '<1' : String(n);
}
