import type { Evidence } from '../../../../core/answers.ts';
import { sameData } from '../../../../core/same-data.ts';
import { evidenceOf } from '../../../../interview/entries.ts';
import type { Item } from '../../../../interview/plan.ts';
import type { Session } from '../../../model/session.ts';

/** The piece of evidence that is being typed. */
export interface Editing {
  /** As it was last typed. While it is empty, the answers don't have it. */
  readonly piece: Evidence;
  /** Where it is among the pieces, or would be. */
  readonly index: number;
  /** The number of pieces in the answers when it was last typed. */
  readonly of: number;
}

/** A piece of evidence as the page shows it. */
export interface Row {
  readonly piece: Evidence;
  readonly isEdited: boolean;
}

/** The pieces in the answers; the one that is being typed is among them also while it is empty. */
export function rowsOf(evidence: readonly Evidence[], editing: Editing | undefined): readonly Row[] {
  const rows = evidence.map((piece): Row => ({ piece, isEdited: false }));
  if (!editing) return rows;
  if (isEmpty(editing.piece)) return rows.toSpliced(editing.index, 0, { piece: editing.piece, isEdited: true });
  const found = indexOf(evidence, editing.piece);
  // Undo or another tab may have changed its words. If there are more pieces than before, or fewer, nobody knows which of them it is.
  const index = found === -1 && evidence.length === editing.of ? editing.index : found;
  return rows.map(({ piece }, at) => ({ piece, isEdited: at === index }));
}

/** A change to a piece as the reviewer sees it. */
export interface PieceChange {
  readonly from: Evidence;
  readonly to: Evidence;
  /** Where it goes if it is not among the pieces yet. */
  readonly index: number;
  readonly isTyping: boolean;
}

/**
 * Changes a piece among those that the answers have now, which may be more than the page has drawn: a passage was just taken, another tab
 * has written. @returns where the piece is
 */
export function changePiece(session: Pick<Session, 'state' | 'setEvidence'>, item: Item, change: PieceChange): Editing {
  const now = (): readonly Evidence[] => evidenceOf(session.state().assessment, item);
  const { from, to, isTyping } = change;
  const found = indexOf(now(), from);
  const index = found === -1 ? change.index : found;
  session.setEvidence(item, replaced(now(), from, to, index), isTyping);
  return { piece: to, index, of: now().length };
}

/** The pieces with one changed; an empty one is left out. @param index where a piece goes that is not among them yet */
export function replaced(evidence: readonly Evidence[], from: Evidence, to: Evidence, index: number): readonly Evidence[] {
  const found = indexOf(evidence, from);
  const written = isEmpty(to) ? [] : [to];
  if (found !== -1) return evidence.toSpliced(found, 1, ...written);
  return isEmpty(from) ? evidence.toSpliced(index, 0, ...written) : evidence;
}

/** The index of a piece, by its identity if that is known: two pieces may have the same words. */
export function indexOf(evidence: readonly Evidence[], piece: Evidence): number {
  const same = evidence.indexOf(piece);
  return same === -1 && !isEmpty(piece) ? evidence.findIndex((each) => sameData(each, piece)) : same;
}

function isEmpty({ at, quote, note, document }: Evidence): boolean {
  return !(at || quote || note || document);
}
