import { toNumber } from './exact.ts';
import type { PreparedRubric } from './rubric.ts';

/** A rubric as flat arrays, its questions by their place in its order, so that scoring it ten thousand times allocates nothing. */
export interface RubricLayout {
  readonly featureOf: Int32Array;
  readonly features: number;
  readonly top: Int32Array;
  readonly critical: Uint8Array;
  /** Where the values of a question's levels begin in `values`. */
  readonly valuesAt: Int32Array;
  readonly values: Float64Array;
  /** The question that a `when` looks at; -1 where there is none. */
  readonly parent: Int32Array;
  readonly atLeast: Int32Array;
  readonly isParent: Uint8Array;
  readonly inOrderOfConditions: Int32Array;
  /** Where each band begins, highest first. */
  readonly bandFrom: Float64Array;
}

export function layoutOf({ features, questions, inOrderOfConditions, rubric }: PreparedRubric): RubricLayout {
  const all = [...questions.values()];
  const place = new Map(all.map(({ question }, index) => [question.id, index]));
  const placeOf = (id: string | undefined): number => (id === undefined ? undefined : place.get(id)) ?? -1;
  const featurePlace = new Map(features.map(({ feature }, index) => [feature.id, index]));
  const parent = Int32Array.from(all, ({ question }) => placeOf(question.when?.question));
  const parents = new Set(parent);
  const values: number[] = [];
  const valuesAt = Int32Array.from(all, (scored) => {
    const at = values.length;
    values.push(...scored.values.map(toNumber));
    return at;
  });
  return {
    featureOf: Int32Array.from(all, ({ feature }) => featurePlace.get(feature.id) ?? 0),
    features: features.length,
    top: Int32Array.from(all, ({ question }) => question.levels.length - 1),
    critical: Uint8Array.from(all, ({ question }) => Number(question.critical)),
    valuesAt,
    values: Float64Array.from(values),
    parent,
    atLeast: Int32Array.from(all, ({ question }) => question.when?.atLeast ?? 0),
    isParent: Uint8Array.from(all, (_, index) => Number(parents.has(index))),
    inOrderOfConditions: Int32Array.from(inOrderOfConditions, ({ question }) => placeOf(question.id)),
    bandFrom: Float64Array.from(rubric.bands, ({ from }) => from),
  };
}
