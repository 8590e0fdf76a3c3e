import { phrase } from '../../messages/phrases.ts';
import { reviewedChange } from '../changes.ts';
import { type Change, changed, entryOf, withReview } from '../entries.ts';
import type { From, Scene, Step } from '../state.ts';
import { holdsHalfTyped } from './half-typed.ts';
import { stay } from './stages.ts';

/**
 * Marks the item for review, or removes that mark. One that says more than "to look at again" is removed at the second key, and comes
 * back as it was if the item is marked again.
 */
export function toggleReview(scene: Scene, from: From): Step {
  const { assessment, item, visit } = scene;
  const { review } = entryOf(assessment, item);
  const { marked: _, unmarking, unmarked, ...rest } = visit;
  const { index } = visit;
  const plain = phrase('interview', 'look-again');
  if (review === undefined) {
    const again = unmarked?.index === index ? unmarked.review : plain;
    const next = { ...scene, visit: { ...rest, marked: index } };
    return { ...stay(next, { is: from }, [{ code: 'marked', args: {} }]), changes: [withReview(assessment, item, again)] };
  }
  if (review !== plain && unmarking !== index)
    return stay({ ...scene, visit: { ...visit, unmarking: index } }, { is: from }, [{ code: 'unmark-asks', args: { review } }]);
  const next = { ...scene, visit: { ...rest, unmarked: { index, review } } };
  return { ...stay(next, { is: from }, [{ code: 'unmarked', args: {} }]), changes: [reviewedChange(assessment, item)] };
}

/** Another key than `r` answers the question whether the mark is to be removed. */
export function withoutQuestion(scene: Scene): Scene {
  const { unmarking: _, ...visit } = scene.visit;
  return { ...scene, visit };
}

/**
 * Gone through to its end, an answer has been reviewed, unless the reviewer has only just marked it, or the mark is all that holds what
 * was half typed. One change at most.
 */
export function reviewed({ assessment, item, visit }: Scene, changes: readonly Change[]): readonly Change[] {
  const after = changed(assessment, changes);
  const { review } = entryOf(after, item);
  const isKept = review === undefined || visit.marked === visit.index || holdsHalfTyped(review);
  return isKept ? changes : [reviewedChange(after, item)];
}
