import type { LawsComparison, QuestionAcross, StandingAcross } from '../../../core/compare/laws-result.ts';
import type { Mark, Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Block, Table } from '../../document/blocks.ts';
import { blocksOf, paragraph, section, type Text } from '../../document/build.ts';
import { left, right, tableOf } from '../../document/table.ts';
import { markFact } from '../../words/marks.ts';
import { questionRuns, questionsOf, textsOf } from '../../words/rubric.ts';
import { standingWord } from '../compare/phrases.ts';
import type { RankedLaw } from './ranking.ts';

/** A question; or one of its marks, in a row below it. */
interface Row {
  readonly question: QuestionAcross;
  readonly marks: readonly Mark[];
  readonly mark?: Mark;
}

/** All answers, by feature, with the marks that each law has. */
export function answerSection(laws: LawsComparison, ranked: readonly RankedLaw[], rubric: Rubric): Block[] {
  const marked = questionsOf(rubric);
  const rowsOf = (question: QuestionAcross): Row[] => {
    const isTicked = question.standings.some((standing) => ticksOf(standing));
    const marks = isTicked ? (marked.get(question.id)?.marks ?? []) : [];
    return [{ question, marks }, ...marks.map((mark) => ({ question, marks, mark }))];
  };
  const rows = laws.questions.flatMap(rowsOf);
  const features = rubric.features.map(({ id, title }): Block => {
    const ofFeature = rows.filter(({ question }) => question.feature === id);
    const blocks = blocksOf(answerTable(title, ofFeature, ranked, textsOf(rubric)));
    return { kind: 'details', summary: title, titled: 'heading', blocks };
  });
  const about = rows.some(({ mark }) => mark) && paragraph(phrase('compare', 'marks-in-laws'));
  return section('answers', phrase('compare', 'answers'), [about, features]);
}

function answerTable(
  about: string,
  rows: readonly Row[],
  ranked: readonly RankedLaw[],
  texts: ReadonlyMap<string, string>,
): Table {
  const law = ({ index, letter }: RankedLaw) =>
    right<Row>(letter, 10, (row) => {
      const standing = row.question.standings[index];
      return standing && (row.mark ? tickWord(standing, row.mark) : levelWords(standing, row.marks.length));
    });
  const columns = [
    left<Row>(phrase('compare', 'question'), 60, ({ question, mark }) =>
      mark ? markFact(mark.text) : questionRuns(question.id, texts, question.critical),
    ),
    ...ranked.map(law),
    right<Row>(phrase('compare', 'top'), 8, ({ question, mark }) => !mark && question.top),
  ];
  const depths = rows.map(({ mark }) => (mark ? 1 : 0));
  return { ...tableOf(about, columns, rows), ...(depths.includes(1) && { depths }) };
}

/** The ticked marks of a question that has a level; undefined if its marks were not ticked. */
function ticksOf({ state, marks }: StandingAcross): readonly string[] | undefined {
  return state === 'scored' ? marks : undefined;
}

/** A level, with the number of ticked marks if there are any to tick: `2 (3/5)`. */
function levelWords(standing: StandingAcross, n: number): string {
  const ticked = ticksOf(standing);
  const level = standingWord(standing);
  return ticked && n > 0 ? phrase('compare', 'standing-marks', { level, ticked: ticked.length, n }) : level;
}

function tickWord(standing: StandingAcross, { id }: Mark): Text {
  const ticked = ticksOf(standing);
  return ticked && phrase('compare', ticked.includes(id) ? 'mark-ticked' : 'mark-missing');
}
