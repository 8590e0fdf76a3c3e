import type { FlagAcross, LawsComparison, Lone } from '../../../core/compare/laws-result.ts';
import type { ComparedAssessment } from '../../../core/compare/result.ts';
import type { FeatureResult } from '../../../core/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { clauses, listed, sentence, withColon } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Block, Cell, Detail } from '../../document/blocks.ts';
import {
  type Blocks,
  blocksOf,
  heading,
  list,
  listOfLines,
  paragraph,
  section,
  strong,
  type Text,
  toned,
} from '../../document/build.ts';
import { type ColumnOf, left, right, tableOf } from '../../document/table.ts';
import type { CompareInput } from '../../reporter.ts';
import { severityRun } from '../../words/draft.ts';
import { questionRuns, textsOf } from '../../words/rubric.ts';
import { bandRun, barOf, capSentences, counted, shownScore } from '../../words/score.ts';
import { rangeOf } from '../gap-report/summary.ts';
import { answerSection } from './answers.ts';
import { indistinctSentences, isOpen, lettersOf, type RankedLaw, rankedLaws } from './ranking.ts';

/** What the sections of the comparison are made from. */
interface View {
  readonly laws: LawsComparison;
  readonly ranked: readonly RankedLaw[];
  readonly rubric: Rubric;
  readonly texts: ReadonlyMap<string, string>;
  readonly isBrief: boolean;
}

/** Several laws side by side: ranking, heat map, what no law has, what only one has; in full question by question too. */
export function lawsBlocks({ result, rubric }: CompareInput, detail: Detail): Blocks {
  const { laws } = result;
  if (!laws) return [];
  const isBrief = detail === 'brief';
  const view: View = { laws, ranked: rankedLaws(result, laws), rubric, texts: textsOf(rubric), isBrief };
  return [
    rankingSection(view),
    heatSection(view),
    criticalSection(view),
    nobodySection(view),
    onlySection(view),
    flagSection(view),
    !isBrief && answerSection(laws, view.ranked, rubric),
  ];
}

function rankingSection({ laws, ranked, rubric, isBrief }: View): Block[] {
  const title = phrase('compare', 'ranking');
  const caps = ranked.flatMap(({ letter, assessment }) =>
    capSentences(rubric, assessment).map((text) => [`${letter}${phrase('values', 'label-separator')}`, toned(text, 'bad')]),
  );
  return section('ranking', title, [
    tableOf(title, rankingColumns(ranked, rubric, isBrief), ranked),
    indistinctSentences(ranked, laws).map((sentence) => paragraph({ ...strong(sentence), tone: 'fair' })),
    list(caps),
    paragraph(phrase('compare', 'ranking-limits'), isBrief ? 'note' : undefined),
    { kind: 'band-key' },
  ]);
}

function rankingColumns(ranked: readonly RankedLaw[], rubric: Rubric, isBrief: boolean): (ColumnOf<RankedLaw> | false)[] {
  const of =
    (get: (assessment: ComparedAssessment) => Text) =>
    ({ assessment }: RankedLaw): Text =>
      get(assessment);
  const bar = ({ assessment, name }: RankedLaw) => assessment.applicable > 0 && barOf(assessment, name);
  const someOpen = ranked.some(({ assessment }) => isOpen(assessment));
  return [
    left(phrase('compare', 'place'), 9, ({ place }) => place),
    left(phrase('compare', 'law'), 27, ({ letter, name }) => `${letter}. ${name}`, { namesRow: true }),
    !isBrief &&
      left(
        phrase('report', 'fact-jurisdiction'),
        16,
        of(({ draft }) => draft.jurisdiction),
      ),
    !isBrief && left(phrase('compare', 'chart'), 20, bar, { drawn: true }),
    right(
      phrase('compare', 'score'),
      9,
      of(({ score }) => shownScore(score, rubric)),
    ),
    someOpen && left(phrase('compare', 'range'), 11, of(rangeOf)),
    left(
      phrase('compare', 'band'),
      17,
      of(({ band }) => bandRun(rubric, band)),
    ),
    !isBrief &&
      right(
        phrase('compare', 'flags'),
        9,
        of(({ flags }) => flags.length),
      ),
  ];
}

function heatSection({ laws, ranked, rubric, isBrief }: View): Block[] {
  type Row = LawsComparison['features'][number];
  const title = phrase('compare', 'heat');
  const law = ({ index, letter, assessment }: RankedLaw) =>
    right<Row>(letter, 14, ({ id, best }): Exclude<Cell, readonly unknown[]> => {
      const found = assessment.features.find((feature) => feature.id === id);
      const mark = `${best.includes(index) ? '*' : ''}${found && isOpen(found) ? '~' : ''}`;
      return { kind: 'shade', figure: heatFigure(found, rubric), band: found?.band ?? null, mark };
    });
  const columns = [
    left<Row>(phrase('report', 'table-feature'), 26, (feature) => feature.title),
    ...ranked.map(law),
    left<Row>(phrase('compare', 'best'), 8, ({ best }) => lettersOf(ranked, best) || phrase('compare', 'no-place')),
  ];
  return section('heat', title, [
    tableOf(title, columns, laws.features),
    { kind: 'band-key', shades: true, note: heatMarks(ranked) },
    !isBrief && list(ranked.map(({ letter, name }) => withColon(letter, name))),
  ]);
}

