import { execFileSync, spawn } from 'node:child_process';
import { chmod, chown, mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { root, temporaryFolder } from '../fixtures/bundled.ts';
import { compass } from './run.ts';
import { controlC, enter, Person } from './terminal.ts';

const keys = 'Your answer, 0-3:';
const rubric = ['--rubric', join(root, 'examples', 'starter-rubric')];
const args = ['assess', 'x.answers.yaml', ...rubric];
const head = 'format: compass-answers/1\nrubric: { id: starter, version: 0.1.0 }\ndraft: { title: A bill }\n';
const [first, second] = ['oversight.authority', 'oversight.appeal'];
const halfTyped = 'this was being typed when compass was stopped';

interface Desk {
  readonly cwd: string;
  readonly path: string;
  readonly text: () => Promise<string>;
  readonly answers: () => Promise<Record<string, unknown>>;
}

async function desk(folder?: string, text = head): Promise<Desk> {
  const cwd = folder ?? (await temporaryFolder());
  const path = join(cwd, 'x.answers.yaml');
  await writeFile(path, text);
  return {
    cwd,
    path,
    text: () => readFile(path, 'utf8'),
    answers: async () => parse(await readFile(path, 'utf8')).answers ?? {},
  };
}

/** A person at a terminal that shows the first question. */
async function atFirstQuestion(...given: ConstructorParameters<typeof Person>): Promise<Person> {
  const person = new Person(...given);
  await person.types(enter, 'What next?');
  await person.sees(keys);
  return person;
}

/** A folder of drafts to score, and the outputs of an earlier run. */
async function batch(): Promise<{ cwd: string; before: Record<string, string> }> {
  const cwd = await temporaryFolder();
  const bill = await readFile(join(root, 'examples', 'bill.answers.yaml'), 'utf8');
  for (let number = 0; number < 4; number++) await writeFile(join(cwd, `${number}.answers.yaml`), bill);
  const before = { 'a.md': 'an earlier report\n', 'b.json': '{}\n', 'c.ndjson': '{}\n' };
  for (const [name, text] of Object.entries(before)) await writeFile(join(cwd, name), text);
  return { cwd, before };
}

/** Runs a batch, sends it a signal after so many milliseconds, and waits for its end. */
async function endAfter(
  cwd: string,
  given: readonly string[],
  delay: number,
  signal: NodeJS.Signals,
): Promise<{ stdout: string; ended: unknown }> {
  const child = spawn(process.execPath, [join(root, 'bin', 'compass.js'), ...given], { cwd });
  let stdout = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
  });
  const timer = setTimeout(() => child.kill(signal), delay);
  const ended = await new Promise((resolve) => child.on('close', (code, by) => resolve(by ?? code)));
  clearTimeout(timer);
  return { stdout, ended };
}

describe('a batch that is interrupted', () => {
  const given = [
    'score',
    '.',
    '-f',
    'markdown',
    '-o',
    'a.md',
    '-f',
    'json',
    '-o',
    'b.json',
    '-f',
    'ndjson',
    '-o',
    'c.ndjson',
    '--quiet',
  ];

  it('at any moment leaves each output as it was or whole; only SIGKILL can leave a temporary file, which no command reads', async () => {
    const { cwd, before } = await batch();
    const begun = performance.now();
    expect((await endAfter(cwd, given, 60_000, 'SIGKILL')).ended).toBe(0);
    const whole = await contents(cwd);
    const takes = performance.now() - begun;
    for (const [moment, signal] of (['SIGINT', 'SIGTERM', 'SIGKILL'] as const).entries()) {
      for (const [name, text] of Object.entries(before)) await writeFile(join(cwd, name), text);
      // The outputs are written at the end.
      const { ended } = await endAfter(cwd, given, takes * (0.8 + moment * 0.06), signal);
      expect([0, signal]).toContain(ended);
      const after = await contents(cwd);
      for (const [name, text] of Object.entries(after)) {
        if (name.endsWith('.tmp')) expect(signal).toBe('SIGKILL');
        else if (text !== (before as Record<string, string>)[name]) expect(text, name).toBe(whole[name]);
      }
      for (const name of Object.keys(after)) if (name.endsWith('.tmp')) await rm(join(cwd, name));
    }
  });

  it('prints only whole lines of ndjson', async () => {
    const { cwd } = await batch();
    const begun = performance.now();
    const whole = (await endAfter(cwd, ['score', '.', '-f', 'ndjson', '--quiet'], 60_000, 'SIGKILL')).stdout;
    const takes = performance.now() - begun;
    const { stdout } = await endAfter(cwd, ['score', '.', '-f', 'ndjson', '--quiet'], takes * 0.8, 'SIGTERM');
    expect(whole.startsWith(stdout)).toBe(true);
    expect(stdout === '' || stdout.endsWith('\n')).toBe(true);
  });
});

