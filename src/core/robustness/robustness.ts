import type { Assessment } from '../answers.ts';
import { randomFrom } from '../random.ts';
import type { AssessmentResult } from '../result.ts';
import type { PreparedRubric } from '../rubric.ts';
import { layoutOf, type RubricLayout } from '../rubric-layout.ts';
import { DrawnLaw } from './drawn-law.ts';
import { LawDraws } from './law-draws.ts';
import { RankDraws } from './rank-draws.ts';
import type { BandProbability, Driver, Mend, Pivot, Robustness, RobustnessMethod, RunRobustness } from './result.ts';
import { ScoreDrivers } from './score-drivers.ts';
import { rubricWeights, type Weights, weightDrawer } from './weight-draws.ts';

/** A law as it was scored. */
export interface ScoredLaw {
  readonly assessment: Assessment;
  readonly result: AssessmentResult;
}

/** A law that is being drawn. */
interface Study {
  readonly law: DrawnLaw;
  readonly draws: LawDraws;
  readonly drivers: ScoreDrivers;
  /** What `drivers` looks at: features' weights, questions' weights, unsure answers. */
  readonly inputs: Float64Array;
  readonly stated: number;
}

/**
 * How far scores, bands and ranks hold when the weights are somewhat different and the answers of low confidence are one level off
 * (uncertainty and sensitivity analysis, OECD/JRC 2008, step 7). Every draw takes one set of weights for all laws. Each unsure answer
 * goes one level down or up, with even chances, and stays at an end of its scale. Blanks stay out, as they do in the score.
 * What a law comes to depends on its answers, the rubric and the method alone, not on the laws beside it or their order.
 * @returns for each law its robustness, null where it has no score; and the ranks
 */
export function drawRobustness(
  prepared: PreparedRubric,
  laws: readonly ScoredLaw[],
  method: RobustnessMethod,
): { readonly assessments: readonly (Robustness | null)[]; readonly run: RunRobustness } {
  const layout = layoutOf(prepared);
  const own = rubricWeights(prepared);
  const studies = laws.map((law) => (law.result.score === null ? null : studyOf(prepared, layout, own, law, method)));
  const drawn = studies.filter((study) => study !== null);
  const ranks = drawn.length > 1 ? new RankDraws(drawn.length) : undefined;
  drawAll(prepared, own, drawn, ranks, method);
  const ranked = laws.flatMap(({ result }, index) => (studies[index] ? [result.source] : []));
  return {
    assessments: studies.map((study, index) => {
      const law = laws[index];
      return study && law ? robustnessOf(prepared, layout, own, study, law, method) : null;
    }),
    run: {
      method,
      ranks: ranks
        ? drawn.map(({ stated }, index) => ({
            source: ranked[index] ?? '',
            rank: 1 + drawn.filter((other) => other.stated > stated).length,
            probabilities: ranks.probabilities(index),
          }))
        : [],
    },
  };
}

function studyOf(
  prepared: PreparedRubric,
  layout: RubricLayout,
  own: Weights,
  { assessment, result }: ScoredLaw,
  { draws, seed }: RobustnessMethod,
): Study {
  const law = new DrawnLaw(prepared, layout, assessment);
  const places = new Map([...prepared.questions.keys()].map((id, place) => [id, place]));
  const gaps = Int32Array.from(result.gaps, ({ question }) => places.get(question) ?? 0);
  const stated = law.score(own);
  const statedBand = prepared.rubric.bands.findIndex(({ id }) => id === result.band);
  const inputs = own.features.length + own.questions.length + law.unsure.length;
  return {
    law,
    draws: new LawDraws(law, layout, gaps, statedBand, draws, randomFrom(seed, answersMark(law))),
    drivers: new ScoreDrivers(inputs),
    inputs: new Float64Array(inputs),
    stated,
  };
}

/** The draws, one after the other; in each the laws, one after the other. */
function drawAll(
  prepared: PreparedRubric,
  own: Weights,
  studies: readonly Study[],
  ranks: RankDraws | undefined,
  { weights: rule, spread, draws, seed }: RobustnessMethod,
): void {
  const weights = { features: own.features.slice(), questions: own.questions.slice() };
  const drawWeights = weightDrawer(prepared, rule, spread, randomFrom(seed), weights);
  const shifts = new Float64Array(own.features.length + own.questions.length);
  const scores = new Float64Array(studies.length);
  for (let draw = 0; draw < draws; draw++) {
    drawWeights();
    relative(weights.features, own.features, shifts, 0);
    relative(weights.questions, own.questions, shifts, own.features.length);
    for (let index = 0; index < studies.length; index++) {
      const study = studies[index] as Study;
      const score = study.draws.draw(draw, weights);
      scores[index] = score;
      study.inputs.set(shifts);
      study.inputs.set(study.draws.moves, shifts.length);
      study.drivers.note(study.inputs, Number.isNaN(score) ? 0 : score - study.stated);
    }
    ranks?.count(scores);
  }
}

/** How much more or less than its own each weight is, as a part of its own. */
function relative(drawn: Float64Array, own: Float64Array, into: Float64Array, from: number): void {
  for (let index = 0; index < own.length; index++) {
    const weight = own[index] as number;
    into[from + index] = weight === 0 ? 0 : (drawn[index] as number) / weight - 1;
  }
}

