import type { Assessment } from '../answers.ts';
import { randomFrom } from '../random.ts';
import type { AssessmentResult } from '../result.ts';
import type { PreparedRubric } from '../rubric.ts';
import { layoutOf, type RubricLayout } from '../rubric-layout.ts';
import { DrawnLaw, noBand } from './drawn-law.ts';
import { LawDraws } from './law-draws.ts';
import { RankDraws } from './rank-draws.ts';
import type { BandProbability, Driver, Mend, Pivot, Robustness, RobustnessMethod, RunRobustness } from './result.ts';
import { ScoreDrivers } from './score-drivers.ts';
import { rubricWeights, type Weights, weightDrawer } from './weight-draws.ts';

export interface ScoredLaw {
  readonly assessment: Assessment;
  readonly result: AssessmentResult;
}

/** What the simulations of all laws have in common. */
interface Setup {
  readonly prepared: PreparedRubric;
  readonly layout: RubricLayout;
  /** The rubric's own weights. */
  readonly baseWeights: Weights;
  readonly method: RobustnessMethod;
}

/** The simulation of one law. */
interface Simulation {
  readonly law: DrawnLaw;
  readonly draws: LawDraws;
  readonly drivers: ScoreDrivers;
  /** The inputs of `drivers`, in this order: weights of features, weights of questions, unsure answers. */
  readonly inputs: Float64Array;
  /** The score with the rubric's weights and the reviewer's levels. */
  readonly stated: number;
}

/**
 * Monte Carlo simulation of how scores, bands and ranks vary if the weights differ somewhat and answers of low confidence are one
 * level off (uncertainty and sensitivity analysis; OECD/JRC 2008, step 7). Each draw uses one set of weights for all laws. It
 * moves each unsure answer one level down or up with equal probability; at an end of its scale the answer may stay. Unanswered
 * questions are left out, as they are in the score. The result for a law depends only on its answers, the rubric and the method,
 * not on the other laws or their order.
 * @returns the robustness of each law, null if it has no score; and the ranks
 */
