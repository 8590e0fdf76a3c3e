import { type Shortfall, shortfall } from '../core/marks.ts';
import type { PreparedRubric, Question } from '../core/rubric.ts';
import { listed } from '../messages/lists.ts';
import { nearest } from '../source/nearest.ts';
import type { ParsedSource, Path } from '../source/parse.ts';
import type { Problem, ProblemCode } from '../source/problem.ts';
import { shown } from '../source/schema-problems.ts';
import type { IdMapping } from './id-mapping.ts';

/** An answers file, the rubric in use, and how the file's ids map onto it. */
interface Context {
  readonly parsed: ParsedSource;
  readonly prepared: PreparedRubric;
  readonly ids: IdMapping;
}

/**
 * The errors of an answers file that only a comparison with the rubric can find. The file may have errors of its schema too, so
 * that all errors can be reported at once.
 */
export function semanticProblems(parsed: ParsedSource, prepared: PreparedRubric, ids: IdMapping): Problem[] {
  const file = parsed.value as Record<string, unknown>;
  const context: Context = { parsed, prepared, ids };
  const features = prepared.features.map(({ feature }) => feature.id);
  const flags = [...prepared.flags.keys()];
  return [
    ...entriesOf(file['answers']).flatMap(([id, entry]) => answerProblems(id, entry, context)),
    ...entriesOf(file['features']).flatMap(([id]) => unknownId('features', id, features, context)),
    ...entriesOf(file['steps']).flatMap(([id, entry]) => stepProblems(id, entry, context)),
    ...entriesOf(file['flags']).flatMap(([id]) => unknownId('flags', id, flags, context)),
    ...answeredTwice(parsed, ids),
  ];
}

function answerProblems(id: string, entry: unknown, context: Context): Problem[] {
  const { parsed, prepared, ids } = context;
  const currentId = ids.idOf(id);
  if (currentId === undefined) return [];
  const scored = prepared.questions.get(currentId);
  if (!scored) return unknownId('answers', id, [...prepared.questions.keys()], context);
  const isObject = typeof entry === 'object' && entry !== null;
  const level = isObject ? (entry as { level?: unknown }).level : entry;
  const problems: Problem[] = [];
  const top = scored.question.levels.length - 1;
  if (typeof level === 'number' && Number.isInteger(level) && (level < 0 || level > top)) {
    problems.push(parsed.problem('level-out-of-range', ['answers', id, ...(isObject ? ['level'] : [])], { level, top, id }));
  }
  if (isObject && typeof level === 'number' && (entry as { notApplicable?: unknown }).notApplicable !== undefined) {
    problems.push(parsed.problem('level-and-not-applicable', ['answers', id, 'notApplicable'], { id }, 'key'));
  }
  if (isObject) problems.push(...markProblems(id, entry as MarkedEntry, scored.question, parsed));
  if (isObject) problems.push(...elsewhereProblems(id, entry as MarkedEntry, top, parsed));
  return problems;
}

/** The parts of an entry that are checked here. The file may have errors of its schema too, so nothing is certain about them. */
interface MarkedEntry {
  readonly level?: unknown;
  readonly marks?: unknown;
  readonly elsewhere?: unknown;
}

function markProblems(id: string, { level, marks: ticked }: MarkedEntry, question: Question, parsed: ParsedSource): Problem[] {
  if (!Array.isArray(ticked)) return [];
  const path = ['answers', id, 'marks'];
  const known = (question.marks ?? []).map((mark) => mark.id);
  if (known.length === 0) return ticked.length > 0 ? [parsed.problem('marks-not-listed', path, { id }, 'key')] : [];
  const problems = ticked.flatMap((mark: unknown, index): Problem[] => {
    if (typeof mark !== 'string') return [];
    if (!known.includes(mark)) {
      const suggestion = nearest(mark, known);
      const args = { id, mark, ...(suggestion !== undefined && { suggestion }) };
      return [parsed.problem('unknown-mark', [...path, index], args)];
    }
    return ticked.indexOf(mark) < index ? [parsed.problem('marks-twice', [...path, index], { id, mark })] : [];
  });
  // A level that the question does not have is a problem of its own.
  if (problems.length > 0 || typeof level !== 'number' || level >= question.levels.length) return problems;
  const lacks = shortfall(question, level, ticked as readonly string[]);
  return lacks ? [shortfallProblem({ id, level, marks: known.length, path }, lacks, parsed)] : [];
}

