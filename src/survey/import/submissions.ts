import { hasEntry } from '../../core/has-entry.ts';
import type { PreparedRubric } from '../../core/rubric.ts';
import type { FilledCell, FilledPlace } from '../../filled/field.ts';
import { noMark } from '../../filled/field.ts';
import { readYesNo } from '../../filled/values.ts';
import { loose } from '../../text/loose.ts';
import { compareVersions, majorOf } from '../../text/version.ts';
import type { Heading, ReadHeading } from './headings.ts';
import type { SurveyRecord } from './records.ts';

/** What one person sent. */
export interface Submission {
  readonly cells: readonly FilledCell[];
  readonly place: FilledPlace;
  /** The account that sent it; undefined if the export does not say. */
  readonly sender: string | undefined;
  /** When it was sent, as the export writes it. */
  readonly time: string;
  /** Values under headings that this rubric's survey does not have. */
  readonly untaken: readonly (readonly [heading: string, value: string])[];
  /** Set if a heading is a label, which belongs to one version of the rubric only. */
  readonly byLabel: boolean;
}

/**
 * Reads the submissions of an export, oldest first, so that later ones do not change how earlier ones are named.
 * @param placeOf where the value under a heading stands
 */
export function submissionsOf(
  records: readonly SurveyRecord[],
  read: ReadHeading,
  prepared: PreparedRubric,
  placeOf: (record: SurveyRecord, heading: string) => FilledPlace,
): Submission[] {
  const submissions = records.map((record) => {
    const found = record.values
      .filter(([, value]) => value.trim() !== '')
      .map(([heading, value]) => ({ heading, value: value.trim(), is: read(heading), place: placeOf(record, heading) }));
    return submissionOf(found, record.place, prepared);
  });
  // A stable sort: submissions without a time keep their order.
  return submissions.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}

interface Found {
  readonly heading: string;
  readonly value: string;
  readonly is: Heading;
  readonly place: FilledPlace;
}

function submissionOf(found: readonly Found[], place: FilledPlace, prepared: PreparedRubric): Submission {
  const isForeign = foreignIds(found, prepared);
  const known = found.filter(({ is }) => !(('key' in is && isForeign(is.key)) || is.kind === 'unknown'));
  const valueUnder = (kind: Heading['kind']): string | undefined => known.find(({ is }) => is.kind === kind)?.value;
  return {
    cells: [...known.flatMap(fieldCell), ...choiceCells(known)],
    place,
    sender: valueUnder('sender'),
    time: valueUnder('time') ?? '',
    untaken: found.filter((each) => !known.includes(each)).map(({ heading, value }) => [heading, value] as const),
    byLabel: known.some(({ is }) => 'byLabel' in is && is.byLabel === true),
  };
}

/**
 * Tells whether a field belongs to no version of this rubric. The rubric names the former ids of its major version and those that were
 * removed. What a newer version or another major one asks is not known here: the answers file says what becomes of it.
 */
function foreignIds(found: readonly Found[], prepared: PreparedRubric): (key: FilledCell['key']) => boolean {
  const version = found.find(({ is }) => is.kind === 'field' && is.key.section === 'rubric' && is.key.id === 'version')?.value;
  const current = prepared.rubric.version;
  const isReadable = version !== undefined && /^\d+[.]\d+[.]\d+$/.test(version);
  if (isReadable && (majorOf(version) !== majorOf(current) || compareVersions(version, current) > 0)) return () => false;
  const retired = new Set(prepared.rubric.retired.map(({ id }) => id));
  return ({ section, id }) => !retired.has(id) && !hasEntry(section, prepared.formerIds.get(id) ?? id, prepared);
}

/** The list of marks gives way to the columns of single marks, whose values need no splitting. */
function fieldCell({ is, value, place }: Found, _: number, all: readonly Found[]): FilledCell[] {
  if (is.kind !== 'field') return [];
  const isSplit =
    is.key.part === 'marks' && all.some((each) => isTicked(each) && 'key' in each.is && each.is.key.id === is.key.id);
  return isSplit ? [] : [{ key: is.key, value: is.codes?.get(loose(value)) ?? value, place }];
}

function choiceCells(found: readonly Found[]): FilledCell[] {
  return found.flatMap((each): FilledCell[] => {
    const { is, value, place } = each;
    if (is.kind !== 'choice') return [];
    const isUnreadable = readYesNo(value) === undefined;
    // A survey writes 0 for a choice that is not ticked, also where nothing was ticked at all: it says nothing on its own.
    if (!isTicked(each) && !isUnreadable) return [];
    if (is.mark === noMark) return [{ key: is.key, value: noMark, place }];
    return [{ key: { ...is.key, part: 'mark', mark: is.mark }, value, place }];
  });
}

function isTicked({ is, value }: Found): boolean {
  return is.kind === 'choice' && readYesNo(value) === true;
}
