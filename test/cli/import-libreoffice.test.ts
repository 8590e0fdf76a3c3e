import { spawnSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { randomAnswers } from '../../bench/random-answers.js';
import { readAnswers } from '../../src/answers/read.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { bundledRubric, temporaryFolder } from '../fixtures/bundled.ts';
import { workbookOf } from '../fixtures/workbooks.ts';
import { compass } from './run.ts';

const program = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);

it.runIf(program)(
  'workbooks that LibreOffice has saved, as .xlsx or .ods, have the same answers, ready for a panel',
  async () => {
    const prepared = await bundledRubric();
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'saved'));
    const files = [1, 2, 3].map((seed) => ({ ...randomAnswers(prepared.rubric, seed), draft: { title: 'One bill' } }));
    for (const [at, file] of files.entries()) {
      const { assessment } = readAnswers(stringify(file), 'x', prepared);
      await writeFile(join(folder, `q${at + 1}.xlsx`), writeWorkbook(workbookOf(prepared, assessment, file)));
    }
    const save = (format: string, ...names: string[]): void => {
      const home = `-env:UserInstallation=file://${join(folder, 'home')}`;
      spawnSync(String(program), [home, '--headless', '--convert-to', format, '--outdir', 'saved', ...names], { cwd: folder });
    };
    save('xlsx', 'q2.xlsx');
    save('ods', 'q3.xlsx');
    const { code, stderr } = await compass(['import', 'q1.xlsx', 'saved/q2.xlsx', 'saved/q3.ods', '--output', 'reviews'], {
      cwd: folder,
    });
    expect([code, stderr.split('\n').filter((line) => !line.startsWith('Written to reviews/reviewer-'))]).toEqual([
      0,
      [expect.stringMatching(/^\d+ quotes were not looked up/), ''],
    ]);
    const names = (await readdir(join(folder, 'reviews'))).sort();
    const back = await Promise.all(names.map(async (name) => parse(await readFile(join(folder, 'reviews', name), 'utf8'))));
    expect(back).toEqual(files);
    const panel = await compass(['panel', 'reviews', '--format', 'json'], { cwd: folder });
    expect([panel.code, JSON.parse(panel.stdout)]).toMatchObject([0, { reviewers: 3 }]);
  },
  180_000,
);