function shortfallProblem(
  { id, level, marks, path }: { readonly id: string; readonly level: number; readonly marks: number; readonly path: Path },
  { need, ticked, missing, required }: Shortfall,
  parsed: ParsedSource,
): Problem {
  const names = missing.map((mark) => mark.id);
  const code = required ? 'level-needs-mark' : need === marks ? 'level-needs-all-marks' : 'level-needs-marks';
  return parsed.problem(code, path, { id, level, need, marks, ticked, missing: listed(names), lacking: names.length });
}

function elsewhereProblems(id: string, { elsewhere }: MarkedEntry, top: number, parsed: ParsedSource): Problem[] {
  const level = typeof elsewhere === 'object' && elsewhere !== null ? (elsewhere as { level?: unknown }).level : undefined;
  return typeof level === 'number' && Number.isInteger(level) && (level < 0 || level > top)
    ? [parsed.problem('level-out-of-range', ['answers', id, 'elsewhere', 'level'], { level, top, id })]
    : [];
}

function stepProblems(id: string, entry: unknown, context: Context): Problem[] {
  const { parsed, prepared, ids } = context;
  const currentId = ids.idOf(id);
  if (currentId === undefined) return [];
  if (!prepared.guidingQuestions.has(currentId)) {
    return unknownId('steps', id, [...prepared.guidingQuestions.keys()], context);
  }
  return typeof entry === 'string' && !['addressed', 'partly', 'missing'].includes(entry)
    ? [parsed.problem('status-unknown', ['steps', id], { found: shown(entry), id })]
    : [];
}

const unknownCodes = {
  answers: 'unknown-question',
  features: 'unknown-feature',
  steps: 'unknown-guiding-question',
  flags: 'unknown-flag',
} as const satisfies Record<string, ProblemCode>;

/** The problem of an id that is not among the known ones, as a list of at most one. */
function unknownId(
  section: keyof typeof unknownCodes,
  id: string,
  known: readonly string[],
  { parsed, prepared: { rubric } }: Context,
): Problem[] {
  if (known.includes(id)) return [];
  // The right question under the wrong feature is a likelier mistake than a misspelling.
  const tail = id.slice(id.lastIndexOf('.'));
  const sameTail = tail.startsWith('.') ? known.filter((candidate) => candidate.endsWith(tail)) : [];
  const suggestion = sameTail.length === 1 ? sameTail[0] : isHandMade(parsed) ? nearest(id, known) : undefined;
  const args = { id, rubric: `${rubric.id} ${rubric.version}`, ...(suggestion !== undefined && { suggestion }) };
  return [parsed.problem(unknownCodes[section], [section, id], args, 'key')];
}

/** Nobody types a file of a thousand pages by hand, and finding the nearest known name for each of its ids would take minutes. */
function isHandMade({ text }: ParsedSource): boolean {
  return text.length < 2_000_000;
}

/** Finds questions that are answered both under the current id and under a former one. It is not clear which answer counts. */
function answeredTwice(parsed: ParsedSource, ids: IdMapping): Problem[] {
  const file = parsed.value as Record<string, unknown>;
  const problems: Problem[] = [];
  // Duplicate keys are a syntax error, so this can only happen if the file uses former ids.
  if (ids.renamed.size === 0) return problems;
  for (const section of ['answers', 'steps']) {
    const seen = new Map<string, string>();
    for (const [id] of entriesOf(file[section])) {
      const currentId = ids.idOf(id);
      if (currentId === undefined) continue;
      const first = seen.get(currentId);
      seen.set(currentId, id);
      if (first === undefined) continue;
      const args = { id: currentId, former: id === currentId ? first : id };
      problems.push(parsed.problem('answered-twice', [section, id], args, 'key'));
    }
  }
  return problems;
}

function entriesOf(section: unknown): [string, unknown][] {
  return typeof section === 'object' && section !== null && !Array.isArray(section) ? Object.entries(section) : [];
}
