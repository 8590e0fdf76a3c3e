import type { PreparedRubric } from '../rubric.ts';
import type { Assessed } from './assessed.ts';
import { compareResults } from './compare.ts';
import { compareLaws } from './laws.ts';
import type { ComparedAssessment, CompareMode, CompareNote, CompareResult, Comparison, ModeReason } from './result.ts';

/**
 * The mode of comparison if the user chooses none. The files are versions of one draft if all have the same title (apart from
 * case and white space) and no two name different jurisdictions. Otherwise, or if a title is missing, they are separate laws.
 */
export function chooseMode(files: readonly Assessed[]): { mode: CompareMode; because: ModeReason } {
  const drafts = files.map(({ assessment }) => assessment.draft);
  const titles = new Set(drafts.map(({ title }) => normalized(title)));
  if (titles.has(undefined)) return { mode: 'laws', because: 'no-title' };
  if (titles.size > 1) return { mode: 'laws', because: 'other-titles' };
  const jurisdictions = new Set(drafts.flatMap(({ jurisdiction }) => normalized(jurisdiction) ?? []));
  return jurisdictions.size > 1 ? { mode: 'laws', because: 'other-jurisdictions' } : { mode: 'versions', because: 'same-title' };
}

function normalized(text: string | undefined): string | undefined {
  return text?.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The version of the rubric that a file's answers were given for. */
export function answeredWith({ rubric }: PreparedRubric, { assessment }: Assessed): string {
  return assessment.carried?.from ?? rubric.version;
}

/** Compares the files. Returns the parts of the result that depend on the files and the mode alone. */
export function compareFiles(
  prepared: PreparedRubric,
  files: readonly Assessed[],
  mode: CompareMode,
): Pick<CompareResult, 'assessments' | 'notes' | 'comparisons' | 'laws'> {
  return {
    assessments: files.map((file) => comparedAssessment(prepared, file)),
    notes: notesOn(prepared, files, mode),
    comparisons: mode === 'versions' ? compareVersions(prepared, files) : [],
    laws: mode === 'laws' ? compareLaws(prepared, files) : null,
  };
}

/** Compares each file with the next and, if there are more than two, the first with the last. */
function compareVersions(prepared: PreparedRubric, files: readonly Assessed[]): Comparison[] {
  const last = files.length - 1;
  const pairs = files.slice(1).map((_, index): [number, number] => [index, index + 1]);
  if (pairs.length > 1) pairs.push([0, last]);
  return pairs.flatMap(([from, to]) => {
    const [before, after] = [files[from], files[to]];
    return before && after ? [compareResults(prepared, before, after, { from, to })] : [];
  });
}

function comparedAssessment(prepared: PreparedRubric, file: Assessed): ComparedAssessment {
  const { result } = file;
  return {
    source: result.source,
    draft: result.draft,
    reviewer: result.reviewer,
    answeredWith: answeredWith(prepared, file),
    score: result.score,
    low: result.low,
    high: result.high,
    band: result.band,
    uncappedBand: result.uncappedBand,
    caps: result.caps,
    answered: result.answered,
    applicable: result.applicable,
    features: result.features,
    flags: result.flags.map(({ id }) => id),
    flagsChecked: result.flagsChecked,
    ...(result.evidence && { evidence: result.evidence }),
    ...(result.carried && { carried: result.carried }),
  };
}

function notesOn(prepared: PreparedRubric, files: readonly Assessed[], mode: CompareMode): CompareNote[] {
  const notes: CompareNote[] = [];
  const versions = new Set(files.map((file) => answeredWith(prepared, file)));
  if (versions.size > 1) notes.push({ code: 'forced', assessments: [] });
  else if (!versions.has(prepared.rubric.version)) notes.push({ code: 'carried', assessments: [] });
  // A file without a reviewer's name gives no reason for the note.
  const reviewers = new Set(files.flatMap(({ assessment: { reviewer } }) => normalized(reviewer.name) ?? []));
  if (reviewers.size > 1) notes.push({ code: 'other-reviewers', assessments: [] });
  if (mode === 'laws') return notes;
  for (const [index, { assessment }] of files.slice(1).entries()) {
    const [then, now] = [files[index]?.assessment.draft ?? {}, assessment.draft];
    const pair = [index, index + 1];
    if (
      then.date !== undefined &&
      now.date !== undefined &&
      isoDate.test(then.date) &&
      isoDate.test(now.date) &&
      now.date < then.date
    )
      notes.push({ code: 'dates-backwards', assessments: pair });
    if (then.sha256 !== undefined && then.sha256 === now.sha256) notes.push({ code: 'same-text', assessments: pair });
    else if (then.version !== undefined && then.version === now.version) notes.push({ code: 'same-version', assessments: pair });
  }
  return notes;
}

/** Dates in any other format cannot be ordered. */
const isoDate = /^\d{4}-\d{2}-\d{2}$/;
