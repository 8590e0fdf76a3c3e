import type { Draft } from '../answers.ts';
import type { PreparedRubric } from '../rubric.ts';
import { scoreAssessment } from '../score.ts';
import { agreementOver, questionAgreements } from './agreement.ts';
import { bootstrap } from './bootstrap.ts';
import { flagsToDiscuss, stepsToDiscuss, toDiscuss } from './discuss.ts';
import { leaningOf } from './leaning.ts';
import type { PanelResult, ReviewerResult } from './result.ts';
import { type Member, type QuestionViews, viewsOf } from './views.ts';

/** The least and the greatest number of reviewers in a panel. */
export const panelSize = { least: 2, most: 50 } as const;

/** A reviewer who is named in the result, unless `source` is missing. */
export interface NamedMember extends Member {
  readonly source?: string;
}

/**
 * Compares the answers of several reviewers of one draft.
 * @param members in the order of the result; of a member without `source` the result has only the label, no name or organisation
 * @throws RangeError for fewer than two or more than fifty members
 */
export function comparePanel(
  prepared: PreparedRubric,
  members: readonly NamedMember[],
): Pick<PanelResult, 'reviewers' | 'panel' | 'agreement' | 'discuss' | 'flags' | 'steps' | 'bootstrap'> {
  if (members.length < panelSize.least || members.length > panelSize.most) throw new RangeError(`${members.length} reviewers`);
  const questions = viewsOf(prepared, members);
  return {
    reviewers: members.length,
    panel: members.map((member, index) => reviewerResult(prepared, member, index, questions)),
    agreement: {
      overall: agreementOver(questions),
      features: prepared.rubric.features.map(({ id, title }) => ({
        id,
        title,
        ...agreementOver(questions.filter(({ scored }) => scored.feature.id === id)),
      })),
      questions: questionAgreements(questions),
    },
    discuss: toDiscuss(questions),
    flags: flagsToDiscuss(prepared, members),
    steps: stepsToDiscuss(prepared, members),
    bootstrap,
  };
}

/** The facts about the draft. Each fact comes from the first file that has it. */
export function commonDraft(members: readonly Member[]): Draft {
  return Object.assign({}, ...members.map(({ assessment }) => assessment.draft).reverse());
}

function reviewerResult(
  prepared: PreparedRubric,
  { label, source, assessment }: NamedMember,
  index: number,
  questions: readonly QuestionViews[],
): ReviewerResult {
  const { score, low, high, band, answered, applicable, notApplicable, flagsChecked } = scoreAssessment(prepared, assessment, '');
  const { name, organisation } = assessment.reviewer;
  return {
    label,
    ...(source !== undefined && name !== undefined && { name }),
    ...(source !== undefined && organisation !== undefined && { organisation }),
    ...(source !== undefined && { source }),
    score,
    low,
    high,
    band,
    answered,
    notApplicable,
    unanswered: applicable - answered,
    flagsChecked,
    guidingAnswered: [...prepared.guidingQuestions.keys()].filter((id) => (assessment.steps.get(id)?.status ?? null) !== null)
      .length,
    leaning: leaningOf(questions, index),
  };
}
