import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importedText } from '../../src/answers/imported-text.ts';
import { readAnswers } from '../../src/answers/read.ts';
import type { Answer, Assessment } from '../../src/core/answers.ts';
import { emptyAssessment } from '../../src/core/answers.ts';
import type { PreparedRubric } from '../../src/core/rubric.ts';
import { scoreAssessment } from '../../src/core/score.ts';
import { collect } from '../../src/filled/collect.ts';
import { readFilledWorkbook } from '../../src/workbook/questionnaire/filled/read.ts';
import type { ReadSheet } from '../../src/workbook/read/content.ts';
import { readWorkbook } from '../../src/workbook/read.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { answersFor, rubrics } from '../fixtures/any-rubric.ts';
import { bundledRubric, temporaryFolder } from '../fixtures/bundled.ts';
import { assessmentOf, feature, flag, question, rubricOf } from '../fixtures/small-rubric.ts';
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

/** What the sheet of scores shows: a line for each feature, one for the law, then its bands and deduction, and what of each step is covered. */
function shownIn(sheet: ReadSheet, { features, rubric }: PreparedRubric): (number | string | null)[] {
  const law = 5 + features.length;
  const figures = Array.from({ length: features.length + 1 }, (_, index) => [4, 5, 6, 7, 8].map((column) => [5 + index, column]));
  const others = [law + 2, law + 3, law + 4, ...rubric.steps.map((_, index) => law + 7 + index)].map((row) => [row, 3]);
  return [...figures.flat(), ...others].map(([row = 0, column = 0]) => {
    const text = textAt(sheet, row, column);
    return text === '' ? null : Number.isNaN(Number(text)) ? text : Number(text);
  });
}

function shownOf(prepared: PreparedRubric, assessment: Assessment): (number | string | null)[] {
  const result = scoreAssessment(prepared, assessment, 'test');
  const title = (id: string | null): string | null => prepared.rubric.bands.find((band) => band.id === id)?.title ?? null;
  return [
    ...[...result.features, result].flatMap(({ score, low, high, answered, applicable }) => [
      score,
      low,
      high,
      answered,
      applicable,
    ]),
    title(result.band),
    title(result.uncappedBand),
    result.deducted,
    ...result.steps.map(({ coverage }) => coverage),
  ];
}

function expectShown(found: readonly (number | string | null)[], expected: readonly (number | string | null)[]): void {
  const rounded = (each: number | string | null) => (typeof each === 'number' ? Math.round(each * 1e9) / 1e9 + 0 : each);
  expect(found.map(rounded)).toEqual(expected.map(rounded));
}

/** The same rubric with steps. */
function withSteps({ rubric }: PreparedRubric): PreparedRubric {
  const guiding = (id: string) => ({ id, text: `${id}?`, help: '', principles: [], was: [] });
  const steps = ['s', 't'].map((id) => ({
    id,
    title: `Step ${id}`,
    summary: '',
    questions: [guiding(`${id}.a`), guiding(`${id}.b`)],
  }));
  return rubricOf(rubric.features, { flags: rubric.flags, steps });
}

/** Any answers to a rubric with flags and steps; one feature in five does not apply. */
function anyAssessment(prepared: PreparedRubric): fc.Arbitrary<Assessment> {
  const { rubric } = prepared;
  const some = <Value>(ids: readonly string[], value: fc.Arbitrary<Value | null>): fc.Arbitrary<Record<string, Value>> =>
    fc
      .tuple(...ids.map((id) => value.map((each) => [id, each] as const)))
      .map((entries) => Object.fromEntries(entries.filter((entry): entry is readonly [string, Value] => entry[1] !== null)));
  return fc
    .record({
      answers: answersFor(prepared, true),
      flags: some(
        rubric.flags.map(({ id }) => id),
        fc.option(fc.boolean().map((present) => ({ present, evidence: [] }))),
      ),
      steps: some(
        [...prepared.guidingQuestions.keys()],
        fc.option(fc.constantFrom('addressed', 'partly', 'missing').map((status) => ({ status, evidence: [] }))),
      ),
      features: some(
        rubric.features.map(({ id }) => id),
        fc.nat({ max: 4 }).map((at) => (at === 0 ? { notApplicable: 'Not in this law' } : null)),
      ),
    })
    .map(({ answers, flags, steps, features }) => ({
      ...assessmentOf({ answers }),
      flags: new Map(Object.entries(flags)),
      steps: new Map(Object.entries(steps)) as Assessment['steps'],
      features: new Map(Object.entries(features)),
    }));
}

