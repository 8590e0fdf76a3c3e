import type { Assessment } from '../../core/answers.ts';
import { type Change, changed, entryOf, withReview } from '../../interview/entries.ts';
import type { Item } from '../../interview/plan.ts';
import { listed } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import type { Work } from './work.ts';

/**
 * The answers as a file gets them: a choice that waits can't be in it, since a level without its marks would be refused, but the
 * answer's mark for review names it.
 */
export function withUnfinished({
  assessment,
  pending,
  unexplained,
}: Pick<Work, 'assessment' | 'pending' | 'unexplained'>): Assessment {
  const changes = [...pending].map(([id, { level, marks }]) => {
    const args = { level: level ?? '-', marks: listed(marks) };
    return marked(assessment, id, phrase('keeping', marks.length > 0 ? 'unfinished' : 'unfinished-no-marks', args));
  });
  const others = [...unexplained].map((id) => marked(assessment, id, phrase('keeping', 'unfinished-reason')));
  return changed(assessment, [...changes, ...others]);
}

function marked(assessment: Assessment, id: string, reason: string): Change {
  const item: Item = { kind: 'question', id };
  const before = entryOf(assessment, item).review;
  return withReview(assessment, item, before ? `${before}; ${reason}` : reason);
}
