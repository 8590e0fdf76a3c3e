import type { Answer, Dissent, Evidence } from '../../../../core/answers.ts';
import type { Mark, Question } from '../../../../core/rubric.ts';
import { tickedWords } from '../../../../interview/clash.ts';
import { type AnyAnswer, entryOf, evidenceOf } from '../../../../interview/entries.ts';
import { keptAnswer } from '../../../../interview/item.ts';
import { numbersOf } from '../../../../interview/marks.ts';
import type { Scene } from '../../../../interview/state.ts';
import { clauses, listed, withColon } from '../../../../messages/lists.ts';
import { phrase } from '../../../../messages/phrases.ts';
import { labelled, oneLine, paragraph } from './lines.ts';
import { rank, type Section } from './sections.ts';

/** The saved answer of an item and its reasons; nothing if there is none. */
export function answerSection(scene: Scene, width: number): Section {
  const entry = entryOf(scene.assessment, scene.item);
  const kept = keptAnswer(scene);
  const lines: string[] = [];
  if (kept !== undefined)
    lines.push(...paragraph(phrase('interview', 'answered-now', { answer: answerWords(entry, kept) }), width));
  const reasons = 'status' in entry ? entry.notes : entry.rationale;
  const said = reasons && phrase('interview', 'status' in entry ? 'answered-notes' : 'answered-reason', { text: reasons });
  const short = said ? [...lines.slice(0, 1), oneLine(said, width)] : lines.slice(0, 1);
  if (said) lines.push(...paragraph(said, width));
  return { lines, shorter: [{ rank: rank.answerToLine, lines: short }] };
}

function answerWords(entry: AnyAnswer, kept: string): string {
  if (!('level' in entry)) return kept;
  const { notApplicable, confidence, marks, elsewhere } = entry;
  const parts = [notApplicable === null ? kept : withColon(kept, notApplicable)];
  if (marks) parts.push(tickedWords(marks));
  if (elsewhere) parts.push(phrase('interview', 'elsewhere', { level: elsewhere.level }));
  const answer = clauses(parts);
  return confidence
    ? phrase('interview', 'answered-confidence', { answer, confidence: phrase('interview', confidence) })
    : answer;
}

/** The evidence that was taken, with numbers. */
export function evidenceSection(scene: Scene, width: number): Section {
  const pieces = evidenceOf(scene.assessment, scene.item);
  if (pieces.length === 0) return { lines: [] };
  const title = phrase('interview', 'evidence');
  return {
    lines: [title, ...pieces.flatMap((piece, index) => labelled(String(index + 1), pieceWords(piece), width))],
    shorter: [
      {
        rank: rank.evidenceToLines,
        lines: [title, ...pieces.map((piece, index) => oneLine(`  ${index + 1}  ${pieceWords(piece)}`, width))],
      },
      { rank: rank.evidenceToHint, lines: [oneLine(phrase('interview', 'evidence-hint', { n: pieces.length }), width)] },
    ],
  };
}

/** A piece of evidence in a line. */
export function pieceWords({ document, at, quote }: Evidence): string {
  return withColon(document, at, quote && phrase('values', 'quoted', { text: quote }));
}

/** Why an answer is marked for review, what its evidence was, and what a panel's reviewers made of it. */
export function reviewSection({ assessment, item }: Scene, width: number): Section {
  const entry = entryOf(assessment, item);
  const dissent = entry.dissent
    ? [phrase('interview', 'dissent'), ...entry.dissent.flatMap((each) => paragraph(dissentLine(each), width, 2))]
    : [];
  if (entry.review === undefined) return { lines: dissent };
  const was = (entry.evidence ?? []).map(formerWords).filter((words) => words !== '');
  const because = phrase('interview', 'to-review', { because: entry.review });
  const lines = [
    ...dissent,
    ...paragraph(because, width),
    ...was.flatMap((words) => paragraph(phrase('interview', 'evidence-was', { words }), width, 2)),
  ];
  return { lines, shorter: [{ rank: rank.reviewToLines, lines: [oneLine(because, width)] }] };
}

/** The marks of a question, each ticked or not. */
export function marksSection({ marks = [] }: Question, ticked: readonly string[] | undefined, width: number): Section {
  if (marks.length === 0) return { lines: [] };
  const line = (mark: Mark, index: number): string => `${index + 1} ${ticked?.includes(mark.id) ? '[x]' : '[ ]'}`;
  const title = phrase('interview', 'marks');
  const hint =
    ticked === undefined
      ? phrase('interview', 'marks-open', { n: marks.length })
      : phrase('interview', 'marks-hint', { n: marks.length, ticked: ticked.length });
  return {
    lines: [title, ...marks.flatMap((mark, index) => labelled(line(mark, index), markText(mark), width))],
    shorter: [
      {
        rank: rank.marksToLines,
        lines: [title, ...marks.map((mark, index) => oneLine(`  ${line(mark, index)}  ${markText(mark)}`, width))],
      },
      { rank: rank.marksToHint, lines: [oneLine(hint, width)] },
    ],
  };
}

function markText({ text, from }: Mark): string {
  return from === undefined ? text : phrase('interview', 'mark-from', { text, from });
}

/** The numbers of the ticked marks of a question, in a line; nothing if they were left open. */
export function tickedLine(question: Question, { marks }: Answer): string[] {
  if (!marks || !question.marks) return [];
  const numbers = listed(numbersOf(question.marks, marks).split(' '));
  return [marks.length === 0 ? phrase('interview', 'ticked-none') : phrase('interview', 'ticked-numbers', { marks: numbers })];
}

/** What a piece of evidence was before the draft changed. */
function formerWords({ was }: Evidence): string {
  const { at, quote } = (was ?? {}) as { at?: string; quote?: string };
  return withColon(at, quote !== undefined && phrase('values', 'quoted', { text: quote }));
}

/** A view of a reviewer in a line. */
function dissentLine({ reviewer, level, marks, notApplicable, present, status, rationale }: Dissent): string {
  const view =
    level !== undefined
      ? listed(
          [
            phrase('interview', 'dissent-level', { level }),
            marks && phrase('interview', 'dissent-marks', { marks: listed(marks) || '-' }),
          ].filter(Boolean),
        )
      : notApplicable !== undefined
        ? withColon(phrase('interview', 'not-applicable'), notApplicable)
        : present !== undefined
          ? phrase('interview', present ? 'present' : 'not-present')
          : (status ?? '');
  return withColon(reviewer, view, rationale);
}
