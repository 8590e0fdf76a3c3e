import type { CommonOptions } from '../../options/common.ts';
import type { OutputOptions } from '../../options/outputs.ts';
import type { RobustnessOptions } from '../../options/robustness.ts';

/** The gates as they stand on the command line. */
export interface GateOptions {
  readonly min?: readonly string[];
  readonly minFeature?: readonly string[];
  readonly failOn?: readonly string[];
  readonly inContext?: boolean;
}

export interface ScoreOptions extends CommonOptions, GateOptions, OutputOptions, RobustnessOptions {
  readonly explain?: string | true;
  readonly baseline?: readonly string[];
  readonly updateBaseline?: boolean;
  readonly partial?: boolean;
  readonly tolerance?: readonly string[];
  readonly allowOtherRubric?: boolean;
  readonly wide?: boolean;
  readonly jobs?: string;
}
