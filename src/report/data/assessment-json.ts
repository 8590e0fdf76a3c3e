import type { Evidence } from '../../core/answers.ts';
import type { AssessmentResult, Gap, QuestionResult } from '../../core/result.ts';
import { quoted, toJson } from '../escape/json.ts';

/**
 * Writes assessments as JSON on one line, the bytes that `toJson` gives, in half its time: two thirds of a result are words and
 * settings of the rubric, the same in every assessment of a run. They are written once and kept.
 */
export function assessmentWriter(): (assessment: AssessmentResult) => string {
  const questions = new Map<string, Kept>();

  const questionText = (result: QuestionResult): string => {
    const { id, feature, state, level, top, value, weight, critical } = result;
    const kept = keptFor(questions, id);
    const slot = level ?? slotOfState[state];
    kept.starts[slot] ??= open({ id, feature, state, level, top, value, weight, critical });
    const { because, rationale, evidence, confidence, review, dissent } = result;
    let text = kept.starts[slot];
    if (because !== undefined) text += `,"because":${quoted(because)}`;
    if (rationale !== undefined) text += `,"rationale":${quoted(rationale)}`;
    text += `,"evidence":${evidenceText(evidence, kept)}`;
    if (confidence !== undefined) text += `,"confidence":${quoted(confidence)}`;
    if (review !== undefined) text += `,"review":${quoted(review)}`;
    if (dissent !== undefined) text += `,"dissent":${toJson(dissent)}`;
    return `${text}}`;
  };

  const gapText = (gap: Gap): string => {
    const { question, feature, level, top, critical, answered, principles } = gap;
    const kept = keptFor(questions, question);
    kept.gapStarts[level] ??= open({ question, feature, level, top });
    const words = answered ? 0 : 1;
    kept.words[words] ??= open({ critical, answered, principles, gap: gap.gap }).slice(1);
    let text = `${kept.gapStarts[level]},"points":${gap.points},${kept.words[words]},"evidence":${evidenceText(gap.evidence, kept)}`;
    if (gap.owner !== undefined) text += `,"owner":${quoted(gap.owner)}`;
    if (gap.due !== undefined) text += `,"due":${quoted(gap.due)}`;
    return `${text}}`;
  };

  return (assessment) => {
    let text = '';
    for (const [key, value] of Object.entries(assessment)) {
      if (value === undefined) continue;
      text += `${text === '' ? '{' : ','}"${key}":`;
      if (key === 'gaps') text += list(assessment.gaps, gapText);
      else if (key === 'questions') text += list(assessment.questions, questionText);
      else text += toJson(value);
    }
    return `${text}}`;
  };
}

/** What is the same wherever a question comes out at the same level, or in the same state. */
interface Kept {
  readonly starts: string[];
  readonly gapStarts: string[];
  readonly words: string[];
  /** A question and its gap have the same evidence: what it was last, and its text. */
  evidence: readonly Evidence[];
  evidenceText: string;
}

/** Below the levels, which begin at 0. */
const slotOfState = { scored: 0, unanswered: -1, 'not-applicable': -2, 'not-asked': -3 };

function keptFor(all: Map<string, Kept>, id: string): Kept {
  let kept = all.get(id);
  if (kept === undefined) {
    kept = { starts: [], gapStarts: [], words: [], evidence: [], evidenceText: '' };
    all.set(id, kept);
  }
  return kept;
}

/** An object without its closing brace. */
function open(part: object): string {
  return toJson(part).slice(0, -1);
}

function list<Part>(parts: readonly Part[], textOf: (part: Part) => string): string {
  let text = '[';
  for (const part of parts) text += `${text === '[' ? '' : ','}${textOf(part)}`;
  return `${text}]`;
}

function evidenceText(evidence: readonly Evidence[], kept: Kept): string {
  if (evidence.length === 0) return '[]';
  if (kept.evidence !== evidence) {
    kept.evidence = evidence;
    kept.evidenceText = list(evidence, pieceText);
  }
  return kept.evidenceText;
}

function pieceText(piece: Evidence): string {
  const { at, quote, note } = piece;
  if (piece.was !== undefined || piece.check !== undefined) return toJson(piece);
  let text = at === undefined ? '' : `,"at":${quoted(at)}`;
  if (quote !== undefined) text += `,"quote":${quoted(quote)}`;
  if (note !== undefined) text += `,"note":${quoted(note)}`;
  return `{${text.slice(1)}}`;
}
