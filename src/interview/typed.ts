import { phrase } from '../messages/phrases.ts';
import { Interrupted } from './interrupted.ts';
import type { Interview } from './interview.ts';
import type { Back } from './prompter.ts';

/**
 * A text that is asked for. Interrupted in the middle of it, what has been typed is kept, and the entry is marked to be looked at
 * again: a half sentence must not pass for a whole one.
 * @param id of the entry that the text belongs to
 * @param keep puts the half text in its place; undefined where it would undo what is there, so that only the mark holds it
 */
export async function askText(
  interview: Interview,
  id: string,
  [message, initial]: readonly [message: string, initial: string],
  keep: ((text: string) => Promise<void>) | undefined,
): Promise<string | Back> {
  try {
    return await interview.prompter.text(message, initial);
  } catch (error) {
    if (error instanceof Interrupted && error.typed !== '') {
      await keep?.(error.typed);
      await mark(interview, id, keep ? undefined : error.typed);
      error.keptIn = id;
    }
    throw error;
  }
}

async function mark({ store, prepared }: Interview, id: string, text: string | undefined): Promise<void> {
  const half = phrase('saving', 'half-typed');
  const because = (earlier: string | undefined): string => {
    const reasons = earlier === undefined ? [] : earlier.split('; ');
    const reason = text === undefined ? half : `${half}: ${text}`;
    return reasons.includes(reason) ? reasons.join('; ') : [...reasons, reason].join('; ');
  };
  const { answers, steps, flags } = store.assessment();
  if (prepared.questions.has(id)) {
    const answer = answers.get(id) ?? { level: null, notApplicable: null, evidence: [] };
    await store.setAnswer(id, { ...answer, review: because(answer.review) });
  } else if (prepared.flags.has(id)) {
    const flag = flags.get(id) ?? { present: null, evidence: [] };
    await store.setFlag(id, { ...flag, review: because(flag.review) });
  } else {
    const step = steps.get(id) ?? { status: null };
    await store.setStep(id, { ...step, review: because(step.review) });
  }
}
