import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/answers/read.ts';
import type { Assessment } from '../../src/core/answers.ts';
import type { AssessmentResult } from '../../src/core/result.ts';
import { scoreAssessment } from '../../src/core/score.ts';
import { bundledRubric, root } from '../fixtures/bundled.ts';

async function read(name: string): Promise<Assessment> {
  const source = `test/validity/${name}.answers.yaml`;
  return readAnswers(await readFile(join(root, source), 'utf8'), source, await bundledRubric()).assessment;
}

async function score(assessment: Assessment): Promise<AssessmentResult & { readonly score: number }> {
  const result = scoreAssessment(await bundledRubric(), assessment, 'x');
  return { ...result, score: result.score ?? 0 };
}

describe('the six fictional acts', () => {
  const inOrder = ['model', 'platform', 'due-diligence', 'transparency', 'paper', 'censorship'];

  it('are ranked as the UN Guiding Principles would rank them, well apart', async () => {
    const scores = await Promise.all(inOrder.map(async (act) => (await score(await read(`acts/${act}`))).score));
    for (const [index, better] of scores.slice(0, -1).entries()) {
      expect(better - (scores[index + 1] as number), inOrder[index]).toBeGreaterThan(5);
    }
  });

  it('lie in bands that a drafter would expect', async () => {
    const bands = await Promise.all(inOrder.map(async (act) => (await score(await read(`acts/${act}`))).band));
    expect(bands).toEqual(['aligned', 'partial', 'partial', 'weak', 'absent', 'absent']);
  });
});

describe('the censorship act', () => {
  it('is at most weakly aligned, even with all accompanying measures and processes', async () => {
    const act = await read('acts/censorship');
    const machinery = /^(accompanying-measures|process-orientation|hrdd-consistency|value-chain|access-to-remedy)\./;
    const answers = new Map(
      Array.from(act.answers, ([id, answer]) => [id, machinery.test(id) ? { ...answer, level: 3 } : answer]),
    );
    const result = await score({ ...act, answers });
    expect(result.score).toBeGreaterThan(70);
    expect(result.band).toBe('weak');
    expect(result.caps.map(({ when }) => when)).toContain('severe-flag');
  });

  it('is at most weakly aligned by its serious flags alone', async () => {
    const act = await read('acts/censorship');
    const { rubric } = await bundledRubric();
    const severe = new Set(rubric.flags.filter(({ severity }) => severity === 'severe').map(({ id }) => id));
    const flags = new Map(Array.from(act.flags, ([id, flag]) => [id, severe.has(id) ? { ...flag, present: false } : flag]));
    const answers = new Map(Array.from(act.answers, ([id, answer]) => [id, { ...answer, level: 3 }]));
    expect((await score({ ...act, answers, flags })).band).toBe('weak');
  });
});

describe('a law of two pages', () => {
  it('is partly aligned in context where the general law of its country is good', async () => {
    const { band, inContext } = await score(await read('short-law'));
    expect(band).toBe('weak');
    expect(inContext?.band).toBe('partial');
  });
});
