import type { EvidenceDelta, FlagDelta, Piece, QuestionDelta, StepDelta } from '../../../core/compare/result.ts';
import { aside, inSentences, listed } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Block, Table, TextRun } from '../../document/blocks.ts';
import {
  type Blocks,
  code,
  heading,
  inBrackets,
  listOfLines,
  paragraph,
  runsOf,
  section,
  strong,
  type Text,
  toned,
} from '../../document/build.ts';
import { left, right, tableOf } from '../../document/table.ts';
import { severityRun } from '../../words/draft.ts';
import { pieceRuns } from '../../words/evidence.ts';
import { guidingTexts, questionRuns, textsOf } from '../../words/rubric.ts';
import { markLines, unmovedBlocks, unmovedMarks } from './marks.ts';
import { briefVerdict, featureTable, fullVerdict, type View } from './overview.ts';
import {
  evidenceChanges,
  flagsSentence,
  leftWarning,
  levelWords,
  lowDiffers,
  type MoveGroup,
  moveGroups,
  newsworthy,
  reasonOf,
  showChange,
} from './phrases.ts';

/** Reasons that a screen shows of answers that got better; of the others it shows all. */
const reasonsShown = 5;

/** A comparison of two versions: everything that changed, with its reason; on a screen the most important of it. */
export function comparisonBlocks(view: View): Blocks {
  const { comparison, isBrief, isWhole } = view;
  const note = paragraph(inSentences([phrase('compare', 'points-about'), phrase('compare', 'points-counted')]));
  const table = isBrief ? featureTable(view) : part(view, 'features', phrase('compare', 'features'), [featureTable(view), note]);
  return [
    isBrief ? briefVerdict(view) : fullVerdict(view),
    isWhole && table,
    moveGroups(comparison).map((group, index) => groupBlocks(group, index, view)),
    markBlocks(view),
    flagBlocks(view),
    stepBlocks(view),
    isWhole && evidenceBlocks(view),
  ];
}

/** A part with its heading; nothing if it has no content. An entry has no anchor: each comparison has parts of the same names. */
function part({ isOnly }: View, id: string, title: string, content: Blocks): Block[] {
  const [, ...blocks] = section(id, title, content);
  return blocks.length === 0 ? [] : [isOnly ? heading(2, title, id) : heading(3, title), ...blocks];
}

/** Answers that changed in the same way. */
function groupBlocks(group: MoveGroup, index: number, view: View): Blocks {
  const { comparison, isBrief } = view;
  const title = phrase('compare', `group-${group.key}`);
  const about = isBrief && lowDiffers(comparison) && index === 0 ? aside(phrase('compare', 'points-both')) : '';
  const warning = leftWarning(group);
  return part(view, `moved-${group.key}`, title + about, [
    warning && paragraph({ ...strong(warning), tone: 'bad' }),
    isBrief ? moveList(group, view) : moveTable(title, group, view),
  ]);
}

/** The marks that changed although the level did not. */
function markBlocks(view: View): Block[] {
  const title = phrase('compare', 'marks-unmoved');
  return part(view, 'marks', title, view.isWhole && unmovedBlocks(title, unmovedMarks(view), view));
}

function moveTable(about: string, { moves }: MoveGroup, { comparison, rubric }: View): Table {
  const texts = textsOf(rubric);
  const deltas = new Map(comparison.marks.map((delta) => [delta.question, delta]));
  const lines = ({ id }: QuestionDelta) =>
    markLines(deltas.get(id), rubric, true)
      .map(runsOf)
      .filter((runs) => runs.length > 0);
  const columns = [
    left<QuestionDelta>(phrase('compare', 'question'), 36, ({ id, critical }) => questionRuns(id, texts, critical)),
    left<QuestionDelta>(phrase('compare', 'level'), 13, levelWords),
    right<QuestionDelta>(phrase('compare', 'points'), 9, ({ points }) => showChange(points.score)),
    lowDiffers(comparison) && right<QuestionDelta>(phrase('compare', 'points-low'), 9, ({ points }) => showChange(points.low)),
    left<QuestionDelta>(phrase('compare', 'gap'), 12, ({ gap }) => gap && phrase('compare', `gap-${gap}`)),
    moves.some(({ id }) => deltas.has(id)) &&
      left<QuestionDelta>(phrase('compare', 'marks'), 28, (move) => ({ kind: 'lines', lines: lines(move) })),
    left<QuestionDelta>(phrase('compare', 'reason'), 31, reasonOf),
  ];
  return tableOf(about, columns, moves);
}

