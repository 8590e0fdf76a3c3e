import type { FilledPlace } from '../../filled/field.ts';

/** One submission of a survey as its export has it: what stands under each heading, in the order of the file. */
export interface SurveyRecord {
  readonly values: readonly (readonly [heading: string, value: string])[];
  readonly place: FilledPlace;
}

/** Groups and repeats within each other; surveys of compass have three. */
const deepest = 30;

/** Whether an export says that there is another page of it. */
export function hasMorePages(value: unknown): boolean {
  return isObject(value) && ['next', '@odata.nextLink'].some((key) => typeof value[key] === 'string');
}

/**
 * The submissions in a JSON export: of KoboToolbox (`results`), of ODK Central (OData, `value`), or a list of submissions.
 * @returns undefined if the value has none of these forms
 */
export function recordsInJson(value: unknown, placeOf: (submission: number) => FilledPlace): SurveyRecord[] | undefined {
  const list = Array.isArray(value) ? value : isObject(value) ? (value['results'] ?? value['value'] ?? value['data']) : undefined;
  if (!Array.isArray(list) || !list.every(isObject)) return undefined;
  return list.map((submission, index) => ({ values: flattened(submission, '', 0), place: placeOf(index + 1) }));
}

/** Nested groups as paths with slashes, as KoboToolbox writes them. */
function flattened(value: unknown, path: string, depth: number): [string, string][] {
  if (value === null || value === undefined) return [];
  if (depth > deepest) return [[path, '\u2026']];
  const below = (each: unknown, name: string): [string, string][] => flattened(each, name, depth + 1);
  if (isObject(value)) return Object.entries(value).flatMap(([key, each]) => below(each, path === '' ? key : `${path}/${key}`));
  if (!Array.isArray(value)) return [[path, String(value)]];
  if (value.every((each) => typeof each !== 'object')) return [[path, value.map(String).join(' ')]];
  return value.flatMap((each, index) => below(each, `${path}[${index + 1}]`));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
