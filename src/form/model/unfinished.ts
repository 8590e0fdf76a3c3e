import type { Assessment } from '../../core/answers.ts';
import { changed, entryOf, withReview } from '../../interview/entries.ts';
import type { Item } from '../../interview/plan.ts';
import { listed } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import type { Work } from './work.ts';

/**
 * The answers as a file gets them: a choice that waits can't be in it, since a level without its marks would be refused, but the
 * answer's mark for review names it.
 */
export function withUnfinished({ assessment, pending }: Pick<Work, 'assessment' | 'pending'>): Assessment {
  const changes = [...pending].flatMap(([id, { level, marks }]) => {
    const item: Item = { kind: 'question', id };
    const args = { level: level ?? '-', marks: listed(marks) };
    const reason = phrase('keeping', marks.length > 0 ? 'unfinished' : 'unfinished-no-marks', args);
    const before = entryOf(assessment, item).review;
    return [withReview(assessment, item, before ? `${before}; ${reason}` : reason)];
  });
  return changed(assessment, changes);
}
