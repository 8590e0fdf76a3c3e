import type { Evidence } from '../../../core/answers.ts';
import { isVerified } from '../../../core/evidence.ts';
import { evidenceOf } from '../../../interview/entries.ts';
import { inSentences } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Page } from '../page.ts';
import { whyFailed } from './check.ts';

/** The words on one line, as they are quoted. */
export function quoted(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/**
 * Adds words of the draft to the evidence of the item that the reviewer is at.
 * @param isSeen whether the eye sees that they are taken
 */
export async function takeAsEvidence(page: Page, at: string, words: string, isSeen = false): Promise<void> {
  const { session, draft } = page;
  const item = session.state().at;
  const piece = { ...(at !== '' && { at }), quote: quoted(words) };
  if (hasPiece(evidenceOf(session.state().assessment, item), piece))
    return sayTaken(page, phrase('form', 'taken-before', { at }), isSeen);
  session.setEvidence(item, inOrder(page, evidenceOf(session.state().assessment, item), piece));
  sayTaken(page, takenWords(at), isSeen);
  // The words are in this text; whether they are in that of the answers is not known.
  if (session.state().isOtherDraft) return;
  try {
    const check = await draft?.client.check(piece.quote, at, session.state().assessment.draft.title);
    if (check && isVerified(check)) sayTaken(page, takenWords(at, true), isSeen);
  } catch (error) {
    const failed = phrase('form', 'check-failed', { why: whyFailed(error) });
    sayTaken(page, inSentences([takenWords(at), failed]), isSeen);
  }
}

export function takenWords(at: string, isFound = false): string {
  return at === '' ? phrase('form', 'taken-nowhere') : phrase('form', isFound ? 'taken-verified' : 'taken', { at });
}

/** Milliseconds that it is said what was taken. */
const shownFor = 6000;

/** Says beside the draft what was taken from it. */
function sayTaken({ ui }: Page, text: string, isSeen: boolean): void {
  const taken = { text, isSeen };
  ui.set({ taken });
  setTimeout(() => ui.state().taken === taken && ui.set({ taken: undefined }), shownFor);
}

/** Puts a new piece before the first one that stands further on in the draft. Those that stand in no known place stay where they are. */
function inOrder({ draft }: Page, evidence: readonly Evidence[], piece: Evidence): readonly Evidence[] {
  const lineOf = ({ at = '' }: Evidence): number | undefined => draft?.lineOf.get(at);
  const line = lineOf(piece);
  const index = line === undefined ? -1 : evidence.findIndex((each) => (lineOf(each) ?? -1) > line);
  return index === -1 ? [...evidence, piece] : evidence.toSpliced(index, 0, piece);
}

export function hasPiece(evidence: readonly Evidence[], { at, quote }: Evidence): boolean {
  return evidence.some((each) => (each.at ?? '') === (at ?? '') && each.quote === quote);
}
