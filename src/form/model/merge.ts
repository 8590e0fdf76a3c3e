import { type Clash, mergedChange } from '../../answers/answers-text.ts';
import type { Change } from '../../answers/entries.ts';
import { changedEntries, entryIn } from '../../answers/merge.ts';
import type { Assessment } from '../../core/answers.ts';
import type { PreparedRubric } from '../../core/rubric.ts';
import { answerOf, changed, type Change as Edit, flagOf, stepOf } from '../../interview/entries.ts';

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

/** One's own changes and those of others together. */
export interface Merged {
  /** Their content with all changes that go together. */
  readonly assessment: Assessment;
  /** The entries that both changed in different ways; the content has theirs. */
  readonly clashes: readonly Clash[];
  /** The entries that only the others changed. */
  readonly outside: readonly string[];
}

/** Merges one's own changes into what others made of the same content. @param base the content before both */
export function mergedContent(base: Assessment, mine: Assessment, theirs: Assessment, prepared: PreparedRubric): Merged {
  const own = changesBetween(base, mine, prepared);
  const merged = own.map((change) => mergedChange(base, theirs, change));
  const names = new Set(own.map(({ section, id }) => id ?? section));
  return {
    assessment: changed(
      theirs,
      merged.flatMap((each) => ('clash' in each ? [] : [asEdit(each.change)])),
    ),
    clashes: merged.flatMap((each) => ('clash' in each ? [each.clash] : [])),
    outside: changedEntries(base, theirs).filter((name) => !names.has(name)),
  };
}

/** A change to the file as a change to the content. */
export function asEdit({ section, id, value }: Change): Edit {
  return { section, ...(id !== undefined && { id }), value } as Edit;
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
