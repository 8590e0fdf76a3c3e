import { type Clash, mergedChange } from '../../../answers/answers-text.ts';
import type { Change, Section, Sections } from '../../../answers/entries.ts';
import { changedEntries, type EntryName, entryIn } from '../../../answers/merge.ts';
import type { Assessment } from '../../../core/answers.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { answerOf, changed, flagOf, type Change as InterviewChange, stepOf } from '../../../interview/entries.ts';

/** A change to the content: an act of the reviewer, or of others, who may also set a whole feature aside. */
export type Edit = InterviewChange | { readonly section: 'features'; readonly id: string; readonly value: Sections['features'] };

/** The content with changes made, in their order. */
export function edited(assessment: Assessment, edits: readonly Edit[]): Assessment {
  let now = assessment;
  for (const edit of edits) now = edit.section === 'features' ? withFeature(now, edit.id, edit.value) : changed(now, [edit]);
  return now;
}

function withFeature(assessment: Assessment, id: string, { notApplicable }: Sections['features']): Assessment {
  const features = new Map(assessment.features);
  if (notApplicable === undefined) features.delete(id);
  else features.set(id, { notApplicable });
  return { ...assessment, features };
}

/** What has to be written to get from one content to another. An entry that `to` lacks becomes empty. */
export function changesBetween(from: Assessment, to: Assessment, prepared: PreparedRubric): Change[] {
  const orders = ordersOf(prepared);
  return changedEntries(from, to).flatMap(({ section, id }): Change[] => {
    // What the rubric does not have is in no text.
    if (id !== undefined && !orders[section].includes(id)) return [];
    const value = entryIn(to, section, id) ?? emptyEntry(to, section, id);
    return [{ section, id, value, order: orders[section] } as Change];
  });
}

/** Tells an entry from the others, also from one of another section with the same id. */
export function keyOf({ section, id = '' }: { readonly section: Section; readonly id?: string | undefined }): string {
  return `${section} ${id}`;
}

/** One's own changes and those of others together. */
export interface Merged {
  /** Their content with all changes that go together. */
  readonly assessment: Assessment;
  /** The entries that both changed in different ways; the content has theirs. */
  readonly clashes: readonly Clash[];
  /** The entries that only the others changed. */
  readonly outside: readonly EntryName[];
}

/** Merges one's own changes into what others made of the same content. @param base the content before both */
export function mergedContent(base: Assessment, mine: Assessment, theirs: Assessment, prepared: PreparedRubric): Merged {
  const own = changesBetween(base, mine, prepared);
  const merged = own.map((change) => mergedChange(base, theirs, change));
  const names = new Set(own.map(keyOf));
  return {
    assessment: edited(
      theirs,
      merged.flatMap((each) => ('clash' in each ? [] : [asEdit(each.change)])),
    ),
    clashes: merged.flatMap((each) => ('clash' in each ? [each.clash] : [])),
    outside: changedEntries(base, theirs).filter((entry) => !names.has(keyOf(entry))),
  };
}

/**
 * An earlier content of one's own, to which undo may lead, with what others have changed since.
 * @param base what both had, and `theirs` what the others made of it
 * @param except the keys of entries that stay as they are
 */
export function rebased(
  earlier: Assessment,
  changes: { readonly base: Assessment; readonly theirs: Assessment; readonly except?: ReadonlySet<string> },
  prepared: PreparedRubric,
): Assessment {
  const { base, theirs, except } = changes;
  const edits = changesBetween(base, theirs, prepared)
    .filter((change) => except?.has(keyOf(change)) !== true)
    .map((change) => {
      const { section, id } = change;
      const value = entryIn(earlier, section, id) ?? emptyEntry(earlier, section, id);
      const merged = mergedChange(base, theirs, { ...change, value } as Change);
      return asEdit('clash' in merged ? change : merged.change);
    });
  return edits.length === 0 ? earlier : edited(earlier, edits);
}

/** A change to the file as a change to the content. */
export function asEdit({ section, id, value }: Change): Edit {
  return { section, ...(id !== undefined && { id }), value } as Edit;
}

function ordersOf({ questions, guidingQuestions, flags, rubric }: PreparedRubric): Readonly<Record<Section, readonly string[]>> {
  return {
    draft: [],
    reviewer: [],
    answers: [...questions.keys()],
    steps: [...guidingQuestions.keys()],
    flags: [...flags.keys()],
    features: rubric.features.map(({ id }) => id),
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
    case 'features':
      return assessment.features.get(id) ?? {};
  }
}
