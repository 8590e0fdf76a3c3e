import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root, temporaryFolder } from '../fixtures/bundled.ts';
import { controlC, enter, escapeKey, Person } from './terminal.ts';

const levelPrompt = 'Your answer, 0-3:';
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
    await person.sees('Marks that the levels count:\n  [ ]  open to everyone affected (needed from level 2)');
    await person.types('2', levelPrompt);
    await person.sees('Level 2 needs');
    await person.types('1', 'Tick what the text has, 1-3:');
    await person.sees('1 [x]  open to everyone affected');
    await person.types('3', 'these ticks are enough');
    await person.types(enter, '3 [x]');
    await person.types(enter, 'Why this level?');
    await person.types('3', 'How sure');
    await person.types(controlC, 'What next?');
    await person.exited;
    expect(await answer()).toEqual({ level: 2, marks: ['open', 'time'], confidence: 'high' });
  });

  it('say what a level lacks, and propose the one that they allow', async () => {
    const { person, answer } = await atMarkedQuestion();
    await person.types(enter, 'What next?');
    await person.types('3', levelPrompt);
    await person.types('1', 'Tick what the text has');
    await person.types('2', '1 [x]');
    await person.sees('Level 3 needs all 3 marks, and 2 are ticked. Missing: 3.');
    await person.types(enter, 'Enter takes level 2');
    await person.types('q', 'Why this level?');
    await person.sees('Why this level? q');
    await person.types(controlC, '');
    expect(await person.exited).toBe(130);
    expect(await answer()).toMatchObject({ level: 2, marks: ['open', 'facts'], rationale: 'q' });
  });

  it('name a mark that the level needs whatever the number, and a number that is none', async () => {
    const { person } = await atMarkedQuestion();
    await person.types(enter, 'What next?');
    await person.types('2', levelPrompt);
    await person.types('2', 'Tick what the text has');
    await person.types('3', '2 [x]');
    await person.sees('Level 2 needs mark 1.');
    await person.types('4', '3 [x]');
    await person.sees('4 is not one of 1 to 3.');
    await person.types(controlC, '');
    expect(await person.exited).toBe(130);
  });

  it('that are ticked at Ctrl-C are kept, and the answer needs review', async () => {
    const { person, answer } = await atMarkedQuestion();
    await person.types(enter, 'What next?');
    await person.types('3', levelPrompt);
    await person.types('1', 'Tick what the text has');
    await person.types('2', '1 [x]');
    await person.types(controlC, '2 [x]');
    await person.sees(`What you were typing is kept, and ${appeal} needs review`);
    expect(await person.exited).toBe(130);
    expect(await answer()).toEqual({ review: 'this was being typed when compass was stopped: level 3, marks open, facts' });
  });

  it('stay when the answer is gone through again, with their layout and comments', async () => {
    const before = `${head}  ${appeal}: { level: 2, marks: [open, time] } # as agreed\n`;
    const { person, answer, file } = await atMarkedQuestion(before);
    await person.types(enter, 'What next?');
    await person.types(enter, 'Which one?');
    await person.types('s', levelPrompt);
    await person.sees('Now: 2; 2 marks (open, time)');
    await person.types('2', levelPrompt);
    await person.sees('3 [x]');
    await person.types(enter, 'Enter takes level 2');
    await person.types('q', 'Why this level?');
    await person.sees('Why this level? q');
    await person.types(controlC, '');
    await person.exited;
    expect(await answer()).toMatchObject({ level: 2, marks: ['open', 'time'] });
    expect(await file()).toContain('# as agreed');
  });

  it('have the rules for every question one key away', async () => {
    const { person } = await atMarkedQuestion(head, 60);
    await person.sees('1 rule holds for every question: c shows them');
    await person.types(enter, 'What next?');
    await person.types('c', levelPrompt);
    await person.sees('Rules for every question\n\n  -  A provision is binding if it obliges somebody');
    await person.types(escapeKey, 'Esc or q leaves');
    await person.types('?', levelPrompt);
    await person.sees('First see\nwhether a court decides, then tick the marks.');
    await person.types('G', 'Esc or q leaves');
    await person.sees('c rules for every question');
    await person.types('q', 'Esc or q leaves');
    await person.types('q', levelPrompt);
    expect(await person.exited).toBe(0);
  });
});
