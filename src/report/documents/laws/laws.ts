import type { FlagAcross, LawsComparison, QuestionAcross } from '../../../core/compare/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Block, Cell, Detail, Heading, Runs } from '../../document/blocks.ts';
import { list, listOf, paragraph, plain, section, strong, words } from '../../document/build.ts';
import { type ColumnOf, left, right, tableOf } from '../../document/table.ts';
import type { CompareInput } from '../../reporter.ts';
import { bandRun, barOf, capSentences, questionRuns, severityRun, shownScore, textsOf } from '../../words/phrases.ts';
import { standingWord } from '../compare/phrases.ts';
import {
  blankCount,
  heatFigure,
  heatMarks,
  indistinctSentences,
  isOpen,
  lettersOf,
  loneByLaw,
  type RankedLaw,
  rangeWords,
  rankedLaws,
} from './phrases.ts';

/** What the sections of the comparison are made from. */
interface View {
  readonly laws: LawsComparison;
  readonly ranked: readonly RankedLaw[];
  readonly rubric: Rubric;
  readonly texts: ReadonlyMap<string, string>;
  readonly isBrief: boolean;
}

/** Several laws side by side: ranking, heat map, what none has, what only one has; in full question by question too. */
export function lawsBlocks({ result, rubric }: CompareInput, detail: Detail): Block[] {
  const { laws } = result;
  if (!laws) return [];
  const isBrief = detail === 'brief';
  const view: View = { laws, ranked: rankedLaws(result, laws), rubric, texts: textsOf(rubric), isBrief };
  return [
    ...rankingSection(view),
    ...heatSection(view),
    ...criticalSection(view),
    ...nobodySection(view),
    ...onlySection(view),
    ...flagSection(view),
    ...(isBrief ? [] : answerSection(view)),
  ];
}

function rankingSection({ laws, ranked, rubric, isBrief }: View): Block[] {
  const title = phrase('compare', 'ranking');
  const caps = ranked.flatMap(({ letter, assessment }) =>
    capSentences(rubric, assessment).map((text): Runs[] => [[plain(`${letter}: `), { text, tone: 'bad' }]]),
  );
  return [
    section('ranking', title),
    tableOf(title, rankingColumns(ranked, rubric, isBrief), ranked),
    ...indistinctSentences(ranked, laws).map((sentence) => paragraph([{ ...strong(sentence), tone: 'fair' }])),
    ...(caps.length > 0 ? [list(caps)] : []),
    paragraph(phrase('compare', 'ranking-limits'), isBrief ? 'note' : undefined),
    { kind: 'band-key' },
  ];
}

function rankingColumns(ranked: readonly RankedLaw[], rubric: Rubric, isBrief: boolean): ColumnOf<RankedLaw>[] {
  const inFull = (column: ColumnOf<RankedLaw>): ColumnOf<RankedLaw>[] => (isBrief ? [] : [column]);
  const range = left<RankedLaw>(phrase('compare', 'range'), 11, ({ assessment }) => words(rangeWords(assessment)));
  const chart = left<RankedLaw>(phrase('compare', 'chart'), 20, ({ assessment, name }) =>
    assessment.applicable > 0 ? barOf(assessment, name) : [],
  );
  return [
    left(phrase('compare', 'place'), 9, ({ place }) => words(place)),
    { ...left(phrase('compare', 'law'), 27, ({ letter, name }) => words(`${letter}. ${name}`)), namesRow: true },
    ...inFull(left(phrase('report', 'fact-jurisdiction'), 16, ({ assessment }) => words(assessment.draft.jurisdiction ?? ''))),
    ...inFull({ ...chart, drawn: true }),
    right(phrase('compare', 'score'), 9, ({ assessment }) => words(shownScore(assessment.score, rubric))),
    ...(ranked.some(({ assessment }) => isOpen(assessment)) ? [range] : []),
    left(phrase('compare', 'band'), 17, ({ assessment }) => [bandRun(rubric, assessment.band)]),
    ...inFull(right(phrase('compare', 'flags'), 9, ({ assessment }) => words(String(assessment.flags.length)))),
  ];
}

function heatSection({ laws, ranked, rubric, isBrief }: View): Block[] {
  type Row = LawsComparison['features'][number];
  const title = phrase('compare', 'heat');
  const columns = [
    left<Row>(phrase('report', 'table-feature'), 26, (feature) => words(feature.title)),
    ...ranked.map(({ index, letter, assessment }) =>
      right<Row>(letter, 14, ({ id, best }): Cell => {
        const found = assessment.features.find((feature) => feature.id === id);
        const mark = `${best.includes(index) ? '*' : ''}${found && isOpen(found) ? '~' : ''}`;
        return { kind: 'shade', figure: heatFigure(found, rubric), band: found?.band ?? null, mark };
      }),
    ),
    left<Row>(phrase('compare', 'best'), 8, ({ best }) => words(lettersOf(ranked, best) || phrase('compare', 'no-place'))),
  ];
  return [
    section('heat', title),
    tableOf(title, columns, laws.features),
    { kind: 'band-key', shades: true, note: heatMarks(ranked) },
    ...(isBrief ? [] : [listOf(ranked.map(({ letter, name }) => `${letter}: ${name}`))]),
  ];
}

