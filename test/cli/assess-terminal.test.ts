import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root, temporaryFolder } from '../fixtures/bundled.ts';
import { controlC, enter, escapeKey, Person } from './terminal.ts';

const args = ['assess', 'x.answers.yaml', '--rubric', join(root, 'examples', 'starter-rubric')];
const head = 'format: compass-answers/1\nrubric: { id: starter, version: 0.1.0 }\ndraft: { title: A bill }\n';
const authority = 'oversight.authority';
const controlZ = '\u001a';
const controlL = '\u000c';
const controlE = '\u0005';

type Who = NonNullable<ConstructorParameters<typeof Person>[3]>;

/** A person at the first question of the starter rubric. */
async function atQuestion(who: Who = {}, text = head) {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, 'x.answers.yaml'), text);
  const person = new Person(args, cwd, 80, who);
  await person.types(enter, 'What next?');
  await person.sees('Your answer');
  const answer = async (): Promise<Record<string, unknown>> =>
    parse(await readFile(join(cwd, 'x.answers.yaml'), 'utf8')).answers?.[authority];
  return { cwd, person, answer };
}

async function atReason(who?: Who, text?: string) {
  const desk = await atQuestion(who, text);
  await desk.person.types('2', 'Your answer');
  await desk.person.sees('Why this level?');
  return desk;
}

