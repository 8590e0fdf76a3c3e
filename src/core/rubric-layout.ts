import { toNumber } from './exact.ts';
import type { PreparedRubric } from './rubric.ts';

/**
 * A rubric as flat arrays, indexed by a question's position in the rubric's order, so that it can be scored ten thousand times
 * without allocating.
 */
export interface RubricLayout {
  /** The index of each question's feature. */
  readonly featureOf: Int32Array;
  /** How many features there are. */
  readonly features: number;
  /** Each question's top level. */
  readonly top: Int32Array;
  readonly critical: Uint8Array;
  /** For each question, the index in `values` of the value of its lowest level. */
  readonly valuesAt: Int32Array;
  readonly values: Float64Array;
  /** The question that a question's `when` refers to; `noParent` if it has no `when`. */
  readonly parent: Int32Array;
  readonly atLeast: Int32Array;
  /** 1 if some question's `when` refers to the question. */
  readonly isParent: Uint8Array;
  /** Questions ordered so that a parent always comes before its dependants. */
  readonly questionsInTopologicalOrder: Int32Array;
  /** The score at which each band begins, highest first. */
  readonly bandFrom: Float64Array;
}

/** Stands in `RubricLayout.parent` for "the question has no condition". */
export const noParent = -1;

export function layoutOf({ features, questions, questionsInTopologicalOrder, rubric }: PreparedRubric): RubricLayout {
  const all = [...questions.values()];
  const indexById = new Map(all.map(({ question }, index) => [question.id, index]));
  const featureIndexById = new Map(features.map(({ feature }, index) => [feature.id, index]));
  const parent = Int32Array.from(all, ({ question: { when } }) => (when && indexById.get(when.question)) ?? noParent);
  const parents = new Set(parent);
  const values: number[] = [];
  const valuesAt = Int32Array.from(all, (scored) => {
    const at = values.length;
    values.push(...scored.values.map(toNumber));
    return at;
  });
  return {
    featureOf: Int32Array.from(all, ({ feature }) => featureIndexById.get(feature.id) ?? 0),
    features: features.length,
    top: Int32Array.from(all, ({ question }) => question.levels.length - 1),
    critical: Uint8Array.from(all, ({ question }) => Number(question.critical)),
    valuesAt,
    values: Float64Array.from(values),
    parent,
    atLeast: Int32Array.from(all, ({ question }) => question.when?.atLeast ?? 0),
    isParent: Uint8Array.from(all, (_, index) => Number(parents.has(index))),
    questionsInTopologicalOrder: Int32Array.from(questionsInTopologicalOrder, ({ question }) => indexById.get(question.id) ?? 0),
    bandFrom: Float64Array.from(rubric.bands, ({ from }) => from),
  };
}
