import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReadWorkbook } from '../../src/workbook/read/content.ts';
import { readWorkbook } from '../../src/workbook/read.ts';
import { bundledFolder, changedRubric, root, temporaryFolder } from '../fixtures/bundled.ts';
import { keyedCells, sheetOf, textAt } from '../fixtures/workbooks.ts';
import { compass, compassProcess } from './run.ts';

const bill = join(root, 'examples', 'bill.answers.yaml');
const draft = join(root, 'examples', 'bill.md');

/** Runs a command with an output file in a temporary folder, and reads the file. */
async function workbookOf(...args: readonly string[]): Promise<ReadWorkbook> {
  const file = join(await temporaryFolder(), 'out.xlsx');
  const { stderr } = await compass([...args, '--output', file]);
  expect(stderr).toContain('out.xlsx');
  return readWorkbook(new Uint8Array(await readFile(file)), 'out.xlsx');
}

describe('compass form --output q.xlsx', () => {
  it('writes a blank questionnaire', async () => {
    const workbook = await workbookOf('form');
    expect(keyedCells(workbook).filter((line) => / level /.test(line))).toEqual([]);
    expect(keyedCells(workbook)).toContain('setting rubric value.1 ungps-compass');
  });

  it('writes the answers of a file into it', async () => {
    const cells = keyedCells(await workbookOf('form', bill));
    expect(cells.find((line) => line.startsWith('question broad-rights.all-rights level'))).toMatch(
      /level 1 - Two or more rights/,
    );
    expect(cells).toContain('fact draft.title value Online Platforms Accountability Bill');
  });

  it('with a draft has its passages, and says which text was assessed', async () => {
    const workbook = await workbookOf('form', '--draft', draft);
    const passages = sheetOf(workbook, 'Passages');
    expect(passages.rows.length).toBeGreaterThan(100);
    expect(textAt(passages, 5, 1)).toBe('broad-rights.all-rights');
    const facts = keyedCells(workbook).filter((line) => line.startsWith('fact draft.'));
    expect(facts).toEqual([
      expect.stringMatching(/^fact draft.text value \.\/bill\.md$/),
      expect.stringMatching(/^fact draft.sha256 value [0-9a-f]{64}$/),
    ]);
  });

  it('is the same bytes each time, in any time zone and locale, and names no folder of the machine', async () => {
    const folder = await temporaryFolder();
    const environments = [
      { TZ: 'Pacific/Kiritimati', LC_ALL: 'C' },
      { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8' },
    ];
    const files = await Promise.all(
      environments.map(async (env, index) => {
        const file = join(folder, `${index}.xlsx`);
        await compassProcess(['form', bill, '--draft', draft, '--output', file], { env });
        return readFile(file);
      }),
    );
    expect(files[0]?.length).toBeGreaterThan(100_000);
    expect(files[0]?.equals(files[1] ?? Buffer.alloc(0))).toBe(true);
    expect(keyedCells(readWorkbook(new Uint8Array(files[0] ?? []), 'x')).join('\n')).not.toContain(root);
  });

  it('writes a page beside it in the same run', async () => {
    const cwd = await temporaryFolder();
    const { code } = await compass(['form', '--output', 'q.xlsx', '--output', 'q.html'], { cwd });
    expect([code, (await readdir(cwd)).sort()]).toEqual([0, ['q.html', 'q.xlsx']]);
  });

  it('takes any rubric', async () => {
    const starter = join(root, 'examples', 'starter-rubric');
    const workbook = await workbookOf('form', '--rubric', starter);
    expect(workbook.sheets.some(({ name }) => name === 'compass bounds')).toBe(true);
    const titled = await changedRubric(bundledFolder, ['rubric.yaml', /^title: .*$/m, `title: '=1+1'`]);
    expect(textAt(sheetOf(await workbookOf('form', '--rubric', titled), 'How to'), 1, 1)).toBe('=1+1');
  });

  it('never replaces the answers that it was made from', async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'a.xlsx'), await readFile(bill));
    const { code, stderr } = await compass(['form', 'a.xlsx', '--output', 'a.xlsx'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('the output would replace it')]);
  });
});