function robustnessOf(
  prepared: PreparedRubric,
  layout: RubricLayout,
  own: Weights,
  study: Study,
  { result }: ScoredLaw,
  method: RobustnessMethod,
): Robustness | null {
  const { law, draws } = study;
  const ids = [...prepared.questions.keys()];
  const scores = sortedScores(draws.scores);
  if (scores.length === 0) return null;
  law.levels.set(law.stated);
  law.score(own);
  const geometric = law.geometric(own);
  const uncapped = law.band(geometric);
  const geometricScores = sortedScores(draws.geometric);
  return {
    method,
    unsure: Array.from(law.unsure, (place) => ids[place] ?? ''),
    median: percentile(scores, 50),
    interval90: [percentile(scores, 5), percentile(scores, 95)],
    bands: bandProbabilities(prepared, draws, method.draws),
    geometric: {
      score: geometric,
      interval90: [percentile(geometricScores, 5), percentile(geometricScores, 95)],
      band: bandId(prepared, law.capped(uncapped)),
      uncappedBand: bandId(prepared, uncapped),
    },
    pivots: findPivots(prepared, layout, own, law),
    drivers: findDrivers(prepared, study),
    mends: result.gaps
      .map(({ question }, gap): Mend => {
        const gained = draws.gained[gap] ?? 0;
        return { question, gain: gained / scores.length, better: (draws.better[gap] ?? 0) / method.draws };
      })
      // The sort is stable: what is equal stays in the order of the gaps.
      .sort((a, b) => b.better - a.better || b.gain - a.gain),
  };
}

function sortedScores(drawn: Float64Array): Float64Array {
  return drawn.filter((score) => !Number.isNaN(score)).sort();
}

/** The least drawn score that at least so many percent of the draws don't exceed (Hyndman and Fan 1996, definition 1). */
function percentile(sorted: Float64Array, percent: number): number {
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] as number;
}

function bandProbabilities({ rubric }: PreparedRubric, drawn: LawDraws, draws: number): BandProbability[] {
  return [...rubric.bands.map(({ id }) => id), null]
    .map((id, place) => ({
      id,
      probability: (drawn.bands[place] ?? 0) / draws,
      uncapped: (drawn.uncappedBands[place] ?? 0) / draws,
    }))
    .filter(({ id, probability, uncapped }) => id !== null || probability > 0 || uncapped > 0);
}

function bandId({ rubric }: PreparedRubric, place: number): string | null {
  return rubric.bands[place]?.id ?? null;
}

/** Moves each answer by one level, down and up, all else as it was given. Those that change the capped band come first, then unsure answers, then large moves. */
function findPivots(prepared: PreparedRubric, { top }: RubricLayout, own: Weights, law: DrawnLaw): Pivot[] {
  const score = law.score(own);
  const uncappedBand = law.band(score);
  const band = law.capped(uncappedBand);
  const ids = [...prepared.questions.keys()];
  const answered = ids.map((_, place) => law.isAnswered(place));
  const pivots = ids.flatMap((question, place): Pivot[] => {
    const level = law.stated[place] as number;
    if (!answered[place]) return [];
    return [level - 1, level + 1].flatMap((to) => {
      if (to < 0 || to > (top[place] as number)) return [];
      law.levels[place] = to;
      const moved = law.score(own);
      law.levels[place] = level;
      const uncapped = law.band(moved);
      const capped = law.capped(uncapped);
      if (capped === band && uncapped === uncappedBand) return [];
      return [{ question, level, to, score: moved, band: bandId(prepared, capped), uncappedBand: bandId(prepared, uncapped) }];
    });
  });
  const draftBand = bandId(prepared, band);
  const unsure = new Set(Array.from(law.unsure, (place) => ids[place]));
  const isSure = ({ question }: Pivot): number => Number(!unsure.has(question));
  // In millionths: moves of the same size are not told apart by the last digits.
  const distance = (pivot: Pivot): number => Math.round(1e6 * Math.abs(pivot.score - score));
  return pivots.sort(
    (a, b) => Number(a.band === draftBand) - Number(b.band === draftBand) || isSure(a) - isSure(b) || distance(b) - distance(a),
  );
}

function findDrivers(prepared: PreparedRubric, { law, drivers }: Study): Driver[] {
  const ids = [...prepared.questions.keys()];
  const inputs: Omit<Driver, 'share'>[] = [
    ...prepared.features.map(({ feature }) => ({ kind: 'feature-weight' as const, id: feature.id })),
    ...ids.map((id) => ({ kind: 'question-weight' as const, id })),
    ...Array.from(law.unsure, (place) => ({ kind: 'answer' as const, id: ids[place] ?? '' })),
  ];
  return inputs
    .map((input, index): Driver => ({ ...input, share: drivers.share(index) }))
    .filter(({ share }) => share >= 0.01)
    .sort((a, b) => b.share - a.share);
}

/** A number that is the same for the same answers (FNV-1a): two laws throw their own dice, wherever their files stand. */
function answersMark({ stated, unsure }: DrawnLaw): number {
  let mark = 0x811c9dc5;
  const take = (value: number): void => {
    mark = Math.imul(mark ^ (value + 2), 0x01000193);
  };
  stated.forEach(take);
  unsure.forEach(take);
  // 0 is the sequence of the weights.
  return mark >>> 0 || 1;
}
