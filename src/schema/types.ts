// Generated from schemas/*.json by scripts/generate.js. Never edited by hand.

/**
 * rubric.yaml: what a rubric consists of. Its features, steps and flags stand in files of their own.
 */
export interface RubricFile {
  /**
   * The file format; always the first line.
   */
  format: 'compass-rubric/1';
  /**
   * The rubric's name; answers files refer to it.
   */
  id: string;
  /**
   * major.minor.patch. Patch: wording only. Minor: questions added. Major: anything that changes a score.
   */
  version: string;
  title: string;
  /**
   * Language tag of the texts, for instance en.
   */
  language?: string;
  /**
   * Printed in every report: what the result is and is not.
   */
  notice?: string;
  /**
   * The default scale, lowest first.
   *
   * @minItems 2
   */
  levels: [string, string, ...string[]];
  /**
   * Highest first; a score falls in the first band whose `from` it reaches.
   *
   * @minItems 1
   */
  bands: [
    {
      id: string;
      from: number;
      title: string;
      /**
       * What the band means for a drafter, in a sentence.
       */
      summary?: string;
    },
    ...{
      id: string;
      from: number;
      title: string;
      /**
       * What the band means for a drafter, in a sentence.
       */
      summary?: string;
    }[]
  ];
  /**
   * Ids of the design features, in order; each in features/<id>.yaml.
   *
   * @minItems 1
   */
  features: [string, ...string[]];
  /**
   * Ids of the steps, in order; each in steps/<id>.yaml.
   */
  steps?: string[];
  /**
   * What no average may hide: a cap lowers the band, never the number.
   */
  caps?: {
    when: 'critical-at-zero' | 'severe-flag' | 'serious-flags';
    /**
     * How many questions or flags trigger the cap; 1 unless given.
     */
    atLeast?: number;
    band: string;
  }[];
  /**
   * Short rules for every question: what counts as binding, how recitals and references to other law count.
   */
  conventions?: ConventionEntry[];
  /**
   * Questions that an earlier version had.
   */
  retired?: {
    id: string;
    reason: string;
  }[];
  /**
   * Number of a Guiding Principle: its substance in a line.
   */
  principles?: {
    [k: string]: string;
  };
  /**
   * The publications that the rubric rests on.
   */
  sources?: {
    title: string;
    year?: number;
    about?: string;
  }[];
}
export interface ConventionEntry {
  id: string;
  text: string;
}

/**
 * features/<id>.yaml: one design feature and its scored questions.
 */
export interface FeatureFile {
  /**
   * The same as the file's name.
   */
  id: string;
  title: string;
  summary?: string;
  principles?: number[];
  /**
   * Weight of the feature in the overall score; 1 unless given.
   */
  weight?: number;
  /**
   * @minItems 1
   */
  questions: [QuestionEntry, ...QuestionEntry[]];
}
export interface QuestionEntry {
  /**
   * Short id; the full id is feature.question.
   */
  id: string;
  text: string;
  /**
   * How to decide, and what often misleads.
   */
  help?: string;
  /**
   * What is seen in the text at each level, lowest first.
   *
   * @minItems 2
   */
  levels?: [string, string, ...string[]];
  /**
   * Points for each level where they are not evenly spaced; the last is the maximum.
   *
   * @minItems 2
   */
  values?: [number, number, ...number[]];
  weight?: number;
  /**
   * What no good law lacks.
   */
  critical?: boolean;
  principles?: number[];
  /**
   * The question is asked only where another question reaches a level.
   */
  when?: {
    question: string;
    atLeast: number;
  };
  /**
   * The concrete elements that a full provision has, each seen in the text or not. Ticks never change a score: they say what is missing.
   *
   * @minItems 1
   */
  marks?: [MarkEntry, ...MarkEntry[]];
  /**
   * Level: the least number of marks that it needs. Levels that are not named need none. Unless given: half of the marks for level 2, rounded up, and all for the top level.
   */
  need?: {
    [k: string]: number;
  };
  /**
   * What to add to the text to reach the next levels.
   */
  gap?: string;
  /**
   * Words to look for in a draft.
   */
  terms?: string[];
  /**
   * Former full ids of the question.
   */
  was?: string[];
}
export interface MarkEntry {
  id: string;
  /**
   * What is seen in the text, in a few words.
   */
  text: string;
  /**
   * What to write into the text where the mark is missing.
   */
  gap?: string;
  /**
   * The mark must be among the ticks from this level on.
   */
  from?: number;
}

