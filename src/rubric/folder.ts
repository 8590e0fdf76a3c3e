import type { FeatureFile, FlagsFile, RubricFile, StepFile } from '../schema/types.ts';
import type { ParsedSource } from '../source/parse.ts';

/** One file of a rubric folder, parsed and validated against its schema. */
export interface RubricPart<T> {
  readonly parsed: ParsedSource;
  readonly value: T;
}

/** The files of a rubric folder, in the order of rubric.yaml. */
export interface RubricFolder {
  readonly main: RubricPart<RubricFile>;
  readonly features: readonly RubricPart<FeatureFile>[];
  readonly steps: readonly RubricPart<StepFile>[];
  readonly flags: RubricPart<FlagsFile> | undefined;
  /** Names of files in features/ and steps/ that rubric.yaml does not list. */
  readonly unlisted: readonly { readonly source: string; readonly list: 'features' | 'steps' }[];
}
