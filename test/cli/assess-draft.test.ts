import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root, temporaryFolder } from '../fixtures/bundled.ts';
import { compass } from './run.ts';
import { enter, Person } from './terminal.ts';

const keys = 'Your answer, 0-3:';

/** The starter rubric, which asks about an authority and an appeal, and the bundled bill as a Word file. */
async function workplace(): Promise<{
  cwd: string;
  args: (...more: string[]) => string[];
  answers: () => Promise<ReturnType<typeof parse>>;
}> {
  const cwd = await temporaryFolder();
  await cp(join(root, 'test', 'fixtures', 'drafts', 'bill.docx'), join(cwd, 'bill.docx'));
  return {
    cwd,
    args: (...more) => ['assess', 'x.answers.yaml', '--rubric', join(root, 'examples', 'starter-rubric'), ...more],
    answers: async () => parse(await readFile(join(cwd, 'x.answers.yaml'), 'utf8')),
  };
}

/** Somebody who has read bill.md and stands at the first question. */
async function atFirstQuestion(cwd: string, args: (...more: string[]) => string[]): Promise<Person> {
  const person = new Person(args('--draft', 'bill.md'), cwd);
  await person.types(`A bill${enter}`, 'Title of the draft:');
  for (const prompt of ['Jurisdiction', 'Version', 'Your name', 'Your organisation']) await person.types(enter, prompt);
  await person.types(enter, 'What next?');
  return person;
}

