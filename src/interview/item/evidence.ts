import type { Evidence } from '../../core/answers.ts';
import type { Hit } from '../../core/evidence.ts';
import { phrase } from '../../messages/phrases.ts';
import { evidenceOf, withEvidence } from '../entries.ts';
import { enterKey, keysOf, numbered } from '../keys.ts';
import type { Ask, EvidenceStage, From, Input, Scene, Step } from '../state.ts';
import { heldText } from './held.ts';
import { askPiece, respondToPiece } from './pieces.ts';
import { askDoubt, checked, checkOfPiece, remarksOn, respondToDoubt } from './quotes.ts';
import { afterTyping, type StageOf, saved, stay } from './stages.ts';

export { stay } from './stages.ts';

/** Passages on a page of the list. */
export const passagesListed = 6;

/** The passages of a page. */
export function pageOf({ hits, page }: { readonly hits: readonly Hit[]; readonly page: number }): readonly Hit[] {
  return hits.slice(page * passagesListed, (page + 1) * passagesListed);
}

/** Lists passages of the draft; without a draft, asks for a citation. */
export function collectEvidence(scene: Scene, from: From): Step {
  const { guide } = scene.questionnaire;
  if (!guide) return typeEvidence(scene, from);
  return stay(scene, { is: 'passages', from, hits: guide.suggest(scene.item.id), page: 0 });
}

/** Asks for a citation. */
export function typeEvidence(scene: Scene, from: From): Step {
  return stay(scene, { is: 'provision', from });
}

/** Lists the evidence that was taken; a single piece is shown at once. */
export function listEvidence(scene: Scene, from: From): Step {
  const { length } = evidenceOf(scene.assessment, scene.item);
  if (length === 0) return stay(scene, { is: from });
  return stay(scene, length === 1 ? { is: 'piece', from, piece: 0 } : { is: 'evidence', from });
}

export function askEvidence(scene: Scene, stage: EvidenceStage): Ask {
  const pieces = evidenceOf(scene.assessment, scene.item);
  switch (stage.is) {
    case 'passages':
      return askPassages(stage);
    case 'open-passage': {
      const { length } = pageOf(stage);
      return {
        kind: 'key',
        message: phrase('interview', 'open-which'),
        keys: keysOf('b'),
        ...numbered(length, phrase('interview', 'key-open-passage')),
      };
    }
    case 'find-words':
      return { kind: 'text', message: phrase('interview', 'find-words'), initial: '' };
    case 'provision': {
      const before = stage.piece === undefined ? undefined : pieces[stage.piece]?.at;
      return { kind: 'text', message: phrase('interview', 'at'), initial: heldText(scene, stage) ?? stage.typed ?? before ?? '' };
    }
    case 'quote':
      return {
        kind: 'text',
        message: phrase('interview', 'quote'),
        initial: heldText(scene, stage) ?? pieces[stage.piece]?.quote ?? '',
      };
    case 'doubt':
      return askDoubt(scene, stage);
    case 'evidence':
      return {
        kind: 'key',
        message: phrase('interview', 'which-piece'),
        keys: keysOf('b'),
        ...numbered(pieces.length, phrase('interview', 'key-piece')),
      };
    case 'piece':
      return askPiece(scene, stage);
  }
}

export function respondToEvidence(scene: Scene, stage: EvidenceStage, input: Input): Step {
  switch (stage.is) {
    case 'passages':
      return passageKey(scene, stage, input);
    case 'open-passage': {
      const hit = input.kind === 'number' ? pageOf(stage)[input.number - 1] : undefined;
      return hit ? reading(scene, { ...stage, is: 'passages' }, hit) : stay(scene, { ...stage, is: 'passages' });
    }
    case 'find-words':
      return foundWords(scene, stage, input);
    case 'provision':
      return typedProvision(scene, stage, input);
    case 'quote':
      return typedQuote(scene, stage, input);
    case 'doubt':
      return respondToDoubt(scene, stage, input);
    case 'evidence':
      return input.kind === 'number'
        ? stay(scene, { is: 'piece', from: stage.from, piece: input.number - 1 })
        : stay(scene, { is: stage.from });
    case 'piece':
      return respondToPiece(scene, stage, input);
  }
}

function askPassages(stage: StageOf<'passages'>): Ask {
  const { hits, page } = stage;
  const listed = pageOf(stage).length;
  const pages = Math.ceil(hits.length / passagesListed);
  const first = page * passagesListed + 1;
  const more = { key: 'space', does: phrase('interview', 'key-more') };
  return {
    kind: 'key',
    message:
      hits.length === 0
        ? phrase('interview', 'take-none')
        : phrase('interview', 'take', { first, last: first + listed - 1, n: hits.length }),
    keys: [
      enterKey(phrase('interview', 'key-go-on')),
      ...(pages > 1 ? [more] : []),
      ...(listed > 0 ? keysOf('o') : []),
      ...keysOf('f', 't', 'b', 'q'),
    ],
    ...numbered(listed, phrase('interview', 'key-take')),
  };
}

