import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root, temporaryFolder } from '../fixtures/bundled.ts';
import { controlC, enter, escapeKey, Person } from './terminal.ts';

const levelPrompt = 'q stop:';
const appeal = 'oversight.appeal';
const head = `format: compass-answers/1
rubric: { id: starter, version: 0.1.0 }
draft: { title: A bill }
answers:
  oversight.authority: 2
`;

/** A person at the second question of the starter rubric, which has three marks. */
async function atMarkedQuestion(text = head, columns = 80) {
  const cwd = await temporaryFolder();
  const path = join(cwd, 'x.answers.yaml');
  await writeFile(path, text);
  const person = new Person(['assess', 'x.answers.yaml', '--rubric', join(root, 'examples', 'starter-rubric')], cwd, columns);
  const file = (): Promise<string> => readFile(path, 'utf8');
  return { person, file, answer: async (): Promise<unknown> => parse(await file()).answers[appeal] };
}

describe('marks at a real terminal', () => {
  it('are shown with the question, and ticked by their numbers after the level', async () => {
    const { person, answer } = await atMarkedQuestion();
    await person.types(enter, 'What next?');
    await person.sees('Marks that the levels count\n  1  open to everyone affected (needed from level 2)');
    await person.types('2', levelPrompt);
    await person.sees('Which of these does the text have?  1 open to everyone affected;');
    await person.types(`13${enter}`, 'Their numbers');
    await person.types(enter, 'Why this level?');
    await person.types(enter, 'Which provision');
    await person.types('h', 'How sure?');
    await person.types(controlC, 'What next?');
    await person.exited;
    expect(await answer()).toEqual({ level: 2, marks: ['open', 'time'], confidence: 'high' });
  });

  it('refuse a level that needs more of them, with the reason, and lose nothing that was typed', async () => {
    const { person, answer } = await atMarkedQuestion();
    await person.types(enter, 'What next?');
    await person.types('3', levelPrompt);
    await person.types(`1 2${enter}`, 'Their numbers');
    await person.sees('Level 3 needs all 3 marks, and 2 are ticked. Missing: 3 decided within a time\nlimit.');
    await person.types(escapeKey, 'as saved, Esc: back) 1 2');
    await person.types('2', levelPrompt);
    await person.types(enter, 'as saved, Esc: back) 1 2');
    await person.types('q', 'Why this level?');
    await person.types(controlC, 'Why this level? (Enter: skip, Esc: back) q');
    expect(await person.exited).toBe(130);
    expect(await answer()).toMatchObject({ level: 2, marks: ['open', 'facts'], rationale: 'q' });
  });

  it('name a mark that the level needs whatever the number, and a number that is none', async () => {
    const { person } = await atMarkedQuestion();
    await person.types(enter, 'What next?');
    await person.types('2', levelPrompt);
    await person.types(`23${enter}`, 'Their numbers');
    await person.sees('Level 2 needs the mark 1 open to everyone affected.');
    await person.types(`\u00154${enter}`, 'as saved, Esc: back) 23');
    await person.sees('4 is not one of 1 to 3.');
    await person.types(controlC, 'as saved, Esc: back) 4');
    expect(await person.exited).toBe(130);
  });

  it('that were being typed at Ctrl-C are kept, with the answer marked for review', async () => {
    const { person, answer } = await atMarkedQuestion();
    await person.types(enter, 'What next?');
    await person.types('3', levelPrompt);
    await person.types('1 2', 'Their numbers');
    await person.types(controlC, 'back) 1 2');
    await person.sees(`What you were typing is kept, and ${appeal} is marked for review`);
    expect(await person.exited).toBe(130);
    expect(await answer()).toEqual({ review: 'this was being typed when compass was stopped: level 3, marks 1 2' });
  });

  it('stay when the answer is gone through again, with their layout and comments', async () => {
    const before = `${head}  ${appeal}: { level: 2, marks: [open, time] } # as agreed\n`;
    const { person, answer, file } = await atMarkedQuestion(before);
    await person.types(`${enter}`, 'What next?');
    await person.types(enter, 'Which one?');
    await person.types('s', levelPrompt);
    await person.sees('now: 2; 2 marks (open, time)');
    await person.types('2', levelPrompt);
    await person.types(enter, 'as saved, Esc: back) 1 3');
    await person.types('q', 'Why this level?');
    await person.types(controlC, 'back) q');
    await person.exited;
    expect(await answer()).toMatchObject({ level: 2, marks: ['open', 'time'] });
    expect(await file()).toContain('# as agreed');
  });

  it('have the rules for every question above them at the start and on ?', async () => {
    const { person } = await atMarkedQuestion(head, 60);
    await person.sees('Rules for every question\n  -  A provision is binding if it obliges somebody');
    await person.types(enter, 'What next?');
    await person.types('?', levelPrompt);
    await person.sees('Rules for every question\n');
    await person.sees('First see\nwhether a court decides, then tick the marks.');
    expect(
      Math.max(
        ...person
          .text()
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(60);
    await person.types('q', levelPrompt);
    expect(await person.exited).toBe(0);
  });
});
