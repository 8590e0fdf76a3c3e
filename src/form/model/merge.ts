import { type AnswersText, type Clash, mergedChange, withChanges } from '../../answers/answers-text.ts';
import type { Change } from '../../answers/entries.ts';
import { changedEntries, entryIn } from '../../answers/merge.ts';
import type { Assessment } from '../../core/answers.ts';
import type { PreparedRubric } from '../../core/rubric.ts';
import { answerOf, flagOf, stepOf } from '../../interview/entries.ts';

/** The sections that are changed in the form, with the ids of the rubric's order. */
type Section = Change['section'];

/** What has to be written to get from one content to another. An entry that `to` lacks becomes empty. */
export function changesBetween(from: Assessment, to: Assessment, prepared: PreparedRubric): Change[] {
  const orders = ordersOf(prepared);
  return changedEntries(from, to).flatMap((name): Change[] => {
    const [section, id] = placeOf(name, prepared);
    if (section === undefined) return [];
    const value = entryIn(to, section, id) ?? emptyEntry(to, section, id);
    return [{ section, id, value, order: orders[section] } as Change];
  });
}

/** A content with another's text merged in. */
export interface Merged {
  /** Their text with all changes that go together. */
  readonly text: AnswersText;
  /** The entries that both changed in different ways; the text has theirs. */
  readonly clashes: readonly Clash[];
  /** The entries that only the others changed. */
  readonly outside: readonly string[];
}

/**
 * Merges one's own changes into what others wrote.
 * @param base the content before both
 * @throws CompassError if the merged text is not a valid answers file
 */
export function mergedText(base: Assessment, mine: Assessment, theirs: AnswersText, prepared: PreparedRubric): Merged {
  const clashes: Clash[] = [];
  const changes: Change[] = [];
  for (const change of changesBetween(base, mine, prepared)) {
    const merged = mergedChange(base, theirs.assessment, change);
    if ('clash' in merged) clashes.push(merged.clash);
    else changes.push(merged.change);
  }
  const own = new Set(changesBetween(base, mine, prepared).map(({ section, id }) => id ?? section));
  const outside = changedEntries(base, theirs.assessment).filter((name) => !own.has(name));
  return { text: changes.length === 0 ? theirs : withChanges(theirs, changes, prepared), clashes, outside };
}

/** The name of an entry, as `changedEntries` gives it: an id, `draft` or `reviewer`. A whole feature is not changed in the form. */
function placeOf(name: string, prepared: PreparedRubric): [section: Section | undefined, id: string | undefined] {
  if (name === 'draft' || name === 'reviewer') return [name, undefined];
  if (prepared.questions.has(name)) return ['answers', name];
  if (prepared.guidingQuestions.has(name)) return ['steps', name];
  return [prepared.flags.has(name) ? 'flags' : undefined, name];
}

function ordersOf({ questions, guidingQuestions, flags }: PreparedRubric): Readonly<Record<Section, readonly string[]>> {
  return {
    draft: [],
    reviewer: [],
    answers: [...questions.keys()],
    steps: [...guidingQuestions.keys()],
    flags: [...flags.keys()],
  };
}

export function emptyEntry(assessment: Assessment, section: Section, id = ''): Change['value'] {
  switch (section) {
    case 'draft':
      return assessment.draft;
    case 'reviewer':
      return assessment.reviewer;
    case 'answers':
      return answerOf(assessment, id);
    case 'steps':
      return stepOf(assessment, id);
    case 'flags':
      return flagOf(assessment, id);
  }
}
