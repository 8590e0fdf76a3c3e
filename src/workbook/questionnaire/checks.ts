import type { Question } from '../../core/rubric.ts';
import { phrase } from '../../messages/phrases.ts';
import { columnKeys, numberedKey } from './layout.ts';
import type { Parts, QuestionEntry } from './parts.ts';
import { joined, textOf } from './sentences.ts';
import type { TableColumn } from './table.ts';
import { isFilledFormula, isOneOfFormula } from './words.ts';

/** The cell of a column in the row of a question: `$E5`. */
type At = (name: string) => string;

/**
 * Hidden columns of a question's row, from which the other formulas take what was filled in: `number` is the level, -1 if there is
 * none, -2 if it can't be one; `ticked`, `decided` and `wrong` count the cells of its marks.
 */
export function helperColumns({ lists }: Pick<Parts, 'lists'>): TableColumn<QuestionEntry>[] {
  const hidden: Hidden = (name, formula) => ({
    name,
    heading: '',
    width: 8,
    hidden: true,
    cell: ({ question }, at) => ({ formula: formula(question, at) }),
  });
  const count = (test: (cell: string) => string) => (question: Question, at: At) =>
    marksOf(question)
      .map((index) => `N(${test(at(numberedKey('mark', index + 1)))})`)
      .join('+') || '0';
  return [
    ...typedColumns(hidden, lists),
    hidden('number', ({ levels }, at) => {
      const [cell, typed] = [at(columnKeys.level), at('typed')];
      return `IF(NOT(${isFilledFormula(cell)}),-1,IF(AND(${typed}=INT(${typed}),${typed}>=0,${typed}<=${levels.length - 1}),${typed},-2))`;
    }),
    hidden(
      'ticked',
      count((cell) => isOneOfFormula(cell, lists.seen)),
    ),
    hidden('decided', count(isFilledFormula)),
    hidden(
      'wrong',
      count((cell) => `AND(${isFilledFormula(cell)},NOT(${isOneOfFormula(cell, lists.ticks)}))`),
    ),
    ...requiredColumns(lists.seen),
  ];
}

type Hidden = (name: string, formula: (question: Question, at: At) => string) => TableColumn<QuestionEntry>;

/** What may stand between a level and its words: the same as in `readLevel`. */
const separators = '-\u2010\u2011\u2012\u2013\u2014\u2015\u2212:.,)=';

/**
 * The level as it was typed, by the rule of `readLevel`, so that nothing passes here which the import refuses: a choice of the list, the
 * words of a level, a whole number, or one with words after a separator, which are not another number.
 */
function typedColumns(hidden: Hidden, lists: Pick<Parts, 'lists'>['lists']): TableColumn<QuestionEntry>[] {
  const isIn = (character: string, characters: string): string => `ISNUMBER(FIND(${character},"${characters}"))`;
  const digits = '0123456789';
  return [
    hidden('text', (_, at) => `TRIM(${at(columnKeys.level)})`),
    hidden('digits', (_, at) => `IF(${isIn(`MID(${at('text')}&"x",2,1)`, digits)},2,1)`),
    hidden('after', (_, at) => `TRIM(MID(${at('text')}&" ",${at('digits')}+1,1000))`),
    hidden('rest', (_, at) => `TRIM(MID(${at('after')},2,1000))`),
    hidden('typed', ({ id }, at) => {
      const [text, after, rest] = [at('text'), at('after'), at('rest')];
      // MATCH takes * and ? for any characters.
      const plain = [...'~*?'].reduce((inner, each) => `SUBSTITUTE(${inner},"${each}","~${each}")`, text);
      const { choices, texts } = lists.levels(id);
      const words = [...digits, '.', ','].reduce((inner, each) => `SUBSTITUTE(${inner},"${each}","")`, rest);
      const isZeros = `AND(${isIn(`LEFT(${after}&"x",1)`, '.,')},LEN(${after})>1,SUBSTITUTE(MID(${after},2,1000),"0","")="")`;
      const hasWords = `AND(${isIn(`LEFT(${after}&"x",1)`, separators)},LEN(${words})>0)`;
      const bySpelling = `IF(OR(${after}="",${isZeros},${hasWords}),VALUE(LEFT(${text},${at('digits')})),-2)`;
      const byNumber = `IF(${isIn(`LEFT(${text}&"x",1)`, digits)},${bySpelling},-2)`;
      return `IFERROR(MATCH(${plain},${choices},0)-1,IFERROR(MATCH(${plain},${texts},0)-1,${byNumber}))`;
    }),
  ];
}

/** The number of the first mark that the level requires and that is not ticked; 0 if there is none. */
function requiredColumns(seen: string): TableColumn<QuestionEntry>[] {
  const formula = ({ marks = [] }: Question, at: At): string =>
    marks.reduceRight((rest, { from }, index) => {
      if (from === undefined) return rest;
      const isTicked = isOneOfFormula(at(numberedKey('mark', index + 1)), seen);
      return `IF(AND(${at('number')}>=${from},NOT(${isTicked})),${index + 1},${rest})`;
    }, '0');
  return [
    { name: 'required', heading: '', width: 8, hidden: true, cell: ({ question }, at) => ({ formula: formula(question, at) }) },
  ];
}

function marksOf({ marks = [] }: Question): number[] {
  return marks.map((_, index) => index);
}

/**
 * A formula that says what is wrong with an answer, or why it does not count; no text if nothing is.
 * @param state the cell with the question's state, see `stateColumns`
 */
export function checkFormula(question: Question, state: string, at: At): string {
  const { levels, when, need = {} } = question;
  const number = at('number');
  const needs = `CHOOSE(MAX(${number},0)+1,${levels.map((_, level) => need[level] ?? 0).join(',')})`;
  const lacksMarks = joined(phrase('workbook', 'check-marks', { level: '\u0001', need: '\u0002', ticked: '\u0003' }), [
    number,
    needs,
    at('ticked'),
  ]);
  const lacksMark = joined(phrase('workbook', 'check-mark', { level: '\u0001', mark: '\u0002' }), [number, at('required')]);
  const notAsked = when ? phrase('workbook', 'check-not-asked', { question: when.question, level: when.atLeast }) : '';
  const marks = `IF(OR(${at('decided')}=0,${number}<0),"",IF(${at('ticked')}<${needs},${lacksMarks},IF(${at('required')}>0,${lacksMark},"")))`;
  const cases: (readonly [test: string, words: string])[] = [
    [`${number}=-2`, textOf(phrase('workbook', 'check-level', { top: levels.length - 1 }))],
    [`AND(${number}>=0,${isFilledFormula(at(columnKeys.notApplicable))})`, textOf(phrase('workbook', 'check-both'))],
    [`${at('wrong')}>0`, textOf(phrase('workbook', 'check-tick'))],
    ...(when ? [[`${state}=3`, textOf(notAsked)] as const] : []),
  ];
  return cases.reduceRight((rest, [test, words]) => `IF(${test},${words},${rest})`, marks);
}