function criticalSection({ laws: { critical }, ranked, texts, isBrief }: View): Block[] {
  const head = section('critical', phrase('compare', 'critical'));
  if (critical.length === 0) return [head, paragraph(phrase('compare', 'critical-none'))];
  const items = critical.map(({ question, atZero, blank }): Runs[] => {
    const parts = [
      ...(atZero.length > 0 ? [phrase('compare', 'critical-at-zero', { names: lettersOf(ranked, atZero) })] : []),
      ...(blank.length > 0 ? [phrase('compare', 'critical-blank', { names: lettersOf(ranked, blank) })] : []),
    ].join('; ');
    return [isBrief ? [plain(`${question}  ${parts}`)] : [...questionRuns(question, texts), plain(`: ${parts}`)]];
  });
  return [head, list(items)];
}

/** A part of a section with what it lists: an entry of its own, but on a screen only a line. */
function part(title: string, { isBrief }: View): Block {
  return isBrief ? paragraph(`${title}:`) : ({ kind: 'heading', level: 3, text: title } satisfies Heading);
}

function questionList(ids: readonly string[], { texts }: View): Block {
  return list(ids.map((id) => [questionRuns(id, texts)]));
}

function nobodySection(view: View): Block[] {
  const { anything, full } = view.laws.nobody;
  const none = (key: 'nobody-anything-none' | 'nobody-full-none'): Block[] => [paragraph(phrase('compare', key))];
  const lowest = view.isBrief ? briefQuestions(anything, view) : questionList(anything, view);
  const inFull = (n: number): Block[] =>
    view.isBrief
      ? [paragraph(phrase('compare', 'nobody-full-count', { n }))]
      : [part(phrase('compare', 'nobody-full', { n }), view), questionList(full, view)];
  return [
    section('nobody', phrase('compare', 'nobody')),
    ...(anything.length === 0 ? none('nobody-anything-none') : [part(phrase('compare', 'nobody-anything'), view), lowest]),
    ...(full.length === 0 ? none('nobody-full-none') : inFull(full.length)),
  ];
}

function briefQuestions(ids: readonly string[], { laws, texts }: View): Block {
  const critical = new Set(laws.questions.filter((question) => question.critical).map(({ id }) => id));
  return list(
    ids.map((id) => [
      [plain(critical.has(id) ? `${id}, ${phrase('report', 'critical')}` : id)],
      [{ text: texts.get(id) ?? '', tone: 'dim' }],
    ]),
  );
}

function onlySection(view: View): Block[] {
  const { laws, ranked, isBrief } = view;
  const parts = (['anything', 'full'] as const).flatMap((kind) =>
    loneByLaw(ranked, laws.only[kind]).flatMap(({ law: { letter, name }, questions }) => [
      part(phrase('compare', `only-${kind}`, { name: isBrief ? letter : `${letter} (${name})` }), view),
      isBrief ? listOf([questions.join(', ')]) : questionList(questions, view),
    ]),
  );
  const blank = blankCount(laws);
  return [
    section('only', phrase('compare', 'only')),
    ...(parts.length > 0 ? parts : [paragraph(phrase('compare', 'only-none'))]),
    ...(blank > 0 ? [paragraph(phrase('compare', 'blank-note', { n: blank }), 'note')] : []),
  ];
}

function flagSection({ laws, ranked, texts, isBrief }: View): Block[] {
  const { flags } = laws;
  if (flags.length === 0) return [];
  const title = phrase('compare', 'flags');
  const found = flags.filter(({ standings }) => standings.includes('present'));
  const unlooked = ranked.filter(({ assessment }) => assessment.flagsChecked < flags.length).map(({ index }) => index);
  const having = ({ standings }: FlagAcross): string =>
    lettersOf(
      ranked,
      standings.flatMap((standing, index) => (standing === 'present' ? [index] : [])),
    );
  const lines = found.map((flag): Runs[] => [[severityRun(flag.severity), plain(`  ${flag.id}  ${having(flag)}`)]]);
  const columns: ColumnOf<FlagAcross>[] = [
    left(phrase('compare', 'flag'), 70, ({ id }) => questionRuns(id, texts)),
    left(phrase('compare', 'severity'), 15, ({ severity }) => [severityRun(severity)]),
    left(phrase('compare', 'law'), 15, (flag) => words(having(flag))),
  ];
  const shown = isBrief ? list(lines) : tableOf(title, columns, found);
  return [
    section('flags', title),
    found.length > 0 ? shown : paragraph(phrase('compare', 'flags-none-laws')),
    ...(unlooked.length > 0 ? [paragraph(phrase('compare', 'flags-open', { names: lettersOf(ranked, unlooked) }), 'note')] : []),
  ];
}

/** All answers, by feature. */
function answerSection({ laws, ranked, rubric, texts }: View): Block[] {
  const columns: ColumnOf<QuestionAcross>[] = [
    left(phrase('compare', 'question'), 60, ({ id, critical }) => questionRuns(id, texts, critical)),
    ...ranked.map(({ index, letter }) =>
      right<QuestionAcross>(letter, 10, ({ standings }) => {
        const standing = standings[index];
        return words(standing ? standingWord(standing) : '');
      }),
    ),
    right(phrase('compare', 'top'), 8, ({ top }) => words(String(top))),
  ];
  const features = rubric.features.flatMap(({ id, title }): Block[] => {
    const rows = laws.questions.filter(({ feature }) => feature === id);
    return rows.length === 0
      ? []
      : [{ kind: 'details', summary: title, titled: 'heading', blocks: [tableOf(title, columns, rows)] }];
  });
  return [section('answers', phrase('compare', 'answers')), ...features];
}