function passageKey(scene: Scene, stage: StageOf<'passages'>, input: Input): Step {
  if (input.kind === 'number') return taken(scene, stage, input.number - 1);
  const { from, hits, page } = stage;
  switch (input.kind === 'key' ? input.key : 'b') {
    case 'q':
      return { state: { at: 'leaving', visit: scene.visit, move: 'stop' }, changes: [], notices: [] };
    case 'space':
      return stay(scene, { ...stage, page: (page + 1) % Math.max(1, Math.ceil(hits.length / passagesListed)) });
    case 'f':
      return stay(scene, { is: 'find-words', from, hits });
    case 't':
      return stay(scene, { is: 'provision', from, hits });
    case 'o': {
      const [only, ...others] = pageOf(stage);
      return only && others.length === 0 ? reading(scene, stage, only) : stay(scene, { ...stage, is: 'open-passage' });
    }
    default:
      return stay(scene, { is: from });
  }
}

function reading(scene: Scene, stage: EvidenceStage, hit: Hit): Step {
  const back = { at: 'item', visit: scene.visit, stage } as const;
  return { state: { at: 'reading', topic: { is: 'provision', hit }, back }, changes: [], notices: [] };
}

/** The whole sentence of a passage becomes evidence. The same words are taken once. */
function taken(scene: Scene, stage: StageOf<'passages'>, index: number): Step {
  const hit = pageOf(stage)[index];
  if (!hit) return stay(scene, stage);
  const piece = { at: hit.label, quote: scene.questionnaire.guide?.whole?.(hit) ?? hit.passage };
  const before = evidenceOf(scene.assessment, scene.item);
  if (before.some((each) => isSame(each, piece))) return stay(scene, stage, [{ code: 'taken-already', args: { at: hit.label } }]);
  const check = checkOfPiece(scene.questionnaire, piece);
  const remarks = check ? remarksOn(check) : [];
  return saved(scene, stage, [...before, piece], [{ code: 'taken', args: { at: hit.label } }, ...remarks]);
}

function isSame(one: Evidence, other: Evidence): boolean {
  const plain = (text = ''): string => text.replace(/\s+/g, ' ').trim();
  return plain(one.at) === plain(other.at) && plain(one.quote) === plain(other.quote);
}

function foundWords(scene: Scene, { from, hits }: StageOf<'find-words'>, input: Input): Step {
  const { guide } = scene.questionnaire;
  const words = input.kind === 'text' ? input.text : '';
  if (words === '' || !guide) return stay(scene, { is: 'passages', from, hits, page: 0 });
  const found = guide.search(words);
  const notices = found.length === 0 ? [{ code: 'no-words' as const, args: { words } }] : [];
  return stay(scene, { is: 'passages', from, hits: found, page: 0 }, notices);
}

/** A piece is saved when its provision is known, and again with its words. */
function typedProvision(scene: Scene, stage: StageOf<'provision'>, input: Input): Step {
  const { from, hits, piece } = stage;
  if (input.kind !== 'text' || input.text === '')
    return piece === undefined ? afterTyping(scene, stage) : backToPiece(scene, from, piece);
  const before = evidenceOf(scene.assessment, scene.item);
  const at = piece ?? before.length;
  const quoting = { is: 'quote', from, piece: at, isNew: piece === undefined, ...(hits && { hits }) } as const;
  if (before[at]?.at === input.text) return stay(scene, quoting);
  return saved(scene, quoting, [...before.slice(0, at), { ...before[at], at: input.text }, ...before.slice(at + 1)]);
}

function backToPiece(scene: Scene, from: From, piece: number): Step {
  return stay(scene, { is: 'piece', from, piece });
}

function typedQuote(scene: Scene, stage: StageOf<'quote'>, input: Input): Step {
  const { from, hits, piece, isNew } = stage;
  const before = evidenceOf(scene.assessment, scene.item);
  const { quote, ...rest } = before[piece] ?? {};
  if (input.kind !== 'text') {
    const typed = rest.at ?? '';
    const asking = { is: 'provision', from, typed, ...(hits && { hits }) } as const;
    // Going back takes a new piece back too, and asks for its provision again.
    if (isNew)
      return saved(
        scene,
        asking,
        before.filter((_, index) => index !== piece),
      );
    return stay(scene, { ...asking, piece });
  }
  if (input.text === (quote ?? ''))
    return input.text === '' ? afterTyping(scene, stage) : checked(scene, stage, rest.at, input.text);
  // In the order of an answers file, whatever was typed first.
  const { document, at, ...others } = rest;
  const changedPiece: Evidence = {
    ...(document !== undefined && { document }),
    ...(at !== undefined && { at }),
    ...(input.text !== '' && { quote: input.text }),
    ...others,
  };
  const evidence = before.map((each, index) => (index === piece ? changedPiece : each));
  const next = input.text === '' ? afterTyping(scene, stage) : checked(scene, stage, at, input.text);
  return { ...next, changes: [withEvidence(scene.assessment, scene.item, evidence)] };
}
