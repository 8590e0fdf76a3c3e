import { emptyAssessment } from '../../../core/answers.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { scoreAssessment } from '../../../core/score.ts';
import { loose } from '../../../text/loose.ts';
import type { ReadRow } from '../../read/content.ts';
import { factIds, idKeys } from '../layout.ts';
import { fingerprint, type OwnColumn, ownColumns, ownTexts } from '../own.ts';
import { questionnaireWorkbook } from '../questionnaire.ts';

/** What compass wrote into a workbook besides answers. */
export interface OwnContent {
  /** The keys of the columns that a sheet with these ids has. */
  readonly keysOf: (idKey: string) => readonly string[];
  /** The key of the only column with this heading in a sheet with these ids; undefined if there is none, or several. */
  readonly keyUnder: (idKey: string, heading: string) => string | undefined;
  /** The heading above a key. */
  readonly headingOf: (idKey: string, key: string) => string;
  readonly isOwnText: (text: string) => boolean;
}

export type IdKey = (typeof idKeys)[keyof typeof idKeys];

/** What is known of a workbook besides its cells. */
export interface Known {
  readonly own: OwnContent;
  readonly prepared: PreparedRubric;
}

/** Where the keys of a sheet are. */
export interface Columns {
  readonly keys: ReadonlyMap<number, string>;
  readonly idColumn: number;
  readonly idKey: IdKey;
  readonly keyRow: ReadRow | undefined;
  readonly headingRow: ReadRow | undefined;
}

export function ownContent(columns: readonly OwnColumn[], texts: Iterable<string>): OwnContent {
  const known = new Set(texts);
  const of = (idKey: string): OwnColumn[] => columns.filter((column) => column.idKey === idKey);
  return {
    keysOf: (idKey) => of(idKey).map(({ key }) => key),
    keyUnder: (idKey, heading) => {
      const [found, ...others] = of(idKey).filter((column) => column.heading !== '' && loose(column.heading) === loose(heading));
      return others.length === 0 ? found?.key : undefined;
    },
    headingOf: (idKey, key) => of(idKey).find((column) => column.key === key)?.heading ?? key,
    isOwnText: (text) => known.has(fingerprint(text)),
  };
}

/** What a blank workbook of the rubric has: for a workbook that does not say it itself. */
export function blankContent(prepared: PreparedRubric): OwnContent {
  const assessment = emptyAssessment();
  const result = scoreAssessment(prepared, assessment, '');
  const { sheets } = questionnaireWorkbook({ prepared, assessment, result, tool: '' });
  return ownContent(ownColumns(sheets), ownTexts(sheets));
}

/** The kind of ids that a text is one of; undefined if it is none of this rubric. */
export function idKeyOf(
  id: string,
  { questions, guidingQuestions, flags, features, formerIds }: PreparedRubric,
): string | undefined {
  const current = formerIds.get(id) ?? id;
  if (questions.has(current)) return idKeys.question;
  if (guidingQuestions.has(current)) return idKeys.guiding;
  if (flags.has(id)) return idKeys.flag;
  if (features.some(({ feature }) => feature.id === id)) return idKeys.feature;
  return (factIds as readonly string[]).includes(id) ? idKeys.fact : undefined;
}