/**
 * steps/<id>.yaml: one step and its guiding questions, which are covered or not and never scored.
 */
export interface StepFile {
  id: string;
  title: string;
  summary?: string;
  /**
   * @minItems 1
   */
  questions: [GuidingQuestionEntry, ...GuidingQuestionEntry[]];
}
export interface GuidingQuestionEntry {
  id: string;
  text: string;
  help?: string;
  principles?: number[];
  was?: string[];
}

/**
 * flags.yaml: things in a draft that themselves endanger human rights.
 */
export interface FlagsFile {
  flags: FlagEntry[];
}
export interface FlagEntry {
  id: string;
  text: string;
  help?: string;
  severity: 'severe' | 'serious' | 'watch';
  principles?: number[];
  terms?: string[];
  /**
   * Points off the overall score where the flag is present.
   */
  deduct?: number;
}

/**
 * locales/<language>/...: the translation of one file of a rubric. compass rubric translate writes and refreshes it.
 */
export interface LocaleFile {
  /**
   * The file format; always the first line.
   */
  format: 'compass-locale/1';
  /**
   * Language tag of the translation, for instance fr: the name of its folder.
   */
  language: string;
  /**
   * The id of a text: its translation.
   */
  texts: {
    [k: string]: LocaleEntry;
  } | null;
}
export interface LocaleEntry {
  /**
   * Names the wording that was translated. compass rubric translate writes it, in quotation marks.
   */
  of: string;
  /**
   * The translation; empty while there is none. Of terms a list: the words to look for in a draft of this language, as many as it takes.
   */
  text: string | string[] | null;
  /**
   * A remark of the translator, for who works on the file next.
   */
  note?: string;
}

export type Draft = {
  title?: string | null;
  jurisdiction?: string | null;
  version?: string | number | null;
  date?: string | null;
  /**
   * The language that the draft is written in, for instance fr.
   */
  language?: string | null;
  /**
   * Path of the draft's text, relative to this file.
   */
  text?: string | null;
  /**
   * SHA-256 of that text when it was assessed.
   */
  sha256?: string | null;
  /**
   * Which text was assessed, where that needs saying.
   */
  note?: string | null;
  /**
   * The text of an earlier version that the assessment was made on; kept by compass evidence rebase.
   */
  was?: {
    [k: string]: unknown;
  };
} | null;
export type Reviewer = {
  name?: string | null;
  organisation?: string | null;
} | null;
export type AnswerEntry =
  | number
  | {
      level?: number | null;
      /**
       * Why the question does not apply; a reason is required.
       */
      notApplicable?: string;
      /**
       * Ids of the question's marks that are seen in the text.
       */
      marks?: string[] | null;
      elsewhere?: ElsewhereEntry;
      rationale?: string | null;
      evidence?: EvidenceEntry[] | null;
      confidence?: 'low' | 'medium' | 'high' | null;
      /**
       * Who closes the gap.
       */
      owner?: string | null;
      /**
       * By when, as YYYY-MM-DD.
       */
      due?: string | null;
      /**
       * Why the answer must be reviewed.
       */
      review?: string | null;
      /**
       * Views of a panel's reviewers that are not this answer; kept, never scored.
       */
      dissent?: DissentEntry[] | null;
      /**
       * What stood here before; kept, never scored.
       */
      was?: {
        [k: string]: unknown;
      };
    }
  | null;
