import type { ErrorObject } from 'ajv';
import { listed } from '../messages/lists.ts';
import { phrase } from '../messages/phrases.ts';
import type { Validate } from '../schema/validate.ts';
import { nearest } from './nearest.ts';
import type { ParsedSource, Path } from './parse.ts';
import type { Problem } from './problem.ts';

/** Only this many errors get a suggestion of the nearest known name, which takes longer than to find the error. */
const mostSuggestions = 1000;

/**
 * Validates a file against a schema and returns the errors as problems.
 * @param special may return a more specific problem for an error; undefined keeps the general one, null drops the error
 */
export function schemaProblems(
  validate: Validate,
  parsed: ParsedSource,
  special: (error: ErrorObject, path: Path) => Problem | null | undefined = () => undefined,
): Problem[] {
  if (validate(parsed.value)) return [];
  return (validate.errors ?? []).flatMap((error, index) => {
    const path = pathOf(error.instancePath);
    const problem = special(error, path);
    if (problem === null) return [];
    return [problem ?? generalProblem(error, path, parsed, index < mostSuggestions)];
  });
}

function generalProblem(error: ErrorObject, path: Path, parsed: ParsedSource, suggests: boolean): Problem {
  const key = nameOf(path);
  switch (error.keyword) {
    case 'required':
      return parsed.problem('missing-key', path, { key: error.params['missingProperty'] }, 'key');
    case 'additionalProperties': {
      const name: string = error.params['additionalProperty'];
      const known = Object.keys(error.parentSchema?.['properties'] ?? {});
      const suggestion = suggests ? nearest(name, known) : undefined;
      const args = { key: name, known: listed(known), ...(suggestion !== undefined && { suggestion }) };
      return parsed.problem(suggestion === undefined ? 'unknown-key' : 'unknown-key-near', [...path, name], args, 'key');
    }
    case 'const':
      return parsed.problem('wrong-format', path, { expected: String(error.params['allowedValue']), found: shown(error.data) });
    case 'type':
      return parsed.problem('wrong-type', path, { key, expected: typeNames(error.params['type']), found: shown(error.data) });
    case 'enum': {
      const allowed = listed((error.params['allowedValues'] as (string | number | null)[]).filter((value) => value !== null));
      return parsed.problem('not-one-of', path, { key, found: shown(error.data), allowed });
    }
    case 'minItems':
      return parsed.problem('too-few', path, { key, least: error.params['limit'] });
    case 'minimum':
    case 'maximum':
      return parsed.problem('out-of-range', path, {
        key,
        found: shown(error.data),
        bound: `${error.params['comparison']} ${error.params['limit']}`,
      });
    case 'pattern':
      return parsed.problem(typeof error.data === 'string' && error.data.trim() === '' ? 'blank' : 'wrong-pattern', path, {
        key,
        found: shown(error.data),
      });
    default:
      return parsed.problem('schema', path, { key, detail: error.message ?? error.keyword });
  }
}

/** The name of the part at a path, for a message: its key, its position in a list, or the whole file. */
function nameOf(path: Path): string {
  const last = path.at(-1) ?? phrase('values', 'file');
  return typeof last === 'number'
    ? phrase('values', 'entry', { n: last + 1, list: path.at(-2) ?? phrase('values', 'list') })
    : last;
}

/** Converts a JSON Pointer to a path. Segments of digits become numbers. */
function pathOf(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

type JsonType = 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean' | 'null';

function typeNames(type: JsonType | JsonType[]): string {
  const names = [type].flat().filter((name) => name !== 'null');
  return names.map((name) => phrase('values', name)).join(phrase('values', 'or'));
}

/** A value as a short piece of text for a message. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return phrase('values', 'nothing');
  if (Array.isArray(value)) return phrase('values', 'array');
  if (typeof value === 'object') return phrase('values', 'object');
  // In YAML's notation, since that is what the user wrote.
  if (typeof value === 'number' && !Number.isFinite(value)) return Number.isNaN(value) ? '.nan' : value < 0 ? '-.inf' : '.inf';
  const text = typeof value === 'string' ? `"${value}"` : String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
