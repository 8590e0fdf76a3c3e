import type { Assessment } from '../core/answers.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import { type Change, type Section, type Sections, writeEntry } from './entries.ts';
import { changedEntries, entryIn, mergeEntry } from './merge.ts';
import { type ReadAnswers, readAnswers } from './read.ts';
import { isJson, serialise } from './serialise.ts';

/** The text of an answers file, and its content. */
export interface AnswersText extends ReadAnswers {
  readonly text: string;
  /** The file's name in messages. It decides between YAML and JSON. */
  readonly name: string;
}

/** A conflict: an entry that two people changed in different ways. */
export interface Clash {
  readonly section: Section;
  readonly id: string | undefined;
  readonly theirs: Sections[Section] | undefined;
  readonly mine: Sections[Section];
}

/** The text of a new answers file, without answers. */
export function newAnswersText({ rubric }: PreparedRubric): string {
  return `format: compass-answers/1\nrubric: { id: ${rubric.id}, version: ${rubric.version} }\n`;
}

/** @throws CompassError with all errors of the text */
export function readAnswersText(text: string, name: string, prepared: PreparedRubric): AnswersText {
  return { text, name, ...readAnswers(text, name, prepared) };
}

/**
 * The text with changes made, in their order. Comments, order and everything else are preserved. It is read back, so that a text that
 * could not be opened again never replaces a good one.
 */
export function withChanges(
  { parsed, text, name }: AnswersText,
  changes: readonly Change[],
  prepared: PreparedRubric,
): AnswersText {
  const document = parsed.document().clone();
  for (const change of changes) writeEntry(document, change, prepared.formerIds);
  return readAnswersText(serialise(document, text, name), name, prepared);
}

/** The text as a file of another name has it. From YAML to JSON its comments go, since JSON has none. */
export function renamed(answers: AnswersText, name: string, prepared: PreparedRubric): AnswersText {
  if (isJson(name) === isJson(answers.name)) return { ...answers, name };
  const document = answers.parsed.document().clone();
  document.contents = document.createNode(document.toJS()) as typeof document.contents;
  return readAnswersText(serialise(document, '', name), name, prepared);
}

/** A change that was merged with what others wrote. */
export interface MergedChange {
  readonly change: Change;
  /** The entries that others changed: full ids, and `draft` or `reviewer`. */
  readonly outside: readonly string[];
}

/**
 * Merges a change with a text that others wrote.
 * @param base the content before both changes
 * @returns the change to be made to `theirs`, or the conflict
 */
export function mergedChange(base: Assessment, theirs: Assessment, change: Change): MergedChange | { readonly clash: Clash } {
  const { section, id, value } = change;
  const there = entryIn(theirs, section, id);
  const merged = mergeEntry(entryIn(base, section, id), there, value);
  if (merged === undefined) return { clash: { section, id, theirs: there, mine: value } };
  return {
    change: { ...change, value: merged.value },
    outside: changedEntries(base, theirs).map((entry) => entry.id ?? entry.section),
  };
}