const isRoot = process.getuid?.() === 0;
const canMount = isRoot && mounts();

function mounts(): boolean {
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A small disk. */
async function smallDisk(kilobytes = 64): Promise<string> {
  const folder = join(await temporaryFolder(), 'disk');
  await mkdir(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  return folder;
}

/** Fills a disk to the last byte. */
async function fillUp(folder: string): Promise<void> {
  await writeFile(join(folder, 'film.mp4'), Buffer.alloc(1_000_000)).catch(() => {});
}

describe('an interview that is ended from outside', () => {
  it.each([
    ['Ctrl-C', (person: Person) => person.types(controlC, ''), 130],
    ['SIGTERM', async (person: Person) => person.kill('SIGTERM'), 143],
    ['SIGHUP', async (person: Person) => person.kill('SIGHUP'), 129],
  ])('by %s keeps every answer and the half-typed text, which then needs review', async (_, end, code) => {
    const { cwd, answers } = await desk();
    const person = await atFirstQuestion(args, cwd);
    await person.types('2', keys);
    await person.types('Half a rat', 'Why this level?');
    await person.sees('Half a rat');
    await end(person);
    expect(await person.exited).toBe(code);
    expect(await answers()).toEqual({ [first]: { level: 2, rationale: 'Half a rat', review: halfTyped } });
    expect(person.text()).toContain(`What you were typing is kept, and ${first} needs review`);
    expect(person.marksPastes()).toBe(false);
    expect(await readdir(cwd)).toEqual(['x.answers.yaml']);
  });

  it('by the closing of its window keeps them as well', async () => {
    const { cwd, answers } = await desk();
    const person = await atFirstQuestion(args, cwd);
    await person.types('2', keys);
    await person.types('Half a rat', 'Why this level?');
    await person.sees('Half a rat');
    person.closesWindow();
    await expect.poll(answers, { timeout: 5000 }).toEqual({ [first]: { level: 2, rationale: 'Half a rat', review: halfTyped } });
    await expect.poll(() => readdir(cwd)).toEqual(['x.answers.yaml']);
  });

  it('by a second Ctrl-C ends at once, even while a save has to wait', async () => {
    const { cwd, text } = await desk();
    const person = await atFirstQuestion(args, cwd);
    const lock = join(cwd, '.x.answers.yaml.lock');
    await writeFile(lock, '');
    const later = new Date(Date.now() + 3_600_000);
    await utimes(lock, later, later);
    await person.types('2', keys);
    await person.sees('2');
    const begun = performance.now();
    for (const pause of [150, 150, 0]) {
      person.kill('SIGINT');
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    expect(await person.exited).toBe(130);
    expect(performance.now() - begun).toBeLessThan(1500);
    expect(await text()).toBe(head);
  });

  it('is resumed by --only review where the text broke off', async () => {
    const { cwd, answers } = await desk(
      undefined,
      `${head}answers:\n  ${first}: { level: 2, rationale: Half a rat, review: "${halfTyped}" }\n`,
    );
    const person = new Person([...args, '--only', 'review'], cwd);
    await person.types('2', keys);
    await person.types(`ionale.${enter}`, 'Half a rat');
    await person.types(enter, 'How sure');
    expect(await person.exited).toBe(0);
    expect(await answers()).toEqual({ [first]: { level: 2, rationale: 'Half a rationale.' } });
  });

  it('keeps the answered level if a reason why it does not apply was half typed', async () => {
    const { cwd, answers } = await desk(undefined, `${head}answers:\n  ${first}: 2\n  ${second}: 1\n`);
    const person = new Person(args, cwd);
    await person.types(enter, 'What next?');
    await person.types(enter, 'Which one?');
    await person.types('n', keys);
    await person.types('no auth', 'A reason is needed');
    await person.sees('no auth');
    await person.types(controlC, '');
    expect(await person.exited).toBe(130);
    expect(await answers()).toEqual({ [first]: { level: 2, rationale: 'no auth', review: halfTyped }, [second]: 1 });
  });

  it('by SIGKILL, at random moments, leaves a whole file that lacks at most the answer in progress', () => {
    const told = execFileSync(
      process.execPath,
      [join(root, 'bench', 'kill.js'), '--moments', '4', '--span', '400', '--seed', '3'],
      {
        encoding: 'utf8',
      },
    );
    expect(told).toContain('killed 4 times');
    expect(told).toContain('lost or broken: none');
  });
});

describe('two people at two terminals with one file', () => {
  it('both find their answers in it; if both answered a question, the second is asked which answer to keep', async () => {
    const { cwd, text, answers } = await desk(undefined, `# ours\n${head}`);
    const [one, two] = [await atFirstQuestion(args, cwd), await atFirstQuestion(args, cwd)];
    await one.types('2', keys);
    await one.types(`It has powers.${enter}`, 'Why this level?');
    await one.sees('How sure');
    await two.types('s', keys);
    await two.types('1', 'question 2 of 2');
    await two.types('s', 'Tick what');
    await two.sees(`changed by another program meanwhile (${first});\nthe file now has those changes and your answer.`);
    await two.sees('Why this level?');
    expect(await answers()).toEqual({ [first]: { level: 2, rationale: 'It has powers.' }, [second]: 1 });

    await one.types(enter, 'How sure');
    await one.types('3', 'question 2 of 2');
    await one.types('s', 'Tick what');
    await one.sees(`${second} was changed in x.answers.yaml by another program`);
    await one.sees('in the file: level 1\n  yours: level 3');
    expect(await answers()).toMatchObject({ [second]: 1 });
    await one.types('1', '2  replace it with yours');
    await one.sees('Now: 1');
    await one.types('3', keys);
    await one.types('s', 'Tick what');
    await one.types(controlC, 'Why this level?');
    await one.exited;
    expect(await answers()).toMatchObject({ [second]: 3 });

    await two.types(`Weak.${enter}`, 'Why this level?');
    await two.sees('in the file: level 3\n  yours: level 1; Weak.');
    await two.types('2', '2  replace it with yours');
    await two.types(controlC, 'How sure');
    await two.exited;
    expect(await answers()).toEqual({
      [first]: { level: 2, rationale: 'It has powers.' },
      [second]: { level: 1, rationale: 'Weak.' },
    });
    expect(await text()).toContain('# ours\n');
    expect(await readdir(cwd)).toEqual(['x.answers.yaml']);
  });
});

describe.skipIf(!canMount)('a disk that is full (skipped if no small disk can be mounted)', () => {
  it('keeps the answer elsewhere until there is space, and then moves it into the file', async () => {
    const folder = await smallDisk();
    const { cwd, text, answers } = await desk(folder);
    const elsewhere = await temporaryFolder();
    const person = await atFirstQuestion(args, cwd, 80, { env: { TMPDIR: elsewhere } });
    await fillUp(folder);
    await person.types('2', keys);
    await person.sees("x.answers.yaml: can't be written: the disk is full (ENOSPC)");
    await person.sees('Enter tries again');
    expect(await text()).toBe(head);
    const aside = join(elsewhere, 'x.unsaved.answers.yaml');
    expect(parse(await readFile(aside, 'utf8')).answers).toEqual({ [first]: 2 });
    expect((await stat(aside)).mode & 0o777).toBe(0o600);
    await person.types(enter, 'Enter tries again');
    await person.sees('the disk is full');
    await rm(join(folder, 'film.mp4'));
    await person.types(enter, 'Enter tries again');
    await person.sees('Saved in x.answers.yaml.');
    await person.types(controlC, 'Why this level?');
    expect(await person.exited).toBe(130);
    expect(await answers()).toEqual({ [first]: 2 });
    expect(await readdir(elsewhere)).toEqual([]);
    expect(await readdir(folder)).toEqual(['x.answers.yaml']);
  });

  it('prints the answer if it can be saved nowhere, and exits with 2', async () => {
    const folder = await smallDisk();
    const { cwd, text } = await desk(folder);
    const person = await atFirstQuestion(args, cwd, 80, { env: { TMPDIR: '/proc', HOME: '/proc' } });
    await fillUp(folder);
    await person.types('2', keys);
    await person.sees('it now exists only');
    await person.types('q', 'Enter tries again');
    await person.sees(`these lines contain it; add them to the file by hand:`);
    await person.sees(`answers:\n  ${first}: 2`);
    expect(await person.exited).toBe(2);
    expect(await text()).toBe(head);
  });

  it('leaves a file as it was if a command can’t rewrite it, with exit code 2', async () => {
    const folder = await smallDisk(256);
    const bill = await readFile(join(root, 'examples', 'bill.answers.yaml'), 'utf8');
    await writeFile(join(folder, 'bill.answers.yaml'), bill);
    await writeFile(join(folder, 'old.answers.yaml'), bill.replace(/version: 1[.]0[.]\d+ }/, 'version: 0.9.0 }'));
    await writeFile(join(folder, 'r.json'), 'the old result');
    const before = await contents(folder);
    await fillUp(folder);
    const text = join(root, 'examples', 'bill-v2.md');
    for (const command of [
      ['score', 'bill.answers.yaml', '--output', 'r.json', '--format', 'json'],
      ['score', 'bill.answers.yaml', '--output', 'new.json', '--format', 'json'],
      ['report', 'bill.answers.yaml', '--output', 'r.json', '--format', 'json'],
      ['evidence', 'rebase', 'bill.answers.yaml', '--draft', text],
      ['rubric', 'migrate', 'old.answers.yaml'],
    ]) {
      const { code, stderr } = await compass(command, { cwd: folder });
      expect(stderr, command.join(' ')).toContain("can't be written: the disk is full (ENOSPC)\n  check that");
      expect(code).toBe(2);
    }
    await rm(join(folder, 'film.mp4'));
    expect(await contents(folder)).toEqual(before);
  });
});

async function contents(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)),
  );
}

