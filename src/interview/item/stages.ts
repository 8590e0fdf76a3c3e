import type { Evidence } from '../../core/answers.ts';
import { withEvidence } from '../entries.ts';
import type { EvidenceStage, From, Notice, Scene, Stage, State, Step } from '../state.ts';

export type StageOf<Is extends EvidenceStage['is']> = Extract<EvidenceStage, { is: Is }>;

/** The same item at another stage, with nothing to save. */
export function stay({ visit }: Pick<Scene, 'visit'>, stage: Stage, notices: readonly Notice[] = []): Step {
  const state: State = { at: 'item', visit, stage };
  return { state, changes: [], notices };
}

/** The same item at another stage, with other evidence. */
export function saved(scene: Scene, stage: Stage, evidence: readonly Evidence[], notices: readonly Notice[] = []): Step {
  return { ...stay(scene, stage, notices), changes: [withEvidence(scene.assessment, scene.item, evidence)] };
}

/** What follows after evidence was typed: the list of passages that it began with, or the stage before. */
export function afterTyping(
  scene: Scene,
  { from, hits }: { readonly from: From; readonly hits?: StageOf<'passages'>['hits'] },
  notices: readonly Notice[] = [],
): Step {
  return stay(scene, hits ? { is: 'passages', from, hits, page: 0 } : { is: from }, notices);
}
