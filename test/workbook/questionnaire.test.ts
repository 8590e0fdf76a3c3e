import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/answers/read.ts';
import { type Assessment, emptyAssessment } from '../../src/core/answers.ts';
import { columnKeys, idKeys, keyIn, longestCell, workbookFormat } from '../../src/workbook/questionnaire/layout.ts';
import { type ReadWorkbook, valueText } from '../../src/workbook/read/content.ts';
import { readWorkbook } from '../../src/workbook/read.ts';
import type { Sheet } from '../../src/workbook/sheets.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { bundledRubric, root } from '../fixtures/bundled.ts';
import { assessmentOf, feature, flag, question, rubricOf } from '../fixtures/small-rubric.ts';
import { keyedCells, sheetOf, textAt, workbookOf } from '../fixtures/workbooks.ts';

const marks = [
  { id: 'one', text: 'First', gap: '' },
  { id: 'two', text: 'Second', gap: '', from: 2 },
];
const small = rubricOf(
  [
    feature('f', [
      question('f.a', { marks, need: { 3: 2 }, critical: true }),
      question('f.b', { when: { question: 'f.a', atLeast: 2 } }),
    ]),
    feature('g', [question('g.a')]),
  ],
  {
    flags: [flag('bad', { severity: 'severe', deduct: 5 })],
    steps: [{ id: 's', title: 'Step', summary: '', questions: [{ id: 's.x', text: 'X?', help: '', principles: [], was: [] }] }],
  },
);

const written = (assessment: Assessment, file?: unknown): ReadWorkbook =>
  readWorkbook(writeWorkbook(workbookOf(small, assessment, file)), 'test');
const given = (more: Partial<Assessment>): Assessment => ({ ...emptyAssessment(), ...more });
const settings = (workbook: ReadWorkbook): string[] => keyedCells(workbook).filter((line) => line.startsWith('setting'));
const lines = (workbook: ReadWorkbook, start: string): string[] => keyedCells(workbook).filter((line) => line.startsWith(start));