/** What the signs after the numbers of the heat map mean; only of those that it has. */
function heatMarks(ranked: readonly RankedLaw[]): string {
  const features = ranked.flatMap(({ assessment }) => assessment.features);
  const marks = [
    phrase('compare', 'heat-best'),
    features.some(isOpen) && phrase('compare', 'heat-open'),
    features.some(({ score }) => score === null) && phrase('compare', 'heat-none'),
  ];
  return sentence(clauses(marks));
}

/** A feature's score without decimals, or with some if rounding would reach a band that it does not. */
function heatFigure(feature: FeatureResult | undefined, rubric: Rubric): string {
  if (!feature || feature.applicable === 0) return phrase('compare', 'standing-not-applicable');
  return feature.score === null ? phrase('compare', 'no-place') : shownScore(feature.score, rubric, 0);
}

function criticalSection({ laws: { critical }, ranked, texts, isBrief }: View): Block[] {
  const items = critical.map(({ question, atZero, blank }): Text => {
    const parts = [
      atZero.length > 0 && phrase('compare', 'critical-at-zero', { names: lettersOf(ranked, atZero) }),
      blank.length > 0 && phrase('compare', 'critical-blank', { names: lettersOf(ranked, blank) }),
    ].filter(Boolean);
    return isBrief
      ? `${question}  ${clauses(parts)}`
      : [questionRuns(question, texts), `${phrase('values', 'label-separator')}${clauses(parts)}`];
  });
  const none = paragraph(phrase('compare', 'critical-none'));
  return section('critical', phrase('compare', 'critical'), critical.length === 0 ? none : list(items));
}

/** The title of a list within a section: a heading, but on a screen only a line. */
function part(title: string, { isBrief }: View): Block {
  return isBrief ? paragraph(`${title}${phrase('values', 'label-separator')}`.trimEnd()) : heading(3, title);
}

function questionList(ids: readonly string[], { texts }: View): Block {
  return list(ids.map((id) => questionRuns(id, texts)));
}

function nobodySection(view: View): Block[] {
  const { anything, full } = view.laws.nobody;
  const { isBrief } = view;
  const lowest = isBrief ? briefQuestions(anything, view) : questionList(anything, view);
  const n = full.length;
  const incomplete = isBrief
    ? paragraph(phrase('compare', 'nobody-full-count', { n }))
    : [part(phrase('compare', 'nobody-full', { n }), view), questionList(full, view)];
  return section('nobody', phrase('compare', 'nobody'), [
    anything.length === 0
      ? paragraph(phrase('compare', 'nobody-anything-none'))
      : [part(phrase('compare', 'nobody-anything'), view), lowest],
    n === 0 ? paragraph(phrase('compare', 'nobody-full-none')) : incomplete,
  ]);
}

function briefQuestions(ids: readonly string[], { laws, texts }: View): Block {
  const critical = new Set(laws.questions.filter((question) => question.critical).map(({ id }) => id));
  const name = (id: string): string => (critical.has(id) ? listed([id, phrase('report', 'critical')]) : id);
  return listOfLines(ids.map((id) => [name(id), toned(texts.get(id) ?? '', 'dim')]));
}

function onlySection(view: View): Block[] {
  const { laws, ranked, isBrief } = view;
  const partsOf = (kind: 'anything' | 'full', lone: readonly Lone[]): Blocks =>
    ranked.map(({ index, letter, name }) => {
      const ids = lone.filter(({ assessment }) => assessment === index).map(({ question }) => question);
      const title = part(phrase('compare', `only-${kind}`, { name: isBrief ? letter : `${letter} (${name})` }), view);
      return ids.length > 0 && [title, isBrief ? list([listed(ids)]) : questionList(ids, view)];
    });
  const parts = blocksOf([partsOf('anything', laws.only.anything), partsOf('full', laws.only.full)]);
  const blank = laws.questions.filter(({ standings }) => standings.some(({ state }) => state === 'unanswered')).length;
  return section('only', phrase('compare', 'only'), [
    parts.length > 0 ? parts : paragraph(phrase('compare', 'only-none')),
    counted('compare', { 'blank-note': blank }).map((note) => paragraph(note, 'note')),
  ]);
}

function flagSection({ laws: { flags }, ranked, texts, isBrief }: View): Block[] {
  if (flags.length === 0) return [];
  const title = phrase('compare', 'flags');
  const found = flags.filter(({ standings }) => standings.includes('present'));
  const unlooked = ranked.filter(({ assessment }) => assessment.flagsChecked < flags.length).map(({ index }) => index);
  const having = ({ standings }: FlagAcross): string => {
    const indexes = standings.flatMap((standing, index) => (standing === 'present' ? [index] : []));
    return lettersOf(ranked, indexes);
  };
  const lines = found.map((flag) => [severityRun(flag.severity), `  ${flag.id}  ${having(flag)}`]);
  const columns = [
    left<FlagAcross>(phrase('compare', 'flag'), 70, ({ id }) => questionRuns(id, texts)),
    left<FlagAcross>(phrase('compare', 'severity'), 15, ({ severity }) => severityRun(severity)),
    left<FlagAcross>(phrase('compare', 'law'), 15, having),
  ];
  const shown = isBrief ? list(lines) : tableOf(title, columns, found);
  return section('flags', title, [
    found.length > 0 ? shown : paragraph(phrase('compare', 'flags-none-laws')),
    unlooked.length > 0 && paragraph(phrase('compare', 'flags-open', { names: lettersOf(ranked, unlooked) }), 'note'),
  ]);
}
