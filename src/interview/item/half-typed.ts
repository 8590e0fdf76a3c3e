import type { Assessment, Evidence } from '../../core/answers.ts';
import type { PreparedRubric } from '../../core/rubric.ts';
import { listed } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import { notApplicableChange, reasonsChange, reasonsOf } from '../changes.ts';
import { answerOf, type Change, changed, entryOf, evidenceOf, withEvidence, withReview } from '../entries.ts';
import type { Item } from '../plan.ts';
import type { Stage, State } from '../state.ts';
import { unsavedTicks } from './marks.ts';

/** The part of an answer that was being typed when the interview was interrupted. */
export interface HalfTyped {
  /** The id of the entry that keeps it. */
  readonly id: string;
  readonly changes: readonly Change[];
}

/**
 * What to save of a text that was being typed. It is written to the entry, which is marked for review: a half sentence
 * must not pass for a whole one. If it would replace a saved text or answer, it is only quoted in the mark.
 * @returns undefined if the text belongs to no entry
 */
export function keepHalfTyped(
  prepared: PreparedRubric,
  assessment: Assessment,
  state: State,
  text: string,
): HalfTyped | undefined {
  // A long text that was being read covers the stage that waits below it.
  if (state.at === 'reading') return keepHalfTyped(prepared, assessment, state.back, text);
  const item = state.at === 'item' ? state.visit.part.items[state.visit.index] : undefined;
  if (state.at !== 'item' || !item) return undefined;
  const ticks = halfTicked(prepared, assessment, item, state);
  const kept = ticks === '' ? keptText(assessment, item, state.stage, text) : [];
  if (kept === undefined) return undefined;
  const after = changed(assessment, kept);
  const reason = kept.length > 0 ? phrase('saving', 'half-typed') : `${phrase('saving', 'half-typed')}: ${ticks || text}`;
  const mark = withReview(after, item, added(entryOf(after, item).review, reason));
  return { id: item.id, changes: [...kept, mark] };
}

/** A level and ticks that are not saved yet, in words; empty if there are none. */
function halfTicked(
  prepared: PreparedRubric,
  assessment: Assessment,
  { id }: Item,
  { stage, visit }: Extract<State, { at: 'item' }>,
): string {
  const marks = prepared.questions.get(id)?.question.marks ?? [];
  const saved = answerOf(assessment, id);
  const level = stage.is === 'marks' && stage.level !== saved.level ? stage.level : null;
  const ticked = stage.is === 'marks' ? stage.ticked : unsavedTicks({ visit });
  const isChanged = ticked !== undefined && String(ticked) !== String(saved.marks ?? []);
  const ticks = isChanged ? listed(marks.map((mark) => mark.id).filter((each) => ticked.includes(each))) : '';
  return listed(
    [level !== null && phrase('saving', 'half-level', { level }), ticks && phrase('saving', 'half-ticks', { ticks })].filter(
      Boolean,
    ),
  );
}

/**
 * @returns no change if the text would replace saved text; undefined if there is no text, or the stage does not ask for a part of an
 *   answer
 */
function keptText(assessment: Assessment, item: Item, stage: Stage, text: string): readonly Change[] | undefined {
  if (text === '') return undefined;
  switch (stage.is) {
    case 'not-applicable': {
      const { level, notApplicable } = answerOf(assessment, item.id);
      return level !== null || notApplicable !== null ? [] : [notApplicableChange(assessment, item.id, text)];
    }
    case 'reasons':
    case 'editing':
      return reasonsOf(assessment, item) === '' ? [reasonsChange(assessment, item, text)] : [];
    case 'provision':
      return stage.piece === undefined ? [withEvidence(assessment, item, [...evidenceOf(assessment, item), { at: text }])] : [];
    case 'quote': {
      const before = evidenceOf(assessment, item);
      if (before[stage.piece]?.quote !== undefined) return [];
      const evidence = before.map((each, index): Evidence => (index === stage.piece ? { ...each, quote: text } : each));
      return [withEvidence(assessment, item, evidence)];
    }
    default:
      return undefined;
  }
}

/** The reasons for which the entry is marked, with one more; none is repeated. */
function added(earlier: string | undefined, reason: string): string {
  const reasons = earlier === undefined ? [] : earlier.split('; ');
  return reasons.includes(reason) ? reasons.join('; ') : [...reasons, reason].join('; ');
}