describe('the questionnaire as a workbook', () => {
  it('has a sheet for each feature, and one each for the rest', async () => {
    const { sheets } = workbookOf(await bundledRubric(), emptyAssessment());
    expect(sheets.filter(({ hidden }) => !hidden).map(({ name }) => name)).toEqual([
      ...[
        'How to',
        'Draft and reviewer',
        'Scores',
        '1 Broad rights',
        '2 HRDD consistency',
        '3 Value chain',
        '4 Accompanying measures',
      ],
      ...[
        '5 Process orientation',
        '6 Stakeholder engagement',
        '7 Access to remedy',
        'Red flags',
        'Steps',
        'More evidence',
        'Conventions',
      ],
      'Guidance',
    ]);
  });

  it('asks every question, red flag and guiding question once, by its id', async () => {
    const prepared = await bundledRubric();
    const workbook = readWorkbook(writeWorkbook(workbookOf(prepared, emptyAssessment())), 'test');
    const ids = (key: string): string[] =>
      workbook.sheets.flatMap((sheet) => {
        const head = sheet.rows[0]?.cells ?? new Map();
        const column = [...head.values()].find((cell) => keyIn(valueText(cell.value)) === key)?.column;
        return column === undefined
          ? []
          : sheet.rows.slice(1).flatMap(({ cells }) => (cells.has(column) ? [valueText(cells.get(column)?.value as never)] : []));
      });
    expect(ids(idKeys.question)).toEqual([...prepared.questions.keys()]);
    expect(ids(idKeys.guiding)).toEqual([...prepared.guidingQuestions.keys()]);
    expect(ids(idKeys.flag)).toEqual([...prepared.flags.keys()]);
    expect(ids(idKeys.feature)).toEqual(prepared.features.map((scored) => scored.feature.id));
  });

  it('says which rubric it was made with', () => {
    expect(settings(written(emptyAssessment())).slice(0, 6)).toEqual([
      `setting format value.1 ${workbookFormat}`,
      'setting rubric value.1 small',
      'setting rubric value.2 1.0.0',
      'setting rubric value.3 sha256:test',
      'setting language value.1 en',
      'setting tool value.1 0.0.0',
    ]);
  });

  it('has the answers of a file in its cells', () => {
    const answers: Assessment['answers'] = new Map([
      [
        'f.a',
        {
          level: 1,
          notApplicable: null,
          marks: ['one'],
          rationale: '=because',
          evidence: [{ at: 'art. 1', quote: 'Q1', note: 'N1' }],
          confidence: 'low',
          owner: 'Somebody',
          due: '2026-06-15',
          review: 'Look again',
          elsewhere: { level: 2, law: 'Other act', at: 's. 3', note: 'N2' },
        },
      ],
      ['f.b', { level: null, notApplicable: 'Reason', evidence: [] }],
    ]);
    expect(lines(written(given({ answers })), 'question f')).toEqual([
      ...['question f.a marks one two', 'question f.a level 1 - little', 'question f.a mark.1 x', 'question f.a mark.2 -'],
      ...[
        'question f.a rationale =because',
        'question f.a evidence.1.at art. 1',
        'question f.a evidence.1.quote Q1',
        'question f.a evidence.1.note N1',
      ],
      ...[
        'question f.a confidence low',
        'question f.a owner Somebody',
        'question f.a due 2026-06-15',
        'question f.a elsewhere.level 2 - more',
      ],
      ...[
        'question f.a elsewhere.law Other act',
        'question f.a elsewhere.at s. 3',
        'question f.a elsewhere.note N2',
        'question f.a review Look again',
      ],
      'question f.b not-applicable Reason',
    ]);
  });

  it('has what is said of features, red flags, steps, the draft and the reviewer', () => {
    const workbook = written(
      given({
        features: new Map([['g', { notApplicable: 'Not here' }]]),
        flags: new Map([['bad', { present: true, rationale: 'R', evidence: [] }]]),
        steps: new Map([['s.x', { status: 'partly', notes: 'N', evidence: [{ document: 'memo.pdf', at: 'p. 2' }] }]]),
        draft: { title: 'T', version: '2' },
        reviewer: { name: 'A', organisation: 'B' },
      }),
    );
    expect(keyedCells(workbook).filter((line) => /^(feature|flag|guiding|fact) /.test(line))).toEqual([
      ...[
        'fact draft.title value T',
        'fact draft.version value 2',
        'fact reviewer.name value A',
        'fact reviewer.organisation value B',
      ],
      ...['feature g not-applicable Not here', 'flag bad present yes', 'flag bad rationale R'],
      ...[
        'guiding s.x status partly',
        'guiding s.x notes N',
        'guiding s.x evidence.1.document memo.pdf',
        'guiding s.x evidence.1.at p. 2',
      ],
    ]);
  });

  it('has further evidence in a sheet of its own', () => {
    const evidence = ['1', '2', '3', '4', '5'].map((at) => ({ at, quote: `Q${at}` }));
    const workbook = written(given({ answers: new Map([['f.a', { level: 0, notApplicable: null, evidence }]]) }));
    expect(lines(workbook, 'question f.a evidence')).toHaveLength(6);
    expect(lines(workbook, 'evidence-of')).toEqual([
      ...['evidence-of f.a kind question', 'evidence-of f.a at 4', 'evidence-of f.a quote Q4'],
      ...['evidence-of f.a kind question', 'evidence-of f.a at 5', 'evidence-of f.a quote Q5'],
    ]);
  });

  it('tells marks that were looked for and not found from marks that nobody looked for', () => {
    const ticks = (ticked: readonly string[] | undefined): string[] =>
      lines(
        written(
          given({
            answers: new Map([['f.a', { level: 0, notApplicable: null, evidence: [], ...(ticked && { marks: ticked }) }]]),
          }),
        ),
        'question f.a mark.',
      );
    expect(ticks([])).toEqual(['question f.a mark.1 -', 'question f.a mark.2 -']);
    expect(ticks(undefined)).toEqual([]);
  });

  it('keeps what has no cell, and the whole of a text that is longer than a cell can be', () => {
    const long = 'x'.repeat(longestCell + 10);
    const file = {
      format: 'compass-answers/1',
      answers: {
        'f.a': { level: 1, dissent: [{ level: 0 }], evidence: [{ at: 'a', was: { at: 'b' } }], marks: ['two', 'one'] },
        'old.id': 2,
      },
      panel: { reviewers: 2 },
      draft: { title: 'T', was: 'old' },
    };
    const workbook = written(
      given({ answers: new Map([['f.a', { level: 1, notApplicable: null, rationale: long, evidence: [] }]]) }),
      file,
    );
    const cells = settings(workbook).map((line) => line.slice(0, 60));
    for (const piece of [
      'value.3 dissent',
      'value.4 [{"level":0}]',
      'value.3 evidence.0.was',
      'value.4 {"of":{"at":"a"},"value":{"at":"b"}}',
      'value.4 ["two","one"]',
      'value.2 old.id',
      'value.1 panel',
      'value.4 "old"',
    ]) {
      expect(cells.some((line) => line.endsWith(piece))).toBe(true);
    }
    expect(cells).toContain(`setting long value.5 ${'x'.repeat(10)}`);
    expect(lines(workbook, 'question f.a rationale')[0]).toHaveLength('question f.a rationale '.length + longestCell);
  });

  it('locks everything but the cells to fill in', async () => {
    const { sheets } = workbookOf(await bundledRubric(), emptyAssessment());
    expect(sheets.every(({ locked }) => locked)).toBe(true);
    const open = (sheet: Sheet | undefined): string[] => [
      ...new Set(
        (sheet?.rows.slice(4) ?? []).flatMap(({ cells }) =>
          cells.flatMap((cell, index) =>
            cell?.style?.open ? [keyIn(String(sheet?.rows[0]?.cells[index]?.value ?? '')) ?? 'no key'] : [],
          ),
        ),
      ),
    ];
    const sheet = sheets.find(({ name }) => name === '1 Broad rights');
    expect(open(sheet)).toContain(columnKeys.level);
    expect(open(sheet)).not.toContain('no key');
    for (const each of sheets)
      for (const cell of each.rows.flatMap(({ cells }) => cells))
        expect(cell?.formula !== undefined && cell.style?.open === true).toBe(false);
  });

  it('shows the scores of compass before anything is calculated', async () => {
    const prepared = await bundledRubric();
    const { assessment } = readAnswers(
      await readFile(join(root, 'examples/bill.answers.yaml'), 'utf8'),
      'bill.answers.yaml',
      prepared,
    );
    const scores = sheetOf(readWorkbook(writeWorkbook(workbookOf(prepared, assessment)), 'test'), 'Scores');
    const overall = scores.rows.find(
      ({ cells }) => cells.get(2) && valueText(cells.get(2)?.value as never).startsWith('Overall'),
    );
    expect(textAt(scores, overall?.number ?? 0, 4)).toMatch(/^45\.63/);
  });

  it('lies from right to left where the language is written so', () => {
    const arabic = rubricOf([feature('f', [question('f.a')])], { more: { language: 'ar' } });
    expect(
      workbookOf(arabic, emptyAssessment())
        .sheets.filter(({ hidden }) => !hidden)
        .every(({ rightToLeft }) => rightToLeft),
    ).toBe(true);
    expect(workbookOf(small, emptyAssessment()).sheets.some(({ rightToLeft }) => rightToLeft)).toBe(false);
  });

  it('makes no formula from the text of a rubric or a reviewer', () => {
    const hostile = '"&WEBSERVICE("http://x")&"';
    const prepared = rubricOf(
      [
        feature('f', [
          question('f.a', {
            text: hostile,
            help: hostile,
            levels: [hostile, hostile],
            marks: [{ id: 'm', text: hostile, gap: hostile }],
          }),
        ]),
      ],
      {
        flags: [flag('bad', { text: hostile })],
        more: { title: hostile, notice: hostile },
      },
    );
    const assessment = assessmentOf({
      answers: { 'f.a': { level: 1, notApplicable: null, rationale: hostile, evidence: [{ at: hostile }] } },
    });
    for (const { rows, rules = [], choices = [] } of workbookOf(prepared, assessment).sheets) {
      const formulas = [
        ...rows.flatMap(({ cells }) => cells.map((cell) => cell?.formula)),
        ...rules.map((rule) => ('formula' in rule ? rule.formula : '')),
        ...choices.map(({ list }) => list),
      ];
      expect(formulas.join(' ')).not.toContain('WEBSERVICE');
    }
  });

  it('has less than 300 kB when it is blank', async () => {
    expect(writeWorkbook(workbookOf(await bundledRubric(), emptyAssessment())).length).toBeLessThan(300_000);
  });
});
