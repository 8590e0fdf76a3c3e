import type { Answer, Assessment, Evidence } from '../../../core/answers.ts';
import { isVerified } from '../../../core/evidence.ts';
import { isFoundCritical } from '../../../core/gaps.ts';
import { highestLevel } from '../../../core/marks.ts';
import type { LineUnit } from '../../../core/reading.ts';
import type { AssessmentResult, FeatureResult, Gap, QuestionResult } from '../../../core/result.ts';
import type { Feature, Question, Rubric } from '../../../core/rubric.ts';
import { after, clauses, comma, inSentences, listed, sentence } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showPoints } from '../../../text/number.ts';
import { type Blocks, blocksOf, code, emphasis, heading, list, paragraph, strong, type Text } from '../../document/build.ts';
import { checkMark, pieceRuns, quotedUnit, remarkMarks } from '../../words/evidence.ts';
import { closingLines, closingText } from '../../words/gap.ts';
import { numbersOf } from '../../words/numbers.ts';
import { principleWords } from '../../words/rubric.ts';
import { bandTitle, barOf, shownScore } from '../../words/score.ts';
import { dissentDetails } from '../panel/record.ts';

/** The features with each of their questions: the level, why, the evidence, and what would close the gap. */
export function featureSections(result: AssessmentResult, assessment: Assessment, rubric: Rubric): Blocks {
  const results = new Map(result.questions.map((question) => [question.id, question]));
  const gaps = new Map(result.gaps.map((gap) => [gap.question, gap]));
  const unit = quotedUnit(result.evidence);
  const numbers = numbersOf(rubric);
  const entry = (question: Question): Blocks => {
    const found = results.get(question.id);
    const more = { gap: gaps.get(question.id), unit, number: numbers.get(question.id) };
    return found && questionEntry(question, found, assessment.answers.get(question.id), more);
  };
  return rubric.features.map((feature, index): Blocks => {
    const scored = result.features.find((each) => each.id === feature.id);
    return (
      scored && [
        heading(2, feature.title, `feature-${feature.id}`, `${index + 1}.`),
        scored.notApplicable === undefined
          ? [featureHead(feature, scored, rubric), feature.questions.map(entry)]
          : paragraph(phrase('report', 'feature-aside', { reason: scored.notApplicable })),
      ]
    );
  });
}

function featureHead({ title, summary }: Feature, scored: FeatureResult, rubric: Rubric): Blocks {
  const { score, band, answered, applicable } = scored;
  const args = { score: shownScore(score, rubric), band: bandTitle(rubric, band), answered, n: applicable };
  const sentence = score === null ? phrase('report', 'feature-blank') : phrase('report', 'feature-score', args);
  return [paragraph(summary, 'about'), paragraph(strong(sentence), 'feature-score'), applicable > 0 && barOf(scored, title)];
}

function questionEntry(
  question: Question,
  result: QuestionResult,
  answer: Answer | undefined,
  { gap, unit, number }: { readonly gap: Gap | undefined; readonly unit: LineUnit; readonly number: string | undefined },
): Blocks {
  const { id, text, principles, critical } = question;
  const state = stateWords(question, result);
  const atZero = gap !== undefined && isFoundCritical(gap);
  const mark = [comma(), { text: phrase('report', 'critical'), ...(atZero && { tone: 'bad' as const }) }];
  return [
    heading(3, text, id, number),
    paragraph([code(id), principles.length > 0 && `${comma()}${principleWords(principles)}`, critical && mark], 'ids'),
    paragraph([strong(state.lead), state.text && after(state.lead, `${levelMeans(result)}${state.text}`)]),
    result.noCase && paragraph(phrase('report', 'no-case'), 'warning'),
    marksNote(question, answer),
    elsewhereNote(question, answer),
    reviewNote(answer?.review),
    reasons(answer, gap?.answered ? gap : undefined, unit),
    dissentDetails(answer?.dissent),
  ];
}

/** The state of a question: a word or two to emphasise, and the rest. */
export function stateWords({ levels }: Question, { state, level, top, because = '' }: QuestionResult) {
  switch (state) {
    case 'scored':
      return { lead: phrase('report', 'level-of', { level: level ?? 0, top }), text: levels[level ?? 0] ?? '' };
    case 'unanswered':
      return { lead: phrase('report', 'not-answered'), text: '' };
    default:
      return { lead: phrase('report', `${state}-because`), text: because };
  }
}

