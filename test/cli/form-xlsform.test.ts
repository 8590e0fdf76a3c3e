import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { localised } from '../../src/core/localised.ts';
import { prepareRubric } from '../../src/core/rubric.ts';
import { useLanguage } from '../../src/messages/active.ts';
import { loadRubric } from '../../src/rubric/load.ts';
import { loadOverlay } from '../../src/rubric/locales/load.ts';
import { readSentences } from '../../src/run/language.ts';
import { type SurveyTranslation, xlsform } from '../../src/survey/xlsform.ts';
import { valueText } from '../../src/workbook/read/content.ts';
import { readWorkbook } from '../../src/workbook/read.ts';
import { bundledRubric, changedRubric, root, temporaryFolder } from '../fixtures/bundled.ts';
import { pyxformComplaints } from '../fixtures/pyxform-rules.ts';
import { compass } from './run.ts';

const tags = ['ar', 'es', 'fr', 'ru', 'zh'];

/** Does something in which compass speaks another language. */
function spoken<Result>(tag: string, act: () => Result): Result {
  useLanguage(tag, readSentences(root, tag));
  try {
    return act();
  } finally {
    useLanguage('en');
  }
}

/** The bundled rubric in its other languages. */
async function translations(): Promise<SurveyTranslation[]> {
  const { rubric, digest } = await bundledRubric();
  return Promise.all(
    tags.map(async (tag) => {
      const overlay = await loadOverlay(rubric, join(root, 'rubrics', rubric.id), rubric.id, tag);
      return { prepared: prepareRubric(localised(rubric, overlay), digest), inItsWords: (act) => spoken(tag, act) };
    }),
  );
}

describe('compass form --format xlsform', () => {
  it('has columns for each language of the rubric, which pyxform takes', async () => {
    const sheets = xlsform(await bundledRubric(), {}, await translations());
    const [survey, choices, settings] = sheets;
    const labels = ['English (en)', 'العربية (ar)', 'Español (es)', 'Français (fr)', 'Русский (ru)', '中文 (zh)'];
    for (const each of [survey, choices])
      expect(each?.headings.filter((heading) => heading.startsWith('label::'))).toEqual(labels.map((name) => `label::${name}`));
    expect(settings?.rows[0]).toMatchObject({ default_language: 'English (en)' });
    expect(pyxformComplaints(sheets)).toEqual([]);
    const row = survey?.rows.find(({ name }) => name === 'broad_rights__children');
    expect(new Set(labels.map((name) => row?.[`label::${name}`])).size).toBe(labels.length);
    expect(row?.['label::Français (fr)']).toMatch(/enfants/);
  });

  it("has them of a rubric of one's own too", async () => {
    const folder = await temporaryFolder();
    const tagged = await changedRubric(join(root, 'rubrics', 'ungps-compass'), [
      'rubric.yaml',
      /^title: .*$/m,
      'title: My rubric',
    ]);
    await compass(['form', '--format', 'xlsform', '--output', 'survey.xlsx', '--rubric', tagged], { cwd: folder });
    const headings = readWorkbook(await readFile(join(folder, 'survey.xlsx')), 's').sheets[0]?.rows[0]?.cells.values() ?? [];
    expect([...headings].map(({ value }) => valueText(value))).toContain('label::中文 (zh)');
  });

  it('writes the sheets of an XLSForm, with text in every cell', async () => {
    const folder = await temporaryFolder();
    const { code } = await compass(['form', '--format', 'xlsform', '--output', 'survey.xlsx'], { cwd: folder });
    const { sheets } = readWorkbook(await readFile(join(folder, 'survey.xlsx')), 'survey.xlsx');
    const expected = xlsform(await bundledRubric(), {}, await translations());
    expect([code, sheets.map(({ name }) => name)]).toEqual([0, ['survey', 'choices', 'settings']]);
    for (const [at, { headings, rows }] of expected.entries()) {
      const [first, ...others] = (sheets[at]?.rows ?? []).map(({ cells }) => [...cells.values()]);
      expect(first?.map(({ value }) => valueText(value))).toEqual(headings);
      expect(others.map((cells) => cells.map(({ value }) => valueText(value)))).toEqual(
        rows.map((row) => headings.flatMap((heading) => row[heading] ?? [])),
      );
      expect(others.flat().filter(({ value }) => value.kind !== 'text')).toEqual([]);
    }
  });

  it('writes the same bytes each time', async () => {
    const folder = await temporaryFolder();
    for (const name of ['a.xlsx', 'b.xlsx']) await compass(['form', '--format', 'xlsform', '--output', name], { cwd: folder });
    expect(await readFile(join(folder, 'a.xlsx'))).toEqual(await readFile(join(folder, 'b.xlsx')));
  });

  it('makes a survey of any rubric that pyxform takes', async () => {
    const starter = await loadRubric(join(root, 'examples', 'starter-rubric'), 'starter');
    expect(pyxformComplaints(xlsform(starter))).toEqual([]);
  });
});