/** Words in lines of about 70 characters. */
function passage(length: number): string {
  let text = '';
  for (let number = 0; text.length < length; number++) text += `word${number}${number % 8 === 7 ? '\r' : ' '}`;
  return `${text}end`;
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ');

describe('a paste', () => {
  it('of 64 kB with line breaks is whole, and there within a second', async () => {
    const { person, answer } = await atReason();
    const text = passage(64_000);
    const begun = performance.now();
    await person.types(`\u001b[200~${text}\u001b[201~`, 'Why this level?');
    await person.sees(' end');
    expect(performance.now() - begun).toBeLessThan(1000);
    await person.types(enter, '');
    await person.types(controlC, 'How sure');
    await person.exited;
    expect(await answer()).toEqual({ level: 2, rationale: inOneLine(text) });
  });

  it('that the terminal does not mark as one is whole too, and no line break is taken for Enter', async () => {
    const { person, answer } = await atReason();
    const text = passage(16_000);
    await person.types(`${text}\r`, 'Why this level?');
    await person.sees(' end');
    expect(person.text()).not.toContain('How sure');
    // As fast as a person can press the next key.
    await new Promise((resolve) => setTimeout(resolve, 100));
    await person.types(enter, '');
    await person.types(controlC, 'How sure');
    await person.exited;
    expect(await answer()).toEqual({ level: 2, rationale: inOneLine(text) });
  });

  it('goes in at the cursor', async () => {
    const { person, answer } = await atReason();
    await person.types('before after', 'Why this level?');
    await person.types('\u001b[1;5D', 'before after');
    await person.types('\u001b[200~the\nmiddle \u001b[201~', '');
    await person.types(enter, 'before the middle after');
    await person.types(controlC, 'How sure');
    await person.exited;
    expect(await answer()).toEqual({ level: 2, rationale: 'before the middle after' });
  });

  it('is no key, where a key is asked for', async () => {
    const { person, answer } = await atQuestion();
    await person.types('\u001b[200~3 judges\nq\u001b[201~', 'Your answer');
    await person.types('1 is the first\r2 is the second\r', 'Pasted text is no key.');
    await person.sees('Pasted text is no key.');
    await person.types(controlC, '');
    expect(await person.exited).toBe(130);
    expect(await answer()).toBeUndefined();
  });

  it('of one line that the terminal does not mark is no key either, and its line break is no Enter', async () => {
    const { person, answer } = await atQuestion();
    await person.types('The Act is silent.\n', 'Your answer');
    await person.sees('Pasted text is no key.');
    expect(person.text()).toContain('question 1 of 2');
    await person.types(controlC, '');
    expect(await person.exited).toBe(130);
    expect(await answer()).toBeUndefined();
  });

  it('of one line with a line break at its end, which is Enter where a text is typed, is saved whole', async () => {
    const { person, answer } = await atReason();
    const text = 'The Act speaks of security requirements only, and of no right.';
    await person.types(`${text}\n`, 'Why this level?');
    await person.sees(`Reason: ${text}`);
    await person.types(escapeKey, 'How sure');
    await person.types(controlC, `Why this level? ${text.slice(0, 40)}`);
    await person.exited;
    expect(await answer()).toEqual({ level: 2, rationale: text });
  });

  it('leaves Ctrl-C its effect', async () => {
    const { person, answer } = await atReason();
    const text = passage(64_000);
    await person.types(`\u001b[200~${text}\u001b[201~${controlC}`, 'Why this level?');
    const begun = performance.now();
    expect(await person.exited).toBe(130);
    expect(performance.now() - begun).toBeLessThan(1000);
    expect(await answer()).toMatchObject({ rationale: inOneLine(text) });
  });
});

describe('the terminal', () => {
  it('is given back by Ctrl-Z, and fg goes on at the same prompt with the text', async () => {
    const { person, answer } = await atReason({ shell: true });
    await person.types('Half a', 'Why this level?');
    await person.types(controlZ, 'Half a');
    await person.sees('Stopped');
    expect(person.isCovered()).toBe(false);
    expect(person.marksPastes()).toBe(false);
    await person.types(`fg${enter}`, '');
    await person.sees('Why this level? Half a');
    await person.types(` reason${enter}`, '');
    await person.types('q', 'How sure');
    await person.types(`exit${enter}`, 'Score');
    await person.exited;
    expect(await answer()).toEqual({ level: 2, rationale: 'Half a reason' });
  });

  it('is drawn again by Ctrl-L, and when the window has another size', async () => {
    const { person } = await atReason();
    await person.types('Half a', 'Why this level?');
    await person.types(controlL, 'Half a');
    await person.sees('Why this level? Half a');
    await person.types('.', '');
    person.resize(50, 16);
    await person.sees('at the\nlowest level.');
    expect(person.screen().length).toBeLessThan(16);
    for (const line of person.screen()) expect(line.length).toBeLessThan(50);
    await person.types(controlC, '');
    expect(await person.exited).toBe(130);
    expect(person.isCovered()).toBe(false);
  });

  it('is given back after SIGTERM, at a question and before the first one', async () => {
    const { person } = await atReason();
    const beginning = new Person(['assess', ...args.slice(2)], await temporaryFolder());
    await beginning.sees('Title of the draft:');
    for (const ended of [person, beginning]) {
      expect(ended.isCovered()).toBe(true);
      ended.kill('SIGTERM');
      expect(await ended.exited).toBe(143);
      expect(ended.isCovered()).toBe(false);
      expect(ended.marksPastes()).toBe(false);
    }
  });

  it('is given back, with a message, when a save ends at once by a second Ctrl-C', async () => {
    const { cwd, person } = await atQuestion();
    await mkdir(join(cwd, '.x.answers.yaml.lock'));
    await person.types('2', 'Your answer');
    await person.types(controlC, 'Your answer, 0-3: 2');
    await new Promise((resolve) => setTimeout(resolve, 150));
    await person.types(controlC, '');
    expect(await person.exited).toBe(130);
    expect(person.isCovered()).toBe(false);
  });
});

describe('keys that are typed ahead', () => {
  it('wait for the next prompt', async () => {
    const { person, answer } = await atQuestion();
    await person.types(`2ok${enter}3`, 'Your answer');
    await person.sees('question 2 of 2');
    await person.types('q', '');
    await person.exited;
    expect(await answer()).toEqual({ level: 2, rationale: 'ok', confidence: 'high' });
  });
});

describe('a reason in the reviewer’s editor', () => {
  /** An editor that adds lines to the end of its file. */
  async function editor(cwd: string): Promise<string> {
    const path = join(cwd, 'edit it.sh');
    await writeFile(path, '#!/bin/sh\nprintf "more of it\\nin two lines\\n\\nand a paragraph" >> "$2"\n');
    await chmod(path, 0o755);
    return `'${path}' --wait`;
  }

  it('is opened by e at a question, and saved', async () => {
    const tools = await temporaryFolder();
    const text = `${head}answers:\n  ${authority}: { level: 2, rationale: As before. }\n  oversight.appeal: 1\n`;
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'x.answers.yaml'), text);
    const person = new Person(args, cwd, 80, { env: { EDITOR: await editor(tools), TMPDIR: tools } });
    await person.types(enter, 'What next?');
    await person.types(enter, 'Which one?');
    await person.types('e', 'Your answer');
    await person.sees('Reason: As before. more of it in two lines and a paragraph');
    await person.types('q', 'Your answer');
    await person.exited;
    const saved = parse(await readFile(join(cwd, 'x.answers.yaml'), 'utf8')).answers[authority];
    expect(saved.rationale).toBe('As before. more of it in two lines\n\nand a paragraph');
    expect(await readdir(tools)).toEqual(['edit it.sh']);
  });

  it('is opened by Ctrl-E with what is typed, and can be typed on', async () => {
    const tools = await temporaryFolder();
    const { person, answer } = await atReason({ env: { VISUAL: await editor(tools), EDITOR: 'false' } });
    await person.types('Begun:', 'Why this level?');
    await person.types(controlE, 'Begun:');
    await person.sees('and a paragraph');
    await person.types(`.${enter}`, '');
    await person.types(controlC, 'How sure');
    await person.exited;
    expect(await answer()).toMatchObject({ rationale: 'Begun: more of it in two lines\n\nand a paragraph.' });
  });

  it('says so if there is no editor, or if it fails, and changes nothing', async () => {
    const { person, answer } = await atQuestion();
    await person.types('e', 'Your answer');
    await person.sees('There is no editor: set VISUAL or EDITOR');
    await person.types(controlC, '');
    await person.exited;
    expect(await answer()).toBeUndefined();
    const failing = await atReason({ env: { EDITOR: 'false' } });
    await failing.person.types('kept', 'Why this level?');
    await failing.person.types(controlE, 'kept');
    await failing.person.sees('false ended with an error');
    await failing.person.sees('Why this level? kept');
    await failing.person.types(escapeKey, '');
    await failing.person.types(controlC, 'Your answer');
    await failing.person.exited;
  });
});
