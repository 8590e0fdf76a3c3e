import type { Leaning, PanelResult, ReviewerResult, SettledCounts } from '../../../core/panel/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { after, inSentences, listed } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { withDecimalSign } from '../../../text/language.ts';
import { showRange } from '../../../text/number.ts';
import type { Block, Detail, Document } from '../../document/blocks.ts';
import { type Blocks, heading, paragraph, section, strong } from '../../document/build.ts';
import { type ColumnOf, left, right, tableOf } from '../../document/table.ts';
import { conventionBlocks, documentOf, noticeOf } from '../../words/rubric.ts';
import { bandRun, barOf, shownScore } from '../../words/score.ts';
import { agreementSection, questionSection } from './agreement.ts';
import { discussSection, flagSection, stepSection } from './discussion.ts';
import { type PanelInput, warningSentence } from './words.ts';

/** Several reviewers of one draft: who answered what, how far they agree, and what to discuss first. */
export function panelDocument({ result, rubric }: PanelInput, detail: Detail): Document {
  const isFull = detail === 'full';
  const { draft, settled } = result;
  const { version, notice } = rubric;
  const title = phrase('panel', 'title', { title: draft.title ?? phrase('panel', 'untitled') });
  const limits = phrase('panel', 'method-limits');
  const made = { title: rubric.title, version, digest: result.rubric.digest, tool: result.tool.version };
  return documentOf(rubric, title, {
    ...(draft.title !== undefined && { subject: draft.title }),
    blocks: [
      heading(1, title),
      headBlocks(result, isFull),
      isFull && noticeOf(rubric),
      whoSection(result, rubric, isFull),
      agreementSection(result, isFull),
      discussSection(result, rubric, isFull),
      flagSection(result, rubric, isFull),
      stepSection(result, rubric, isFull),
      isFull && questionSection(result, rubric),
      section('settled', phrase('panel', 'settled'), settled && paragraph(inSentences(settledSentences(settled)))),
      isFull &&
        section('method', phrase('panel', 'method'), [
          paragraph(limits),
          conventionBlocks(rubric),
          paragraph(phrase('panel', 'method-sources')),
        ]),
    ],
    closing: isFull ? [paragraph(phrase('panel', 'made-by', made)), noticeOf(rubric)] : paragraph(`${limits} ${notice}`, 'foot'),
  });
}

function settledSentences({ openMarks = 0, ...settled }: SettledCounts): string[] {
  const sentence = phrase('panel', 'settled-sentence', settled);
  return openMarks === 0 ? [sentence] : [sentence, phrase('panel', 'settled-marks', { n: openMarks })];
}

/** What is known of the draft, how many reviewed it, and what is unexpected about the files. */
function headBlocks({ draft, reviewers, warnings }: PanelResult, isFull: boolean): Blocks {
  const facts = [draft.jurisdiction, draft.version, draft.date, phrase('panel', 'size', { n: reviewers })];
  return [
    paragraph(facts.filter((fact) => fact !== undefined).join(' · '), isFull ? 'note' : undefined),
    warnings.map((warning) =>
      paragraph([strong(phrase('panel', 'forced')), after(phrase('panel', 'forced'), warningSentence(warning))], 'warning'),
    ),
  ];
}

/** How many answers each reviewer gave, the score of these answers, and how severe or lenient each reviewer is. */
function whoSection({ panel, reviewers }: PanelResult, rubric: Rubric, isFull: boolean): Block[] {
  const title = phrase('panel', 'who');
  const about = [phrase('panel', 'who-about'), phrase('panel', 'leaning-about')];
  if (reviewers === 2) about.push(phrase('panel', 'leaning-two'));
  return section('who', title, [tableOf(title, whoColumns(rubric, isFull), panel), paragraph(inSentences(about), 'note')]);
}

function whoColumns(rubric: Rubric, isFull: boolean): (ColumnOf<ReviewerResult> | false)[] {
  type Count = 'answered' | 'notApplicable' | 'unanswered' | 'flagsChecked' | 'guidingAnswered';
  // Word breaks a title that is wider than its column.
  const count = (title: string, key: Count): ColumnOf<ReviewerResult> =>
    right(title, 4 + 2 * title.length, (reviewer) => reviewer[key]);
  return [
    left(phrase('panel', 'table-reviewer'), 22, ({ label, organisation }) => listed([label, isFull && organisation])),
    count(phrase('panel', 'table-answered'), 'answered'),
    count(phrase('panel', 'table-aside'), 'notApplicable'),
    count(phrase('panel', 'table-open'), 'unanswered'),
    count(phrase('panel', 'table-flags'), 'flagsChecked'),
    count(phrase('panel', 'table-steps'), 'guidingAnswered'),
    right(phrase('panel', 'table-score'), 14, ({ score, low, high }) =>
      score === null ? showRange(low, high) : shownScore(score, rubric),
    ),
    isFull && left(phrase('panel', 'table-range'), 20, (reviewer) => barOf(reviewer, reviewer.label), { drawn: true }),
    isFull && left(phrase('panel', 'table-band'), 16, ({ band }) => bandRun(rubric, band)),
    left(phrase('panel', 'table-leaning'), 22, ({ leaning }) => leaningWords(leaning)),
  ];
}

/** How a reviewer leans, in a word and in levels. */
function leaningWords({ word, levels }: Leaning): string {
  if (word === null || levels === null) return phrase('panel', 'leaning-none');
  const rounded = withDecimalSign(levels.toFixed(2).replace(/^-(0\.00)$/, '$1'));
  return phrase('panel', `leaning-${word}`, { levels: levels > 0 ? `+${rounded}` : rounded });
}
