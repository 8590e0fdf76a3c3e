import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root, temporaryFolder } from '../fixtures/bundled.ts';
import { controlC, enter, escapeKey, Person } from './terminal.ts';

/** The end of the prompt for a level. */
const levelPrompt = 'Your answer, 0-3:';

/** A temporary folder for one interview with the starter rubric, which has only two questions. */
async function workspace(): Promise<{
  cwd: string;
  args: string[];
  file: () => Promise<string>;
  answers: () => Promise<Record<string, unknown>>;
}> {
  const cwd = await temporaryFolder();
  const path = join(cwd, 'x.answers.yaml');
  const file = (): Promise<string> => readFile(path, 'utf8');
  return {
    cwd,
    args: ['assess', 'x.answers.yaml', '--rubric', join(root, 'examples', 'starter-rubric')],
    file,
    answers: async () => parse(await file()).answers ?? {},
  };
}

async function begin(person: Person): Promise<void> {
  await person.types(`A bill${enter}`, 'Title of the draft:');
  await person.types(`Examplia${enter}`, 'Jurisdiction');
  await person.types(enter, 'Version');
  await person.types(`A. Reviewer${enter}`, 'Your name');
  await person.types(enter, 'Your organisation');
  await person.types(enter, 'What next?');
}

describe('compass assess at a real terminal', () => {
  it('asks from the first question to the last, saves all of it, and ends with the score in a line', async () => {
    const { cwd, args, file } = await workspace();
    const person = new Person(args, cwd);
    await begin(person);
    await person.sees('Oversight, question 1 of 2   0 of 2 answered   score 0.0 to 100.0');
    await person.types('2', levelPrompt);
    await person.types(`It has powers.${enter}`, 'Why this level?');
    await person.types('t', 'How sure');
    await person.types(`art. 14(2)${enter}`, 'Which provision');
    await person.types(`shall take no${enter}`, 'Its words, typed');
    await person.sees('-  art. 14(2): "shall take no"');
    await person.types('3', 'How sure');
    await person.sees('question 2 of 2   1 of 2 answered   score 22.2 to 88.9');
    await person.types('n', levelPrompt);
    await person.types(enter, 'A reason is needed');
    await person.types(`no decisions are taken${enter}`, 'A reason is needed');
    await person.types('q', 'What next?');
    await person.sees('Your answers are in x.answers.yaml: 1 of 1 question answered.');
    await person.sees('Score 66.7.\nThe gap report: compass report x.answers.yaml --rubric ');
    expect(await person.exited).toBe(0);
    expect(person.isCovered()).toBe(false);
    expect(await file()).toBe(`format: compass-answers/1
rubric: { id: starter, version: 0.1.0 }
draft:
  title: A bill
  jurisdiction: Examplia
reviewer:
  name: A. Reviewer
answers:
  oversight.authority:
    level: 2
    rationale: It has powers.
    evidence:
      - at: art. 14(2)
        quote: shall take no
    confidence: high
  oversight.appeal:
    notApplicable: no decisions are taken
`);
  });

  it('stops at any time, and resumes at the question where it was stopped', async () => {
    const { cwd, args, answers } = await workspace();
    const first = new Person(args, cwd);
    await begin(first);
    await first.types('1', levelPrompt);
    await first.types(controlC, 'Why this level?');
    expect(await first.exited).toBe(130);
    expect(await answers()).toEqual({ 'oversight.authority': 1 });

    const second = new Person(args, cwd);
    await second.sees('1 of 2 questions answered');
    await second.sees('> 1  Continue at Oversight, question 1');
    await second.types(enter, 'What next?');
    await second.sees('question 1 of 2   1 of 2 answered');
    await second.types(enter, 'Enter keeps 1');
    await second.sees('question 2 of 2   1 of 2 answered');
    await second.types('q', levelPrompt);
    expect(await second.exited).toBe(0);
  });

  it('goes back: from the reasons to the level, and from a question to the one before', async () => {
    const { cwd, args, answers } = await workspace();
    const person = new Person(args, cwd);
    await begin(person);
    await person.types('1', levelPrompt);
    await person.types(escapeKey, 'Why this level?');
    await person.types('3', levelPrompt);
    await person.types(enter, 'Why this level?');
    await person.types(enter, 'How sure');
    await person.types('b', 'question 2 of 2');
    await person.sees('Now: 3');
    await person.types('?', levelPrompt);
    await person.sees('Look for the article that gives it the task.');
    await person.types('q', 'Esc or q leaves');
    await person.types('q', levelPrompt);
    await person.exited;
    expect(await answers()).toEqual({ 'oversight.authority': 3 });
  });

  it('loses at most the text at the current prompt when it is killed', async () => {
    const { cwd, args, answers } = await workspace();
    const person = new Person(args, cwd);
    await begin(person);
    await person.types('2', levelPrompt);
    await person.types(`Half a rationale${enter}`, 'Why this level?');
    await person.sees('How sure');
    person.kill('SIGKILL');
    expect(await person.exited).toBe(137);
    expect(await answers()).toEqual({ 'oversight.authority': { level: 2, rationale: 'Half a rationale' } });
  });

  it('keeps an existing file’s comments and order', async () => {
    const { cwd, args, file } = await workspace();
    const before =
      '# mine\nformat: compass-answers/1\nrubric: { id: starter, version: 0.1.0 }\nanswers:\n  oversight.appeal: 1 # weak\ndraft: { title: A bill }\n';
    await writeFile(join(cwd, 'x.answers.yaml'), before);
    const person = new Person(args, cwd);
    await person.types(enter, 'What next?');
    await person.types('3', levelPrompt);
    await person.types(enter, 'Why this level?');
    await person.types(enter, 'How sure');
    await person.types(controlC, 'What next?');
    expect(await person.exited).toBe(130);
    expect(await file()).toBe(before.replace('answers:\n', 'answers:\n  oversight.authority: 3\n'));
  });

  it('reports a key that the prompt does not offer', async () => {
    const { cwd, args, answers } = await workspace();
    const person = new Person(args, cwd);
    await begin(person);
    await person.types('7', levelPrompt);
    await person.sees('7 is not one of 0 to 3.');
    await person.types('z', levelPrompt);
    await person.sees('z is no key here: 0-3 n t s b j l u e r o c ? q');
    await person.types('2', 'is no key here');
    await person.types(controlC, 'Why this level?');
    expect(await person.exited).toBe(130);
    expect(await answers()).toEqual({ 'oversight.authority': 2 });
  });

  it('names an existing file with nearly the same name before it makes a new one; --only review needs an existing file', async () => {
    const { cwd, args } = await workspace();
    await writeFile(join(cwd, 'bill.answers.yaml'), 'format: compass-answers/1\nrubric: { id: starter, version: 0.1.0 }\n');
    const rubric = args.slice(2);
    const slip = new Person(['assess', 'bil.answers.yaml', ...rubric], cwd);
    await slip.types(controlC, 'There is a file bill.answers.yaml: if you meant that one');
    expect(await slip.exited).toBe(130);
    const review = new Person(['assess', 'none.answers.yaml', '--only', 'review', ...rubric], cwd);
    await review.sees('none.answers.yaml: there is no such file');
    expect(await review.exited).toBe(2);
    expect(await readdir(cwd)).toEqual(['bill.answers.yaml']);
  });

  it.each([60, 80, 120])('fits in 24 rows of %i columns', async (columns) => {
    const cwd = await temporaryFolder();
    const person = new Person(['assess', 'x.answers.yaml'], cwd, columns);
    person.resize(columns, 24);
    await begin(person);
    await person.sees(levelPrompt);
    const lines = person.screen();
    expect(lines.length).toBeGreaterThan(10);
    expect(lines.length).toBeLessThan(24);
    for (const line of lines) expect(line.trimEnd().length, line).toBeLessThan(columns);
    person.kill('SIGKILL');
    await person.exited;
  });
});
