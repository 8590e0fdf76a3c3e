import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { randomAnswers } from '../../bench/random-answers.js';
import { readAnswers } from '../../src/answers/read.ts';
import type { PreparedRubric } from '../../src/core/rubric.ts';
import { scoreAssessment } from '../../src/core/score.ts';
import { questionnaireWorkbook } from '../../src/workbook/questionnaire/questionnaire.ts';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { bundledRubric, root, temporaryFolder } from '../fixtures/bundled.ts';
import { compass } from './run.ts';

function workbookOf(text: string, prepared: PreparedRubric): Uint8Array {
  const { assessment } = readAnswers(text, 'x', prepared);
  const result = scoreAssessment(prepared, assessment, 'x');
  return writeWorkbook(questionnaireWorkbook({ prepared, assessment, result, file: parse(text), tool: '0' }));
}

/** Makes a workbook of an answers file, imports it, and parses what comes back. */
async function thereAndBack(text: string): Promise<{ code: number | null; stderr: string; back: unknown }> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'q.xlsx'), workbookOf(text, await bundledRubric()));
  const { code, stderr } = await compass(['import', 'q.xlsx', '--output', 'back.answers.yaml'], { cwd: folder });
  const back = code === 0 ? parse(await readFile(join(folder, 'back.answers.yaml'), 'utf8')) : undefined;
  return { code, stderr, back };
}

describe('compass import of a workbook', () => {
  it.each(['bill', 'bill-v2', 'eu-dsa', 'eu-ai-act', 'eu-csddd'])(
    'gives the answers back that it was made with: %s',
    async (name) => {
      const text = await readFile(join(root, 'examples', `${name}.answers.yaml`), 'utf8');
      const { code, stderr, back } = await thereAndBack(text);
      expect([code, stderr]).toEqual([
        0,
        expect.stringMatching(/^Written to back.answers.yaml: \d+ answers by .*\n\d+ quotes were not looked up, .*\n$/),
      ]);
      expect(back).toEqual(parse(text));
    },
  );

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('gives random answers back, whatever their texts: seed %i', async (seed) => {
    const file = randomAnswers((await bundledRubric()).rubric, seed);
    const { stderr, back } = await thereAndBack(stringify(file));
    expect([stderr, back]).toEqual([
      expect.stringMatching(/^Written to [^\n]*\n(\d+ quotes? (was|were) not looked up, [^\n]*\n)?$/),
      file,
    ]);
  });
});