describe('compass score --output results.xlsx', () => {
  it('has a row for each law with its scores, a row for each answer, and what the ids stand for', async () => {
    const workbook = await workbookOf('score', join(root, 'examples'));
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Laws', 'Answers', 'Codebook']);
    const laws = sheetOf(workbook, 'Laws');
    expect(laws.rows).toHaveLength(6);
    expect([textAt(laws, 3, 1), textAt(laws, 3, 2).split('\n')[0], Number(textAt(laws, 3, 3)).toFixed(4)]).toEqual([
      'Online Platforms Accountability Bill, first reading',
      'A. Reviewer, B. Clerk',
      '45.6301',
    ]);
    const answers = sheetOf(workbook, 'Answers');
    expect(answers.rows.length - 1).toBe(5 * (66 + 22 + 65));
    const codebook = sheetOf(workbook, 'Codebook').rows.map(({ number }) => textAt(sheetOf(workbook, 'Codebook'), number, 2));
    for (const column of ['rationale', 'broad-rights.children', 'encryption', 'aligned']) expect(codebook).toContain(column);
  });

  it('lists the files that could not be scored', async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'good.answers.yaml'), await readFile(bill));
    await writeFile(
      join(cwd, 'bad.answers.yaml'),
      'format: compass-answers/1\nrubric: { id: ungps-compass, version: 2.0.0 }\nanswers: { broad-rights.children: 9 }\n',
    );
    const { code } = await compass(['score', '.', '--output', 'r.xlsx'], { cwd });
    expect(code).toBe(2);
    const failures = sheetOf(readWorkbook(new Uint8Array(await readFile(join(cwd, 'r.xlsx'))), 'r'), 'Not scored');
    expect([textAt(failures, 2, 1), textAt(failures, 2, 2), textAt(failures, 2, 4)]).toEqual([
      'bad.answers.yaml',
      '3',
      expect.stringContaining('level 9 is not one of 0..3'),
    ]);
  });
});

describe('compass report --output gaps.xlsx', () => {
  it('is an action plan: what to write, what it brings, who does it and by when', async () => {
    const cwd = await temporaryFolder();
    const text = (await readFile(bill, 'utf8')).replace(
      /(\n {2}broad-rights\.environment:\n)/,
      '$1    owner: "=Clerk"\n    due: 2026-12-01\n',
    );
    await writeFile(join(cwd, 'bill.answers.yaml'), text);
    await compass(['report', 'bill.answers.yaml', '--output', 'gaps.xlsx'], { cwd });
    const workbook = readWorkbook(new Uint8Array(await readFile(join(cwd, 'gaps.xlsx'))), 'gaps');
    const plan = sheetOf(workbook, 'Action plan');
    const rows = plan.rows.map(({ number }) => Array.from({ length: 10 }, (_, column) => textAt(plan, number, column + 1)));
    expect(rows[0]).toEqual([
      'Question',
      'Feature',
      'Critical',
      'Level',
      'Marks not seen',
      'What to write',
      'Points',
      'What the draft says now',
      'Who',
      'By when',
    ]);
    const points = rows.slice(1).reduce((sum, row) => sum + Number(row[6]), 0);
    expect(points).toBeCloseTo(100 - 45.63011063011063, 6);
    const environment = rows.find(([question]) => question?.endsWith('broad-rights.environment'));
    expect(environment?.slice(8)).toEqual(['=Clerk', '2026-12-01']);
    expect(environment?.[5]).not.toBe('');
    expect(plan.rows.flatMap(({ cells }) => [...cells.values()]).some(({ formula }) => formula !== undefined)).toBe(false);
  });
});
