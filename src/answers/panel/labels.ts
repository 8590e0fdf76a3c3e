import { phrase } from '../../messages/phrases.ts';
import type { PanelFile } from './files.ts';

/** An answers file, and how the result calls its reviewer. */
export interface Labelled extends PanelFile {
  readonly label: string;
}

/** Labels reviewers with their names; with the file name if there is no name, or if several have the same one. */
export function named(files: readonly PanelFile[]): Labelled[] {
  const names = files.map(({ assessment }) => assessment.reviewer.name);
  return files.map((file, index) => {
    const name = names[index];
    const isOnly = names.filter((each) => each === name).length === 1;
    return { ...file, label: name === undefined ? file.source : isOnly ? name : `${name} (${file.source})` };
  });
}

/** Labels reviewers A, B, C, in the order of the files' digests, which tells nothing of their names. */
export function anonymous(files: readonly PanelFile[]): Labelled[] {
  return [...files]
    .sort((a, b) => (a.digest < b.digest ? -1 : a.digest > b.digest ? 1 : 0))
    .map((file, index) => ({ ...file, label: phrase('panel', 'anonymous-label', { letter: letters(index) }) }));
}

function letters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : letters(Math.floor(index / 26) - 1) + letter;
}

/** How many reasons and notes contain the name or organisation of a reviewer. No option removes those. */
export function textsWithNames(files: readonly PanelFile[]): number {
  const names = files.flatMap(({ assessment: { reviewer } }) =>
    [reviewer.name, reviewer.organisation].filter((name) => name !== undefined && name.length > 2),
  );
  return files
    .flatMap(({ assessment: { answers, features, steps, flags } }) => [
      ...[...answers.values()].map(({ evidence, rationale, notApplicable, review }) => [
        rationale,
        notApplicable,
        review,
        evidence,
      ]),
      ...[...flags.values()].map(({ evidence, rationale, review }) => [rationale, review, evidence]),
      ...[...steps.values()].map(({ notes, evidence, review }) => [notes, review, evidence]),
      ...[...features.values()].map(({ notApplicable }) => notApplicable),
    ])
    .filter((texts) => names.some((name) => JSON.stringify(texts ?? '').includes(JSON.stringify(name).slice(1, -1)))).length;
}
