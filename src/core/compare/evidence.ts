import type { Evidence } from '../answers.ts';
import { isVerified } from '../evidence.ts';
import type { AssessmentResult } from '../result.ts';
import type { PreparedRubric } from '../rubric.ts';
import type { Assessed } from './assessed.ts';
import type { EvidenceComparison, EvidenceDelta, Piece } from './result.ts';

/**
 * Compares the evidence of each question, guiding question and red flag. Each item is paired with at most one item of the other
 * version, in this order: same place, quote and note; same place and quote; same quote; similar quote; same place. The place is the
 * provision, with the document if that is not the draft.
 */
export function compareEvidence(prepared: PreparedRubric, before: Assessed, after: Assessed): EvidenceComparison {
  const moves: EvidenceDelta[] = [];
  let unchanged = 0;
  const compareAt = (kind: EvidenceDelta['kind'], id: string, then: readonly Evidence[], now: readonly Evidence[]): void => {
    const pairs = pairUp(then, now);
    unchanged += pairs.filter(({ change }) => change === undefined).length;
    for (const { change, before, after } of pairs)
      if (change) moves.push({ id, kind, change, before: before ? pieceOf(before) : null, after: after ? pieceOf(after) : null });
  };
  const [then, now] = [before.assessment, after.assessment];
  for (const id of prepared.questions.keys())
    compareAt('question', id, then.answers.get(id)?.evidence ?? [], now.answers.get(id)?.evidence ?? []);
  for (const id of prepared.guidingQuestions.keys())
    compareAt('guiding', id, then.steps.get(id)?.evidence ?? [], now.steps.get(id)?.evidence ?? []);
  for (const id of prepared.flags.keys())
    compareAt('flag', id, then.flags.get(id)?.evidence ?? [], now.flags.get(id)?.evidence ?? []);
  return { unchanged, moves, before: verifiedOf(before.result), after: verifiedOf(after.result) };
}

interface Pair {
  readonly change: EvidenceDelta['change'] | undefined;
  readonly before?: Evidence;
  readonly after?: Evidence;
}

function pairUp(before: readonly Evidence[], after: readonly Evidence[]): Pair[] {
  const pairs: Pair[] = [];
  const unpairedBefore = [...before];
  let unpairedAfter = [...after];
  const match = (key: (piece: Evidence) => string | undefined, change: Pair['change']): void => {
    unpairedAfter = unpairedAfter.filter((piece) => {
      const wanted = key(piece);
      const index = wanted === undefined ? -1 : unpairedBefore.findIndex((candidate) => key(candidate) === wanted);
      const [found] = index < 0 ? [] : unpairedBefore.splice(index, 1);
      if (found) pairs.push({ change, before: found, after: piece });
      return !found;
    });
  };
  match((piece) => JSON.stringify([placeOf(piece), collapseSpace(piece.quote), collapseSpace(piece.note)]), undefined);
  match(
    (piece) => (piece.quote === undefined ? undefined : JSON.stringify([placeOf(piece), collapseSpace(piece.quote)])),
    undefined,
  );
  match(({ quote }) => collapseSpace(quote), 'moved');
  matchSimilar(unpairedBefore, unpairedAfter, pairs);
  match(placeOf, 'changed');
  return [
    ...pairs,
    ...unpairedBefore.map((piece): Pair => ({ change: 'removed', before: piece })),
    ...unpairedAfter.map((piece): Pair => ({ change: 'added', after: piece })),
  ];
}

/** Quotes that are at least this similar (see `similarity`) are taken to be one passage, renumbered or amended. */
const samePassage = 0.7;

/** Pairs items with similar quotes: appends them to `pairs` and removes them from the other two lists. */
function matchSimilar(unpairedBefore: Evidence[], unpairedAfter: Evidence[], pairs: Pair[]): void {
  const matched = unpairedAfter.filter((piece) => {
    const similarities = unpairedBefore.map((candidate) => similarity(candidate.quote, piece.quote));
    const best = Math.max(0, ...similarities);
    const [found] = best < samePassage ? [] : unpairedBefore.splice(similarities.indexOf(best), 1);
    if (found) pairs.push({ change: 'changed', before: found, after: piece });
    return found !== undefined;
  });
  for (const piece of matched) unpairedAfter.splice(unpairedAfter.indexOf(piece), 1);
}

/** Sørensen-Dice coefficient of the words: twice the number of common words divided by the number of all words, 0..1. */
function similarity(a: string | undefined, b: string | undefined): number {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  const rest = [...second];
  const common = first.filter((word) => {
    const index = rest.indexOf(word);
    if (index >= 0) rest.splice(index, 1);
    return index >= 0;
  });
  return first.length + second.length === 0 ? 0 : (2 * common.length) / (first.length + second.length);
}

function wordsOf(text: string | undefined): string[] {
  return text?.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** The document and the provision as one key; undefined if neither is named. */
function placeOf({ document, at }: Evidence): string | undefined {
  if (document === undefined && at === undefined) return undefined;
  return JSON.stringify([collapseSpace(document), collapseSpace(at)]);
}

/** Collapses white space, so that a different line break does not make a different quote. */
function collapseSpace(text: string | undefined): string | undefined {
  return text?.trim().replace(/\s+/g, ' ');
}

function pieceOf({ document, at, quote, note, check }: Evidence): Piece {
  return {
    ...(document !== undefined && { document }),
    ...(at !== undefined && { at }),
    ...(quote !== undefined && { quote }),
    ...(note !== undefined && { note }),
    ...(check && { verified: isVerified(check) }),
  };
}

function verifiedOf({ evidence }: AssessmentResult): EvidenceComparison['before'] {
  if (!evidence || !('quotes' in evidence)) return null;
  const { quotes, exact, layout, misplaced } = evidence;
  return { quotes, verified: exact + layout - misplaced };
}
