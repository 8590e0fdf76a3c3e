import type { Evidence, QuoteCheck } from '../../core/answers.ts';
import { draftWords, isVerified } from '../../core/evidence.ts';
import { listed } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import type { DraftGuide } from '../draft-guide.ts';
import { evidenceOf } from '../entries.ts';
import { enterKey, keysOf } from '../keys.ts';
import type { Ask, Input, Key, Notice, Questionnaire, Scene, Step } from '../state.ts';
import { afterTyping, type StageOf, saved, stay } from './stages.ts';

/**
 * What follows when a quote was typed: if it stands in the draft where the citation says, that is said; otherwise the reviewer
 * decides what to do about it. The quote is saved as it was typed before that.
 */
export function checked(scene: Scene, stage: StageOf<'quote'>, at: string | undefined, quote: string): Step {
  const check = scene.questionnaire.guide?.check(quote, at ?? '');
  if (!check) return afterTyping(scene, stage);
  if (isVerified(check) && !check.omits && isOneWord(quote))
    return afterTyping(scene, stage, [{ code: 'quote-one-word', args: { word: quote, n: check.foundAt.length } }]);
  if (isVerified(check) && !check.omits)
    return afterTyping(scene, stage, [{ code: 'quote-stands', args: { found: listed(check.foundAt) } }, ...remarksOn(check)]);
  return stay(scene, { ...stage, is: 'doubt' });
}

/** A single word stands nearly everywhere, and shows nothing. Scripts without spaces have no such words. */
function isOneWord(quote: string): boolean {
  return /^[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+$/u.test(quote.trim());
}

/** What a reviewer must know of a quote even if it is verified, in the words of the reports. */
export function remarksOn({ omits, outside }: Pick<QuoteCheck, 'omits' | 'outside'>): Notice[] {
  return [
    ...(outside ? [{ code: 'check-outside', args: {} } as const] : []),
    ...(omits ? [{ code: 'check-omits', args: { words: listed(omits) } } as const] : []),
  ];
}

/** What is wrong with a piece of evidence, and what the draft has instead. */
export interface Doubt {
  readonly check: QuoteCheck;
  /** The draft's words and where they stand; absent if it has nothing like them. */
  readonly offer?: { readonly at: string; readonly quote: string };
}

/** Looks a piece up in the draft; undefined without a draft or a quote, or if it is from another document. */
export function checkOfPiece({ guide }: Questionnaire, { document, at = '', quote }: Evidence): QuoteCheck | undefined {
  return quote === undefined || document !== undefined ? undefined : guide?.check(quote, at);
}

/**
 * What is wrong with a piece; undefined if it was not looked up, or stands where it is cited. Of words that stand there without a
 * negation or an exception of their sentence, a reader would take the contrary.
 */
export function doubtOf({ questionnaire, assessment, item }: Scene, piece: number): Doubt | undefined {
  const { guide } = questionnaire;
  const found = evidenceOf(assessment, item)[piece] ?? {};
  const { at = '', quote } = found;
  const check = checkOfPiece(questionnaire, found);
  if (!guide || !check || quote === undefined) return undefined;
  if (isVerified(check)) return check.omits ? { check, ...wholeOffer(guide, quote, at, check) } : undefined;
  const words = check.status === 'near' ? draftWords(check.differences ?? []) : quote;
  const own = guide.check(words, at);
  if (own.status !== 'exact' && own.status !== 'layout') return { check };
  const place = own.placed === true ? at : own.foundAt[0];
  if (place === undefined) return { check };
  const whole = check.status === 'near' ? wholeSentence(guide, words, place, own) : words;
  return { check, offer: { at: place, quote: whole } };
}

/** The whole sentence around a quote that leaves something out of it; none if that is no more than the quote. */
function wholeOffer(guide: DraftGuide, quote: string, at: string, check: QuoteCheck): Pick<Doubt, 'offer'> {
  const place = at || check.foundAt[0];
  const whole = place === undefined ? quote : wholeSentence(guide, quote, place, check);
  return place === undefined || whole === quote ? {} : { offer: { at: place, quote: whole } };
}

/**
 * The sentence or point that some words of the draft belong to: a few words alone may lack its verb. The words themselves if that can't
 * be told, or if it would not be found at the place.
 */
function wholeSentence(guide: DraftGuide, words: string, at: string, { foundAt }: QuoteCheck): string {
  const [label = at] = foundAt;
  const whole = guide.whole?.({ label, passage: words }) ?? words;
  return isVerified(guide.check(whole, at)) ? whole : words;
}

/** The key that takes what the draft has; none if it has nothing like the piece. */
export function offerKey(scene: Scene, piece: number): Key[] {
  const offer = doubtOf(scene, piece)?.offer;
  if (!offer) return [];
  const isPlaceOnly = offer.quote === evidenceOf(scene.assessment, scene.item)[piece]?.quote;
  return isPlaceOnly ? [{ key: 'd', does: phrase('interview', 'key-draft-place', { at: offer.at }) }] : keysOf('d');
}

export function askDoubt(scene: Scene, { piece }: StageOf<'doubt'>): Ask {
  const keys = [...offerKey(scene, piece), enterKey(phrase('interview', 'key-keep-typed')), ...keysOf('f')];
  return {
    kind: 'key',
    message: phrase('interview', 'doubt'),
    keys: [...keys, { key: 'b', does: phrase('interview', 'key-retype') }],
  };
}

export function respondToDoubt(scene: Scene, stage: StageOf<'doubt'>, input: Input): Step {
  switch (input.kind === 'key' ? input.key : 'b') {
    case 'd':
      return takeDraftWords(scene, stage.piece, (notices) => afterTyping(scene, stage, notices));
    case 'f':
      return stay(scene, { is: 'find-words', from: stage.from, hits: stage.hits ?? [] });
    case 'enter':
      return afterTyping(scene, stage);
    default:
      return stay(scene, { ...stage, is: 'quote' });
  }
}

/** Puts the draft's words and their place into a piece of evidence. */
export function takeDraftWords(scene: Scene, piece: number, next: (notices: Step['notices']) => Step): Step {
  const offer = doubtOf(scene, piece)?.offer;
  if (!offer) return next([]);
  const evidence = evidenceOf(scene.assessment, scene.item).map((each, index) =>
    index === piece ? { ...each, ...offer } : each,
  );
  const check = scene.questionnaire.guide?.check(offer.quote, offer.at);
  const { state, notices } = next([{ code: 'taken', args: { at: offer.at } }, ...(check ? remarksOn(check) : [])]);
  return { ...saved(scene, { is: 'answer' }, evidence), state, notices };
}
