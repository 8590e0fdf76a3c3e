import type { Assessment } from '../../core/answers.ts';
import { type Change, changed, entryOf, withReview } from '../../interview/entries.ts';
import type { Item } from '../../interview/plan.ts';
import { listed } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import type { Choice } from './browser-copy/copy.ts';
import type { Waiting, Work } from './work.ts';

/**
 * The answers as a file gets them: a choice that waits can't be in it, since a level without its marks would be refused, but the
 * answer's mark for review names it.
 */
export function withUnfinished({ assessment, pending, unexplained, elsewhere }: Waiting & Pick<Work, 'assessment'>): Assessment {
  const changes = [...pending].map(([id, { level, marks }]) => waitingMark(assessment, { id, level, marks }));
  const others = [...unexplained].map((id) => marked(assessment, id, phrase('keeping', 'unfinished-reason')));
  const chosen = changed(assessment, [...changes, ...others]);
  // A question may have both.
  const about = [...elsewhere].map(([id, { law, at, note }]) =>
    marked(chosen, id, phrase('keeping', 'unfinished-elsewhere', { text: listed([law, at, note]) })),
  );
  return changed(chosen, about);
}

/** The mark for review that names a choice that waits. */
export function waitingMark(assessment: Assessment, { id, level, marks }: Choice): Change {
  const args = { level: level ?? '-', marks: listed(marks) };
  return marked(assessment, id, phrase('keeping', marks.length > 0 ? 'unfinished' : 'unfinished-no-marks', args));
}

function marked(assessment: Assessment, id: string, reason: string): Change {
  const item: Item = { kind: 'question', id };
  const before = entryOf(assessment, item).review;
  return withReview(assessment, item, before ? `${before}; ${reason}` : reason);
}
