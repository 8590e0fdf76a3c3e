import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer, Assessment } from '../../src/core/answers.ts';
import { emptyAssessment } from '../../src/core/answers.ts';
import type { PreparedRubric } from '../../src/core/rubric.ts';
import { scoreAssessment } from '../../src/core/score.ts';
import { collect } from '../../src/filled/collect.ts';
import { readFilledWorkbook } from '../../src/workbook/questionnaire/filled.ts';
import type { ReadSheet } from '../../src/workbook/read/content.ts';
import { readWorkbook } from '../../src/workbook/read.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { answersFor, rubrics } from '../fixtures/any-rubric.ts';
import { bundledRubric, temporaryFolder } from '../fixtures/bundled.ts';
import { assessmentOf, feature, question, rubricOf } from '../fixtures/small-rubric.ts';
import {
  filledIn,
  keyedCells,
  officeProgram,
  savedByOffice,
  sheetOf,
  type Typed,
  textAt,
  withoutValues,
  workbookOf,
} from '../fixtures/workbooks.ts';

/** Some minutes: it starts slowly, and the tests of other files run beside this one. */
const long = 240_000;

/** The figures in the sheet of scores: a line for each feature, and one for the law. */
function figuresIn(sheet: ReadSheet, features: number): (number | null)[][] {
  return Array.from({ length: features + 1 }, (_, index) =>
    [4, 5, 6, 7, 8].map((column) => {
      const text = textAt(sheet, 5 + index, column);
      return text === '' ? null : Number(text);
    }),
  );
}

function figuresOf(prepared: PreparedRubric, assessment: Assessment): (number | null)[][] {
  const result = scoreAssessment(prepared, assessment, 'test');
  return [...result.features, result].map(({ score, low, high, answered, applicable }) => [
    score,
    low,
    high,
    answered,
    applicable,
  ]);
}