/** Introduces the words of a level, which describe more than one kind of draft. */
function levelMeans({ state }: QuestionResult): string {
  const means = phrase('report', 'level-means');
  return state === 'scored' ? `${means}${after(means, '')}` : '';
}

/** That the ticked marks contradict the lowest level, or that nothing shows why the highest was given. */
function marksNote(question: Question, answer: Answer | undefined): Blocks {
  const { level, marks, evidence = [] } = answer ?? {};
  if (level == null || !question.marks || question.marks.length === 0) return false;
  const allowed = marks && marks.length > 0 && level === 0 ? highestLevel(question, marks) : 0;
  if (allowed > 0) return paragraph(phrase('report', 'marks-allow', { level: allowed }), 'warning');
  const isBare = level === question.levels.length - 1 && marks === undefined && evidence.length === 0;
  return isBare && paragraph(phrase('report', 'marks-bare'), 'warning');
}

/** The level that other law in force gives together with the draft, with the law, its provision and a note. */
function elsewhereNote({ levels }: Question, answer: Answer | undefined): Blocks {
  const { level, law, at, note } = answer?.elsewhere ?? {};
  if (level === undefined || answer?.notApplicable != null) return false;
  const place = listed([law, at].filter(Boolean));
  const reached = phrase('report', 'level-of', { level, top: levels.length - 1 });
  const lead = phrase('report', 'elsewhere');
  return paragraph([emphasis(lead), after(lead, inSentences([reached, place && sentence(place), note]))]);
}

/** Why an answer needs another look; empty if it does not. */
export function reviewNote(because: string | undefined): Blocks {
  return (
    because !== undefined &&
    paragraph([emphasis(phrase('report', 'to-review')), after(phrase('report', 'to-review'), because)], 'warning')
  );
}

/** Why, with which words of the draft, and how to close the gap. The summary lists which of these there are. */
function reasons(answer: Answer | undefined, gap: Gap | undefined, unit: LineUnit): Blocks {
  const { rationale, confidence, evidence = [] } = answer ?? {};
  const points = gap && closingText(gap) !== '' ? showPoints(gap.points) : '';
  const lead = emphasis(phrase('report', 'to-close-points', { points }));
  const blocks = blocksOf([
    rationale !== undefined &&
      paragraph([emphasis(phrase('report', 'in-this-draft')), after(phrase('report', 'in-this-draft'), rationale)]),
    evidenceList(evidence, unit),
    confidence !== undefined && confidence !== 'high' && paragraph(confidenceSentence(confidence), 'note'),
    gap?.missing && gap.missing.length > 0
      ? [paragraph(lead, 'to-close'), list(closingLines(gap.missing))]
      : points !== '' && paragraph([lead, after(lead.text, gap?.gap ?? '')], 'to-close'),
  ]);
  const parts = [
    rationale && phrase('html', 'summary-why'),
    evidence.length > 0 && phrase('html', 'summary-evidence', { n: evidence.length }),
    points && phrase('html', 'summary-close', { points }),
  ];
  const summary = listed(parts.filter(Boolean));
  return summary === '' ? blocks : { kind: 'details', summary: summary.charAt(0).toUpperCase() + summary.slice(1), blocks };
}

export function confidenceSentence(confidence: NonNullable<Answer['confidence']>): string {
  return phrase('report', 'confidence', { confidence: phrase('report', `confidence-${confidence}`) });
}

/**
 * Evidence as a list: the provision, its words, a note, and what a reader must know of the words. The summary counts those that
 * stand in the draft.
 */
export function evidenceList(evidence: readonly Evidence[], unit: LineUnit): Blocks {
  return list(
    evidence.map((piece) => evidenceItem(piece, unit)),
    'evidence',
  );
}

/** One piece of evidence, with what a reader must know of its words. */
export function evidenceItem({ check, ...piece }: Evidence, unit: LineUnit): Text {
  const runs = pieceRuns(piece);
  if (runs.length === 0 || !check) return runs;
  const remarks = isVerified(check) ? remarkMarks(check) : [checkMark(check, unit)];
  const mark = emphasis(`(${clauses(remarks)})`);
  return remarks.length > 0 ? [runs, ' ', { ...mark, tone: isVerified(check) ? 'fair' : 'bad' }] : runs;
}
