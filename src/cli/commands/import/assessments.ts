import { type AnswersText, readAnswersText } from '../../../answers/answers-text.ts';
import { importedText } from '../../../answers/imported-text.ts';
import { migrateAnswers } from '../../../answers/migrate.ts';
import type { Assessment, Carried } from '../../../core/answers.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import type { Filled } from '../../../filled/collect.ts';
import type { FilledPlace } from '../../../filled/field.ts';
import { phrase } from '../../../messages/phrases.ts';
import { CompassError, type Problem } from '../../../source/problem.ts';
import { majorOf } from '../../../text/version.ts';
import type { ImportedAnswers } from './read-source.ts';

/** Answers that can be written. There may be thousands, so only what is needed to write them is retained. */
export interface ReadImport extends Pick<ImportedAnswers, 'source' | 'place' | 'sender' | 'isComplete'> {
  /** Of an answers file, in YAML or JSON. */
  readonly text: string;
  readonly reviewer: string | undefined;
  readonly title: string | undefined;
  /** The path of the draft's text, as the answers have it. */
  readonly draftText: string | undefined;
  /** Answers to questions, guiding questions and flags. */
  readonly count: number;
  /** Answers to questions that this version of the rubric does not have. */
  readonly dropped: Carried['dropped'];
  /** Features that do not apply, although questions of theirs are answered: how many. */
  readonly unused: readonly (readonly [feature: string, n: number])[];
  /** Quotes in them, which can be looked up in the draft. */
  readonly quotes: number;
  /** Where entries stand, by full id. */
  readonly places: ReadonlyMap<string, FilledPlace>;
}

/**
 * Makes an answers file of what was imported. Answers to another major version of the rubric are migrated.
 * @throws CompassError with all errors, each with its place in the file that was filled in
 */
export function readImport(from: ImportedAnswers, prepared: PreparedRubric): ReadImport {
  const { content, source, order } = from;
  if ('text' in content) return compact(from, readAnswersText(content.text, source, prepared), prepared);
  const { filled } = content;
  const problems = filled.faults.map(({ code, args, place }): Problem => ({ code, args, source, ...place }));
  try {
    const answers = readText(filled, source, prepared);
    if (problems.length === 0) return compact(from, answers, prepared);
  } catch (error) {
    if (!(error instanceof CompassError)) throw error;
    problems.push(...error.problems.map((problem) => placed(problem, filled, from)));
  }
  if (order) problems.sort((a, b) => order(a.at, b.at));
  throw new CompassError(problems.map((problem) => ofReviewer(problem, from, filled)));
}

/** An error of a survey with the name of who sent it: a line of an export says little to whoever has to ask. */
function ofReviewer(problem: Problem, { place }: ImportedAnswers, { sections }: Filled): Problem {
  const { name } = sections.reviewer;
  const isSubmission = place.line !== undefined || place.at !== undefined;
  if (!isSubmission || problem.at === undefined || typeof name !== 'string') return problem;
  return { ...problem, at: phrase('import', 'place-of', { place: problem.at, reviewer: name }) };
}

function compact(
  { source, place, sender, isComplete, content }: ImportedAnswers,
  { text, assessment }: AnswersText,
  prepared: PreparedRubric,
): ReadImport {
  const { reviewer, draft, answers, steps, flags, features, carried } = assessment;
  const filled = 'filled' in content ? content.filled : undefined;
  const ids = [answers, steps, flags, features].flatMap((section) => [...section.keys()]);
  return {
    source,
    place,
    ...(sender !== undefined && { sender }),
    ...(isComplete && { isComplete }),
    text,
    reviewer: reviewer.name,
    title: draft.title,
    draftText: draft.text,
    count: answers.size + steps.size + flags.size,
    dropped: carried?.dropped ?? [],
    unused: unusedIn(assessment, prepared),
    quotes: [...answers.values(), ...flags.values()].flatMap(({ evidence = [] }) => evidence.filter(({ quote }) => quote)).length,
    places: new Map(ids.flatMap((id) => [filled?.placeOf(id)].flatMap((at) => (at ? [[id, at] as const] : [])))),
  };
}

/** The features with levels that do not count, since the whole feature does not apply. */
function unusedIn({ answers, features }: Assessment, { rubric }: PreparedRubric): ReadImport['unused'] {
  return rubric.features
    .filter(({ id }) => features.has(id))
    .map(({ id, questions }) => [id, questions.filter((each) => isLevel(answers.get(each.id)?.level)).length] as const)
    .filter(([, n]) => n > 0);
}

function isLevel(level: number | null | undefined): boolean {
  return level !== null && level !== undefined;
}

/** The name decides between YAML and JSON, so the imported file is read under a name that is YAML. */
function readText(filled: Filled, source: string, prepared: PreparedRubric): AnswersText {
  const name = `${source}.answers.yaml`;
  const text = importedText(filled, name, prepared);
  const { id = prepared.rubric.id, version = prepared.rubric.version } = filled.rubric;
  const isOtherMajor = id === prepared.rubric.id && majorOf(version) !== majorOf(prepared.rubric.version);
  return readAnswersText(isOtherMajor ? migrateAnswers(text, name, prepared).text : text, name, prepared);
}

/** An error of the answers, at the place of the entry in the file that was filled in. */
function placed({ code, args }: Problem, filled: Filled, { source, place }: ImportedAnswers): Problem {
  const id = args['id'];
  const part = code.includes('mark') && !code.startsWith('level') ? 'marks' : 'level';
  const found = id === undefined ? undefined : filled.placeOf(String(id), part);
  return { code, args, source, ...(found ?? place) };
}
