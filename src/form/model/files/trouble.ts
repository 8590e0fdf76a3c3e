import { clauses, sentence } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { CompassError, problemMessage } from '../../../source/problem.ts';

/** What the browser calls the reasons why a file can't be chosen, read or written. */
const reasons = {
  NotAllowedError: 'why-forbidden',
  SecurityError: 'why-forbidden',
  NoModificationAllowedError: 'why-forbidden',
  NotFoundError: 'why-gone',
  NotReadableError: 'why-unreadable',
  QuotaExceededError: 'why-full',
} as const;

/** Why something could not be done with a file, and what to do about it. */
export function whyNot(error: unknown): string {
  if (error instanceof CompassError) return sentence(clauses(error.problems.map(problemMessage)));
  if (!(error instanceof Error)) return String(error);
  const { name, message } = error;
  if (name in reasons) return phrase('keeping', reasons[name as keyof typeof reasons]);
  return phrase('keeping', 'why-other', { message: message.replace(/\.$/, '') });
}

/** Why a file can't be opened. One that is something else altogether has no errors worth listing. */
export function refusal(file: string, text: string | undefined, error: unknown): string {
  const isOther = !text?.includes('compass-answers');
  return isOther
    ? phrase('keeping', 'file-not-answers', { file })
    : phrase('keeping', 'file-refused', { file, why: whyNot(error) });
}
