import type { CommonOptions } from '../../options/common.ts';
import type { OutputOptions } from '../../options/outputs.ts';
import type { RobustnessOptions } from '../../options/robustness.ts';

/** The gates as they stand on the command line. */
export interface GateOptions {
  readonly min?: string;
  readonly minFeature?: readonly string[];
  readonly failOn?: string;
}

export interface ScoreOptions extends CommonOptions, GateOptions, OutputOptions, RobustnessOptions {
  readonly explain?: string | true;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly tolerance?: string;
  readonly allowOtherRubric?: boolean;
  readonly wide?: boolean;
  readonly jobs?: string;
}
