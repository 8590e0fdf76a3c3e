import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
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

describe('compass import of a workbook', () => {
  it.each(['bill', 'bill-v2', 'eu-dsa', 'eu-ai-act', 'eu-csddd'])(
    'gives the answers back that it was made with: %s',
    async (name) => {
      const prepared = await bundledRubric();
      const folder = await temporaryFolder();
      const text = await readFile(join(root, 'examples', `${name}.answers.yaml`), 'utf8');
      await writeFile(join(folder, 'q.xlsx'), workbookOf(text, prepared));
      const { code, stderr } = await compass(['import', 'q.xlsx', '--output', 'back.answers.yaml'], { cwd: folder });
      expect([code, stderr.replace(/\d+ answers/, 'N answers')]).toEqual([
        0,
        expect.stringMatching(/^Written to back.answers.yaml: N answers by .*\n$/),
      ]);
      expect(parse(await readFile(join(folder, 'back.answers.yaml'), 'utf8'))).toEqual(parse(text));
    },
  );
});