function moveList({ key, moves }: MoveGroup, { comparison, rubric, isWhole }: View): Blocks {
  const deltas = new Map(comparison.marks.map((delta) => [delta.question, delta]));
  const withLow = lowDiffers(comparison);
  const items = moves.map((move, index) => {
    const reason = reasonOf(move);
    const next = moves[index + 1];
    const isShown = key === 'left' || (isWhole && (key !== 'better' || index < reasonsShown));
    // A reason that several answers share, such as that of a whole feature, is printed once, below the last of them.
    const isRepeated = next !== undefined && reasonOf(next) === reason;
    const marks = isWhole ? markLines(deltas.get(move.id), rubric) : [];
    return [moveRuns(move, key, withLow), ...marks, isShown && !isRepeated && toned(reason, 'dim')];
  });
  const isCut = isWhole && key === 'better' && moves.length > reasonsShown;
  return [listOfLines(items), isCut && paragraph(phrase('compare', 'reasons-more'), 'note')];
}

function moveRuns(move: QuestionDelta, key: MoveGroup['key'], withLow: boolean): Text {
  const { id, points, critical, gap, change } = move;
  const figures = withLow ? [points.score, points.low] : [points.score ?? points.low];
  const marks = [
    levelWords(move),
    (gap === 'closed' || gap === 'opened') && phrase('compare', `gap-${gap}`),
    (change === 'set-aside' || change === 'taken-up') && phrase('compare', `change-${change}`),
    critical && phrase('report', 'critical'),
  ];
  const tone = key === 'better' || key === 'answered' ? 'good' : key === 'entered' ? 'fair' : 'bad';
  const shown = figures.map((figure) => showChange(figure).padStart(6)).join(' ');
  return [toned(shown, tone), `  ${id}  ${listed(marks.filter(Boolean))}`];
}

function flagBlocks(view: View): Blocks {
  const { comparison, result, rubric, isBrief } = view;
  if (rubric.flags.length === 0) return [];
  const title = phrase('compare', 'flags');
  const moves = newsworthy(comparison.flags);
  const content = isBrief ? flagLines(moves, view) : flagTable(title, moves, view);
  return part(view, 'flags', title, moves.length === 0 ? paragraph(flagsSentence(result, comparison)) : content);
}

function flagTable(about: string, moves: readonly FlagDelta[], { rubric }: View): Table {
  const texts = textsOf(rubric);
  const columns = [
    left<FlagDelta>(phrase('compare', 'flag'), 45, ({ id }) => questionRuns(id, texts)),
    left<FlagDelta>(phrase('compare', 'severity'), 10, ({ severity }) => phrase('report', `severity-${severity}`)),
    left<FlagDelta>(phrase('compare', 'change'), 13, (move) => [
      flagChange(move),
      move.points.score ? ` (${showChange(move.points.score)})` : '',
    ]),
    left<FlagDelta>(phrase('compare', 'reason'), 32, ({ rationale }) => rationale),
  ];
  return tableOf(about, columns, moves);
}

function flagLines(moves: readonly FlagDelta[], { rubric }: View): Blocks {
  const texts = textsOf(rubric);
  return moves.map((move) => {
    const { id, severity, change, points, rationale } = move;
    const figure = points.score ? ` ${showChange(points.score)}  ` : '  ';
    const why = change === 'new' ? (rationale ?? texts.get(id) ?? '') : '';
    return [
      paragraph([flagChange(move), figure, severityRun(severity), '  ', strong(id)]),
      paragraph(why && toned(why, 'dim'), 'detail'),
    ];
  });
}

