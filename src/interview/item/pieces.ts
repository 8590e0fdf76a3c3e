import { phrase } from '../../messages/phrases.ts';
import { evidenceOf } from '../entries.ts';
import { keysOf } from '../keys.ts';
import type { Ask, From, Input, Scene, Stage, Step } from '../state.ts';
import { offerKey, takeDraftWords } from './quotes.ts';
import { type StageOf, saved, stay } from './stages.ts';

/** What can be done with one piece of evidence: remove it, type it again, take the draft's words. */
export function askPiece(scene: Scene, { piece }: StageOf<'piece'>): Ask {
  const keys = [
    { key: 'x', does: phrase('interview', 'key-remove-piece') },
    { key: 't', does: phrase('interview', 'key-retype') },
    ...offerKey(scene, piece),
    ...keysOf('b'),
  ];
  return { kind: 'key', message: phrase('interview', 'piece'), keys };
}

export function respondToPiece(scene: Scene, stage: StageOf<'piece'>, input: Input): Step {
  const { from, piece } = stage;
  const before = evidenceOf(scene.assessment, scene.item);
  switch (input.kind === 'key' ? input.key : 'b') {
    case 'x': {
      const left = before.filter((_, index) => index !== piece);
      const { at = '', quote = '' } = before[piece] ?? {};
      return saved(scene, listOr(from, left.length), left, [{ code: 'removed', args: { at: at || quote } }]);
    }
    case 't':
      return stay(scene, { is: 'provision', from, piece });
    case 'd':
      return takeDraftWords(scene, piece, (notices) => stay(scene, listOr(from, before.length), notices));
    default:
      return stay(scene, before.length > 1 ? { is: 'evidence', from } : { is: from });
  }
}

/** The list if it has several pieces, otherwise the stage before it. */
function listOr(from: From, pieces: number): Stage {
  return pieces > 1 ? { is: 'evidence', from } : { is: from };
}
