import type { Draft } from '../answers.ts';
import type { PreparedRubric } from '../rubric.ts';
import { scoreAssessment } from '../score.ts';
import { agreementOver, questionAgreements } from './agreement.ts';
import { bootstrap } from './bootstrap.ts';
import { flagsToDiscuss, stepsToDiscuss, toDiscuss } from './discuss.ts';
import { leaningOf } from './leaning.ts';
import type { PanelResult, ReviewerResult } from './result.ts';
import { type Member, type QuestionViews, viewsOf } from './views.ts';

/** How few and how many reviewers make a panel. */
export const panelSize = { least: 2, most: 50 } as const;

/** A reviewer whose name may be told. */
export interface NamedMember extends Member {
  readonly source?: string;
}

/**
 * Compares what the reviewers of one draft answered.
 * @param members in the order that the result is to have; without `source` nothing is told of a reviewer but the label
 * @throws RangeError where they are fewer than two or more than fifty
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

/** What is known of the draft: for each fact what the first file that has it says. */
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
