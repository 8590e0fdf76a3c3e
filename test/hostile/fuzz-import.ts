import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readImport } from '../../src/cli/commands/import/assessments.ts';
import { sourceReader } from '../../src/cli/commands/import/read-source.ts';
import type { PreparedRubric } from '../../src/core/rubric.ts';
import { choiceName } from '../../src/filled/values.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { filledIn, type Typed, workbookOf } from '../fixtures/workbooks.ts';
import type { Target } from './fuzz-target.ts';

/** The readers of `compass import`, for exports and for the sheets of a filled workbook. */
export function importTargets(prepared: PreparedRubric): Readonly<Record<string, Target>> {
  const read = sourceReader(prepared);
  const importAll = async (bytes: Uint8Array, name: string): Promise<void> => {
    for (const each of await read(bytes, name)) readImport(each, prepared);
  };
  const [question = ''] = [...prepared.questions.keys()];
  const name = question.split('.').map(choiceName).join('__');
  const csv = `rubric__version,reviewer__name,a/${name},${name}__marks/x,${name}__why,other\n0.1.0,Ana,"2 - more",1,"a\nb",c\n`;
  const json = JSON.stringify({
    results: [{ [`a/${name}`]: '1', group: { [`${name}__article`]: 'art. 1' }, _id: 3, list: [{ a: 1 }] }],
  });
  const typed: Typed[] = [
    [question, 'level', '2 - more'],
    [question, 'evidence.1.quote', 'words'],
    ['reviewer.name', 'value', 'Ana'],
  ];
  const parts = unzipSync(writeWorkbook(filledIn(workbookOf(prepared), typed)));
  const sheet =
    Object.keys(parts).find((path) => /worksheets/.test(path) && strFromU8(parts[path] as Uint8Array).includes(`${question}<`)) ??
    '';
  return {
    survey: { seeds: [strToU8(csv), strToU8(csv.replaceAll(',', ';'))], run: (given) => importAll(given, 'export.csv') },
    submissions: { seeds: [strToU8(json)], run: (given) => importAll(given, 'export.json') },
    filled: {
      seeds: [(parts[sheet] as Uint8Array).slice(0, 3900)],
      run: (given) => importAll(zipSync({ ...parts, [sheet]: given }, { level: 0 }), 'q.xlsx'),
    },
  };
}
