import type { JSX } from 'preact';
import { dissentWords, formerWords } from '../../../interview/dissent.ts';
import { entryOf } from '../../../interview/entries.ts';
import type { Item } from '../../../interview/plan.ts';
import { phrase } from '../../../messages/phrases.ts';
import { TextField } from '../controls/text-field.tsx';
import { usePage, useSession } from '../page.ts';
import { markTexts } from './mark-texts.ts';

/** Marks the item to be looked at again, with the reason. */
export function Review({ item }: { readonly item: Item }): JSX.Element {
  const { session } = usePage();
  const because = useSession(({ assessment }) => entryOf(assessment, item).review);
  return (
    <div class="review">
      <label class="choice">
        <input
          type="checkbox"
          id="review"
          checked={because !== undefined}
          onChange={({ currentTarget }) =>
            session.setReview(item, currentTarget.checked ? phrase('form', 'review-default') : undefined)
          }
        />
        <span>{phrase('form', 'review')}</span>
      </label>
      {because !== undefined && (
        <TextField
          id="review-because"
          label={phrase('form', 'review-because')}
          value={because === phrase('form', 'review-default') ? '' : because}
          onText={(text) => session.setReview(item, text === '' ? phrase('form', 'review-default') : text)}
        />
      )}
    </div>
  );
}

/** Why the item is marked for review, what a panel's reviewers said, and what the evidence was before the draft changed. */
export function ReviewNote({ item }: { readonly item: Item }): JSX.Element | null {
  // An open panel shows what all its reviewers said.
  const dissent = useSession(({ assessment, panel }) => (panel ? undefined : entryOf(assessment, item).dissent));
  const evidence = useSession(({ assessment }) => entryOf(assessment, item).evidence);
  const because = useSession(({ assessment }) => entryOf(assessment, item).review);
  const question = usePage().session.prepared.questions.get(item.id)?.question;
  const was = (evidence ?? []).map(formerWords).filter((words) => words !== '');
  if (!dissent && was.length === 0 && because === undefined) return null;
  return (
    <div class="remark">
      {because !== undefined && <p dir="auto">{phrase('form', 'to-review', { because })}</p>}
      {dissent && <p>{phrase('interview', 'dissent')}</p>}
      <ul>
        {dissent?.map((each, index) => (
          <li key={index} dir="auto">
            {dissentWords(each, (ids) => markTexts(question, ids))}
          </li>
        ))}
        {was.map((words) => (
          <li key={words} dir="auto">
            {phrase('interview', 'evidence-was', { words })}
          </li>
        ))}
      </ul>
    </div>
  );
}