/**
 * What other law in force gives on this question, together with the draft. It never changes the score of the text alone.
 */
export type ElsewhereEntry = {
  level: number;
  /**
   * The other law.
   */
  law?: string | null;
  /**
   * Its provision.
   */
  at?: string | null;
  note?: string | null;
} | null;
export type StepAnswerEntry =
  | {
      status?: 'addressed' | 'partly' | 'missing' | null;
      notes?: string | null;
      evidence?: StepEvidenceEntry[] | null;
      /**
       * Why the answer must be reviewed.
       */
      review?: string | null;
      /**
       * Views of a panel's reviewers that are not this answer; kept, never scored.
       */
      dissent?: DissentEntry1[] | null;
    }
  | string
  | null;
export type FlagAnswerEntry =
  | {
      present?: boolean | null;
      rationale?: string | null;
      evidence?: EvidenceEntry1[] | null;
      /**
       * Why the answer must be reviewed.
       */
      review?: string | null;
      /**
       * Views of a panel's reviewers that are not this answer; kept, never scored.
       */
      dissent?: DissentEntry2[] | null;
      /**
       * What stood here before; kept, never scored.
       */
      was?: {
        [k: string]: unknown;
      };
    }
  | boolean
  | null;

/**
 * *.answers.yaml or *.answers.json: one reviewer's assessment of one draft.
 */
export interface AnswersFile {
  /**
   * The file format; always the first line.
   */
  format: 'compass-answers/1';
  rubric: {
    id: string;
    version: string;
  };
  draft?: Draft;
  reviewer?: Reviewer;
  /**
   * Full question id: a level, or a level with its reasons.
   */
  answers?: {
    [k: string]: AnswerEntry;
  } | null;
  /**
   * Whole features that do not apply.
   */
  features?: {
    [k: string]: {
      notApplicable: string;
    };
  } | null;
  /**
   * Guiding questions of the steps.
   */
  steps?: {
    [k: string]: StepAnswerEntry;
  } | null;
  /**
   * Red flags looked for in the draft.
   */
  flags?: {
    [k: string]: FlagAnswerEntry;
  } | null;
  panel?: PanelEntry;
  /**
   * What an earlier version of the rubric or of the draft had here; kept, never scored.
   */
  was?: {};
}
export interface EvidenceEntry {
  /**
   * The provision, as a lawyer cites it: art. 14(2).
   */
  at?: string | null;
  /**
   * Its words.
   */
  quote?: string | null;
  note?: string | null;
  /**
   * What stood here before; kept, never scored.
   */
  was?: {
    [k: string]: unknown;
  };
}
export interface DissentEntry {
  reviewer?: string;
  level?: number;
  /**
   * Ids of the marks ticked, in this view.
   */
  marks?: string[];
  /**
   * Why the question does not apply, in this view.
   */
  notApplicable?: string;
  /**
   * Of a red flag.
   */
  present?: boolean;
  /**
   * Of a guiding question.
   */
  status?: 'addressed' | 'partly' | 'missing';
  rationale?: string;
}
export interface StepEvidenceEntry {
  /**
   * Another document than the draft, such as an impact assessment. Its words are not looked up in the draft.
   */
  document?: string | null;
  /**
   * The provision or page, as a lawyer cites it.
   */
  at?: string | null;
  /**
   * Its words.
   */
  quote?: string | null;
  note?: string | null;
  /**
   * What stood here before; kept, never scored.
   */
  was?: {
    [k: string]: unknown;
  };
}
export interface DissentEntry1 {
  reviewer?: string;
  level?: number;
  /**
   * Ids of the marks ticked, in this view.
   */
  marks?: string[];
  /**
   * Why the question does not apply, in this view.
   */
  notApplicable?: string;
  /**
   * Of a red flag.
   */
  present?: boolean;
  /**
   * Of a guiding question.
   */
  status?: 'addressed' | 'partly' | 'missing';
  rationale?: string;
}
export interface EvidenceEntry1 {
  /**
   * The provision, as a lawyer cites it: art. 14(2).
   */
  at?: string | null;
  /**
   * Its words.
   */
  quote?: string | null;
  note?: string | null;
  /**
   * What stood here before; kept, never scored.
   */
  was?: {
    [k: string]: unknown;
  };
}
export interface DissentEntry2 {
  reviewer?: string;
  level?: number;
  /**
   * Ids of the marks ticked, in this view.
   */
  marks?: string[];
  /**
   * Why the question does not apply, in this view.
   */
  notApplicable?: string;
  /**
   * Of a red flag.
   */
  present?: boolean;
  /**
   * Of a guiding question.
   */
  status?: 'addressed' | 'partly' | 'missing';
  rationale?: string;
}
/**
 * Which panel these answers were settled from; written by compass panel --settle.
 */
