import type {
  CapDelta,
  CompareResult,
  Comparison,
  FlagDelta,
  GapChange,
  Points,
  QuestionChange,
  QuestionDelta,
  Standing,
} from '../../../core/compare/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { bandTitle, shownScore } from '../../words/phrases.ts';

/** Answers that moved in the same way, the most points first. */
export interface MoveGroup {
  readonly key: 'worse' | 'better' | 'answered' | 'blanked' | 'left' | 'entered';
  readonly moves: readonly QuestionDelta[];
}

const groups: readonly (readonly [MoveGroup['key'], readonly QuestionChange[]])[] = [
  ['worse', ['lowered']],
  ['left', ['set-aside', 'not-asked']],
  ['blanked', ['blanked']],
  ['better', ['raised']],
  ['answered', ['answered']],
  ['entered', ['taken-up', 'asked']],
];

/** What moved, in groups; what a reader should not miss comes first. */
export function moveGroups({ questions }: Comparison): MoveGroup[] {
  const size = ({ points }: QuestionDelta): number => Math.abs(points.score ?? points.low ?? 0);
  return groups.flatMap(([key, changes]) => {
    const moves = questions.filter(({ change }) => changes.includes(change)).sort((a, b) => size(b) - size(a));
    return moves.length === 0 ? [] : [{ key, moves }];
  });
}

/**
 * What to call each of the assessments: versions by their version, laws by their title. Where two would be called the same, the rest
 * of what is known of them is added, the name of the file at last.
 */
export function namesOf({ mode, assessments }: CompareResult): string[] {
  const candidates = assessments.map(({ draft: { title, version }, source }) => {
    const full = [title, version].filter((part) => part !== undefined).join(', ');
    return mode === 'versions' ? [version, full, source] : [title, full, source];
  });
  const isUnique = (stage: number): boolean => {
    const all = candidates.map((list) => list[stage] ?? '');
    return all.every((name) => name !== '') && new Set(all).size === all.length;
  };
  const stage = [0, 1, 2].find(isUnique) ?? 2;
  return candidates.map((list) => list[stage] ?? '');
}

/** The same with the date of the draft. */
export function datedNames(result: CompareResult): string[] {
  return namesOf(result).map((name, index) => {
    const date = result.assessments[index]?.draft.date;
    return date === undefined ? name : phrase('compare', 'dated', { name, date });
  });
}

export function titleOf(result: CompareResult): string {
  if (result.mode === 'laws') return phrase('compare', 'title-laws', { n: result.assessments.length });
  const [first] = result.assessments;
  return phrase('compare', 'title-versions', { title: first?.draft.title ?? first?.source ?? '' });
}

/** How the files were compared, and why so. */
export function modeSentence({ mode, because }: CompareResult): string {
  return phrase('compare', because === 'asked' ? `because-asked-${mode}` : `because-${because}`);
}

/** What has to be known before the comparison is trusted, a sentence each. */
export function noteSentences(result: CompareResult, { version }: Rubric): string[] {
  const names = namesOf(result);
  const versions = [...new Set(result.assessments.map(({ answeredWith }) => answeredWith))].join(', ');
  return result.notes.map(({ code, assessments: [from, to] }) =>
    phrase('compare', `note-${code}`, { versions, version, from: names[from ?? 0] ?? '', to: names[to ?? 0] ?? '' }),
  );
}

/** What reading answers with another version of the rubric did to them, a line a file. */
export function carriedLines(result: CompareResult): string[] {
  const names = namesOf(result);
  return result.assessments.flatMap(({ carried }, index) => {
    if (!carried) return [];
    const ids = carried.dropped.map(({ question }) => question).join(', ') || phrase('compare', 'carried-none');
    return [
      phrase('compare', 'carried-line', {
        name: names[index] ?? '',
        from: carried.from,
        renamed: carried.renamed.length,
        dropped: carried.dropped.length,
        ids,
        blank: carried.unanswered.length,
      }),
    ];
  });
}

/** A change with its sign, one decimal; what is more than nothing never shows as nothing. */
export function showChange(change: number | null): string {
  if (change === null) return '';
  const size = Math.abs(change);
  if (size < 1e-9) return '0.0';
  const digits = size < 0.005 ? size.toPrecision(1) : size.toFixed(size < 0.05 ? 2 : 1);
  return (change < 0 ? '-' : '+') + digits;
}

/** Whether the points of the low end tell anything that those of the score don't. */
export function lowDiffers({ questions, score, low }: Comparison): boolean {
  if (score.change === null && low.change !== null) return true;
  return questions.some(({ points }) => Math.abs((points.score ?? 0) - (points.low ?? 0)) > 1e-9);
}

/** A level, or why there is none. */
export function standingWord({ state, level }: Standing): string {
  return state === 'scored' ? String(level) : phrase('compare', `standing-${state}`);
}

/** `1 → 3 of 3`, `blank → 2 of 3`, `2 of 3 → n/a`. */
export function levelWords({ before, after, top }: QuestionDelta): string {
  const [then, now] = [standingWord(before), standingWord(after)];
  if (after.level !== null) return phrase('compare', 'levels-of', { before: then, after: now, top });
  return phrase('compare', 'levels', {
    before: before.level === null ? then : phrase('compare', 'level-of', { level: then, top }),
    after: now,
  });
}

/** `Score 47.5 → 60.9`. */
export function scoreMove({ score }: Comparison, rubric: Rubric): string {
  return phrase('compare', 'score-move', {
    before: shownScore(score.before, rubric),
    after: shownScore(score.after, rubric),
  });
}

