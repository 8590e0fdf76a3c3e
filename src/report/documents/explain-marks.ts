import { highestLevel, missingMarks } from '../../core/marks.ts';
import type { QuestionResult } from '../../core/result.ts';
import type { Question } from '../../core/rubric.ts';
import { aside, listed } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import { type Blocks, code, listOfLines, type Text } from '../document/build.ts';
import { needWords } from '../words/marks.ts';

/** A question and its result. */
export interface Explained {
  readonly question: Question;
  readonly found: QuestionResult;
}

/** Whether a question has marks and counts. */
export function isMarked({ question, found: { state } }: Explained): boolean {
  return question.marks !== undefined && (state === 'scored' || state === 'unanswered');
}

/** How many marks of the questions are ticked, and what their levels need; of a single question each mark with its text. */
export function markBlocks(explained: readonly Explained[], isSingle: boolean): Blocks {
  const asked = explained.filter(isMarked);
  return listOfLines(asked.map((each) => [...countLines(each), ...(isSingle ? eachMark(each) : [missingLine(each)])]));
}

/** `policy, level 2: 3 of 5 marks ticked, enough for level 2.` and what the levels need. */
function countLines({ question, found: { marks: ticked, level } }: Explained): Text[] {
  const n = question.marks?.length ?? 0;
  const name = question.id.slice(question.id.indexOf('.') + 1);
  const given = level === null ? phrase('report', 'explain-blank') : phrase('report', 'explain-at-level', { level });
  const needs = phrase('report', 'explain-marks-need', { needs: needWords(question) });
  if (!ticked) return [phrase('report', 'explain-marks-none', { question: name, given, n }), needs];
  const counts = { n, ticked: n - missingMarks(question, ticked).length, enough: highestLevel(question, ticked) };
  return [phrase('report', 'explain-marks', { question: name, given, ...counts }), needs];
}

function missingLine({ question, found: { marks: ticked } }: Explained): Text {
  const missing = ticked ? missingMarks(question, ticked).map(({ id }) => id) : [];
  return missing.length > 0 && phrase('report', 'explain-marks-missing', { marks: listed(missing) });
}

/** Each mark with its text, and whether it is ticked. */
function eachMark({ question: { marks = [] }, found: { marks: ticked } }: Explained): Text[] {
  return marks.map(({ id, text }) => {
    const state = ticked && phrase('report', ticked.includes(id) ? 'explain-mark-ticked' : 'explain-mark-missing');
    return [code(id), `${phrase('values', 'label-separator')}${text}`, state && aside(state)];
  });
}
