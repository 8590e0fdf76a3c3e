import type { Assessment } from '../../core/answers.ts';
import { panelSize } from '../../core/panel/panel.ts';
import type { PanelWarning } from '../../core/panel/result.ts';
import type { PreparedRubric } from '../../core/rubric.ts';
import { listed } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import { CompassError, type Problem } from '../../source/problem.ts';

/** One reviewer's answers file. */
export interface PanelFile {
  readonly source: string;
  readonly assessment: Assessment;
  /** The version of the rubric that the file names. */
  readonly version: string;
  /** SHA-256 of the file. It orders the reviewers of an anonymous panel. */
  readonly digest: string;
}

/**
 * Checks that files can be compared: as many as a panel has, made with one version of the rubric, about one draft.
 * @param force whether files about different drafts are allowed, with a warning
 * @throws CompassError with what is wrong
 */
export function checkPanel(files: readonly PanelFile[], prepared: PreparedRubric, force: boolean): PanelWarning[] {
  refuseWrongSize(files);
  refuseOtherVersions(files);
  return [...draftWarnings(files, force), ...fileWarnings(files, prepared)];
}

function refuseWrongSize(files: readonly PanelFile[]): void {
  const { least, most } = panelSize;
  if (files.length < least) throw CompassError.of('panel-one', files[0]?.source ?? 'compass panel', { least });
  if (files.length > most) throw CompassError.of('panel-too-many', 'compass panel', { n: files.length, most });
}

function refuseOtherVersions(files: readonly PanelFile[]): void {
  const [first, ...others] = files;
  const problems = others.flatMap(({ source, version }): Problem[] =>
    first === undefined || version === first.version
      ? []
      : [{ code: 'panel-versions', args: { found: version, other: first.source, expected: first.version }, source }],
  );
  if (problems.length > 0) throw new CompassError(problems);
}

/**
 * Files with different digests are about different drafts; so are files with different titles, if the digests do not show one
 * draft.
 */
function draftWarnings(files: readonly PanelFile[], force: boolean): PanelWarning[] {
  const digests = distinct(files.map(({ assessment: { draft } }) => draft.sha256?.toLowerCase()));
  const sameText = digests.length === 1 && files.every(({ assessment: { draft } }) => draft.sha256 !== undefined);
  const titles = distinctBy(
    files.map(({ assessment: { draft } }) => draft.title),
    plainTitle,
  );
  const versions = distinctBy(
    files.map(({ assessment: { draft } }) => draft.version),
    plainTitle,
  );
  const warnings: PanelWarning[] = [];
  if (digests.length > 1) {
    if (!force) throw new CompassError(otherDrafts(files));
    warnings.push({ code: 'other-draft', args: { n: digests.length } });
  }
  if (titles.length > 1 && !sameText) {
    const names = listed(titles.map((text) => phrase('values', 'quoted', { text })));
    if (!force) throw CompassError.of('panel-titles', 'compass panel', { titles: names });
    warnings.push({ code: 'other-title', args: { titles: names } });
  }
  if (versions.length > 1 && !sameText)
    warnings.push({
      code: 'other-version',
      args: { versions: listed(versions.map((text) => phrase('values', 'quoted', { text }))) },
    });
  return warnings;
}

function otherDrafts(files: readonly PanelFile[]): Problem[] {
  const known = files.filter(({ assessment }) => assessment.draft.sha256 !== undefined);
  const [first, ...others] = known;
  const digest = (file: PanelFile | undefined): string => file?.assessment.draft.sha256?.toLowerCase() ?? '';
  return others
    .filter((file) => digest(file) !== digest(first))
    .map(({ source }) => ({ code: 'panel-drafts', args: { other: first?.source ?? '' }, source }));
}

function fileWarnings(files: readonly PanelFile[], prepared: PreparedRubric): PanelWarning[] {
  const names = files.flatMap(({ assessment: { reviewer } }) => reviewer.name ?? []);
  const warnings = distinct(names.filter((name, index) => names.indexOf(name) !== index)).map(
    (name): PanelWarning => ({ code: 'same-name', args: { name } }),
  );
  const carried = files[0]?.assessment.carried;
  if (carried) warnings.push({ code: 'carried', args: { from: carried.from, version: prepared.rubric.version } });
  return warnings;
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value) => value !== undefined))];
}

/** One value for each key: the first. */
function distinctBy(values: readonly (string | undefined)[], key: (value: string) => string): string[] {
  const found = new Map<string, string>();
  for (const value of distinct(values)) if (!found.has(key(value))) found.set(key(value), value);
  return [...found.values()];
}

/** A title reduced to what is compared: letters and digits. */
function plainTitle(title: string): string {
  return (
    title
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [title]
  ).join(' ');
}
