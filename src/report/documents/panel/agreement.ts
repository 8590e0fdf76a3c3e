import type { Agreement, PanelResult, QuestionAgreement } from '../../../core/panel/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Block } from '../../document/blocks.ts';
import { paragraph, plain, section, words } from '../../document/build.ts';
import { type ColumnOf, left, right, tableOf } from '../../document/table.ts';
import { questionsOf } from '../../words/phrases.ts';
import { alphaWords, intervalWords, percentWords, shownAlpha } from './numbers.ts';
import { agreementSentences, howToRead, levelWords } from './words.ts';

/** How far the reviewers agree, over all questions and in each feature. */
export function agreementSection(result: PanelResult, isFull: boolean): Block[] {
  const { overall, features } = result.agreement;
  const head = section('agreement', phrase('panel', 'agreement'));
  const sentences = agreementSentences(result).join(' ');
  if (overall.percent === null) return [head, paragraph(sentences)];
  const title = phrase('panel', 'agreement');
  type Row = Agreement & { readonly title: string };
  const columns: ColumnOf<Row>[] = [
    left(phrase('panel', 'table-feature'), 36, (row) => words(row.title)),
    { ...right(phrase('panel', 'table-compared'), 12, ({ compared }: Row) => words(String(compared))), spare: 1 },
    right(phrase('panel', 'table-percent'), 12, (row) => words(percentWords(row))),
    right(phrase('panel', 'table-alpha'), 16, (row) => words(alphaCell(row, isFull))),
    { ...right(phrase('panel', 'table-interval'), 20, (row: Row) => words(intervalWords(row))), spare: 2 },
  ];
  return [
    head,
    { kind: 'callout', runs: [plain(sentences)] },
    tableOf<Row>(title, columns, [{ ...overall, title: phrase('panel', 'overall') }, ...features]),
    paragraph(howToRead(result), 'note'),
  ];
}

/** Where there is no alpha, why; a narrow table has room for the reason alone. */
function alphaCell(agreement: Agreement, isFull: boolean): string {
  const text = alphaWords(agreement, 'ordinal');
  return isFull ? text : text.replace(/^[^:]+: /, '');
}

/** Every question with the reviewers' levels side by side. */
export function questionSection({ agreement, panel, discuss }: PanelResult, rubric: Rubric): Block[] {
  const questions = questionsOf(rubric);
  const discussed = new Set(discuss.map(({ question }) => question));
  const title = phrase('panel', 'questions');
  const columns: ColumnOf<QuestionAgreement>[] = [
    left(phrase('panel', 'table-question'), 52, ({ id }) => [
      { text: questions.get(id)?.text ?? id, ...(discussed.has(id) && { to: id }) },
    ]),
    left(phrase('panel', 'table-levels'), 15, (each) => words(levelWords(each).join(' '))),
    right(phrase('panel', 'table-spread'), 11, ({ spread }) => words(spread === null ? '' : String(spread))),
    right(phrase('panel', 'table-percent'), 11, (each) => words(each.percent === null ? '' : percentWords(each))),
    right(phrase('panel', 'table-alpha'), 11, ({ alpha }) => words(alpha.ordinal === null ? '' : shownAlpha(alpha.ordinal))),
  ];
  return [
    section('questions', title),
    paragraph(phrase('panel', 'questions-about', { reviewers: panel.map(({ label }) => label).join(', ') })),
    tableOf(title, columns, agreement.questions),
  ];
}
