import { execFile } from 'node:child_process';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { root, temporaryFolder } from './fixtures/bundled.ts';

type Import = readonly [folder: string, imported: string];

const forbidden: Import[] = [
  ['src/core', 'node:fs'],
  ['src/core', 'yaml'],
  ['src/core', '../source/parse.ts'],
  ['src/core/panel', '../../answers/read.ts'],
  ['src/report', '../source/parse.ts'],
  ['src/report/documents', '../../answers/read.ts'],
  ['src/core/compare', '../../messages/phrases.ts'],
  ['src/run', '../cli/main.ts'],
  ['src/run/batch', '../../interview/machine.ts'],
  ['src/source', '../core/score.ts'],
  ['src/messages', '../core/score.ts'],
  ['src/draft/structure', '../readers/text.ts'],
  ['src/draft/search', 'node:fs'],
  ['src/report', '../cli/main.ts'],
  ['src/report', 'node:fs'],
  ['src/source', '../interview/machine.ts'],
  ['src/config', '../cli/main.ts'],
  ['src/rubric', '../report/registry.ts'],
  ['src/answers', '../interview/machine.ts'],
  ['src/draft/readers', '../../cli/main.ts'],
  ['src/interview', '../report/registry.ts'],
  ['src/interview', 'node:util'],
  ['src/interview', '../answers/read.ts'],
  ['src/interview', '../draft/quotes/check.ts'],
  ['src/interview', '../source/problem.ts'],
  ['src/rubric', '../answers/id-mapping.ts'],
  ['src/answers', '../rubric/load.ts'],
  ['src/answers', '../draft/read.ts'],
  ['src/config', '../rubric/load.ts'],
  ['src/draft', '../answers/read.ts'],
  ['src/draft/readers', '../../config/read.ts'],
  ['src/draft/quotes', '../../source/parse.ts'],
  ['src/draft/quotes', '../../schema/types.ts'],
  ['src/draft/search', '../../rubric/load.ts'],
  ['src/draft/search', '../read-lexicon.ts'],
  ['src/text', '../core/score.ts'],
  ['src/form', 'node:fs'],
  ['src/form/model', '../../run/run.ts'],
  ['src/form/view', '../../cli/main.ts'],
  ['src/form/draft', '../../draft/readers/text.ts'],
  ['src/form', '../answers/store.ts'],
  ['src/form', '../rubric/load.ts'],
  ['src/form', '../source/write.ts'],
  ['src/run', '../form/payload.ts'],
  ['src/report', '../form/payload.ts'],
  ['src/interview', '../form/payload.ts'],
  ['src/filled', '../survey/names.ts'],
  ['src/filled', '../answers/read.ts'],
  ['src/filled', '../source/problem.ts'],
  ['src/survey', 'node:fs'],
  ['src/survey', '../answers/read.ts'],
  ['src/survey/import', '../../source/csv.ts'],
  ['src/survey', '../workbook/write.ts'],
  ['src/workbook', 'node:fs'],
  ['src/workbook', '../report/registry.ts'],
  ['src/workbook/questionnaire', '../../answers/read.ts'],
  ['src/workbook/read', '../../source/read.ts'],
  ['src/core', '../workbook/write.ts'],
];
const allowed: Import[] = [
  ['src/answers', '../filled/collect.ts'],
  ['src/survey/import', '../../filled/values.ts'],
  ['src/survey', '../workbook/sheets.ts'],
  ['src/core/panel', '../score.ts'],
  ['src/core', './panel/alpha.ts'],
  ['src/report', '../core/score.ts'],
  ['src/draft/readers', '../../source/problem.ts'],
  ['src/core/compare', '../robustness/result.ts'],
  ['src/report/documents/compare', '../../words/score.ts'],
  ['src/run', '../report/registry.ts'],
  ['src/messages', '../text/visible.ts'],
  ['src/interview', '../core/rubric.ts'],
  ['src/rubric', '../core/rubric.ts'],
  ['src/rubric', '../text/version.ts'],
  ['src/draft', './readers/docx/docx.ts'],
  ['src/draft/readers', '../block.ts'],
  ['src/draft/rebase', '../quotes/check.ts'],
  ['src/draft/structure', '../block.ts'],
  ['src/draft/search', '../../core/rubric.ts'],
  ['src/cli', '../report/registry.ts'],
  ['src/cli', '../form/payload.ts'],
  ['src/form', '../core/rubric.ts'],
  ['src/form/model', '../../answers/answers-text.ts'],
  ['src/form/draft', '../../draft/search/search.ts'],
  ['src/form/view', '../../report/write/html/html.ts'],
  ['src/form/view', 'preact'],
  ['src/workbook', '../core/rubric.ts'],
  ['src/workbook/read', '../../source/problem.ts'],
  ['src/report/data', '../../workbook/write.ts'],
];

it('the linter refuses exactly the imports that the architecture forbids', async () => {
  const folder = await temporaryFolder();
  await copyFile(join(root, 'biome.json'), join(folder, 'biome.json'));
  for (const [index, [where, imported]] of [...forbidden, ...allowed].entries()) {
    const file = join(folder, where, `new-${index}.ts`);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, `export * from '${imported}';\n`);
  }
  const refused = [...(await lint(folder)).matchAll(/^(src\S+?)\/new-(\d+)\.ts\S* lint\/style\/noRestrictedImports/gm)];
  const indices = refused.map(([, , index]) => Number(index)).sort((a, b) => a - b);
  expect(indices.map((index) => [...forbidden, ...allowed][index])).toEqual(forbidden);
});

/** Lints a folder with this repository's rules. Returns the linter's output. */
function lint(cwd: string): Promise<string> {
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const options = ['lint', '--vcs-enabled=false', '--max-diagnostics=none', '--colors=off'];
  return new Promise((resolve) => execFile(process.execPath, [biome, ...options], { cwd }, (_, out, err) => resolve(out + err)));
}
