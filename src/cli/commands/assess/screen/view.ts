import type { Assessment } from '../../../../core/answers.ts';
import type { PreparedRubric } from '../../../../core/rubric.ts';
import type { DraftGuide } from '../../../../interview/draft-guide.ts';
import type { Ask, State } from '../../../../interview/state.ts';
import type { Style } from '../../../../report/write/style.ts';

/** Everything that a screen shows, apart from its size. */
export interface View {
  readonly prepared: PreparedRubric;
  readonly guide?: DraftGuide;
  readonly assessment: Assessment;
  /** The answers file, as the reviewer named it. */
  readonly name: string;
  readonly state: State;
  readonly ask: Ask;
  /** Remarks on what was done last. */
  readonly remarks: readonly string[];
  /** Seconds that this reviewer needs for an answer; undefined until enough answers were given. */
  readonly secondsLeft?: number;
  readonly style: Style;
  /** The gap report as lines of this width. */
  readonly report: (width: number) => readonly string[];
}
