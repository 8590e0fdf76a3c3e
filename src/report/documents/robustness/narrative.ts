import type { AssessmentResult, Result } from '../../../core/result.ts';
import type { BandProbability, Driver, Mend, Pivot, RankResult, Robustness } from '../../../core/robustness/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showCount, showPoints } from '../../../text/number.ts';
import { bandTitle, shownScore } from '../../words/phrases.ts';

/*
 * What every document says of how sure a score is, as plain sentences. Each format sets them in its own way and escapes them itself.
 */

/** How many single answers and sources of the spread are worth naming, and the least chance of a better band; JSON has all. */
const shown = { pivots: 5, drivers: 3, least: 0.05 };

/** All that is said of a score's robustness, part by part: a part that has nothing to say is empty. */
interface RobustnessWords {
  readonly range: string;
  readonly bands: string;
  /** What leads `pivotLines` in; alone where no single answer changes the band. */
  readonly pivots: string;
  readonly pivotLines: readonly string[];
  readonly mend: string;
  readonly drivers: string;
  readonly geometric: string;
  readonly method: string;
}

/** What is said of a score that has been varied. */
export function robustnessWords(robustness: Robustness, result: AssessmentResult, rubric: Rubric): RobustnessWords {
  const { method, bands, pivots, drivers } = robustness;
  const changing = pivots.filter(({ band }) => band !== result.band);
  const drawn = phrase('robustness', `method-${method.weights}`, { ...method, draws: showCount(method.draws) });
  return {
    range: rangeSentences(robustness, result, rubric).join(' '),
    bands: bandSentences(bands, rubric).join(' '),
    pivots: changing.length > 0 ? phrase('robustness', 'pivots') : pivotSentences(pivots).join(' '),
    pivotLines: pivotLines(changing, rubric),
    mend: mendSentence(robustness, result, rubric),
    drivers: driverSentence(drivers, rubric),
    geometric: geometricSentence(robustness, rubric),
    method: `${drawn} ${phrase('robustness', 'limits')}`,
  };
}

/**
 * The same in short, for formats that have a line for it: the range and the bands; the range alone where there is no score. Empty
 * where it was not asked for.
 */
export function robustnessSentences(result: AssessmentResult, rubric: Rubric): string[] {
  const { robustness } = result;
  if (robustness === undefined) return [];
  if (robustness === null) return [phrase('robustness', 'no-score')];
  return [rangeSentences(robustness, result, rubric).join(' '), bandSentences(robustness.bands, rubric).join(' ')];
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
  return [shownScore(low, rubric), shownScore(high, rubric)];
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
  if (n === 100) return phrase('robustness', 'cases-most');
  return n === 0 ? phrase('robustness', 'cases-few') : phrase('robustness', 'cases', { n });
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
  const score = shownScore(geometric.score, rubric);
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
  const list = firstPivots(ids).join(', ');
  return [phrase('robustness', 'pivots-none'), phrase('robustness', 'pivots-uncapped', { n: ids.length, list })];
}

function pivotLines(pivots: readonly Pivot[], rubric: Rubric): string[] {
  const lines = pivots.map(({ question, level, to, score, band }) => {
    const args = { question, level, to, score: shownScore(score, rubric), band: bandTitle(rubric, band) };
    return phrase('robustness', 'pivot', args);
  });
  return firstPivots(lines);
}

/** Those that are worth naming, and how many more there are. */
function firstPivots(all: readonly string[]): string[] {
  const more = all.length > shown.pivots ? [phrase('robustness', 'pivots-more', { n: all.length - shown.pivots })] : [];
  return [...all.slice(0, shown.pivots), ...more];
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
