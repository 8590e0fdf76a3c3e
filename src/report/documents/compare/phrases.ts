import type {
  CapDelta,
  ComparedAssessment,
  CompareResult,
  Comparison,
  FlagDelta,
  Points,
  QuestionDelta,
} from '../../../core/compare/result.ts';
import type { Standing } from '../../../core/compare/standing.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { inSentences, listed } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { isolated } from '../../../text/direction.ts';
import { withDecimalSign } from '../../../text/language.ts';
import { bandTitle, capSentences, counted, shownScore } from '../../words/score.ts';

/** Answers that changed in the same way, the most points first. */
export interface MoveGroup {
  readonly key: 'worse' | 'better' | 'answered' | 'blanked' | 'left' | 'entered';
  readonly moves: readonly QuestionDelta[];
}

const groups: readonly (readonly [MoveGroup['key'], readonly QuestionDelta['change'][]])[] = [
  ['worse', ['lowered']],
  ['left', ['set-aside', 'not-asked']],
  ['blanked', ['blanked']],
  ['better', ['raised']],
  ['answered', ['answered']],
  ['entered', ['taken-up', 'asked']],
];

/** The changed answers in groups; the group that a reader should not miss comes first. */
export function moveGroups({ questions }: Comparison): MoveGroup[] {
  const size = ({ points }: QuestionDelta): number => Math.abs(points.score ?? points.low ?? 0);
  return groups.flatMap(([key, changes]) => {
    const moves = questions.filter(({ change }) => changes.includes(change)).sort((a, b) => size(b) - size(a));
    return moves.length === 0 ? [] : [{ key, moves }];
  });
}

/**
 * A name for each of the assessments: versions by their version, laws by their title. If two had the same name, title and version are
 * combined, and at last the names of the files are used.
 */
