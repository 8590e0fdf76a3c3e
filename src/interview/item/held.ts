import type { Input, Scene, Stage, State, Step, Visit } from '../state.ts';

/** A stage that asks for a text which is saved only with Enter. */
type TextStage = Extract<Stage, { is: Held['is'] }>;
type Held = NonNullable<Visit['held']>;

/** What was typed at a stage and left with Esc, to begin with where the reviewer comes back to it. */
export function heldText({ visit }: Pick<Scene, 'visit'>, stage: TextStage): string | undefined {
  const { held } = visit;
  return held?.index === visit.index && held.is === stage.is && held.piece === pieceOf(stage) ? held.text : undefined;
}

/** The step with what an input left behind at a stage: Esc keeps what was typed, and Enter has used it. */
export function withHeld({ visit }: Scene, stage: Stage, input: Input, step: Step): Step {
  if (!isTextStage(stage)) return step;
  if (input.kind === 'back' && input.typed !== undefined) {
    const held = { index: visit.index, is: stage.is, piece: pieceOf(stage), text: input.typed };
    return { ...step, state: inVisit(step.state, held), notices: [...step.notices, { code: 'typed-held', args: {} }] };
  }
  return input.kind === 'text' && visit.held?.is === stage.is ? { ...step, state: inVisit(step.state, undefined) } : step;
}

function inVisit(state: State, held: Held | undefined): State {
  if (state.at !== 'item' && state.at !== 'leaving') return state;
  const { held: _, ...visit } = state.visit;
  return { ...state, visit: { ...visit, ...(held && { held }) } };
}

function isTextStage(stage: Stage): stage is TextStage {
  return stage.is === 'not-applicable' || stage.is === 'provision' || stage.is === 'quote';
}

/** The piece of evidence that is changed; a new one has no number, since Esc takes it back. */
function pieceOf(stage: TextStage): number | null {
  if (stage.is === 'not-applicable' || (stage.is === 'quote' && stage.isNew)) return null;
  return stage.piece ?? null;
}