describe.skipIf(!isRoot)('a file that a reviewer may not write (skipped if the tests can’t change the user)', () => {
  const nobody = 65534;

  it.each([
    ['the file', 0o755, 0o444],
    ['the folder', 0o555, 0o644],
  ])('is refused before the first question, and nothing is changed: %s', async (_, folderMode, fileMode) => {
    const { cwd, path, text } = await desk();
    await giveTo(nobody, cwd, path);
    await chmod(path, fileMode);
    await chmod(cwd, folderMode);
    const person = new Person(args, cwd, 80, { uid: nobody });
    await person.sees("x.answers.yaml: can't be written: you may not write here (EACCES)");
    expect(await person.exited).toBe(2);
    expect(await text()).toBe(head);
    await chmod(cwd, 0o755);
  });

  it('keeps the answer elsewhere if the permission is lost during an interview', async () => {
    const { cwd, path, text, answers } = await desk();
    await giveTo(nobody, cwd, path);
    const elsewhere = await temporaryFolder();
    await giveTo(nobody, elsewhere);
    const person = await atFirstQuestion(args, cwd, 80, { uid: nobody, env: { TMPDIR: elsewhere } });
    await chmod(cwd, 0o555);
    await person.types('2', keys);
    await person.sees('you may not write here (EACCES)');
    await person.sees('Enter tries again');
    expect(await readdir(elsewhere)).toEqual(['x.unsaved.answers.yaml']);
    await chmod(cwd, 0o755);
    await person.types(enter, 'Enter tries again');
    await person.sees('Why this level?');
    await chmod(path, 0o444);
    await person.types(`Because${enter}`, 'Why this level?');
    await person.sees('you may not write here (EACCES)');
    await person.types(controlC, 'Enter tries again');
    expect(await person.exited).toBe(130);
    await person.sees(
      `your last answer is not in this file\n  it is kept with all the others in ${join(cwd, 'x.unsaved.answers.yaml')}`,
    );
    expect(await answers()).toEqual({ [first]: 2 });
    expect(await text()).toContain(`${first}: 2`);
    expect(parse(await readFile(join(cwd, 'x.unsaved.answers.yaml'), 'utf8')).answers).toEqual({
      [first]: { level: 2, rationale: 'Because' },
    });
    await chmod(path, 0o644);
    const again = new Person(args, cwd, 80, { uid: nobody });
    await again.sees('x.unsaved.answers.yaml, in the same folder, has answers that could not be saved');
    await again.types(controlC, 'What next?');
    expect(await again.exited).toBe(130);
  });
});

async function giveTo(uid: number, ...paths: readonly string[]): Promise<void> {
  for (const path of paths) await chown(path, uid, uid);
}