describe('compass assess with the text of the draft', () => {
  it('shows passages for each question; a key takes one as evidence, opens a provision, or searches for words', async () => {
    const { cwd, args, answers } = await workplace();
    const person = new Person(args('--draft', 'bill.docx'), cwd);
    await person.types(`A bill${enter}`, 'Title of the draft:');
    for (const prompt of ['Jurisdiction', 'Version', 'Your name', 'Your organisation']) await person.types(enter, prompt);
    await person.types(enter, 'What next?');
    await person.sees('Where bill.docx may answer it (p shows more):');
    await person.types('2', keys);
    await person.types(`It has powers.${enter}`, 'Why this level?');
    await person.types('p', 'How sure');
    await person.sees('1  art. ');
    await person.types('f', 'f find words');
    await person.types(`fining providers${enter}`, 'Words to find');
    await person.sees('1  art. 31(5)  Fines');
    await person.types('o', 'f find words');
    await person.types('1', 'Show the full text of which one');
    await person.sees('| 5. No fine shall be imposed on a provider with fewer than');
    await person.types('q', 'Esc or q leaves');
    await person.types('1', 'f find words');
    await person.types('1', 'Taken as evidence: art. 31(5)');
    await person.types('t', 'These words of art. 31(5) are evidence already');
    await person.types(`art. 3${enter}`, 'Which provision');
    await person.types(`nothing of the kind${enter}`, 'Its words, typed');
    await person.types(enter, 'These words are not in the draft.');
    await person.types(enter, 'Take which one?');
    await person.types('3', 'How sure');
    await person.types('q', 'question 2 of 2');
    expect(await person.exited).toBe(0);
    const { draft, answers: given } = await answers();
    expect(draft).toMatchObject({ text: './bill.docx', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const { evidence } = given['oversight.authority'];
    expect(evidence).toHaveLength(2);
    expect(evidence[0].at).toBe('art. 31(5)');
    expect(evidence[1]).toEqual({ at: 'art. 3', quote: 'nothing of the kind' });
    // The quote that was taken is verified.
    const rubric = join(root, 'examples', 'starter-rubric');
    const check = await compass(['evidence', 'check', 'x.answers.yaml', '--rubric', rubric, '--format', 'json'], { cwd });
    expect(JSON.parse(check.stdout).summary).toMatchObject({ quotes: 2, exact: 1, missing: 1 });
  });

  it('knows the draft by the title that the reviewer has typed', async () => {
    const { cwd, args } = await workplace();
    const person = new Person(args('--draft', 'bill.docx'), cwd);
    await person.sees('Reading bill.docx ...');
    await person.types(`The Zebra Safety Act${enter}`, 'Title of the draft:');
    for (const prompt of ['Jurisdiction', 'Version', 'Your name', 'Your organisation']) await person.types(enter, prompt);
    await person.types(enter, 'What next?');
    await person.types('t', keys);
    await person.types(`art. 31(5) of the Zebra Safety Act${enter}`, 'Which provision');
    await person.types(`No fine shall be imposed on a provider with fewer than${enter}`, 'Its words, typed');
    await person.types(enter, 'These words stand in the draft: art. 31(5). This quote leaves out: other than');
    await person.types('q', keys);
    expect(await person.exited).toBe(0);
  });

  it('takes the whole sentence of the draft in place of a few of its words', async () => {
    const { cwd, args, answers } = await workplace();
    await cp(join(root, 'examples', 'bill.md'), join(cwd, 'bill.md'));
    const person = await atFirstQuestion(cwd, args);
    await person.types('t', keys);
    await person.types(`art. 29(1)${enter}`, 'Which provision');
    const typed = 'A user who has suffered damage as a result of the infringement of Chapter II';
    await person.types(`${typed}${enter}`, 'Its words, typed');
    await person.types('d', 'before the High Court for compensation.');
    await person.types('q', 'Taken as evidence: art. 29(1)');
    expect(await person.exited).toBe(0);
    const [{ quote }] = (await answers()).answers['oversight.authority'].evidence;
    expect(quote).toMatch(/^A user who has suffered damage .* for compensation\.$/);
  });

  it('says on every screen what negation a quote leaves out, and offers the whole sentence', async () => {
    const { cwd, args, answers } = await workplace();
    await cp(join(root, 'examples', 'bill.md'), join(cwd, 'bill.md'));
    const person = await atFirstQuestion(cwd, args);
    await person.types('t', keys);
    await person.types(`art. 29(2)${enter}`, 'Which provision');
    await person.types(`proceedings may be brought under paragraph 1${enter}`, 'Its words, typed');
    await person.sees('These words stand in the draft: art. 29(2). This quote leaves out: No');
    await person.types(enter, 'No proceedings may be brought under paragraph 1');
    await person.sees('[leaves out of its sentence: No');
    await person.types('x', keys);
    await person.sees('This quote leaves out: No');
    await person.types('d', 'take the draft');
    await person.types('q', 'Taken as evidence: art. 29(2)');
    expect(await person.exited).toBe(0);
    const [{ quote }] = (await answers()).answers['oversight.authority'].evidence;
    expect(quote).toMatch(/^No proceedings may be brought/);
  });

  it('--only review asks only what is marked, shows why, and removes the mark when it is answered', async () => {
    const { cwd, args, answers } = await workplace();
    await writeFile(
      join(cwd, 'x.answers.yaml'),
      `format: compass-answers/1
rubric: { id: starter, version: 0.1.0 }
draft: { title: A bill }
answers:
  oversight.authority: 1
  oversight.appeal:
    level: 2
    rationale: As before.
    review: "art. 5: its words changed in bill-v2.md"
    evidence:
      - { at: "art. 6", quote: "new words", was: { at: "art. 5", quote: "old words" } }
`,
    );
    const person = new Person(args('--only', 'review'), cwd);
    await person.sees('x.answers.yaml: 1 answer needs review.');
    await person.sees('Needs review: art. 5: its words changed in bill-v2.md');
    await person.sees('it was art. 5: "old words"');
    await person.types('1', keys);
    await person.types(enter, 'Enter takes level 1');
    await person.types(enter, 'Why this level?');
    await person.types(enter, 'How sure');
    await person.sees('All answers that needed it have been reviewed.');
    expect(await person.exited).toBe(0);
    expect((await answers()).answers['oversight.appeal']).toEqual({
      level: 1,
      marks: [],
      rationale: 'As before.',
      evidence: [{ at: 'art. 6', quote: 'new words', was: { at: 'art. 5', quote: 'old words' } }],
    });
    const again = new Person(args('--only', 'review'), cwd);
    await again.sees('No answer in x.answers.yaml needs review.');
    expect(await again.exited).toBe(0);
  });

  it('warns if the text has changed since it was assessed', async () => {
    const { cwd, args, answers } = await workplace();
    await writeFile(
      join(cwd, 'x.answers.yaml'),
      `format: compass-answers/1\nrubric: { id: starter, version: 0.1.0 }\ndraft: { title: A bill, text: ./bill.docx, sha256: ${'ab'.repeat(32)} }\n`,
    );
    const person = new Person(args(), cwd);
    await person.sees('bill.docx is not the text that was assessed.');
    await person.types('\u0003', 'What next?');
    expect(await person.exited).toBe(130);
    expect((await answers()).draft.sha256).toBe('ab'.repeat(32));
  });

  it('knows the draft by the title that the answers give it', async () => {
    const { cwd, args, answers } = await workplace();
    await writeFile(
      join(cwd, 'x.answers.yaml'),
      'format: compass-answers/1\nrubric: { id: starter, version: 0.1.0 }\ndraft: { title: Digital Clarity Act }\n',
    );
    const person = new Person(args('--draft', 'bill.docx'), cwd);
    await person.types(enter, 'What next?');
    await person.types('2', keys);
    await person.types(`It has powers.${enter}`, 'Why this level?');
    await person.types('t', 'How sure');
    await person.types(`Digital Clarity Act, art. 31(5)${enter}`, 'Which provision');
    await person.types(`No fine shall be imposed on a provider with fewer than fifty employees${enter}`, 'Its words, typed');
    await person.types(enter, 'These words stand in the draft');
    await person.types('q', 'How sure');
    expect(await person.exited).toBe(0);
    expect((await answers()).answers['oversight.authority'].evidence).toHaveLength(1);
  });

  it('prints how to continue in one line, with the options that it needs', async () => {
    const { cwd, args } = await workplace();
    const elsewhere = await temporaryFolder();
    await cp(join(cwd, 'bill.docx'), join(elsewhere, 'bill.docx'));
    const person = new Person(args('--draft', join(elsewhere, 'bill.docx'), '--language', 'fr'), cwd);
    await person.types('\u0003', 'Titre du projet');
    expect(await person.exited).toBe(130);
    const rubric = join(root, 'examples', 'starter-rubric');
    const command = `x.answers.yaml --rubric ${rubric} --allow-outside-draft --language fr`;
    expect(person.text()).toContain(`compass assess ${command}\n`);
    const again = new Person(['assess', ...command.split(' ')], cwd);
    await again.types(`Un projet${enter}`, 'Titre du projet');
    await again.types('\u0003', 'Ordre juridique');
    expect(await again.exited).toBe(130);
  });

  it('says if the text can’t be read, and asks the questions without it', async () => {
    const { cwd, args } = await workplace();
    await writeFile(
      join(cwd, 'x.answers.yaml'),
      'format: compass-answers/1\nrubric: { id: starter, version: 0.1.0 }\ndraft: { title: A bill, text: ./gone.pdf }\n',
    );
    const person = new Person(args(), cwd);
    await person.sees('The text of the draft is not used: gone.pdf: there is no such file or folder.');
    await person.types('\u0003', 'What next?');
    expect(await person.exited).toBe(130);
  });
});
