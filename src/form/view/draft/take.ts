import type { Evidence } from '../../../core/answers.ts';
import { isVerified } from '../../../core/evidence.ts';
import { evidenceOf } from '../../../interview/entries.ts';
import { phrase } from '../../../messages/phrases.ts';
import { say } from '../acts.ts';
import type { Page } from '../page.ts';

/** The words on one line, as they are quoted. */
export function quoted(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Adds words of the draft to the evidence of the item that the reviewer is at. */
export async function takeAsEvidence(page: Page, at: string, words: string): Promise<void> {
  const { session, draft } = page;
  const item = session.state().at;
  const piece = { ...(at !== '' && { at }), quote: quoted(words) };
  if (hasPiece(evidenceOf(session.state().assessment, item), piece)) return say(page, phrase('form', 'taken-before', { at }));
  session.setEvidence(item, [...evidenceOf(session.state().assessment, item), piece]);
  const check = await draft?.client.check(piece.quote, at, session.state().assessment.draft.title);
  say(page, phrase('form', check && isVerified(check) ? 'taken-verified' : 'taken', { at }));
}

export function hasPiece(evidence: readonly Evidence[], { at, quote }: Evidence): boolean {
  return evidence.some((each) => (each.at ?? '') === (at ?? '') && each.quote === quote);
}
