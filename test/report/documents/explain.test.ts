import { describe, expect, it } from 'vitest';
import { explainDocument } from '../../../src/report/documents/explain.ts';
import { writeMarkdown } from '../../../src/report/write/markdown.ts';
import { plainStyle } from '../../../src/report/write/style.ts';
import { writeTerminal } from '../../../src/report/write/terminal/terminal.ts';
import { inputOf, rich } from '../../fixtures/rich-run.ts';
import { feature, question, rubricOf, score } from '../../fixtures/small-rubric.ts';

const input = inputOf([{ ...rich, draft: { title: 'Bill' } }]);

describe('the arithmetic of a score', () => {
  it.each([60, 80, 120])('has its figures under one another at %i columns', (width) => {
    const text = writeTerminal(explainDocument({ ...input, id: 'f' }, 'brief'), { width, style: plainStyle });
    const rows = text.split('\n').filter((line) => /^(Question|a|d|e|Sum)\b.* {2,}\S+$/.test(line));
    expect(rows.map((row) => row.trim().split(/ {2,}/).at(-1))).toEqual(['Product', '0', '0.3333', '20', '20.3333']);
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  });

  it('says why a question does not count', () => {
    for (const text of [
      writeTerminal(explainDocument({ ...input, id: 'f.c' }, 'brief'), { width: 80, style: plainStyle }),
      writeMarkdown(explainDocument({ ...input, id: 'f.c' }, 'full')),
    ])
      expect(text).toContain('c does not count: Reason-1');
  });

  it('of one question has neither sums nor the overall score', () => {
    const text = writeMarkdown(explainDocument({ ...input, id: 'f.e' }, 'full'));
    expect(text).toContain('| Question f.e? (`f.e`) | 3 | 3/3 | 20 | 20 |');
    expect(text).not.toMatch(/Sum of|Overall|score = /);
  });

  it('of several drafts has a heading for each', () => {
    const headings = writeMarkdown(explainDocument({ ...inputOf([rich, rich]), id: 'g' }, 'full')).match(/^#+ /gm);
    expect(headings).toEqual(['# ', '## ', '### ', '## ', '### ']);
  });

  it('shows what the low and the high are made of where the lowest level is worth points or a condition is open', () => {
    const prepared = rubricOf([
      feature('f', [
        question('f.body', { weight: 2, values: [1, 2, 3, 4] }),
        question('f.review', { when: { question: 'f.body', atLeast: 1 } }),
        question('f.c'),
      ]),
    ]);
    const assessment = score(prepared, { answers: { 'f.review': 3, 'f.c': 0 } });
    const result = { ...input.result, assessments: [assessment] };
    const text = writeMarkdown(explainDocument({ result, rubric: prepared.rubric, id: undefined }, 'full'));
    // At its lowest level f.body gives 2 x 1/4, and f.review does not apply.
    expect(text).toContain('low = 100 x 0.5 / 3 = 16.7');
    expect(text).toContain('for low, these questions do not count, given the answer assumed for an unanswered question: review');
    expect(text).toContain('high = 100 x 3 / 4 = 75.0');
    expect(text).toContain('low = (1 x 16.6667) / 1 = 16.7');
  });

  it.each(['brief', 'full'] as const)('names the rubric with its version and its notice, in %s', (detail) => {
    const { closing = [] } = explainDocument({ ...input, id: undefined }, detail);
    expect(JSON.stringify(closing)).toContain(`${input.rubric.title} ${input.rubric.version}`);
    expect(JSON.stringify(closing)).toContain(JSON.stringify(input.rubric.notice).slice(1, -1));
  });

  it('says which files could not be scored; a terminal has their errors on standard error', () => {
    const failures = [{ source: 'broken.yaml', errors: [{ message: 'Not a level', line: 3, column: 7 }] }];
    const broken = { ...input, result: { ...input.result, failures }, id: undefined };
    expect(writeMarkdown(explainDocument(broken, 'full'))).toContain('- broken.yaml:3:7: Not a level');
    const text = writeTerminal(explainDocument(broken, 'brief'), { width: 80, style: plainStyle });
    expect(text).toContain('1 file could not be scored');
  });
});
