import { describe, expect, it } from 'vitest';
import { compareFiles } from '../../src/core/compare/files.ts';
import type { CompareMode } from '../../src/core/compare/result.ts';
import { scoreAssessment } from '../../src/core/score.ts';
import { registry } from '../../src/report/registry.ts';
import type { CompareInput } from '../../src/report/reporter.ts';
import { plainStyle } from '../../src/report/write/style.ts';
import { markedAnswers, markedRubric } from '../fixtures/marked.ts';

const prepared = await markedRubric();

async function inputOf(names: readonly string[], mode: CompareMode, width = 80): Promise<CompareInput> {
  const files = await Promise.all(
    names.map(async (name) => {
      const assessment = await markedAnswers(name);
      return { assessment, result: scoreAssessment(prepared, assessment, `${name}.answers.yaml`) };
    }),
  );
  const { id, version } = prepared.rubric;
  return {
    result: {
      format: 'compass-compare/1',
      tool: { name: 'ungps-compass', version: '0.0.0' },
      rubric: { id, version, digest: 'sha256:of-the-rubric' },
      mode,
      because: 'asked',
      ...compareFiles(prepared, files, mode),
      failures: [],
    },
    rubric: prepared.rubric,
    width,
    style: plainStyle,
  };
}

async function render(format: string, input: CompareInput): Promise<string> {
  return String((await registry.compare[format]?.load())?.(input));
}

/** `npm run golden` writes these files anew; read the difference before committing it. */
const endings = { terminal: 'txt', markdown: 'md', csv: 'csv' } as const;

describe('a comparison of answers with marks', () => {
  it('of versions says which marks came and went, also at the same level', async () => {
    const input = await inputOf(['first', 'second'], 'versions');
    for (const [format, ending] of Object.entries(endings))
      await expect(await render(format, input)).toMatchFileSnapshot(`../golden/compare-marks.${ending}`);
    const page = await render('html', input);
    for (const text of ['New: enough time to sue', 'Gone: a right to sue', 'Same level, other marks'])
      expect(page).toContain(text);
  });

  it('says that no level changed where only marks did', async () => {
    const input = await inputOf(['first', 'first'], 'versions');
    const [comparison] = input.result.comparisons;
    const marks = [{ question: 'engagement.consulted', before: 1, after: 1, added: ['heard'], removed: [] }];
    const changed = { ...input.result, comparisons: comparison ? [{ ...comparison, marks }] : [] };
    const text = await render('markdown', { ...input, result: changed });
    expect(text).toContain('No level changed. Marks: 1 new, 0 gone.');
    expect(await render('markdown', input)).toContain('No answer changed.');
    expect(await render('markdown', input)).not.toMatch(/Marks:|other marks/);
  });

  it('of laws has the number of ticked marks beside the level, and below it which law has which mark', async () => {
    const text = await render('markdown', await inputOf(['first', 'second'], 'laws'));
    expect(text).toMatch(/\| &emsp;answered in time and in full \| no \| yes \| {2}\|\n/);
    expect(text).toMatch(/`engagement.information` \| 2 \(4\/5\) \| 2 \(3\/5\) \| 3 \|/);
    expect(text).toMatch(/`remedy.hotline` \| 2 \| 1 \| 3 \|/);
    expect(text).toContain("how many of the question's marks are ticked");
  });

  it('of laws has nothing of marks where no law has any ticked, and no word on a law without ticks', async () => {
    const input = await inputOf(['first', 'second'], 'laws');
    const { laws } = input.result;
    const withMarks = (has: (index: number) => boolean) => ({
      ...input,
      result: {
        ...input.result,
        laws: laws && {
          ...laws,
          questions: laws.questions.map((question) => ({
            ...question,
            standings: question.standings.map(({ marks, ...standing }, index) => ({
              ...standing,
              ...(marks && has(index) && { marks }),
            })),
          })),
        },
      },
    });
    expect(
      await render(
        'markdown',
        withMarks(() => false),
      ),
    ).not.toMatch(/&emsp;|In brackets|\(\d\/\d\)/);
    const half = await render(
      'markdown',
      withMarks((index) => index === 0),
    );
    expect(half).toMatch(/`engagement.information` \| 2 \| 2 \(3\/5\) \| 3 \|/);
    expect(half).toMatch(/\| &emsp;answered in time and in full \| {2}\| yes \| {2}\|\n/);
  });

  it.each([60, 80])('stays within %i columns of a terminal', async (width) => {
    const text = await render('terminal', await inputOf(['first', 'second', 'first'], 'versions', width));
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(width);
  });
});