export interface PanelEntry {
  /**
   * How many there were.
   */
  reviewers: number;
  /**
   * How answers that differ were settled.
   */
  rule: 'median' | 'lowest' | 'unanimous';
  /**
   * Who they were; absent where names are left out.
   */
  members?: {
    name?: string;
    organisation?: string;
  }[];
  agreement: {
    /**
     * Share of pairs of answers that are alike.
     */
    percent: number | null;
    /**
     * Krippendorff's alpha; null where it is not defined.
     */
    alpha: {
      nominal: number | null;
      ordinal: number | null;
      interval: number | null;
    };
    interval95?: {
      /**
       * @minItems 2
       * @maxItems 2
       */
      ordinal?: [number, number];
    };
    /**
     * Agreement on marks; absent where no mark was decided on by two.
     */
    marks?: {
      percent: number;
      /**
       * Nominal.
       */
      alpha: number | null;
    };
  };
  /**
   * How many answers came about how.
   */
  settled: {
    agreed: number;
    byRule: number;
    open: number;
  };
}

/**
 * compass.config.yaml: what holds for every run in this folder and below. Paths are relative to the file; what is named on the command line goes before it.
 */
export type ConfigFile = {
  /**
   * The file format; may be left out.
   */
  format?: 'compass-config/1';
  /**
   * The id of a bundled rubric, or a folder.
   */
  rubric?: string;
  /**
   * The language of what compass says and of the questions, for instance fr. en where nothing is said.
   */
  language?: string;
  /**
   * What compass score reads where it is given no file: answers files, folders, globs.
   *
   * @minItems 1
   */
  files?: [string, ...string[]];
  /**
   * What compass score prints where it is given neither --format nor --output: names of formats, each with a file or without.
   *
   * @minItems 1
   */
  formats?: [ConfigOutput, ...ConfigOutput[]];
  /**
   * Least low: overall, and of design features by their id.
   */
  minimums?: {
    [k: string]: number;
  };
  /**
   * What fails a run: critical, flag, unanswered, review.
   */
  failOn?: ('critical' | 'flag' | 'unanswered' | 'review')[];
  /**
   * Whether minimums and failOn: critical look at the score with other law in force; false where nothing is said.
   */
  inContext?: boolean;
  /**
   * A stored result; a run fails where it got worse.
   */
  baseline?: string;
  /**
   * Points that a low may fall under the baseline; 0 where nothing is said.
   */
  tolerance?: number;
  /**
   * Megabytes; larger files are refused before they are read. 64 where nothing is said, and 10 for the text of a draft.
   */
  maxSize?: number;
  /**
   * A folder in which the texts that answers files name under draft.text may stand, besides the answers file's own folder.
   */
  draftFolder?: string;
} | null;
export type ConfigOutput =
  | string
  | {
      format: string;
      /**
       * The file it goes to; standard output where there is none.
       */
      output?: string;
    };
