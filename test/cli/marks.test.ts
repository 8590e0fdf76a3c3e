import { describe, expect, it } from 'vitest';
import { markedFolder as cwd } from '../fixtures/marked.ts';
import { compass } from './run.ts';

const rubric = ['--rubric', 'rubric'];

describe('marks on the command line', () => {
  it('score --explain shows which are ticked and what the levels need', async () => {
    const { code, stdout } = await compass(['score', 'first.answers.yaml', ...rubric, '--explain', 'engagement.information'], {
      cwd,
    });
    expect(code).toBe(0);
    expect(stdout).toContain(`  information, level 2: 3 of 5 marks ticked, enough for level 2.
    Needed: 3 for level 2, all 5 for level 3.
    anyone: anyone may ask (ticked)
    answered: answered in time and in full (ticked)
    form: in a form people understand (ticked)
    single: on one product, service or decision (missing)
    refusals: refusals have narrow grounds, open to challenge (missing)
`);
  });
});
