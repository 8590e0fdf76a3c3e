import type { Answer, Evidence } from '../../../../../core/answers.ts';
import { isVerified } from '../../../../../core/evidence.ts';
import type { Mark, Question } from '../../../../../core/rubric.ts';
import { tickedWords } from '../../../../../interview/clash.ts';
import { dissentWords, formerWords } from '../../../../../interview/dissent.ts';
import { type AnyAnswer, entryOf, evidenceOf } from '../../../../../interview/entries.ts';
import { keptAnswer } from '../../../../../interview/item/item.ts';
import { checkOfPiece } from '../../../../../interview/item/quotes.ts';
import type { Ask, Scene } from '../../../../../interview/state.ts';
import { clauses, listed, quoted, withColon } from '../../../../../messages/lists.ts';
import { phrase } from '../../../../../messages/phrases.ts';
import { checkMark, remarkMarks } from '../../../../../report/words/evidence.ts';
import { hint } from '../hints.ts';
import { labelled, oneLine, paragraph } from '../lines.ts';
import { rank, type Section } from '../sections.ts';

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

/** The evidence that was taken. It has numbers only where one is chosen from it: two lists with numbers would be mistaken for each other. */
export function evidenceSection(scene: Scene, ask: Ask, width: number, isNumbered = false): Section {
  const pieces = evidenceOf(scene.assessment, scene.item);
  if (pieces.length === 0) return { lines: [] };
  const title = phrase('interview', 'evidence');
  const label = (index: number): string => (isNumbered ? String(index + 1) : '-');
  return {
    lines: [title, ...pieces.flatMap((piece, index) => labelled(label(index), pieceWords(scene, piece), width))],
    shorter: [
      {
        rank: rank.evidenceToLines,
        lines: [title, ...pieces.map((piece, index) => oneLine(`  ${label(index)}  ${pieceLine(scene, piece)}`, width))],
      },
      { rank: rank.evidenceToHint, lines: [oneLine(hint(ask, evidenceCount(scene, pieces), 'x'), width)] },
    ],
  };
}

/** How many pieces there are, and how many of them do not stand in the draft. */
export function evidenceCount(scene: Scene, pieces: readonly Evidence[]): string {
  const faults = pieces.filter((piece) => faultWords(scene, piece) !== undefined).length;
  const counts = { n: pieces.length, faults };
  return phrase('interview', faults === 0 ? 'evidence-count' : 'evidence-count-faults', counts);
}

/** A piece of evidence. What is wrong with a quote stands before it, so that it is read even where the line is cut. */
export function pieceWords(scene: Scene, piece: Evidence): string {
  const words = faultWords(scene, piece) ?? remarkWords(scene, piece);
  return words === undefined ? plainPiece(piece) : `[${words}] ${plainPiece(piece)}`;
}

/** The same for a single line, in which there is no room for what is wrong. */
export function pieceLine(scene: Scene, piece: Evidence): string {
  const isFaulty = faultWords(scene, piece) !== undefined;
  const words = isFaulty ? phrase('interview', 'not-verified') : remarkWords(scene, piece);
  return words === undefined ? plainPiece(piece) : `[${words}] ${plainPiece(piece)}`;
}

/** What a reader must know of a verified quote, as in a report: that it leaves out a negation, or stands outside the provisions. */
function remarkWords(scene: Scene, piece: Evidence): string | undefined {
  const check = checkOfPiece(scene.questionnaire, piece);
  const marks = check === undefined ? [] : remarkMarks(check);
  return marks.length === 0 ? undefined : clauses(marks);
}

/** What is wrong with a quote, as in a report; undefined if nothing is, or without the text of the draft. */
function faultWords(scene: Scene, piece: Evidence): string | undefined {
  const check = checkOfPiece(scene.questionnaire, piece);
  return check === undefined || isVerified(check) ? undefined : checkMark({ ...check, line: null }, 'line');
}

function plainPiece({ document, at, quote }: Evidence): string {
  return withColon(document, at, quote && quoted(quote));
}

/** Why an answer is marked for review, what its evidence was, and what a panel's reviewers made of it. */
export function reviewSection({ assessment, item }: Scene, width: number): Section {
  const entry = entryOf(assessment, item);
  const dissent = entry.dissent
    ? [phrase('interview', 'dissent'), ...entry.dissent.flatMap((each) => paragraph(dissentWords(each, listed), width, 2))]
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

/**
 * The marks of a question, each ticked or not.
 * @param ask what is asked about something else; without it the marks are asked about, and have numbers
 */
export function marksSection({ marks = [] }: Question, ticked: readonly string[] | undefined, width: number, ask?: Ask): Section {
  if (marks.length === 0) return { lines: [] };
  const box = (mark: Mark): string => (ticked?.includes(mark.id) ? '[x]' : '[ ]');
  const line = (mark: Mark, index: number): string => (ask ? box(mark) : `${index + 1} ${box(mark)}`);
  const title = phrase('interview', 'marks');
  const count = marksCount(marks.length, ticked);
  return {
    lines: [title, ...marks.flatMap((mark, index) => labelled(line(mark, index), markText(mark), width))],
    shorter: [
      {
        rank: rank.marksToLines,
        lines: [title, ...marks.map((mark, index) => oneLine(`  ${line(mark, index)}  ${markText(mark)}`, width))],
      },
      { rank: rank.marksToHint, lines: [oneLine(ask ? hint(ask, count, 'm') : count, width)] },
    ],
  };
}

function marksCount(n: number, ticked: readonly string[] | undefined): string {
  return ticked === undefined
    ? phrase('interview', 'marks-left-open', { n })
    : phrase('interview', 'marks-count', { n, ticked: ticked.length });
}

function markText({ text, from }: Mark): string {
  return from === undefined ? text : phrase('interview', 'mark-from', { text, from });
}

/** How many marks of a question are ticked, in a line; nothing if they were left open. */
export function tickedLine(question: Question, { marks }: Answer): string[] {
  return marks && question.marks ? [marksCount(question.marks.length, marks)] : [];
}
