import type { Agreement, PanelResult } from '../../../core/panel/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { type Block, type Column, paragraph, plain, section, words } from '../../document/blocks.ts';
import { questionsOf } from '../../questions.ts';
import { alphaWords, intervalWords, percentWords, shownAlpha } from './numbers.ts';
import { agreementSentences, howToRead, levelWords } from './words.ts';

/** How far the reviewers agree, over all questions and in each feature. */
export function agreementSection(result: PanelResult, isFull: boolean): Block[] {
  const { overall, features } = result.agreement;
  const head = section('agreement', phrase('panel', 'agreement'));
  const sentences = agreementSentences(result).join(' ');
  if (overall.percent === null) return [head, paragraph(sentences)];
  const all = { ...overall, title: phrase('panel', 'overall') };
  return [
    head,
    { kind: 'callout', runs: [plain(sentences)] },
    {
      kind: 'table',
      about: phrase('panel', 'agreement'),
      columns: [
        { title: phrase('panel', 'table-feature'), align: 'left', room: 36 },
        { title: phrase('panel', 'table-compared'), align: 'right', room: 12, spare: 1 },
        { title: phrase('panel', 'table-percent'), align: 'right', room: 12 },
        { title: phrase('panel', 'table-alpha'), align: 'right', room: 16 },
        { title: phrase('panel', 'table-interval'), align: 'right', room: 20, spare: 2 },
      ],
      rows: [all, ...features].map((agreement) => [
        words(agreement.title),
        words(String(agreement.compared)),
        words(percentWords(agreement)),
        words(alphaCell(agreement, isFull)),
        words(intervalWords(agreement)),
      ]),
    },
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
  const column = (key: 'spread' | 'percent' | 'alpha'): Column => ({
    title: phrase('panel', `table-${key}`),
    align: 'right',
    room: 11,
  });
  return [
    section('questions', phrase('panel', 'questions')),
    paragraph(phrase('panel', 'questions-about', { reviewers: panel.map(({ label }) => label).join(', ') })),
    {
      kind: 'table',
      about: phrase('panel', 'questions'),
      columns: [
        { title: phrase('panel', 'table-question'), align: 'left', room: 52 },
        { title: phrase('panel', 'table-levels'), align: 'left', room: 15 },
        column('spread'),
        column('percent'),
        column('alpha'),
      ],
      rows: agreement.questions.map((each) => [
        [{ text: questions.get(each.id)?.text ?? each.id, ...(discussed.has(each.id) && { to: each.id }) }],
        words(levelWords(each).join(' ')),
        words(each.spread === null ? '' : String(each.spread)),
        words(each.percent === null ? '' : percentWords(each)),
        words(each.alpha.ordinal === null ? '' : shownAlpha(each.alpha.ordinal)),
      ]),
    },
  ];
}