function flagChange({ change }: FlagDelta): TextRun {
  return toned(phrase('compare', `flag-${change}`), change === 'gone' ? 'good' : 'bad');
}

/** The coverage of the steps; on a screen only of those that changed. */
function stepBlocks(view: View): Blocks {
  const { isBrief, comparison } = view;
  const { steps } = comparison;
  const title = phrase('compare', 'steps');
  const about = `${title}${aside(phrase('report', 'steps-note'))}`;
  const moved = steps.filter(({ coverage, questions }) => coverage.change !== 0 || questions.length > 0);
  if (isBrief && moved.length === 0) {
    const isAnswered = steps.some(({ coverage }) => (coverage.after ?? 0) > 0);
    return part(view, 'steps', title, isAnswered && paragraph(phrase('compare', 'steps-same')));
  }
  const coverage = (side: 'before' | 'after') =>
    right<StepDelta>(phrase('compare', side), 15, (step) => {
      const value = step.coverage[side];
      return value === null ? phrase('compare', 'nothing') : `${value.toFixed(0)} %`;
    });
  const columns = [left<StepDelta>(phrase('compare', 'step'), 70, (step) => step.title), coverage('before'), coverage('after')];
  if (isBrief) return part(view, 'steps', about, tableOf(about, columns, moved));
  const intro = paragraph(phrase('report', 'steps-about'), 'about');
  return part(view, 'steps', about, steps.length > 0 && [intro, tableOf(about, columns, steps), stepAnswers(view)]);
}

/** The guiding questions whose answers changed. */
function stepAnswers({ comparison, rubric }: View): Table {
  type Answer = StepDelta['questions'][number];
  const texts = guidingTexts(rubric);
  const answer = (side: 'before' | 'after') =>
    left<Answer>(phrase('compare', side), 17, (each) => phrase('report', `status-${each[side] ?? 'open'}`));
  const columns = [
    left<Answer>(phrase('compare', 'guiding'), 66, ({ id }) => questionRuns(id, texts)),
    answer('before'),
    answer('after'),
  ];
  return tableOf(
    phrase('compare', 'guiding'),
    columns,
    comparison.steps.flatMap(({ questions }) => questions),
  );
}

function evidenceBlocks(view: View): Blocks {
  const { comparison, isBrief } = view;
  const { moves } = comparison.evidence;
  const sentences = evidenceChanges(comparison);
  if (sentences.length === 0) return [];
  const more = isBrief && moves.length > 0 ? [phrase('compare', 'evidence-more')] : [];
  const title = phrase('compare', 'evidence');
  const columns = [
    left<EvidenceDelta>(phrase('compare', 'evidence-for'), 22, ({ id }) => code(id)),
    left<EvidenceDelta>(phrase('compare', 'change'), 12, ({ change }) => phrase('compare', `evidence-${change}`)),
    left<EvidenceDelta>(phrase('compare', 'before'), 33, ({ before }) => pieceText(before)),
    left<EvidenceDelta>(phrase('compare', 'after'), 33, ({ change, before, after }) => {
      // A quote that only moved is not printed twice.
      const isSameQuote = change === 'moved' && before?.quote === after?.quote;
      return pieceText(after, isSameQuote);
    }),
  ];
  const summary = phrase('compare', 'evidence-each', { n: moves.length });
  const table = moves.length > 0 && { kind: 'details' as const, summary, blocks: [tableOf(title, columns, moves)] };
  return part(view, 'evidence', title, [paragraph(inSentences([...sentences, ...more])), !isBrief && table]);
}

/** A piece of evidence, and a mark if its quote was looked up and not found. */
function pieceText(piece: Piece | null, withoutQuote = false): Text {
  if (piece === null) return [];
  const { quote, ...place } = piece;
  const mark: Text = inBrackets(phrase('compare', 'evidence-unverified'), 'bad');
  return [pieceRuns(withoutQuote ? place : piece), piece.verified === false && mark];
}