export function drawRobustness(
  prepared: PreparedRubric,
  laws: readonly ScoredLaw[],
  method: RobustnessMethod,
): { readonly assessments: readonly (Robustness | null)[]; readonly run: RunRobustness } {
  const setup: Setup = { prepared, layout: layoutOf(prepared), baseWeights: rubricWeights(prepared), method };
  const simulations = laws.map((law) => (law.result.score === null ? null : simulationOf(setup, law)));
  const drawn = simulations.filter((simulation) => simulation !== null);
  const ranks = drawn.length > 1 ? new RankDraws(drawn.length) : undefined;
  drawAll(setup, drawn, ranks);
  const ranked = laws.flatMap(({ result }, index) => (simulations[index] ? [result.source] : []));
  return {
    assessments: simulations.map((simulation, index) => {
      const law = laws[index];
      return simulation && law ? robustnessOf(setup, simulation, law) : null;
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

function simulationOf({ prepared, layout, baseWeights, method }: Setup, { assessment, result }: ScoredLaw): Simulation {
  const { draws, seed } = method;
  const law = new DrawnLaw(prepared, layout, assessment);
  const indexById = new Map([...prepared.questions.keys()].map((id, index) => [id, index]));
  const gaps = Int32Array.from(result.gaps, ({ question }) => indexById.get(question) ?? 0);
  const stated = law.score(baseWeights);
  const actualBand = result.band === null ? noBand : prepared.rubric.bands.findIndex(({ id }) => id === result.band);
  const inputs = baseWeights.features.length + baseWeights.questions.length + law.unsure.length;
  return {
    law,
    draws: new LawDraws({ law, layout, gaps, actualBand, draws, random: randomFrom(seed, answersHash(law)) }),
    drivers: new ScoreDrivers(inputs),
    inputs: new Float64Array(inputs),
    stated,
  };
}

function drawAll(
  { prepared, baseWeights, method }: Setup,
  simulations: readonly Simulation[],
  ranks: RankDraws | undefined,
): void {
  const weights = { features: baseWeights.features.slice(), questions: baseWeights.questions.slice() };
  const drawWeights = weightDrawer(prepared, method, randomFrom(method.seed), weights);
  const deviations = new Float64Array(weights.features.length + weights.questions.length);
  const scores = new Float64Array(simulations.length);
  for (let draw = 0; draw < method.draws; draw++) {
    drawWeights();
    relativeDeviations(weights.features, baseWeights.features, deviations);
    relativeDeviations(weights.questions, baseWeights.questions, deviations.subarray(weights.features.length));
    for (let index = 0; index < simulations.length; index++) {
      const { draws, drivers, inputs, stated } = simulations[index] as Simulation;
      const score = draws.scoreDraw(draw, weights);
      scores[index] = score;
      inputs.set(deviations);
      inputs.set(draws.moves, deviations.length);
      drivers.add(inputs, Number.isNaN(score) ? 0 : score - stated);
    }
    ranks?.count(scores);
  }
}

/** Deviation of each weight from the rubric's, as a fraction of the rubric's weight; 0 for a weight of 0. */
function relativeDeviations(drawn: Float64Array, rubric: Float64Array, into: Float64Array): void {
  for (let index = 0; index < rubric.length; index++) {
    const weight = rubric[index] as number;
    into[index] = weight === 0 ? 0 : (drawn[index] as number) / weight - 1;
  }
}

/** @returns null if no draw has a score */
function robustnessOf(setup: Setup, simulation: Simulation, { result }: ScoredLaw): Robustness | null {
  const { prepared, baseWeights, method } = setup;
  const { law, draws } = simulation;
  const ids = [...prepared.questions.keys()];
  const scores = sortedScores(draws.scores);
  if (scores.length === 0) return null;
  law.levels.set(law.stated);
  law.score(baseWeights);
  const geometric = law.geometric(baseWeights);
  const uncapped = law.band(geometric);
  const geometricScores = sortedScores(draws.geometric);
  return {
    method,
    unsure: Array.from(law.unsure, (index) => ids[index] ?? ''),
    median: percentile(scores, 50),
    interval90: [percentile(scores, 5), percentile(scores, 95)],
    bands: bandProbabilities(prepared, draws, method.draws),
    geometric: {
      score: geometric,
      interval90: [percentile(geometricScores, 5), percentile(geometricScores, 95)],
      band: bandId(prepared, law.capped(uncapped)),
      uncappedBand: bandId(prepared, uncapped),
    },
    pivots: findPivots(setup, law),
    drivers: findDrivers(prepared, simulation),
    mends: result.gaps
      .map(({ question }, gap): Mend => {
        const gained = draws.gained[gap] ?? 0;
        return { question, gain: gained / scores.length, better: (draws.better[gap] ?? 0) / method.draws };
      })
      // The sort is stable: equal entries stay in the order of the gaps.
      .sort((a, b) => b.better - a.better || b.gain - a.gain),
  };
}

function sortedScores(drawn: Float64Array): Float64Array {
  return drawn.filter((score) => !Number.isNaN(score)).sort();
}

/** The lowest score that at least `percent` % of the scores don't exceed (Hyndman and Fan 1996, definition 1). */
function percentile(sorted: Float64Array, percent: number): number {
  return sorted[Math.max(0, Math.ceil((sorted.length * percent) / 100) - 1)] as number;
}

function bandProbabilities({ rubric }: PreparedRubric, drawn: LawDraws, draws: number): BandProbability[] {
  return [...rubric.bands.map(({ id }) => id), null]
    .map((id, index) => ({
      id,
      probability: (drawn.bands[index] ?? 0) / draws,
      uncapped: (drawn.uncappedBands[index] ?? 0) / draws,
    }))
    .filter(({ id, probability, uncapped }) => id !== null || probability > 0 || uncapped > 0);
}

function bandId({ rubric }: PreparedRubric, band: number): string | null {
  return rubric.bands[band]?.id ?? null;
}

/**
 * Moves each answer one level down and one level up, with all else as given.
 * @returns the moves that change the band: first those that change it after the caps, then unsure answers, then by change of
 * score
 */
function findPivots({ prepared, layout, baseWeights }: Setup, law: DrawnLaw): Pivot[] {
  const score = law.score(baseWeights);
  const uncappedBand = law.band(score);
  const band = law.capped(uncappedBand);
  const ids = [...prepared.questions.keys()];
  const answered = ids.map((_, index) => law.isAnswered(index));
  const pivots = ids.flatMap((question, index): Pivot[] => {
    const level = law.stated[index] as number;
    if (!answered[index]) return [];
    return [level - 1, level + 1].flatMap((to) => {
      if (to < 0 || to > (layout.top[index] as number)) return [];
      law.levels[index] = to;
      const moved = law.score(baseWeights);
      law.levels[index] = level;
      const uncapped = law.band(moved);
      const capped = law.capped(uncapped);
      if (capped === band && uncapped === uncappedBand) return [];
      return [{ question, level, to, score: moved, band: bandId(prepared, capped), uncappedBand: bandId(prepared, uncapped) }];
    });
  });
  const draftBand = bandId(prepared, band);
  const unsure = new Set(Array.from(law.unsure, (index) => ids[index]));
  const isSure = ({ question }: Pivot): number => Number(!unsure.has(question));
  // Rounded to millionths, so that rounding errors don't decide the order of equal changes.
  const distance = (pivot: Pivot): number => Math.round(1e6 * Math.abs(pivot.score - score));
  return pivots.sort(
    (a, b) => Number(a.band === draftBand) - Number(b.band === draftBand) || isSure(a) - isSure(b) || distance(b) - distance(a),
  );
}

function findDrivers(prepared: PreparedRubric, { law, drivers }: Simulation): Driver[] {
  const ids = [...prepared.questions.keys()];
  const inputs: Omit<Driver, 'share'>[] = [
    ...prepared.features.map(({ feature }) => ({ kind: 'feature-weight' as const, id: feature.id })),
    ...ids.map((id) => ({ kind: 'question-weight' as const, id })),
    ...Array.from(law.unsure, (index) => ({ kind: 'answer' as const, id: ids[index] ?? '' })),
  ];
  return inputs
    .map((input, index): Driver => ({ ...input, share: drivers.share(index) }))
    .filter(({ share }) => share >= 0.01)
    .sort((a, b) => b.share - a.share);
}

/**
 * FNV-1a hash of a law's answers, 1..2^32 - 1. It selects the law's own random sequence, independent of the other laws and of the
 * file's name.
 */
function answersHash({ stated, unsure }: DrawnLaw): number {
  let hash = 0x811c9dc5;
  const mix = (level: number): void => {
    // A missing level is -1 or -2: adding 2 makes every value non-negative.
    hash = Math.imul(hash ^ (level + 2), 0x01000193);
  };
  stated.forEach(mix);
  unsure.forEach(mix);
  // The weights use sequence 0.
  return hash >>> 0 || 1;
}
