import type { Assessment, Evidence } from '../core/answers.ts';
import { listed } from '../messages/lists.ts';
import { phrase } from '../messages/phrases.ts';
import { answerOf, type Change, changed, entryOf, evidenceOf, flagOf, stepOf, withEvidence, withReview } from './entries.ts';
import { refusedTicks } from './marks.ts';
import type { Item } from './plan.ts';
import type { Stage, State, Visit } from './state.ts';

/** The part of an answer that was being typed when the interview was interrupted. */
export interface HalfTyped {
  /** The id of the entry that keeps it. */
  readonly id: string;
  readonly changes: readonly Change[];
}

/**
 * What to save of a text that was being typed. It is written to the entry, which is marked for review: a half sentence
 * must not pass for a whole one. If it would replace a saved answer, it is only quoted in the mark.
 * @returns undefined if the text belongs to no entry
 */
export function keepHalfTyped(assessment: Assessment, state: State, text: string): HalfTyped | undefined {
  const item = state.at === 'item' ? state.visit.part.items[state.visit.index] : undefined;
  if (state.at !== 'item' || !item) return undefined;
  const ticks = halfTicked(assessment, item, state, text);
  const kept = ticks === '' ? keptText(assessment, item, state.stage, text) : [];
  if (kept === undefined) return undefined;
  const after = changed(assessment, kept);
  const reason = kept.length > 0 ? phrase('saving', 'half-typed') : `${phrase('saving', 'half-typed')}: ${ticks || text}`;
  const mark = withReview(after, item, added(entryOf(after, item).review, reason));
  return { id: item.id, changes: [...kept, mark] };
}

/** A level and ticks that contradict each other or are not finished, in words; empty if nothing waits to be saved. */
function halfTicked(
  assessment: Assessment,
  { id }: Item,
  { stage, visit }: { readonly stage: Stage; readonly visit: Visit },
  text: string,
): string {
  const isAtMarks = stage.is === 'marks';
  const level = isAtMarks && answerOf(assessment, id).level !== stage.level ? stage.level : undefined;
  const ticks = (isAtMarks && text) || refusedTicks(visit);
  return listed([
    level !== undefined && phrase('saving', 'half-level', { level }),
    ticks && phrase('saving', 'half-ticks', { ticks }),
  ]);
}

/**
 * @returns no change if the text would delete saved text; undefined if there is no text, or the stage does not ask for a part of an
 *   answer
 */
function keptText(assessment: Assessment, item: Item, stage: Stage, text: string): readonly Change[] | undefined {
  if (text === '') return undefined;
  switch (stage.is) {
    case 'not-applicable': {
      const answer = answerOf(assessment, item.id);
      if (answer.level !== null) return [];
      return [{ section: 'answers', id: item.id, value: { ...answer, notApplicable: text } }];
    }
    case 'reasons':
      return [withReasons(assessment, item, text)];
    case 'provision':
      return [withEvidence(assessment, item, [...evidenceOf(assessment, item), { at: text }])];
    case 'quote': {
      const present = evidenceOf(assessment, item);
      const piece: Evidence = { ...present.at(-1), quote: text };
      return [withEvidence(assessment, item, [...present.slice(0, -1), piece])];
    }
    default:
      return undefined;
  }
}

function withReasons(assessment: Assessment, { kind, id }: Item, text: string): Change {
  switch (kind) {
    case 'question':
      return { section: 'answers', id, value: { ...answerOf(assessment, id), rationale: text } };
    case 'guiding':
      return { section: 'steps', id, value: { ...stepOf(assessment, id), notes: text } };
    case 'flag':
      return { section: 'flags', id, value: { ...flagOf(assessment, id), rationale: text } };
  }
}

/** The reasons for which the entry is marked, with one more; none is repeated. */
function added(earlier: string | undefined, reason: string): string {
  const reasons = earlier === undefined ? [] : earlier.split('; ');
  return reasons.includes(reason) ? reasons.join('; ') : [...reasons, reason].join('; ');
}
