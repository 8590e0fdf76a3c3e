import type { PreparedRubric } from '../rubric.ts';
import type { Assessed } from './assessed.ts';
import { compareResults } from './compare.ts';
import { compareLaws } from './laws.ts';
import type { ComparedAssessment, CompareMode, CompareNote, CompareResult, Comparison, ModeReason } from './result.ts';

/**
 * How files are compared when nobody says: as versions of one draft where all name the same title, and no two of them different
 * jurisdictions; else as laws. Case and white space make no other title. One without a title might be any draft.
 */
export function chooseMode(files: readonly Assessed[]): { mode: CompareMode; because: ModeReason } {
  const drafts = files.map(({ assessment }) => assessment.draft);
  const titles = new Set(drafts.map(({ title }) => plainTitle(title)));
  if (titles.has(undefined)) return { mode: 'laws', because: 'no-title' };
  if (titles.size > 1) return { mode: 'laws', because: 'other-titles' };
  const jurisdictions = new Set(drafts.flatMap(({ jurisdiction }) => plainTitle(jurisdiction) ?? []));
  return jurisdictions.size > 1 ? { mode: 'laws', because: 'other-jurisdictions' } : { mode: 'versions', because: 'same-title' };
}

function plainTitle(text: string | undefined): string | undefined {
  return text?.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The version of the rubric that a file was made with. */
export function answeredWith({ rubric }: PreparedRubric, { assessment }: Assessed): string {
  return assessment.carried?.from ?? rubric.version;
}

/** Everything of a comparison that follows from the files and the mode. */
export function compareFiles(
  prepared: PreparedRubric,
  files: readonly Assessed[],
  mode: CompareMode,
): Pick<CompareResult, 'assessments' | 'notes' | 'comparisons' | 'laws'> {
  return {
    assessments: files.map((file) => compared(prepared, file)),
    notes: notesOn(prepared, files, mode),
    comparisons: mode === 'versions' ? stepByStep(prepared, files) : [],
    laws: mode === 'laws' ? compareLaws(prepared, files) : null,
  };
}

/** Each with the next, then the first with the last where there are more than two. */
function stepByStep(prepared: PreparedRubric, files: readonly Assessed[]): Comparison[] {
  const last = files.length - 1;
  const pairs = files.slice(1).map((_, index): [number, number] => [index, index + 1]);
  if (pairs.length > 1) pairs.push([0, last]);
  return pairs.flatMap(([from, to]) => {
    const [before, after] = [files[from], files[to]];
    return before && after ? [compareResults(prepared, before, after, { from, to })] : [];
  });
}

function compared(prepared: PreparedRubric, file: Assessed): ComparedAssessment {
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
  // One who is not named may be the same.
  const reviewers = new Set(files.flatMap(({ assessment: { reviewer } }) => plainTitle(reviewer.name) ?? []));
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

/** Dates written otherwise can't be put in order. */
const isoDate = /^\d{4}-\d{2}-\d{2}$/;