describe.runIf(officeProgram)('a questionnaire in LibreOffice', () => {
  it(
    'has the scores of compass, whatever the rubric, its conditions, and the answers',
    async () => {
      const arbitrary = rubrics({ conditions: true }).chain((prepared) =>
        answersFor(prepared, true).map((answers): readonly [PreparedRubric, Assessment] => [prepared, assessmentOf({ answers })]),
      );
      const cases = fc.sample(arbitrary, { numRuns: 12, seed: 1 });
      const files = Object.fromEntries(
        cases.map(([prepared, assessment], index) => [
          `${index}.xlsx`,
          writeWorkbook(withoutValues(workbookOf(prepared, assessment))),
        ]),
      );
      const saved = await savedByOffice(await temporaryFolder(), files, 'xlsx');
      for (const [index, [prepared, assessment]] of cases.entries()) {
        const found = figuresIn(sheetOf(readWorkbook(saved[index] as Uint8Array, 'saved'), 'Scores'), prepared.features.length);
        for (const [line, expected] of figuresOf(prepared, assessment).entries())
          for (const [at, value] of expected.entries()) {
            const figure = found[line]?.[at];
            if (value === null) expect(figure).toBeNull();
            else expect(Math.abs((figure ?? Number.NaN) - value)).toBeLessThan(1e-9);
          }
      }
    },
    long,
  );

  it(
    'keeps every answer when it is saved there, as .xlsx or as .ods',
    async () => {
      const prepared = await bundledRubric();
      const answers = Object.fromEntries(
        [...prepared.questions.values()].map(({ question: { id, marks = [], levels } }, index): [string, Answer] => [
          id,
          {
            level: index % levels.length,
            notApplicable: null,
            marks: marks.filter((_, at) => at % 2 === index % 2).map((mark) => mark.id),
            rationale: [
              `=SUM(${index})`,
              ' spaces  within ',
              'two\nlines',
              '2026-06-15',
              '007',
              "'quoted",
              '<b>&amp;</b>',
              'TRUE',
              '1,5',
              '{"a": 1}',
            ][index % 10] as string,
            evidence: Array.from({ length: index % 5 }, (_, at) => ({ at: `art. ${at}`, quote: `“Quote ${at}” …` })),
            due: '2026-06-15',
          },
        ]),
      );
      const bytes = writeWorkbook(workbookOf(prepared, assessmentOf({ answers })));
      const expected = keyedCells(readWorkbook(bytes, 'written'));
      expect(expected.length).toBeGreaterThan(600);
      const folder = await temporaryFolder();
      const [xlsx] = await savedByOffice(folder, { 'a.xlsx': bytes }, 'xlsx');
      expect(keyedCells(readWorkbook(xlsx as Uint8Array, 'saved'))).toEqual(expected);
      const [ods] = await savedByOffice(folder, { 'a.xlsx': bytes }, 'ods');
      expect(keyedCells(readWorkbook(ods as Uint8Array, 'saved'))).toEqual(expected);
    },
    long,
  );

  it(
    'says what is wrong with an answer',
    async () => {
      const marks = [
        { id: 'one', text: 'First', gap: '' },
        { id: 'two', text: 'Second', gap: '', from: 2 },
      ];
      const ids = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => `f.${id}`);
      const prepared = rubricOf([
        feature('f', [
          ...ids.map((id) => question(id, { marks, need: { 3: 2 } })),
          question('f.g', { when: { question: 'f.f', atLeast: 2 } }),
        ]),
      ]);
      const typed: Readonly<Record<string, readonly [level: string, one: string, two: string, reason: string]>> = {
        'f.a': ['5', '', '', ''],
        'f.b': ['2 - more', '', '', 'does not apply'],
        'f.c': ['1', 'maybe', '', ''],
        'f.d': ['3', 'x', '-', ''],
        'f.e': ['2', 'x', '-', ''],
        'f.f': ['little', 'x', 'X', ''],
      };
      const workbook = withoutValues(workbookOf(prepared, emptyAssessment()));
      const fill =
        (key: string, text: string) =>
        (cell: object | undefined, at: number, head: readonly ({ value?: unknown } | undefined)[]) =>
          head[at]?.value === `compass:${key}` && text !== '' ? { ...cell, value: text } : cell;
      const sheets = workbook.sheets.map((sheet) => {
        const head = sheet.rows[0]?.cells ?? [];
        const rows = sheet.rows.map((row) => {
          const entry = typed[String(row.cells[0]?.value)];
          if (!entry || head[0]?.value !== 'compass:question') return row;
          const fills = (['level', 'mark.1', 'mark.2', 'not-applicable'] as const).map((key, index) =>
            fill(key, entry[index] ?? ''),
          );
          return {
            ...row,
            cells: row.cells.map((cell, at) =>
              fills.reduce<object | undefined>((filled, change) => change(filled, at, head), cell),
            ),
          };
        });
        return { ...sheet, rows };
      });
      const [saved] = await savedByOffice(await temporaryFolder(), { 'a.xlsx': writeWorkbook({ ...workbook, sheets }) }, 'xlsx');
      const sheet = sheetOf(readWorkbook(saved as Uint8Array, 'saved'), '1 F');
      expect([5, 6, 7, 8, 9, 10, 11].map((row) => textAt(sheet, row, 7))).toEqual([
        'Choose a level from 0 to 3.',
        'Give either a level or a reason why it does not apply.',
        'A mark is x, - or blank.',
        'Level 3 needs 2 marks; ticked: 1.',
        'Level 2 needs mark 2.',
        '',
        'Not asked while f.f is below level 2, or does not apply.',
      ]);
    },
    long,
  );

  it(
    'passes no level in the column Check that the import refuses',
    async () => {
      const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v'];
      const levels = ['none', 'little', 'more (a, b)?', '24 hours or more'];
      const prepared = rubricOf([
        feature(
          'f',
          ids.map((id) => question(`f.${id}`, { levels })),
        ),
      ]);
      const good = [
        '2',
        2,
        '2.0',
        '2 - more',
        '2 – words',
        '2: words',
        '2) words',
        'LITTLE',
        '3 - 24 hours or more',
        '24 hours or more',
      ];
      const bad = ['2 - 3', '2-3', '2 – 3', '2 words', '2 - 3.5', '2.5', 2.5, '*', '?', '4', '22', '2 -'];
      const typed = [...good, ...bad].map((value, at): Typed => [`f.${ids[at]}`, 'level', value]);
      const workbook = filledIn(withoutValues(workbookOf(prepared, emptyAssessment())), typed);
      const [saved] = await savedByOffice(await temporaryFolder(), { 'a.xlsx': writeWorkbook(workbook) }, 'xlsx');
      const read = readWorkbook(saved as Uint8Array, 'saved');
      const checks = ids.map((_, at) => textAt(sheetOf(read, '1 F'), at + 5, 7));
      const filled = readFilledWorkbook(read, prepared);
      const { sections, faults } = collect(filled?.cells ?? [], prepared);
      const refused = ids.map((id) => {
        const answer = sections.answers[`f.${id}`];
        return answer === undefined || Number(answer) > 3;
      });
      expect(checks.map((check) => check !== '')).toEqual([...good.map(() => false), ...bad.map(() => true)]);
      expect(refused).toEqual(checks.map((check) => check !== ''));
      expect(faults.every(({ code }) => ['level-unreadable', 'two-levels'].includes(code))).toBe(true);
    },
    long,
  );
});