/** What moved as a whole: the range, the band and its caps, how many answers, what has no score. A line has one sentence or more. */
export function summaryLines(comparison: Comparison, rubric: Rubric): string[] {
  const { score, low, high, answered, applicable, floor } = comparison;
  const isOpen = answered.before < applicable.before || answered.after < applicable.after;
  const unscored = [score.before, score.after].filter((each) => each === null).length;
  const range = {
    before: shownScore(low.before, rubric),
    after: shownScore(low.after, rubric),
    highBefore: shownScore(high.before, rubric),
    highAfter: shownScore(high.after, rubric),
  };
  return [
    ...(isOpen ? [phrase('compare', 'low-move', range)] : []),
    ...bandSentences(comparison, rubric),
    [...summarySentences(comparison), ...countSentences(comparison)].join(' '),
    ...(unscored > 0 ? [phrase('compare', 'score-none', { n: unscored })] : []),
    ...(floor.score ? [phrase('compare', 'floor', { points: showChange(floor.score) })] : []),
  ];
}

/** The band before and after, and the caps that came and went. */
function bandSentences({ band, caps }: Comparison, rubric: Rubric): string[] {
  const [before, after] = [bandTitle(rubric, band.before), bandTitle(rubric, band.after)];
  const moved = phrase('compare', band.before === band.after ? 'band-same' : 'band-moved', { band: after, before, after });
  return [moved, ...caps.map((cap) => capMoveSentence(cap, rubric))];
}

function capMoveSentence({ when, change, added, removed }: CapDelta, rubric: Rubric): string {
  const ids = (list: readonly string[]): string => list.join(', ') || phrase('compare', 'nothing');
  return phrase('compare', `cap-${change}`, {
    what: phrase('compare', `cap-what-${when}`),
    band: bandTitle(rubric, rubric.caps.find((cap) => cap.when === when)?.band ?? null),
    added: ids(added),
    removed: ids(removed),
    n: removed.length,
  });
}

/** How many questions count and are answered, before and after. */
function countSentences({ applicable, answered }: Comparison): string[] {
  const counted =
    applicable.before === applicable.after
      ? phrase('compare', 'count-same', { n: applicable.after })
      : phrase('compare', 'count-moved', applicable);
  const all = answered.before === applicable.before && answered.after === applicable.after;
  return all ? [counted] : [counted, phrase('compare', 'answered-moved', answered)];
}

/** `35 answers moved: 30 better, 5 worse.`, and what became of the gaps. */
function summarySentences(comparison: Comparison): string[] {
  const { questions, gaps } = comparison;
  if (questions.length === 0) return [phrase('compare', 'moves-none')];
  const list = moveGroups(comparison).map(({ key, moves }) => phrase('compare', `moves-${key}`, { n: moves.length }));
  const sentences = [phrase('compare', 'moves-summary', { n: questions.length, list: list.join(', ') })];
  const order: readonly GapChange[] = ['closed', 'narrowed', 'widened', 'opened', 'left', 'entered'];
  const counts = order.flatMap((change) => {
    const n = gaps.filter((gap) => gap.change === change).length;
    return n === 0 ? [] : [phrase('compare', `gaps-${change}`, { n })];
  });
  if (counts.length > 0) sentences.push(phrase('compare', 'gaps-summary', { list: counts.join(', ') }));
  return sentences;
}

/** A warning where answers that were taken away raised the score; undefined where they did not. */
export function leftWarning({ key, moves }: MoveGroup): string | undefined {
  if (key !== 'left' && key !== 'blanked') return undefined;
  const total = (figure: keyof Points): number => moves.reduce((all, { points }) => all + (points[figure] ?? 0), 0);
  const [score, low] = [total('score'), total('low')];
  if (Math.max(score, low) < 1e-9) return undefined;
  const isSame = Math.abs(score - low) < 1e-9;
  return phrase('compare', isSame ? 'left-raises' : 'left-raises-low', { points: showChange(score), low: showChange(low) });
}

/** Why an answer moved: the reason of the new answer, or why the question counts no more; empty where none is given. */
export function reasonOf({ because, rationale }: QuestionDelta): string {
  return because ?? rationale ?? '';
}

/** How many pieces of evidence moved how, and how many quotes stand in the draft. */
export function evidenceSentences({ evidence }: Comparison): string[] {
  const { unchanged, moves, before, after } = evidence;
  const count = (change: string): number => moves.filter((move) => move.change === change).length;
  const args = {
    unchanged,
    moved: count('moved'),
    changed: count('changed'),
    added: count('added'),
    removed: count('removed'),
  };
  if (unchanged + moves.length === 0) return [];
  const verified = (side: typeof before): string =>
    side === null
      ? phrase('compare', 'evidence-unread')
      : phrase('compare', 'evidence-of', { verified: side.verified, n: side.quotes });
  const sentences = [phrase('compare', 'evidence-counts', args)];
  if (before || after)
    sentences.push(phrase('compare', 'evidence-verified', { before: verified(before), after: verified(after) }));
  return sentences;
}

/** Red flags that nobody looked for before and that are not there are no news. */
export function newsworthy(flags: readonly FlagDelta[]): FlagDelta[] {
  const order: readonly FlagDelta['change'][] = ['new', 'gone', 'unchecked'];
  return flags.filter(({ change }) => change !== 'checked').sort((a, b) => order.indexOf(a.change) - order.indexOf(b.change));
}

/** Where no red flag moved: how many are still there, or that there are none. */
export function flagsSentence(result: CompareResult, { from, to }: Comparison): string {
  const [before, after] = [result.assessments[from], result.assessments[to]];
  const still = after?.flags.length ?? 0;
  if (still > 0) return phrase('compare', 'flags-same', { n: still });
  return phrase('compare', (before?.flagsChecked ?? 0) + (after?.flagsChecked ?? 0) === 0 ? 'flags-unlooked' : 'flags-none');
}