describe.runIf(officeProgram)('a questionnaire in LibreOffice', () => {
  it(
    'has the scores of compass, whatever the rubric, its conditions, and the answers',
    async () => {
      const arbitrary = rubrics({ conditions: true })
        .map(withSteps)
        .chain((prepared) => anyAssessment(prepared).map((each): readonly [PreparedRubric, Assessment] => [prepared, each]));
      const cases = fc.sample(arbitrary, { numRuns: 16, seed: 1 });
      const files = Object.fromEntries(
        cases.map(([prepared, assessment], index) => [
          `${index}.xlsx`,
          writeWorkbook(withoutValues(workbookOf(prepared, assessment))),
        ]),
      );
      const saved = await savedByOffice(await temporaryFolder(), files, 'xlsx');
      for (const [index, [prepared, assessment]] of cases.entries()) {
        const sheet = sheetOf(readWorkbook(saved[index] as Uint8Array, 'saved'), 'Scores');
        expectShown(shownIn(sheet, prepared), shownOf(prepared, assessment));
      }
      const results = cases.map((each) => scoreAssessment(...each, 'test'));
      expect(results.some(({ deducted }) => deducted > 0)).toBe(true);
      expect(results.some(({ band, uncappedBand }) => band !== uncappedBand)).toBe(true);
      expect(cases.some(([, { features }]) => features.size > 0)).toBe(true);
    },
    long,
  );

  it(
    'counts of typed answers what the import takes, and says so of the others',
    async () => {
      const words = {
        present: [
          'yes',
          'Yes ',
          'y',
          true,
          'x',
          '✓',
          'oui',
          ' yes\u00a0',
          1,
          'no',
          'N',
          false,
          '-',
          'o',
          'maybe',
          '*',
          '?',
          '1.0',
          'ＹＥＳ',
        ],
        status: ['addressed', 'Addressed ', 'PARTLY', 'missing', 'yes', '*', 'addressed?'],
        mark: ['x', 'X ', true, '☑', 'oui', '*', '?', 'o', '1.0', '-', false],
      };
      const flags = words.present.map((_, at) => flag(`bad-${at}`, { severity: 'severe', deduct: 0.5 * 2 ** (at % 3) }));
      const guiding = words.status.map((_, at) => ({ id: `s.x${at}`, text: 'X?', help: '', principles: [], was: [] }));
      const marks = words.mark.map((_, at) => ({ id: `mark-${at}`, text: `Mark ${at}`, gap: '' }));
      const prepared = rubricOf([feature('f', [question('f.a'), question('f.b', { marks: [] }), question('f.c', { marks })])], {
        flags,
        steps: [{ id: 's', title: 'Step', summary: '', questions: guiding }],
      });
      const typed: Typed[] = [
        ['f.a', 'level', '3'],
        ...words.present.map((word, at): Typed => [`bad-${at}`, 'present', word]),
        ...words.status.map((word, at): Typed => [`s.x${at}`, 'status', word]),
        ...words.mark.map((word, at): Typed => ['f.c', `mark.${at + 1}`, word]),
      ];
      const workbook = filledIn(withoutValues(workbookOf(prepared, emptyAssessment())), typed);
      const [saved] = await savedByOffice(await temporaryFolder(), { 'a.xlsx': writeWorkbook(workbook) }, 'xlsx');
      const read = readWorkbook(saved as Uint8Array, 'saved');
      const filled = readFilledWorkbook(read, prepared);
      const collected = collect(filled?.cells ?? [], prepared);
      const imported = readAnswers(importedText(collected, 'a.yaml', prepared), 'a.yaml', prepared).assessment;
      expectShown(shownIn(sheetOf(read, 'Scores'), prepared), shownOf(prepared, imported));
      const refused = new Set([...(filled?.faults ?? []), ...collected.faults].map(({ args }) => args['id']));
      const checks = (sheet: string, column: number, count: number) =>
        Array.from({ length: count }, (_, at) => textAt(sheetOf(read, sheet), 5 + at, column) !== '');
      expect(checks('Red flags', 8, flags.length)).toEqual(flags.map(({ id }) => refused.has(id)));
      expect(checks('Steps', 6, guiding.length)).toEqual(guiding.map(({ id }) => refused.has(id)));
      expect(flags.filter(({ id }) => refused.has(id))).toHaveLength(6);
      expect(guiding.filter(({ id }) => refused.has(id))).toHaveLength(3);
      expect(textAt(sheetOf(read, '1 F'), 7, 7)).toBe('A mark is x, - or blank.');
      const unread = (filled?.faults ?? []).filter(({ code }) => code === 'tick-unreadable').map(({ args }) => args['mark']);
      expect(unread).toEqual(['mark-5', 'mark-6', 'mark-7', 'mark-8']);
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
