import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/answers/read.ts';
import { scoreAssessment } from '../../src/core/score.ts';
import { summarise } from '../../src/core/summary.ts';
import { registry } from '../../src/report/registry.ts';
import type { ReportInput } from '../../src/report/reporter.ts';
import { plainStyle } from '../../src/report/write/style.ts';
import { checkQuotes } from '../../src/run/drafts/check-quotes.ts';
import { draftName } from '../../src/run/drafts/draft-access.ts';
import { draftOpener } from '../../src/run/drafts/open-draft.ts';
import { originsOf } from '../../src/run/scoring/file-origins.ts';
import { bundledRubric, root } from '../fixtures/bundled.ts';
import { drawn } from '../fixtures/rich-run.ts';
import { testRun } from '../fixtures/test-run.ts';

/** `npm run golden` writes these files anew; read the difference before committing it. */
const examples = ['bill', 'bill-v2', 'eu-dsa', 'eu-csddd', 'eu-ai-act'];

async function inputOf(names: readonly string[]): Promise<ReportInput> {
  const prepared = await bundledRubric();
  const read = await Promise.all(
    names.map(async (name) => {
      const source = `examples/${name}.answers.yaml`;
      const read = readAnswers(await readFile(join(root, source), 'utf8'), source, prepared);
      const { assessment, evidence } = await checkQuotes(
        draftName(source, read.assessment),
        read.assessment,
        draftOpener(testRun().run),
      );
      const result = { ...scoreAssessment(prepared, assessment, source), ...(evidence && { evidence }) };
      return { source, assessment, result, places: read.places };
    }),
  );
  const assessments = read.map(({ result }) => result);
  return {
    result: {
      format: 'compass-result/1',
      tool: { name: 'ungps-compass', version: '0.0.0' },
      rubric: { id: prepared.rubric.id, version: prepared.rubric.version, digest: 'sha256:of-the-rubric' },
      assessments,
      failures: [],
      summary: summarise(assessments, []),
    },
    rubric: prepared.rubric,
    assessments: read.map(({ assessment }) => assessment),
    origins: originsOf(root, read, []),
    width: 80,
    style: plainStyle,
  };
}

describe('the reports of the examples', () => {
  for (const name of examples) {
    it(`${name}: terminal and markdown`, async () => {
      const input = await inputOf([name]);
      for (const [format, ending] of [
        ['terminal', 'txt'],
        ['markdown', 'md'],
      ] as const) {
        const reporter = await registry.score[format]?.load();
        await expect(reporter?.(input)).toMatchFileSnapshot(`../golden/${name}.${ending}`);
      }
    });
  }

  it('bill: every machine format', async () => {
    const input = await inputOf(['bill']);
    for (const [format, ending] of [
      ['csv', 'csv'],
      ['sarif', 'sarif'],
      ['junit', 'junit.xml'],
      ['github', 'github.txt'],
    ] as const) {
      const reporter = await registry.score[format]?.load();
      await expect(reporter?.(input)).toMatchFileSnapshot(`../golden/bill.${ending}`);
    }
  });

  it('bill: the page', async () => {
    const page = (await registry.score['html']?.load())?.(await inputOf(['bill']));
    await expect(page).toMatchFileSnapshot('../golden/bill.html');
  });

  it('bill: the words and the layout of the Word document, a paragraph or a row a line', async () => {
    const bytes = (await registry.score['docx']?.load())?.(await inputOf(['bill'])) as Uint8Array;
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    const lines = xml.replace(/<\/w:p>(?!<\/w:tc>)|<\/w:tr>|<\/w:tblGrid>/g, '$&\n');
    await expect(`${lines}\n`).toMatchFileSnapshot('../golden/bill.docx.xml');
  });

  it('how sure the score of the CS3D is, and the order of all', async () => {
    const prepared = await bundledRubric();
    for (const [name, names] of [
      ['eu-csddd', ['eu-csddd']],
      ['all', examples],
    ] as const) {
      const input = drawn(prepared, await inputOf(names));
      await expect((await registry.score['terminal']?.load())?.(input)).toMatchFileSnapshot(`../golden/${name}.robustness.txt`);
    }
  });

  it('all of them in a table', async () => {
    const input = await inputOf(examples);
    await expect((await registry.score['terminal']?.load())?.(input)).toMatchFileSnapshot('../golden/all.txt');
    await expect((await registry.score['markdown']?.load())?.(input)).toMatchFileSnapshot('../golden/all.md');
    const csv = (await registry.score['csv']?.load())?.({ ...input, wide: true });
    await expect(csv).toMatchFileSnapshot('../golden/all.wide.csv');
  });

  it('the arithmetic of one, which a pencil can follow', async () => {
    const reporter = await registry['score --explain']['terminal']?.load();
    const input = { ...(await inputOf(['eu-ai-act'])), id: undefined };
    await expect(reporter?.(input)).toMatchFileSnapshot('../golden/eu-ai-act.explain.txt');
  });
});

describe('where a law is weak the score shows it', () => {
  it('the CS3D: no duty downstream, and who is in scope, cost it the most', async () => {
    const { result } = await inputOf(['eu-csddd']);
    const [csddd] = result.assessments;
    const endUse = csddd?.questions.find(({ id }) => id === 'value-chain.end-use');
    expect(endUse?.level).toBeLessThanOrEqual(1);
    expect(csddd?.gaps.slice(0, 2).map(({ question }) => question)).toContain('value-chain.end-use');
  });

  it('the AI Act: engagement and remedy are its weakest features, the way to court is left to other law, and a severe flag holds its band', async () => {
    const { result } = await inputOf(['eu-ai-act']);
    const [act] = result.assessments;
    const scores = act?.features.map(({ id, score }) => [score ?? 0, id] as const).sort((a, b) => a[0] - b[0]);
    expect(scores?.slice(0, 2).map(([, id]) => id)).toEqual(['stakeholder-engagement', 'access-to-remedy']);
    expect(act?.questions.find(({ id }) => id === 'access-to-remedy.judicial')?.level).toBeLessThanOrEqual(1);
    expect(act?.caps).toMatchObject([{ when: 'severe-flag', band: 'weak' }]);
    expect(act?.flags.filter(({ severity }) => severity === 'severe').map(({ id }) => id)).toEqual(['mass-biometrics']);
  });

  it('the bill’s second version is better, and worse where it was broken', async () => {
    const { result } = await inputOf(['bill', 'bill-v2']);
    const [first, second] = result.assessments;
    expect(second?.score ?? 0).toBeGreaterThan(first?.score ?? 0);
    const protection = (assessment: typeof first) =>
      assessment?.questions.find(({ id }) => id === 'access-to-remedy.protection')?.level;
    expect([protection(first), protection(second)]).toEqual([2, 1]);
  });

  it('every quote of the bill’s answers stands in the bill where they say', async () => {
    for (const name of ['bill', 'bill-v2']) {
      const { result } = await inputOf([name]);
      const evidence = result.assessments[0]?.evidence;
      expect(evidence).toMatchObject({ text: `./${name}.md`, layout: 0, near: 0, missing: 0, misplaced: 0 });
      expect(evidence && 'quotes' in evidence && evidence.quotes).toBeGreaterThan(90);
    }
  });
});
