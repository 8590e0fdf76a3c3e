import { toNumber } from '../exact.ts';
import { exponential, naturalLog } from '../logarithm.ts';
import type { PreparedRubric } from '../rubric.ts';
import type { RobustnessMethod } from './result.ts';

/** The weights of all features and of all questions, in the rubric's order. */
export interface Weights {
  readonly features: Float64Array;
  readonly questions: Float64Array;
}

export function rubricWeights({ features, questions }: PreparedRubric): Weights {
  return {
    features: Float64Array.from(features, ({ weight }) => toNumber(weight)),
    questions: Float64Array.from([...questions.values()], ({ weight }) => toNumber(weight)),
  };
}

/**
 * Returns a function that overwrites `into` with the next drawn weights.
 *
 * `uniform`: each weight independently, uniformly distributed between `spread` % below and `spread` % above the rubric's.
 * `dirichlet`: the shares of the features, and within each feature the shares of its questions, have Dirichlet distributions
 * whose means are the rubric's shares. The concentration is chosen so that a share of average size has the same standard
 * deviation as under `uniform`; smaller shares vary relatively more. The drawn weights are gamma variables and don't add up to 1:
 * only their ratios matter to a weighted mean. A weight of 0 stays 0. With a `spread` of 0 the weights are the rubric's.
 */
export function weightDrawer(
  prepared: PreparedRubric,
  { weights: rule, spread }: Pick<RobustnessMethod, 'weights' | 'spread'>,
  random: () => number,
  into: Weights,
): () => void {
  const rubric = rubricWeights(prepared);
  const parts = [{ from: rubric.features, to: into.features }, ...questionParts(prepared, rubric.questions, into.questions)];
  if (spread === 0) {
    return () => {
      for (const { from, to } of parts) to.set(from);
    };
  }
  if (rule === 'uniform') {
    const width = spread / 100;
    return () => {
      for (const { from, to } of parts)
        for (let index = 0; index < from.length; index++) to[index] = (from[index] as number) * (1 + width * (2 * random() - 1));
    };
  }
  const shaped = parts.map(({ from, to }) => ({ shapes: gammaShapes(from, spread), to }));
  const normal = normalFrom(random);
  return () => {
    for (const { shapes, to } of shaped)
      for (let index = 0; index < shapes.length; index++) to[index] = gamma(shapes[index] as number, random, normal);
  };
}

/** For each feature, the part of both arrays with its questions' weights (views, not copies). */
function questionParts(
  { features }: PreparedRubric,
  from: Float64Array,
  to: Float64Array,
): { from: Float64Array; to: Float64Array }[] {
  let start = 0;
  return features.map(({ questions }) => {
    const end = start + questions.length;
    const part = { from: from.subarray(start, end), to: to.subarray(start, end) };
    start = end;
    return part;
  });
}

/**
 * The shapes of the gamma variables, one for each weight. The relative variance of a share of 1/n is (n - 1) / (concentration +
 * 1) under a Dirichlet distribution. Under uniform draws that are divided by their sum it is about (n - 1) / n times spread^2 /
 * 3, the relative variance of one draw. Equating the two gives the concentration.
 */
function gammaShapes(weights: Float64Array, spread: number): Float64Array {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const count = weights.filter((weight) => weight > 0).length;
  const variance = (spread / 100) ** 2 / 3;
  const concentration = count / variance - 1;
  return weights.map((weight) => (sum === 0 ? 0 : (weight / sum) * concentration));
}

/** A gamma variable of scale 1, by the method of Marsaglia and Tsang (2000); 0 for shape 0. */
function gamma(shape: number, random: () => number, normal: () => number): number {
  if (shape === 0) return 0;
  if (shape < 1) return gamma(shape + 1, random, normal) * exponential(Math.max(-700, naturalLog(1 - random()) / shape));
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal();
    const root = 1 + c * x;
    if (root <= 0) continue;
    const v = root * root * root;
    const u = 1 - random();
    if (u < 1 - 0.0331 * x * x * x * x) return d * v;
    if (naturalLog(u) < 0.5 * x * x + d * (1 - v + naturalLog(v))) return d * v;
  }
}

/** Standard normal variables, by Marsaglia's polar method. */
function normalFrom(random: () => number): () => number {
  let spare = 0;
  let hasSpare = false;
  return () => {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    for (;;) {
      const x = 2 * random() - 1;
      const y = 2 * random() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * naturalLog(square)) / square);
      spare = y * factor;
      hasSpare = true;
      return x * factor;
    }
  };
}
