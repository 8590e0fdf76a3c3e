import { isFoundCritical } from '../../../core/gaps.ts';
import type { AssessmentResult, Gap } from '../../../core/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { after, aside, comma, inSentences, listed } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { isolated } from '../../../text/direction.ts';
import { showPoints } from '../../../text/number.ts';
import type { Block, Detail } from '../../document/blocks.ts';
import {
  type Blocks,
  emphasis,
  idOf,
  list,
  listOfLines,
  paragraph,
  runsOf,
  section,
  strong,
  toned,
} from '../../document/build.ts';
import { left, right, tableOf } from '../../document/table.ts';
import { wordsToAdd } from '../../words/gap.ts';
import { numbered, numberedTexts, numbersOf } from '../../words/numbers.ts';
import { questionsOf, textsOf } from '../../words/rubric.ts';
import { counted } from '../../words/score.ts';

/** How many gaps are listed as the most valuable ones. The full report tells each gap with its feature. */
const shown = { brief: 8, full: 12 };

/** The critical questions at the lowest level, one by one. */
export function criticalSection({ gaps }: AssessmentResult, rubric: Rubric): Block[] {
  const found = gaps.filter(isFoundCritical);
  const open = gaps.filter((gap) => gap.critical && !gap.answered);
  const questions = questionsOf(rubric);
  const numbers = numbersOf(rubric);
  const items = found.map((gap) => {
    const { question: id, points, level } = gap;
    const toClose = inSentences(wordsToAdd(gap));
    const worth = phrase('report', 'points', { points: showPoints(points) });
    const question = questions.get(id);
    return [
      [strong(numbered(numbers, id, question?.text ?? id)), ' (', idOf(id), `${comma()}${worth})`],
      question?.levels[level],
      toClose && [emphasis(phrase('report', 'to-close')), after(phrase('report', 'to-close'), toClose)],
    ];
  });
  return section('critical', phrase('report', 'critical-gaps'), [
    found.length > 0
      ? [paragraph(phrase('report', 'critical-gaps-about'), 'about'), listOfLines(items)]
      : paragraph([phrase('report', open.length > 0 ? 'critical-gaps-none-yet' : 'critical-gaps-none'), ...nextSentence(gaps)]),
    open.length > 0 && paragraph(phrase('report', 'critical-gaps-open', { n: open.length }), 'about'),
    list(
      open.map(({ question }) => [`${numbered(numbers, question, questions.get(question)?.text ?? '')} (`, idOf(question), ')']),
    ),
  ]);
}

/** How many critical questions are just above the lowest level: no critical gap is not yet a good law. */
function nextSentence(gaps: readonly Gap[]): string[] {
  const next = gaps.filter(({ critical, answered, level }) => critical && answered && level === 1);
  return counted('report', { 'critical-gaps-next': next.length }).map((sentence) => ` ${sentence}`);
}

/** The most valuable gaps. Open questions are only counted: they may not be gaps of the draft, and there is nothing to write. */
export function valueSection({ gaps }: AssessmentResult, rubric: Rubric, detail: Detail): Block[] {
  const listed = gaps.filter(({ answered }) => answered).slice(0, shown[detail]);
  const content = detail === 'brief' ? briefGaps : fullGaps;
  return section('gaps', phrase('report', 'gaps'), [
    gaps.length === 0 ? paragraph(phrase('report', 'gaps-none')) : listed.length > 0 && content(listed, rubric),
    restSentences(gaps, listed.length, detail).map((sentence) => paragraph(sentence)),
    detail === 'brief' && openCritical(gaps),
  ]);
}

function fullGaps(gaps: readonly Gap[], rubric: Rubric): Blocks {
  const texts = numberedTexts(rubric);
  // Word breaks a title that is wider than its column.
  const room = Math.max(8, 3 + phrase('report', 'table-level').length);
  const columns = [
    left<Gap>(phrase('report', 'table-gap'), 30, ({ question, critical }) => [
      idOf(question, texts.get(question)),
      critical && aside(phrase('report', 'critical')),
    ]),
    right<Gap>(phrase('report', 'table-level'), room, ({ level, top }) => isolated(`${level} / ${top}`)),
    right<Gap>(phrase('report', 'table-points'), 9, ({ points }) => showPoints(points)),
    left<Gap>(phrase('report', 'table-write'), 61 - room, (gap) => ({
      kind: 'lines',
      lines: wordsToAdd(gap).map(runsOf),
    })),
  ];
  return [paragraph(phrase('report', 'gaps-about'), 'about'), tableOf(phrase('report', 'gaps'), columns, gaps)];
}

function briefGaps(gaps: readonly Gap[], rubric: Rubric): Blocks {
  const texts = textsOf(rubric);
  return gaps.map((gap) => {
    const { question, points, level, top, critical } = gap;
    const mark = level === 0 ? toned(phrase('report', 'critical-word'), 'bad') : phrase('report', 'critical');
    const name = strong(phrase('report', 'gap-line', { points: showPoints(points), question }));
    return [
      paragraph([name, `  ${phrase('report', 'gap-level', { level, top })}`, critical && [comma(), mark]]),
      paragraph(toned(texts.get(question) ?? '', 'dim'), 'detail'),
      briefWords(wordsToAdd(gap)),
    ];
  });
}

/** One sentence as it is, several as a list. */
function briefWords(words: readonly string[]): Blocks {
  return words.length > 1 ? list(words, 'detail') : words.map((each) => paragraph(each, 'detail'));
}

/** The gaps that a list leaves out: further ones that were found, and questions that are not answered yet. */
function restSentences(gaps: readonly Gap[], listed: number, detail: Detail): string[] {
  const found = gaps.filter(({ answered }) => answered).slice(listed);
  const open = gaps.filter(({ answered }) => !answered);
  const sentence = (key: 'gaps-more' | 'gaps-more-below' | 'gaps-open', some: readonly Gap[]): string[] => {
    const points = showPoints(some.reduce((total, gap) => total + gap.points, 0));
    return some.length === 0 ? [] : [phrase('report', key, { n: some.length, points })];
  };
  return [...sentence(detail === 'brief' ? 'gaps-more' : 'gaps-more-below', found), ...sentence('gaps-open', open)];
}

function openCritical(gaps: readonly Gap[]): Blocks {
  const ids = listed(gaps.flatMap(({ critical, answered, question }) => (critical && !answered ? [question] : [])));
  return ids !== '' && paragraph(phrase('report', 'gaps-open-critical', { ids }), 'detail');
}

/** The action plan: gaps with an owner or a date. */
export function actionSection({ gaps }: AssessmentResult, rubric: Rubric): Block[] {
  const texts = numberedTexts(rubric);
  const planned = gaps.filter((gap) => gap.owner !== undefined || gap.due !== undefined);
  const columns = [
    left<Gap>(phrase('report', 'table-gap'), 38, ({ question }) => idOf(question, texts.get(question))),
    left<Gap>(phrase('report', 'table-owner'), 34, ({ owner }) => owner),
    left<Gap>(phrase('report', 'table-due'), 18, ({ due }) => due),
    right<Gap>(phrase('report', 'table-points'), 10, ({ points }) => showPoints(points)),
  ];
  const title = phrase('report', 'action-plan');
  return section('action-plan', title, tableOf(title, columns, planned));
}
