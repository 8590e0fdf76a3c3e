import { describe, expect, it } from 'vitest';
import { scoreAssessment } from '../../../src/core/score.ts';
import { explainDocument } from '../../../src/report/documents/explain.ts';
import { writeMarkdown } from '../../../src/report/write/markdown.ts';
import { plainStyle } from '../../../src/report/write/style.ts';
import { writeTerminal } from '../../../src/report/write/terminal/terminal.ts';
import { markedAnswers, markedRubric } from '../../fixtures/marked.ts';
import { feature, question, rubricOf, score } from '../../fixtures/small-rubric.ts';
import { runOf } from '../../fixtures/small-run.ts';

const prepared = await markedRubric();
const assessments = [scoreAssessment(prepared, await markedAnswers('second'), 'second.answers.yaml')];
const input = { ...runOf(prepared, {}), rubric: prepared.rubric };
const inputWith = (id: string | undefined) => ({ ...input, result: { ...input.result, assessments }, id });
const onScreen = (id?: string, width = 80): string =>
  writeTerminal(explainDocument(inputWith(id), 'brief'), { width, style: plainStyle });
const note = 'Ticked marks never change a score.';

describe('the arithmetic of a score with marks', () => {
  it('of a feature says how many marks of each question are ticked, what its levels need, and what is missing', () => {
    const text = onScreen('engagement');
    expect(text).toContain('information, level 2: 4 of 5 marks ticked, enough for level 2.');
    expect(text).toContain('Needed: 3 for level 2, all 5 for level 3.');
    expect(text).toContain('Missing: answered.');
    expect(text).toContain('consulted, level 2: 2 of 3 marks ticked');
  });

  it('of a question lists each mark with its text, and those that a level requires', () => {
    const text = onScreen('remedy.judicial');
    expect(text).toContain('judicial, level 1: 2 of 4 marks ticked, enough for level 1.');
    expect(text).toContain('Needed: 2 for level 2, all 4 for level 3, right from level 2 on.');
    for (const line of ['right: a right to sue (missing)', 'costs: costs within reach (ticked)']) expect(text).toContain(line);
    expect(text).not.toContain('consulted');
  });

  it.each(['engagement', 'remedy.judicial'])('says once that marks never change a score: %s', (id) => {
    expect(onScreen(id).split(note)).toHaveLength(2);
    expect(writeMarkdown(explainDocument(inputWith(id), 'full')).split(note)).toHaveLength(2);
  });

  it('says it once for several drafts', () => {
    const [one] = assessments;
    const several = { ...inputWith('engagement'), result: { ...input.result, assessments: one ? [one, one] : [] } };
    expect(writeMarkdown(explainDocument(several, 'full')).split(note)).toHaveLength(2);
  });

  it('of everything has the marks in a document; a screen says where to see them', () => {
    const text = writeMarkdown(explainDocument(inputWith(undefined), 'full'));
    for (const words of ['information, level 2: 4 of 5 marks', 'judicial, level 1: 2 of 4 marks']) expect(text).toContain(words);
    expect(text.split(note)).toHaveLength(2);
    expect(onScreen()).not.toContain('4 of 5 marks');
    expect(onScreen()).toContain('--explain with the id of a feature or question');
  });

  it.each([60, 80])('stays within %i columns', (width) => {
    for (const id of ['engagement', 'remedy.judicial'])
      for (const line of onScreen(id, width).split('\n')) expect(line.length, line).toBeLessThanOrEqual(width);
  });

  it('says nothing of marks where no question has any', () => {
    expect(onScreen('remedy.hotline')).not.toMatch(/marks|Needed/);
  });

  it('says that the level alone counts where no marks were ticked, and that a level may be below what they allow', () => {
    const marks = [
      { id: 'a', text: 'is a', gap: '' },
      { id: 'b', text: 'is b', gap: '' },
    ];
    const small = rubricOf([
      feature('f', [
        question('f.bare', { marks, need: { 2: 1, 3: 2 } }),
        question('f.held', { marks, need: { 2: 1, 3: 2 } }),
        question('f.aside', { marks, need: { 2: 1, 3: 2 } }),
      ]),
    ]);
    const held = { level: 1, notApplicable: null, evidence: [], marks: ['a', 'b'] };
    const aside = { level: null, notApplicable: 'no decisions', evidence: [], marks: ['a'] };
    const result = {
      ...input.result,
      assessments: [score(small, { answers: { 'f.bare': 3, 'f.held': held, 'f.aside': aside } })],
    };
    const text = writeMarkdown(explainDocument({ result, rubric: small.rubric, id: undefined }, 'full'));
    expect(text).toContain('bare, level 3: its 2 marks were not ticked, so the level alone counts.');
    expect(text).toContain('held, level 1: 2 of 2 marks ticked, enough for level 3.');
    expect(text).not.toMatch(/aside, .*marks/);
  });
});
