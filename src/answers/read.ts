import type { ErrorObject } from 'ajv';
import type {
  Answer,
  AnswerPlaces,
  Assessment,
  Dissent,
  Draft,
  Evidence,
  FlagAnswer,
  PanelRecord,
  Place,
  Reviewer,
  StepAnswer,
} from '../core/answers.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import type { Writable } from '../core/writable.ts';
import { validateAnswers } from '../schema/answers-validator.js';
import type {
  AnswerEntry,
  AnswersFile,
  DissentEntry,
  EvidenceEntry,
  FlagAnswerEntry,
  StepAnswerEntry,
  StepEvidenceEntry,
} from '../schema/types.ts';
import { type ParsedSource, type Path, parseSource } from '../source/parse.ts';
import { CompassError, type Problem } from '../source/problem.ts';
import { schemaProblems, shown } from '../source/schema-problems.ts';
import { shellWord } from '../text/shell-word.ts';
import { majorOf } from '../text/version.ts';
import { semanticProblems } from './check.ts';
import { mapIds } from './id-mapping.ts';

/** The content of an answers file. */
export interface ReadAnswers {
  readonly assessment: Assessment;
  /** The parsed file, which has the comments and the order of keys for saving. */
  readonly parsed: ParsedSource;
  /** The positions of the answers, for output formats that refer to lines. */
  readonly places: () => AnswerPlaces;
}

/**
 * Reads an answers file and validates it against a rubric.
 * @param source the file's name in messages and results
 * @throws CompassError with all errors of the file
 */
export function readAnswers(text: string, source: string, prepared: PreparedRubric): ReadAnswers {
  const parsed = parseAnswers(text, source);
  const problems = schemaProblems(validateAnswers, parsed, (error, path) => answerProblem(error, path, parsed, prepared));
  const file = parsed.value as AnswersFile;
  const version = versionProblem(parsed, prepared);
  if (version) throw new CompassError([...problems, version]);
  const ids = mapIds(file, prepared);
  problems.push(...semanticProblems(parsed, prepared, ids));
  if (problems.length > 0) throw new CompassError(inOrder(problems));
  const assessment = { ...toAssessment(file, ids.idOf, parsed), ...(ids.carried && { carried: ids.carried }) };
  let places: AnswerPlaces | undefined;
  return {
    assessment,
    parsed,
    places: () => {
      places ??= placesOf(parsed, ids.idOf);
      return places;
    },
  };
}

function placesOf({ keysBelow }: ParsedSource, idOf: (id: string) => string | undefined): AnswerPlaces {
  const places = (section: string, currentId: (id: string) => string | undefined): Map<string, Place> =>
    new Map(
      keysBelow(section).flatMap(({ key, line, column }) => {
        const id = currentId(key);
        return id === undefined ? [] : [[id, { line, column }] as const];
      }),
    );
  return { answers: places('answers', idOf), flags: places('flags', (id) => id) };
}