export function namesOf({ mode, assessments }: CompareResult): string[] {
  const candidates = assessments.map(({ draft: { title, version }, source }) => {
    const full = listed([title, version].filter((part) => part !== undefined));
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

/** How the files were compared, and why. */
export function modeSentence({ mode, because }: CompareResult): string {
  return phrase('compare', because === 'asked' ? `because-asked-${mode}` : `because-${because}`);
}

/** What a reader must know before trusting the comparison, a sentence each. */
export function noteSentences(result: CompareResult, { version }: Rubric): string[] {
  const names = namesOf(result);
  const versions = listed([...new Set(result.assessments.map(({ answeredWith }) => answeredWith))]);
  return result.notes.map(({ code, assessments: [from, to] }) =>
    phrase('compare', `note-${code}`, { versions, version, from: names[from ?? 0] ?? '', to: names[to ?? 0] ?? '' }),
  );
}

/** The effects of reading answers with another version of the rubric, a line for each file. */
export function carriedLines(result: CompareResult): string[] {
  const names = namesOf(result);
  return result.assessments.flatMap(({ carried }, index) => {
    if (!carried) return [];
    const { from, renamed, dropped, unanswered } = carried;
    const ids = listed(dropped.map(({ question }) => question)) || phrase('compare', 'carried-none');
    const counts = { renamed: renamed.length, dropped: dropped.length, blank: unanswered.length };
    return [phrase('compare', 'carried-line', { name: names[index] ?? '', from, ids, ...counts })];
  });
}

/** A change with its sign and one decimal; a change is never shown as 0.0. */
export function showChange(change: number | null): string {
  if (change === null) return '';
  const size = Math.abs(change);
  if (size < 1e-9) return withDecimalSign('0.0');
  const digits = size < 0.005 ? size.toPrecision(1) : size.toFixed(size < 0.05 ? 2 : 1);
  return isolated((change < 0 ? '-' : '+') + withDecimalSign(digits));
}

/** Whether the points of the low end differ from those of the score. */
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

/** What stands between the earlier and the later: an arrow in the direction of reading. */
export function arrow(): string {
  return phrase('compare', 'levels', { before: '', after: '' });
}

/** `Score 47.5 → 60.9`. */
export function scoreMove({ score }: Comparison, rubric: Rubric): string {
  return phrase('compare', 'score-move', { before: shownScore(score.before, rubric), after: shownScore(score.after, rubric) });
}

/** The changes as a whole: the range, the band and its caps, how many answers, what has no score. A line has one sentence or more. */
export function summaryLines(comparison: Comparison, { assessments }: CompareResult, rubric: Rubric): string[] {
  const { score, low, high, answered, applicable, floor } = comparison;
  const isOpen = answered.before < applicable.before || answered.after < applicable.after;
  const range = {
    before: shownScore(low.before, rubric),
    after: shownScore(low.after, rubric),
    highBefore: shownScore(high.before, rubric),
    highAfter: shownScore(high.after, rubric),
  };
  return [
    isOpen ? phrase('compare', 'low-move', range) : '',
    ...bandSentences(comparison, assessments[comparison.to], rubric),
    inSentences([...moveSentences(comparison), ...countSentences(comparison)]),
    ...counted('compare', { 'score-none': [score.before, score.after].filter((each) => each === null).length }),
    floor.score ? phrase('compare', 'floor', { points: showChange(floor.score) }) : '',
  ].filter(Boolean);
}

/** The band before and after, and the caps that are new, changed or gone, or hold the band down as before. */
function bandSentences({ band, caps }: Comparison, now: ComparedAssessment | undefined, rubric: Rubric): string[] {
  const [before, after] = [bandTitle(rubric, band.before), bandTitle(rubric, band.after)];
  const ids = (list: readonly string[]): string => listed(list) || phrase('compare', 'nothing');
  const capSentence = ({ when, change, band: most, bandBefore, added, removed }: CapDelta): string => {
    const args = { band: bandTitle(rubric, most), added: ids(added), removed: ids(removed), n: removed.length };
    const key = bandBefore === undefined ? (`cap-${change}` as const) : 'cap-moved';
    const from = bandBefore === undefined ? {} : { before: bandTitle(rubric, bandBefore) };
    return phrase('compare', key, { ...from, what: phrase('compare', `cap-what-${when}`), ...args });
  };
  const moved = phrase('compare', band.before === band.after ? 'band-same' : 'band-moved', { band: after, before, after });
  const unchanged = now?.caps.filter(({ when }) => !caps.some((delta) => delta.when === when)) ?? [];
  const held = now ? capSentences(rubric, { ...now, caps: unchanged }) : [];
  return [moved, ...caps.map(capSentence), ...held];
}

/** How many questions count and are answered, before and after. */
function countSentences({ applicable, answered }: Comparison): string[] {
  const isSame = applicable.before === applicable.after;
  const isWhole = answered.before === applicable.before && answered.after === applicable.after;
  return [
    phrase('compare', isSame ? 'count-same' : 'count-moved', { n: applicable.after, ...applicable }),
    ...(isWhole ? [] : [phrase('compare', 'answered-moved', answered)]),
  ];
}

/** `35 answers moved: 30 better, 5 worse.`, and the changes of the gaps. */
function moveSentences(comparison: Comparison): string[] {
  const { questions, gaps } = comparison;
  if (questions.length === 0) {
    return [phrase('compare', comparison.marks.length === 0 ? 'moves-none' : 'moves-none-marks'), ...markSentences(comparison)];
  }
  const moves = moveGroups(comparison).map(({ key, moves: { length: n } }) => phrase('compare', `moves-${key}`, { n }));
  const changes = (['closed', 'narrowed', 'widened', 'opened', 'left', 'entered'] as const).flatMap((change) =>
    counted('compare', { [`gaps-${change}`]: gaps.filter((gap) => gap.change === change).length }),
  );
  return [
    phrase('compare', 'moves-summary', { n: questions.length, list: listed(moves) }),
    ...(changes.length > 0 ? [phrase('compare', 'gaps-summary', { list: listed(changes) })] : []),
    ...markSentences(comparison),
  ];
}

/** How many marks are new and how many are gone, over all questions. */
function markSentences({ marks }: Comparison): string[] {
  const count = (key: 'added' | 'removed'): number => marks.reduce((sum, { [key]: ids }) => sum + ids.length, 0);
  return marks.length === 0 ? [] : [phrase('compare', 'marks-summary', { added: count('added'), removed: count('removed') })];
}

/** A warning if answers that no longer count raised the score; undefined if they did not. */
export function leftWarning({ key, moves }: MoveGroup): string | undefined {
  if (key !== 'left' && key !== 'blanked') return undefined;
  const total = (figure: keyof Points): number => moves.reduce((all, { points }) => all + (points[figure] ?? 0), 0);
  const [score, low] = [total('score'), total('low')];
  if (Math.max(score, low) < 1e-9) return undefined;
  const isSame = Math.abs(score - low) < 1e-9;
  return phrase('compare', isSame ? 'left-raises' : 'left-raises-low', { points: showChange(score), low: showChange(low) });
}

/** Why an answer changed: the reason of the new answer, or why the question no longer counts; empty if none is given. */
export function reasonOf({ because, rationale }: QuestionDelta): string {
  return because ?? rationale ?? '';
}

/** How many pieces of evidence changed in which way, and how many quotes are verified. */
export function evidenceChanges({ evidence: { unchanged, moves, before, after } }: Comparison): string[] {
  if (unchanged + moves.length === 0) return [];
  const count = (change: string): number => moves.filter((move) => move.change === change).length;
  const counts = { moved: count('moved'), changed: count('changed'), added: count('added'), removed: count('removed') };
  const verified = (side: typeof before): string =>
    side === null
      ? phrase('compare', 'evidence-unread')
      : phrase('compare', 'evidence-of', { verified: side.verified, n: side.quotes });
  const both = phrase('compare', 'evidence-verified', { before: verified(before), after: verified(after) });
  return [phrase('compare', 'evidence-counts', { unchanged, ...counts }), ...(before || after ? [both] : [])];
}

/** The changed red flags, without those that are newly looked for and not present. */
export function newsworthy(flags: readonly FlagDelta[]): FlagDelta[] {
  const order: readonly FlagDelta['change'][] = ['new', 'gone', 'unchecked'];
  return flags.filter(({ change }) => change !== 'checked').sort((a, b) => order.indexOf(a.change) - order.indexOf(b.change));
}

/** If no red flag changed: how many are still present, or that there are none. */
export function flagsSentence(result: CompareResult, { from, to }: Comparison): string {
  const [before, after] = [result.assessments[from], result.assessments[to]];
  const still = after?.flags.length ?? 0;
  if (still > 0) return phrase('compare', 'flags-same', { n: still });
  return phrase('compare', (before?.flagsChecked ?? 0) + (after?.flagsChecked ?? 0) === 0 ? 'flags-unlooked' : 'flags-none');
}
