import type { Evidence } from '../../core/answers.ts';
import type { AssessmentResult, Gap, QuestionResult } from '../../core/result.ts';
import { quoted } from '../escape/json.ts';
import { type JsonLayout, oneLine } from './json-layout.ts';

/**
 * Writes assessments as JSON, with the same bytes as `toJson`, in half its time: two thirds of a result are words and settings of the
 * rubric, which are the same in every assessment of a run. They are written once and cached.
 */
export function assessmentWriter(layout: JsonLayout = oneLine): (assessment: AssessmentResult) => string {
  const writer = new AssessmentWriter(layout);
  return (assessment) => writer.text(assessment);
}

/** The text that is the same for every answer to a question with the same level or state. */
interface Kept {
  readonly starts: string[];
  readonly gapStarts: string[];
  readonly words: string[];
  /** The evidence that was written last, and its text: a question and its gap have the same evidence. */
  evidence: readonly Evidence[];
  evidenceText: string;
}

/** Negative, since levels begin at 0. */
const slotOfState = { scored: 0, unanswered: -1, 'not-applicable': -2, 'not-asked': -3 };

/** Depths inside an assessment: `questions` and `gaps` are its entries, each part is an entry of these, and so on. */
const depthOf = { list: 1, part: 2, key: 3, piece: 4, pieceKey: 5 };

class AssessmentWriter {
  readonly #layout: JsonLayout;
  readonly #questions = new Map<string, Kept>();
  readonly #keys: ReturnType<typeof keysIn>;
  readonly #pieceKeys: ReturnType<typeof keysIn>;
  readonly #partEnd: string;

  constructor(layout: JsonLayout) {
    this.#layout = layout;
    this.#keys = keysIn(layout, depthOf.key);
    this.#pieceKeys = keysIn(layout, depthOf.pieceKey);
    this.#partEnd = `${layout.lineBreak(depthOf.part)}}`;
  }

  text(assessment: AssessmentResult): string {
    const { lineBreak, colon, value: textOf } = this.#layout;
    let text = '';
    for (const [key, value] of Object.entries(assessment)) {
      if (value === undefined) continue;
      text += `${text === '' ? '{' : ','}${lineBreak(depthOf.list)}"${key}"${colon}`;
      if (key === 'gaps') text += this.#list(assessment.gaps, depthOf.part, (gap) => this.#gap(gap));
      else if (key === 'questions') text += this.#list(assessment.questions, depthOf.part, (each) => this.#question(each));
      else text += textOf(value, depthOf.list);
    }
    return `${text}${lineBreak(0)}}`;
  }

  #question(result: QuestionResult): string {
    const { id, feature, state, level, top, value, weight, critical } = result;
    const kept = this.#keptFor(id);
    const slot = level ?? slotOfState[state];
    kept.starts[slot] ??= this.#open({ id, feature, state, level, top, value, weight, critical });
    const { marks, elsewhere, because, rationale, evidence, confidence, review, dissent } = result;
    const keys = this.#keys;
    let text = kept.starts[slot];
    if (marks !== undefined) text += keys.marks + this.#layout.value(marks, depthOf.key);
    if (elsewhere !== undefined) text += keys.elsewhere + this.#layout.value(elsewhere, depthOf.key);
    if (because !== undefined) text += keys.because + quoted(because);
    if (rationale !== undefined) text += keys.rationale + quoted(rationale);
    text += keys.evidence + this.#evidence(evidence, kept);
    if (confidence !== undefined) text += keys.confidence + quoted(confidence);
    if (review !== undefined) text += keys.review + quoted(review);
    if (dissent !== undefined) text += keys.dissent + this.#layout.value(dissent, depthOf.key);
    return text + this.#partEnd;
  }

  #gap(gap: Gap): string {
    const { question, feature, level, top, critical, answered, principles } = gap;
    const kept = this.#keptFor(question);
    kept.gapStarts[level] ??= this.#open({ question, feature, level, top });
    const words = answered ? 0 : 1;
    kept.words[words] ??= `,${this.#open({ critical, answered, principles, gap: gap.gap }).slice(1)}`;
    const keys = this.#keys;
    let text = kept.gapStarts[level] + keys.points + gap.points + kept.words[words];
    text += keys.evidence + this.#evidence(gap.evidence, kept);
    if (gap.missing !== undefined) text += keys.missing + this.#layout.value(gap.missing, depthOf.key);
    if (gap.owner !== undefined) text += keys.owner + quoted(gap.owner);
    if (gap.due !== undefined) text += keys.due + quoted(gap.due);
    return text + this.#partEnd;
  }

  #keptFor(id: string): Kept {
    let kept = this.#questions.get(id);
    if (kept === undefined) {
      kept = { starts: [], gapStarts: [], words: [], evidence: [], evidenceText: '' };
      this.#questions.set(id, kept);
    }
    return kept;
  }

  /** A question or gap without its closing brace. */
  #open(part: object): string {
    return this.#layout.value(part, depthOf.part).slice(0, -this.#partEnd.length);
  }

  #list<Part>(parts: readonly Part[], depth: number, textOf: (part: Part) => string): string {
    if (parts.length === 0) return '[]';
    const lineBreak = this.#layout.lineBreak(depth);
    let text = '';
    for (const part of parts) text += `${text === '' ? '[' : ','}${lineBreak}${textOf(part)}`;
    return `${text}${this.#layout.lineBreak(depth - 1)}]`;
  }

  #evidence(evidence: readonly Evidence[], kept: Kept): string {
    if (evidence.length === 0) return '[]';
    if (kept.evidence !== evidence) {
      kept.evidence = evidence;
      kept.evidenceText = this.#list(evidence, depthOf.piece, (piece) => this.#piece(piece));
    }
    return kept.evidenceText;
  }

  #piece(piece: Evidence): string {
    const { at, quote, note } = piece;
    const isPlain = piece.was === undefined && piece.check === undefined;
    if (!isPlain || (at ?? quote ?? note) === undefined) return this.#layout.value(piece, depthOf.piece);
    const keys = this.#pieceKeys;
    let text = at === undefined ? '' : keys.at + quoted(at);
    if (quote !== undefined) text += keys.quote + quoted(quote);
    if (note !== undefined) text += keys.note + quoted(note);
    return `{${text.slice(1)}${this.#layout.lineBreak(depthOf.piece)}}`;
  }
}

const keys = [
  ...(['marks', 'elsewhere', 'missing', 'because', 'rationale', 'evidence', 'confidence', 'review', 'dissent'] as const),
  ...(['points', 'missing', 'owner', 'due', 'at', 'quote', 'note'] as const),
];

/** Each key with the text between the value before it and its own value. */
function keysIn({ lineBreak, colon }: JsonLayout, depth: number): Readonly<Record<(typeof keys)[number], string>> {
  const entries = keys.map((key) => [key, `,${lineBreak(depth)}"${key}"${colon}`]);
  return Object.fromEntries(entries);
}
