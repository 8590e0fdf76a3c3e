import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { bundledRubric, root } from '../fixtures/bundled.ts';

describe('docs/rubric.md', () => {
  it('has the tables that `node scripts/rubric-page.js` makes', async () => {
    const script = join(root, 'scripts', 'rubric-page.js');
    const { stderr } = await promisify(execFile)(process.execPath, [script, '--check']).catch(
      (error: { stderr: string }) => error,
    );
    expect(stderr).toBe('');
  });

  it('shows a question for each of the 31 Guiding Principles: none is left out', async () => {
    const { rubric } = await bundledRubric();
    const asked = new Set(rubric.features.flatMap(({ questions }) => questions.flatMap(({ principles }) => principles)));
    expect(Array.from({ length: 31 }, (_, index) => index + 1).filter((principle) => !asked.has(principle))).toEqual([]);
  });
});
