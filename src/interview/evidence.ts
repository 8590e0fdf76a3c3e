import type { Evidence } from '../core/answers.ts';
import { phrase } from '../messages/phrases.ts';
import { evidenceOf, withEvidence } from './entries.ts';
import type { Ask, EvidenceFrom, EvidenceStage, Input, Notice, Scene, Stage, State, Step } from './state.ts';

/** Passages in the list that the reviewer chooses from. */
const passagesListed = 6;

/** Begins to collect evidence: from passages of the draft if its text was read, otherwise typed. */
export function collectEvidence(scene: Scene, from: EvidenceFrom): Step {
  const { guide } = scene.questionnaire;
  const present: Notice = { kind: 'evidence', evidence: evidenceOf(scene.assessment, scene.item) };
  if (!guide) return stay(scene, { is: 'provision', from }, [present]);
  const hits = guide.suggest(scene.item.id).slice(0, passagesListed);
  return stay(scene, { is: 'passages', from, hits }, [present, { kind: 'passages', hits }]);
}

export function askEvidence({ assessment, item }: Scene, stage: EvidenceStage): Ask {
  switch (stage.is) {
    case 'passages': {
      const keys = [...digitsOf(stage), 'o', 'f', 't', '\r', '\n', 'b'];
      return { kind: 'key', message: phrase('interview', 'keys-passages', { n: stage.hits.length }), keys };
    }
    case 'open-passage':
      return {
        kind: 'key',
        message: phrase('interview', 'open-which', { n: stage.hits.length }),
        keys: [...digitsOf(stage), 'b'],
      };
    case 'find-words':
      return { kind: 'text', message: phrase('interview', 'find-words'), initial: '' };
    case 'provision': {
      const isFirst = stage.hits !== undefined || evidenceOf(assessment, item).length === 0;
      return { kind: 'text', message: phrase('interview', isFirst ? 'at' : 'at-more'), initial: '' };
    }
    case 'quote':
      return { kind: 'text', message: phrase('interview', 'quote'), initial: '' };
  }
}

/** @param leave where to go with the evidence collected, or back */
export function respondToEvidence(scene: Scene, stage: EvidenceStage, input: Input, leave: Leave): Step {
  switch (stage.is) {
    case 'passages':
      return passageKey(scene, stage, input, leave);
    case 'open-passage': {
      const hit = input.kind === 'key' ? stage.hits[Number(input.key) - 1] : undefined;
      return stay(scene, { ...stage, is: 'passages' }, hit ? [{ kind: 'provision', hit }] : []);
    }
    case 'find-words':
      return foundWords(scene, stage, input);
    case 'provision':
      return typedProvision(scene, stage, input, leave);
    case 'quote':
      return typedQuote(scene, stage, input, leave);
  }
}

export type Leave = (how: 'done' | 'back') => Step;

type StageOf<Is extends EvidenceStage['is']> = Extract<EvidenceStage, { is: Is }>;

function passageKey(scene: Scene, stage: StageOf<'passages'>, input: Input, leave: Leave): Step {
  const key = input.kind === 'key' ? input.key : 'b';
  switch (key) {
    case 'b':
      return leave('back');
    case '\r':
    case '\n':
      return leave('done');
    case 'f':
      return stay(scene, { ...stage, is: 'find-words' });
    case 't':
      return stay(scene, { ...stage, is: 'provision' });
    case 'o':
      return stay(scene, stage.hits.length === 0 ? stage : { ...stage, is: 'open-passage' });
    default:
      return taken(scene, stage, Number(key) - 1);
  }
}

function taken(scene: Scene, stage: StageOf<'passages'>, index: number): Step {
  const hit = stage.hits[index];
  if (!hit) return stay(scene, stage);
  const evidence = [...evidenceOf(scene.assessment, scene.item), { at: hit.label, quote: hit.passage }];
  return saved(scene, stage, evidence, [{ kind: 'taken', at: hit.label }]);
}

function foundWords(scene: Scene, stage: StageOf<'find-words'>, input: Input): Step {
  const { guide } = scene.questionnaire;
  const words = input.kind === 'text' ? input.text : '';
  if (words === '' || !guide) return stay(scene, { ...stage, is: 'passages' });
  const hits = guide.search(words).slice(0, passagesListed);
  return stay(scene, { ...stage, is: 'passages', hits }, [{ kind: 'passages', hits }]);
}

/** What follows after evidence was typed: the passages, or the answer. */
function typingDone(scene: Scene, { from, hits }: StageOf<'provision' | 'quote'>, leave: Leave, how: 'done' | 'back'): Step {
  return hits ? stay(scene, { is: 'passages', from, hits }) : leave(how);
}

/** A piece is saved when its provision is known, and again with its words. */
function typedProvision(scene: Scene, stage: StageOf<'provision'>, input: Input, leave: Leave): Step {
  if (input.kind !== 'text') return typingDone(scene, stage, leave, 'back');
  if (input.text === '') return typingDone(scene, stage, leave, 'done');
  const evidence = [...evidenceOf(scene.assessment, scene.item), { at: input.text }];
  return saved(scene, { ...stage, is: 'quote' }, evidence);
}

function typedQuote(scene: Scene, stage: StageOf<'quote'>, input: Input, leave: Leave): Step {
  const present = evidenceOf(scene.assessment, scene.item);
  const before = present.slice(0, -1);
  // Esc takes back the provision too, and asks for it again.
  if (input.kind !== 'text') return saved(scene, { ...stage, is: 'provision' }, before);
  const last = present.at(-1) ?? {};
  const piece = input.text === '' ? last : { ...last, quote: input.text };
  const next = stage.hits ? typingDone(scene, stage, leave, 'done') : stay(scene, { ...stage, is: 'provision' });
  if (input.text === '') return next;
  const notices: readonly Notice[] = [{ kind: 'typed-quote', evidence: piece }];
  return { ...next, changes: [withEvidence(scene.assessment, scene.item, [...before, piece])], notices };
}

function saved(scene: Scene, stage: Stage, evidence: readonly Evidence[], notices: readonly Notice[] = []): Step {
  return { ...stay(scene, stage, notices), changes: [withEvidence(scene.assessment, scene.item, evidence)] };
}

function digitsOf({ hits }: { readonly hits: readonly unknown[] }): string[] {
  return hits.map((_, index) => String(index + 1));
}

/** The same item at another stage, with nothing to save. */
export function stay({ visit }: Scene, stage: Stage, notices: readonly Notice[] = []): Step {
  const state: State = { at: 'item', visit, stage };
  return { state, changes: [], notices };
}