/** Parses the file. Checks only that it is a mapping. */
function parseAnswers(text: string, source: string): ParsedSource {
  if (text.trim() === '') throw CompassError.of('empty-file', source, { format: 'format: compass-answers/1' });
  const parsed = parseSource(text, source);
  if ('problems' in parsed) {
    // If the user named a draft by mistake, one message is better than a syntax error for each of its colons.
    const looksLikeAnswers = /^[ \t{]*["']?(?:format|rubric|answers)["']?[ \t]*:/m.test(text);
    throw looksLikeAnswers ? new CompassError(parsed.problems) : CompassError.of('not-answers', source);
  }
  if (typeof parsed.value !== 'object' || parsed.value === null || Array.isArray(parsed.value)) {
    throw new CompassError([parsed.problem('not-a-mapping', [])]);
  }
  return parsed;
}

/** More specific problems for some errors of the schema. */
function answerProblem(
  error: ErrorObject,
  path: Path,
  parsed: ParsedSource,
  prepared: PreparedRubric,
): Problem | null | undefined {
  const [section, id] = path;
  const name = String(id);
  if (path.at(-1) === 'notApplicable') return parsed.problem('reason-missing', path, { id: name });
  if (section === 'features' && error.keyword === 'required') return parsed.problem('reason-missing', path, { id: name }, 'key');
  if (section === 'answers' && (path.length === 2 || path.at(-1) === 'level')) {
    // `semanticProblems` reports a negative level with the range of this question, except in what the reviewers of a panel said.
    if (error.keyword === 'minimum') return prepared.questions.has(name) && !path.includes('dissent') ? null : undefined;
    if (error.keyword === 'type') return parsed.problem('level-not-whole', path, { found: shown(error.data), id: name });
  }
  if (section === 'steps' && path.at(-1) === 'status') {
    return parsed.problem('status-unknown', path, { found: shown(error.data), id: name });
  }
  if (error.keyword === 'pattern') {
    const found = shown(error.data);
    if (path.at(-1) === 'due') return parsed.problem('wrong-date', path, { found });
    if (path.at(-1) === 'version') return parsed.problem('wrong-version', path, { found });
  }
  return undefined;
}

/** The file is for another rubric, or for another major version, which asks or scores differently. */
function versionProblem(parsed: ParsedSource, { rubric }: PreparedRubric): Problem | undefined {
  const named = (parsed.value as { rubric?: { id?: unknown; version?: unknown } | null }).rubric;
  if (typeof named?.id === 'string' && named.id !== rubric.id) {
    return parsed.problem('other-rubric', ['rubric', 'id'], { found: named.id, expected: rubric.id });
  }
  if (typeof named?.version !== 'string' || !/^\d+[.]\d+[.]\d+$/.test(named.version)) return undefined;
  return majorOf(named.version) === majorOf(rubric.version)
    ? undefined
    : parsed.problem('other-major', ['rubric', 'version'], {
        found: named.version,
        expected: rubric.version,
        rubric: rubric.id,
        source: shellWord(parsed.source),
      });
}

function inOrder(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

function toAssessment(file: AnswersFile, idOf: (id: string) => string | undefined, parsed: ParsedSource): Assessment {
  const byCurrentId = <Entry, Value>(
    entries: Readonly<Record<string, Entry>> | null | undefined,
    convert: (entry: Entry) => Value,
    rename: (id: string) => string | undefined = idOf,
  ): Map<string, Value> => {
    const values = new Map<string, Value>();
    for (const [id, entry] of Object.entries(entries ?? {})) {
      const currentId = rename(id);
      if (currentId !== undefined) values.set(currentId, convert(entry));
    }
    return values;
  };
  return {
    draft: toDraft(file.draft, parsed),
    reviewer: withoutBlanks(file.reviewer) as Reviewer,
    answers: byCurrentId(file.answers, toAnswer),
    features: byCurrentId(
      file.features,
      ({ notApplicable }) => ({ notApplicable }),
      (id) => id,
    ),
    steps: byCurrentId(file.steps, toStepAnswer),
    flags: byCurrentId(file.flags, toFlagAnswer, (id) => id),
    ...(file.panel && { panel: file.panel as PanelRecord }),
  };
}

function toDraft(entry: AnswersFile['draft'], parsed: ParsedSource): Draft {
  const { was: _, ...draft } = entry ?? {};
  const { version } = draft;
  return withoutBlanks(typeof version === 'number' ? { ...draft, version: versionAsWritten(version, parsed) } : draft);
}

/** `version: 1.10` without quotation marks is a number to YAML, but the version 1.10 to whoever wrote it. */
function versionAsWritten(version: number, { text, written }: ParsedSource): string {
  const all = [...text.matchAll(/\bversion["']?[ \t]*:[ \t]*([^\s,}#]+)/g)].map(([, value = '']) => value);
  const candidates = all.filter((value) => Number(value) === version);
  // The full parser takes thirty times as long, and is needed only if the number may be written in another way.
  const isPlain = candidates.length > 0 && candidates.every((value) => value === String(version));
  return isPlain ? String(version) : (written(['draft', 'version']) ?? String(version));
}

/** Drops null and empty values, and converts numbers to strings. */
function withoutBlanks(
  entry: Readonly<Record<string, string | number | null | undefined>> | null | undefined,
): Record<string, string> {
  const filled: Record<string, string> = {};
  for (const [key, value] of Object.entries(entry ?? {}))
    if (value !== null && value !== undefined && value !== '') filled[key] = String(value);
  return filled;
}

function toAnswer(entry: AnswerEntry): Answer {
  if (entry === null) return { level: null, notApplicable: null, evidence: [] };
  if (typeof entry === 'number') return { level: entry, notApplicable: null, evidence: [] };
  const { level, notApplicable, marks, elsewhere, evidence, confidence, rationale, owner, due, review, dissent } = entry;
  const answer: Writable<Answer> = {
    level: level ?? null,
    notApplicable: notApplicable ?? null,
    evidence: toEvidence(evidence),
  };
  if (marks) answer.marks = marks;
  if (elsewhere) answer.elsewhere = { level: elsewhere.level, ...withoutBlanks({ ...elsewhere, level: null }) };
  if (confidence) answer.confidence = confidence;
  if (rationale) answer.rationale = rationale;
  if (owner) answer.owner = owner;
  if (due) answer.due = due;
  if (review) answer.review = review;
  if (dissent && dissent.length > 0) answer.dissent = dissent;
  return answer;
}

function toDissent(list: readonly DissentEntry[] | null | undefined): { dissent?: readonly Dissent[] } {
  return list && list.length > 0 ? { dissent: list } : {};
}

function toEvidence(list: readonly (EvidenceEntry & StepEvidenceEntry)[] | null | undefined): Evidence[] {
  return (list ?? []).map(({ document, at, quote, note, was }) => {
    const evidence: Writable<Evidence> = {};
    if (document) evidence.document = document;
    if (at) evidence.at = at;
    if (quote) evidence.quote = quote;
    if (note) evidence.note = note;
    if (was !== undefined) evidence.was = was;
    return evidence;
  });
}

function toStepAnswer(entry: StepAnswerEntry): StepAnswer {
  if (entry === null) return { status: null };
  // The short form. `semanticProblems` has checked that it is one of the three statuses.
  if (typeof entry === 'string') return { status: entry as StepAnswer['status'] };
  return {
    status: entry.status ?? null,
    ...withoutBlanks({ notes: entry.notes, review: entry.review }),
    ...(entry.evidence && entry.evidence.length > 0 && { evidence: toEvidence(entry.evidence) }),
    ...toDissent(entry.dissent),
  };
}

function toFlagAnswer(entry: FlagAnswerEntry): FlagAnswer {
  if (entry === null || typeof entry === 'boolean') return { present: entry, evidence: [] };
  return {
    present: entry.present ?? null,
    evidence: toEvidence(entry.evidence),
    ...withoutBlanks({ rationale: entry.rationale, review: entry.review }),
    ...toDissent(entry.dissent),
  };
}
