import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/answers.ts';
import { batchDocument } from '../../src/report/documents/batch.ts';
import { reportDocument } from '../../src/report/documents/gap-report/gap-report.ts';
import { writeHtml } from '../../src/report/write/html/html.ts';
import { writeMarkdown } from '../../src/report/write/markdown.ts';
import { plainStyle } from '../../src/report/write/style.ts';
import { writeTerminal } from '../../src/report/write/terminal/terminal.ts';
import { feature, question, rubricOf } from '../fixtures/small-rubric.ts';
import { runOf } from '../fixtures/small-run.ts';

const prepared = rubricOf([feature('f', [question('f.a'), question('f.b')])], {
  more: { conventions: [{ id: 'force', text: 'Binding: somebody can enforce it.' }] },
});
const elsewhere = { level: 3, law: 'Civil Code', at: 'sec. 823', note: 'Fault is required.' };
const answer: Answer = { level: 1, notApplicable: null, evidence: [], elsewhere };
const both = runOf(prepared, { answers: { 'f.a': answer, 'f.b': 2 } });
const alone = runOf(prepared, { answers: { 'f.a': 1, 'f.b': 2 } });
const full = (run: typeof both): string => writeMarkdown(reportDocument(run, 'full'));
const brief = (run: typeof both, width = 80): string => writeTerminal(reportDocument(run, 'brief'), { width, style: plainStyle });

describe('a report of answers that name other law in force', () => {
  it('has the score with it beside that of the text alone', () => {
    expect(full(both)).toContain('50.0 of 100: Partial; with other law in force 83.3: Aligned.');
    expect(brief(both)).toContain('Score 50.0 / 100   Partial\n');
    expect(brief(both)).toContain('with other law in force 83.3   Aligned\n');
  });

  it('has it in HTML beside the large figure', () => {
    const html = writeHtml(reportDocument(both, 'full'));
    const [verdict = ''] = /<div class="verdict">[\s\S]*?<\/div>/.exec(html) ?? [];
    expect(verdict.replace(/<[^>]*>/g, '')).toMatch(/50[.]0 [/] 100 Partial +with other law in force 83[.]3 +Aligned/);
    expect(writeHtml(reportDocument(alone, 'full'))).not.toContain('other law');
  });

  it('has the level, law, provision and note with each such answer', () => {
    expect(full(both)).toContain('*With other law in force:* Level 3 of 3. Civil Code, sec. 823. Fault is required.');
  });

  it('says in its method what the second score is', () => {
    expect(full(both)).toContain('The score with other law in force uses, for 1 answer, the level that');
  });

  it('leaves out the other law of a question that does not apply', () => {
    const aside = runOf(prepared, { answers: { 'f.a': { ...answer, level: null, notApplicable: 'no courts' }, 'f.b': 2 } });
    expect(full(aside)).not.toContain('Civil Code');
  });
});

describe('a report of answers that name none', () => {
  it('says nothing of it', () => {
    for (const text of [full(alone), brief(alone)]) expect(text.toLowerCase()).not.toContain('other law');
  });
});

describe('a table of several drafts', () => {
  const table = (...runs: (typeof both)[]) => {
    const [first = both] = runs;
    const assessments = runs.flatMap(({ result }) => result.assessments);
    return { ...first, result: { ...first.result, assessments } };
  };

  it('has a column for the score with other law in force, if any draft has one', () => {
    const text = writeMarkdown(batchDocument(table(both, alone), 'full'));
    expect(text).toContain('| Draft | Score | With other law |');
    expect(text).toMatch(/\| 50[.]0 \| 83[.]3 \|/);
    expect(text).toMatch(/\| 50[.]0 \| {2}\|/);
    expect(writeMarkdown(batchDocument(table(alone, alone), 'full'))).not.toContain('other law');
  });
});

describe('the conventions of a rubric', () => {
  it('are in the method of the gap report', () => {
    expect(full(alone)).toContain('Rules for every question:\n\n- Binding: somebody can enforce it.');
  });
});
