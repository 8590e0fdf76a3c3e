import type { PreparedRubric } from '../core/rubric.ts';
import { nearest } from '../source/nearest.ts';
import type { ParsedSource, Path } from '../source/parse.ts';
import type { Problem, ProblemCode } from '../source/problem.ts';
import { shown } from '../source/schema-problems.ts';
import type { Carry } from './carry.ts';

/**
 * Faults of an answers file that only the rubric can tell. Takes the file as it is, even where its schema found faults, so
 * that all of them can be said at once.
 */
export function semanticProblems(parsed: ParsedSource, prepared: PreparedRubric, carry: Carry): Problem[] {
  const file = parsed.value as Record<string, unknown>;
  const problems: Problem[] = [];
  for (const [id, entry] of entriesOf(file['answers'])) problems.push(...answerProblems(id, entry, parsed, prepared, carry));
  const features = prepared.features.map(({ feature }) => feature.id);
  for (const [id] of entriesOf(file['features']))
    problems.push(...unknown(id, features, 'unknown-feature', ['features', id], parsed, prepared));
  for (const [id, entry] of entriesOf(file['steps'])) problems.push(...stepProblems(id, entry, parsed, prepared, carry));
  for (const [id] of entriesOf(file['flags']))
    problems.push(...unknown(id, [...prepared.flags.keys()], 'unknown-flag', ['flags', id], parsed, prepared));
  problems.push(...answeredTwice(parsed, carry));
  return problems;
}

function answerProblems(id: string, entry: unknown, parsed: ParsedSource, prepared: PreparedRubric, carry: Carry): Problem[] {
  const today = carry.idOf(id);
  if (today === undefined) return [];
  const scored = prepared.questions.get(today);
  if (!scored) return unknown(id, [...prepared.questions.keys()], 'unknown-question', ['answers', id], parsed, prepared);
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
  return problems;
}

function stepProblems(id: string, entry: unknown, parsed: ParsedSource, prepared: PreparedRubric, carry: Carry): Problem[] {
  const today = carry.idOf(id);
  if (today === undefined) return [];
  if (!prepared.guidingQuestions.has(today)) {
    return unknown(id, [...prepared.guidingQuestions.keys()], 'unknown-guiding-question', ['steps', id], parsed, prepared);
  }
  return typeof entry === 'string' && !['addressed', 'partly', 'missing'].includes(entry)
    ? [parsed.problem('status-unknown', ['steps', id], { found: shown(entry), id })]
    : [];
}

function unknown(
  id: string,
  known: readonly string[],
  code: ProblemCode,
  path: Path,
  parsed: ParsedSource,
  { rubric }: PreparedRubric,
): Problem[] {
  if (known.includes(id)) return [];
  // A right question under a wrong feature is the likelier slip than a similar spelling.
  const tail = id.slice(id.lastIndexOf('.'));
  const sameTail = tail.startsWith('.') ? known.filter((candidate) => candidate.endsWith(tail)) : [];
  const suggestion = sameTail.length === 1 ? sameTail[0] : isHandMade(parsed) ? nearest(id, known) : undefined;
  const args = { id, rubric: `${rubric.id} ${rubric.version}`, ...(suggestion !== undefined && { suggestion }) };
  return [parsed.problem(code, path, args, 'key')];
}

/** A file of a thousand pages was mistyped by nobody, and to look for what each id was meant to be would take minutes. */
function isHandMade({ text }: ParsedSource): boolean {
  return text.length < 2_000_000;
}

/** A question answered under its id of today and under a former one: which of the two counts is not for us to say. */
function answeredTwice(parsed: ParsedSource, carry: Carry): Problem[] {
  const file = parsed.value as Record<string, unknown>;
  const problems: Problem[] = [];
  // Two keys of one name are no YAML: only a file that uses former ids can answer a question twice.
  if (carry.renamed.size === 0) return problems;
  for (const section of ['answers', 'steps']) {
    const seen = new Map<string, string>();
    for (const [id] of entriesOf(file[section])) {
      const today = carry.idOf(id);
      if (today === undefined) continue;
      const first = seen.get(today);
      seen.set(today, id);
      if (first === undefined) continue;
      const args = { id: today, former: id === today ? first : id };
      problems.push(parsed.problem('answered-twice', [section, id], args, 'key'));
    }
  }
  return problems;
}

function entriesOf(section: unknown): [string, unknown][] {
  return typeof section === 'object' && section !== null && !Array.isArray(section) ? Object.entries(section) : [];
}
