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
 * must not pass for a whole one. If it would replace a saved text or answer, it becomes the reason, or if there is one is only quoted in
 * the mark.
 * @returns undefined if the text belongs to no entry
 */
export function keepHalfTyped(
  prepared: PreparedRubric,
  assessment: Assessment,
  state: State,
  typed: string,
): HalfTyped | undefined {
  // A long text that was being read covers the stage that waits below it.
  if (state.at === 'reading') return keepHalfTyped(prepared, assessment, state.back, typed);
  const item = state.at === 'item' ? state.visit.part.items[state.visit.index] : undefined;
  if (state.at !== 'item' || !item) return undefined;
  const ticks = halfTicked(prepared, assessment, item, state);
  const { held, index } = state.visit;
  const isHeld = typed === '' && held?.index === index;
  const text = isHeld ? held.text : typed;
  // What was left with Esc is only quoted, apart from a reason: no stage says any more where it belongs.
  const ofText = isHeld ? asReasons(assessment, item, text) : keptText(assessment, item, state.stage, text);
  if (ofText === undefined && ticks === '') return undefined;
  const kept = ofText ?? [];
  const after = changed(assessment, kept);
  const quoted = [ticks, ofText?.length === 0 ? text : ''].filter((words) => words !== '');
  const reason = quoted.length === 0 ? phrase('saving', 'half-typed') : `${halfTyped()}${listed(quoted)}`;
  const mark = withReview(after, item, added(entryOf(after, item).review, reason));
  return { id: item.id, changes: [...kept, mark] };
}

/** What a mark for review begins with that quotes what was half typed. */
function halfTyped(): string {
  return `${phrase('saving', 'half-typed')}: `;
}

/** Whether a mark for review is the only place that holds what was half typed. */
export function holdsHalfTyped(review: string | undefined): boolean {
  return review?.includes(halfTyped()) ?? false;
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
      if (level === null && notApplicable === null) return [notApplicableChange(assessment, item.id, text)];
      return asReasons(assessment, item, text);
    }
    case 'reasons':
    case 'editing':
      return asReasons(assessment, item, text);
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

/** @returns no change if there are reasons already */
function asReasons(assessment: Assessment, item: Item, text: string): readonly Change[] {
  return reasonsOf(assessment, item) === '' ? [reasonsChange(assessment, item, text)] : [];
}

/** The reasons for which the entry is marked, with one more; none is repeated. */
function added(earlier: string | undefined, reason: string): string {
  const reasons = earlier === undefined ? [] : earlier.split('; ');
  return reasons.includes(reason) ? reasons.join('; ') : [...reasons, reason].join('; ');
}
