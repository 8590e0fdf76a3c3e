import type { Evidence } from '../answers.ts';
import { isVerified } from '../evidence.ts';
import type { AssessmentResult } from '../result.ts';
import type { PreparedRubric } from '../rubric.ts';
import type { Assessed } from './assessed.ts';
import type { EvidenceComparison, EvidenceMove, Piece } from './result.ts';

/**
 * What became of the evidence, question by question and flag by flag. Pieces are paired by all they say, then by their words, then
 * by nearly the same words, then by their place; each once.
 */
export function compareEvidence(prepared: PreparedRubric, before: Assessed, after: Assessed): EvidenceComparison {
  const moves: EvidenceMove[] = [];
  let unchanged = 0;
  const compareAt = (kind: EvidenceMove['kind'], id: string, then: readonly Evidence[], now: readonly Evidence[]): void => {
    const pairs = pairUp(then, now);
    unchanged += pairs.filter(({ change }) => change === undefined).length;
    for (const { change, before, after } of pairs)
      if (change) moves.push({ id, kind, change, before: before ? pieceOf(before) : null, after: after ? pieceOf(after) : null });
  };
  const [then, now] = [before.assessment, after.assessment];
  for (const id of prepared.questions.keys())
    compareAt('question', id, then.answers.get(id)?.evidence ?? [], now.answers.get(id)?.evidence ?? []);
  for (const id of prepared.flags.keys())
    compareAt('flag', id, then.flags.get(id)?.evidence ?? [], now.flags.get(id)?.evidence ?? []);
  return { unchanged, moves, before: verifiedOf(before.result), after: verifiedOf(after.result) };
}

interface Pair {
  readonly change: EvidenceMove['change'] | undefined;
  readonly before?: Evidence;
  readonly after?: Evidence;
}

function pairUp(before: readonly Evidence[], after: readonly Evidence[]): Pair[] {
  const pairs: Pair[] = [];
  const left = [...before];
  let open = [...after];
  const match = (key: (piece: Evidence) => string | undefined, change: Pair['change']): void => {
    open = open.filter((piece) => {
      const wanted = key(piece);
      const index = wanted === undefined ? -1 : left.findIndex((candidate) => key(candidate) === wanted);
      const [found] = index < 0 ? [] : left.splice(index, 1);
      if (found) pairs.push({ change, before: found, after: piece });
      return !found;
    });
  };
  match(({ at, quote, note }) => JSON.stringify([plain(at), plain(quote), plain(note)]), undefined);
  match(({ at, quote }) => (quote === undefined ? undefined : JSON.stringify([plain(at), plain(quote)])), undefined);
  match(({ quote }) => plain(quote), 'moved');
  matchNear(left, open, pairs);
  match(({ at }) => plain(at), 'changed');
  return [
    ...pairs,
    ...left.map((piece): Pair => ({ change: 'removed', before: piece })),
    ...open.map((piece): Pair => ({ change: 'added', after: piece })),
  ];
}

/** Share of their words that two quotes have in common from which on they are one passage, renumbered or amended. */
const nearlyTheSame = 0.7;

function matchNear(left: Evidence[], open: Evidence[], pairs: Pair[]): void {
  const matched = open.filter((piece) => {
    const likeness = left.map((candidate) => likenessOf(candidate.quote, piece.quote));
    const best = Math.max(0, ...likeness);
    const [found] = best < nearlyTheSame ? [] : left.splice(likeness.indexOf(best), 1);
    if (found) pairs.push({ change: 'changed', before: found, after: piece });
    return found !== undefined;
  });
  for (const piece of matched) open.splice(open.indexOf(piece), 1);
}

/** Twice the words in common over all words, 0..1. */
function likenessOf(a: string | undefined, b: string | undefined): number {
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

/** A line broken elsewhere is no other quote. */
function plain(text: string | undefined): string | undefined {
  return text?.trim().replace(/\s+/g, ' ');
}

function pieceOf({ at, quote, note, check }: Evidence): Piece {
  return {
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
