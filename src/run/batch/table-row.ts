import { emptyAssessment } from '../../core/answers.ts';
import { isFoundCritical } from '../../core/gaps.ts';
import type { Gap } from '../../core/result.ts';
import type { ScoredFile } from '../scoring/score-file.ts';

/**
 * Reduces an assessment to what a table of many shows: a run of a hundred thousand must not retain all their texts. Texts of the file
 * itself are copied, since a substring retains the whole string that it was cut from.
 */
export function toTableRow({ source, result }: ScoredFile): ScoredFile {
  const { score, low, high, answered, applicable, band, inContext, gaps, flags, gates, draft } = result;
  const shown = {
    source,
    draft: {
      ...(draft.title !== undefined && { title: copied(draft.title) }),
      ...(draft.version !== undefined && { version: copied(draft.version) }),
    },
    reviewer: noReviewer,
    score,
    low,
    high,
    answered,
    applicable,
    notApplicable: 0,
    notAsked: 0,
    band,
    uncappedBand: null,
    ...(inContext && { inContext: { ...inContext, caps: none } }),
    caps: none,
    deducted: 0,
    features: none,
    gaps: gaps.filter(isFoundCritical).map(withoutTexts),
    flags: flags.map(({ id, severity }) => ({ id, severity, because: null, evidence: none })),
    flagsChecked: 0,
    steps: none,
    ignored: none,
    questions: none,
    gates: gates.filter(({ holds }) => !holds),
    review: none,
  };
  return { source, assessment: noAssessment, result: shown };
}

// Shared by all rows.
const noAssessment = emptyAssessment();
const noReviewer = {};
const none: never[] = [];

/** Which gap it is, and how large. Its wording is in the rubric. */
function withoutTexts({ question, feature, level, top, points, critical, answered }: Gap): Gap {
  return { question, feature, level, top, points, critical, answered, principles: none, gap: '', evidence: none };
}

/** The same text in memory of its own. */
function copied(text: string): string {
  return ` ${text}`.slice(1);
}
