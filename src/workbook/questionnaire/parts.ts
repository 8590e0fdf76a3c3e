import type { Answer, Assessment } from '../../core/answers.ts';
import type { Hit } from '../../core/evidence.ts';
import type { AssessmentResult } from '../../core/result.ts';
import type { PreparedRubric, Question } from '../../core/rubric.ts';
import type { Lists } from './lists.ts';

/** What the sheets of a questionnaire are made from. */
export interface Questionnaire {
  readonly prepared: PreparedRubric;
  readonly assessment: Assessment;
  /** The scores of the assessment, which the cells show until they are calculated. */
  readonly result: AssessmentResult;
  /** The answers file as it was parsed; undefined if there is none. */
  readonly file?: unknown;
  /** The version of compass. */
  readonly tool: string;
  /** The passages of the draft that most likely answer each question or show each red flag, by id; undefined without a draft. */
  readonly passages?: Readonly<Record<string, readonly Hit[]>>;
}

/** A questionnaire, the names of its sheets, and its lists. */
export interface Parts extends Questionnaire {
  readonly names: SheetNames;
  readonly lists: Lists;
  readonly rightToLeft: boolean;
}

/** Names of the sheets. */
export interface SheetNames {
  readonly howTo: string;
  readonly facts: string;
  readonly scores: string;
  /** In the rubric's order. */
  readonly features: readonly string[];
  readonly flags: string;
  readonly steps: string;
  readonly evidence: string;
  readonly passages: string;
  readonly conventions: string;
  readonly guidance: string;
  readonly settings: string;
  readonly lists: string;
  readonly states: string;
  readonly totals: string;
  readonly bounds: string;
}

/** A question with its answer. */
export interface QuestionEntry {
  readonly question: Question;
  readonly answer: Answer | undefined;
}
