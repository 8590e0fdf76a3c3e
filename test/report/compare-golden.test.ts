import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/answers/read.ts';
import { chooseMode, compareFiles } from '../../src/core/compare/files.ts';
import { scoreAssessment } from '../../src/core/score.ts';
import { registry } from '../../src/report/registry.ts';
import type { CompareInput } from '../../src/report/reporter.ts';
import { plainStyle } from '../../src/report/write/style.ts';
import { checkQuotes } from '../../src/run/drafts/check-quotes.ts';
import { draftName } from '../../src/run/drafts/draft-access.ts';
import { draftOpener } from '../../src/run/drafts/open-draft.ts';
import { bundledRubric, root } from '../fixtures/bundled.ts';
import { testRun } from '../fixtures/test-run.ts';

async function inputOf(names: readonly string[]): Promise<CompareInput> {
  const prepared = await bundledRubric();
  const openDraft = draftOpener(testRun().run);
  const files = await Promise.all(
    names.map(async (name) => {
      const source = `examples/${name}.answers.yaml`;
      const read = readAnswers(await readFile(join(root, source), 'utf8'), source, prepared);
      const { assessment, evidence } = await checkQuotes(draftName(source, read.assessment), read.assessment, openDraft);
      return { assessment, result: { ...scoreAssessment(prepared, assessment, source), ...(evidence && { evidence }) } };
    }),
  );
  const { mode, because } = chooseMode(files);
  return {
    result: {
      format: 'compass-compare/1',
      tool: { name: 'ungps-compass', version: '0.0.0' },
      rubric: { id: prepared.rubric.id, version: prepared.rubric.version, digest: 'sha256:of-the-rubric' },
      mode,
      because,
      ...compareFiles(prepared, files, mode),
      failures: [],
    },
    rubric: prepared.rubric,
    width: 80,
    style: plainStyle,
  };
}

/** `npm run golden` writes these files anew; read the difference before committing it. */
const endings = { terminal: 'txt', markdown: 'md', html: 'html', csv: 'csv' } as const;

describe('the comparisons of the examples', () => {
  it.each([
    ['compare-bill', ['bill', 'bill-v2']],
    ['compare-eu', ['eu-dsa', 'eu-csddd', 'eu-ai-act']],
  ] as const)('%s', async (golden, names) => {
    const input = await inputOf(names);
    for (const [format, ending] of Object.entries(endings)) {
      const reporter = await registry.compare[format]?.load();
      await expect(reporter?.(input)).toMatchFileSnapshot(`../golden/${golden}.${ending}`);
    }
  });

  it('the bill: what was broken is named first, and what the points add up to is the whole change', async () => {
    const { result } = await inputOf(['bill', 'bill-v2']);
    const [comparison] = result.comparisons;
    const lowered = comparison?.questions.filter(({ change }) => change === 'lowered').map(({ id }) => id);
    expect(lowered).toEqual(['access-to-remedy.protection']);
    const total = comparison?.questions.reduce((sum, { points }) => sum + (points.score ?? 0), 0);
    expect(total).toBeCloseTo(comparison?.score.change ?? 0, 10);
    expect(comparison?.flags.map(({ id, change }) => [id, change])).toEqual([['vague-content-grounds', 'gone']]);
    expect(comparison?.evidence).toMatchObject({ before: { quotes: 159, verified: 159 }, after: { quotes: 172, verified: 172 } });
  });
});
