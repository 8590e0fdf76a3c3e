import type { FilledPlace } from '../../filled/field.ts';

/** One submission of a survey as its export has it: what stands under each heading, in the order of the file. */
export interface SurveyRecord {
  readonly values: readonly (readonly [heading: string, value: string])[];
  readonly place: FilledPlace;
}

/**
 * The submissions in a JSON export: of KoboToolbox (`results`), of ODK Central (OData, `value`), or a list of submissions.
 * @returns undefined if the value has none of these forms
 */
export function recordsInJson(value: unknown, placeOf: (submission: number) => FilledPlace): SurveyRecord[] | undefined {
  const list = Array.isArray(value) ? value : isObject(value) ? (value['results'] ?? value['value'] ?? value['data']) : undefined;
  if (!Array.isArray(list) || !list.every(isObject)) return undefined;
  return list.map((submission, index) => ({ values: flattened(submission, ''), place: placeOf(index + 1) }));
}

/** Nested groups as paths with slashes, as KoboToolbox writes them. */
function flattened(value: unknown, path: string): [string, string][] {
  if (value === null || value === undefined) return [];
  if (isObject(value))
    return Object.entries(value).flatMap(([key, each]) => flattened(each, path === '' ? key : `${path}/${key}`));
  if (!Array.isArray(value)) return [[path, String(value)]];
  if (value.every((each) => !isObject(each) && !Array.isArray(each))) return [[path, value.map(String).join(' ')]];
  return value.flatMap((each, index) => flattened(each, `${path}[${index + 1}]`));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
