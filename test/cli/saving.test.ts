import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type AnswersStore, openAnswers } from '../../src/answers/store.ts';
import { Interrupted } from '../../src/cli/commands/assess/interrupted.ts';
import type { Prompter } from '../../src/cli/commands/assess/prompter.ts';
import { LeftUnsaved, outsideChangeLine, savingStore, TheirsKept } from '../../src/cli/commands/assess/saving.ts';
import { frameFor } from '../../src/cli/commands/assess/screen/frame.ts';
import { localFor } from '../../src/cli/commands/assess/screen/local.ts';
import { temporaryFolder } from '../fixtures/bundled.ts';
import { feature, question, rubricOf } from '../fixtures/small-rubric.ts';

const prepared = rubricOf([feature('f', [question('f.a'), question('f.b')])]);
const head = 'format: compass-answers/1\nrubric: { id: small, version: 1.0.0 }\n';
const level = (value: number) => ({ level: value, notApplicable: null, evidence: [] });

/** A reviewer who, asked what to do, does these things one after the other. */
function reviewer(...acts: (() => string | Promise<string>)[]): { prompter: Prompter; shown: () => string } {
  let shown = '';
  const prompter: Prompter = {
    width: () => 80,
    tell: (line) => {
      shown += `${line}\n`;
    },
    ask: async (screen) => {
      shown += `${frameFor(screen, localFor(screen.ask), { rows: 24, columns: 81 }).lines.join('\n')}\n`;
      const act = acts.shift();
      if (!act) throw new Error(`asked once too often: ${shown}`);
      const key = await act();
      return /^\d$/.test(key) ? { kind: 'number', number: Number(key) } : { kind: 'key', key };
    },
    leave: () => {},
  };
  return { prompter, shown: () => shown };
}

async function open(prompter: Prompter): Promise<{ folder: string; path: string; store: AnswersStore }> {
  const folder = await temporaryFolder();
  const path = join(folder, 'x.answers.yaml');
  await writeFile(path, `${head}answers:\n  f.a: 1\n`);
  return { folder, path, store: savingStore(await openAnswers(path, 'x.answers.yaml', prepared), prompter) };
}

const answersIn = async (path: string): Promise<unknown> => parse(await readFile(path, 'utf8')).answers;

async function failure(saving: Promise<void>): Promise<unknown> {
  return saving.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('an answer that can’t be saved', () => {
  it('waits in a file of its own while the reviewer puts things right, and that file goes when it is saved', async () => {
    let mended = async (): Promise<string> => 'enter';
    const { prompter, shown } = reviewer(
      () => 'enter',
      () => mended(),
    );
    const { folder, path, store } = await open(prompter);
    await writeFile(path, 'answers: [\n');
    mended = async () => {
      expect(await answersIn(join(folder, 'x.unsaved.answers.yaml'))).toEqual({ 'f.a': 1, 'f.b': 3 });
      await writeFile(path, `${head}answers:\n  f.a: 2\n`);
      return 'enter';
    };
    await store.setAnswer('f.b', level(3));
    expect(await answersIn(path)).toEqual({ 'f.a': 2, 'f.b': 3 });
    expect(await readdir(folder)).toEqual(['x.answers.yaml']);
    expect(shown()).toContain("so the answer can't be\nadded to it\n");
    expect(shown()).toContain('x.answers.yaml:2:1: not valid YAML');
    expect(shown()).toContain('Saved in x.answers.yaml.');
  });

  it('stays there if the reviewer stops, and no earlier one is written over', async () => {
    const { prompter } = reviewer(() => 'q');
    const { folder, path, store } = await open(prompter);
    await writeFile(join(folder, 'x.unsaved.answers.yaml'), 'of yesterday');
    await rm(path);
    await mkdir(path);
    const error = await failure(store.setAnswer('f.b', level(3)));
    expect(error).toBeInstanceOf(LeftUnsaved);
    expect(error).toMatchObject({
      exitCode: 2,
      problems: [{ code: 'unsaved', args: { saved: join(folder, 'x.unsaved-2.answers.yaml') } }],
    });
    expect(await readFile(join(folder, 'x.unsaved.answers.yaml'), 'utf8')).toBe('of yesterday');
    expect(await answersIn(join(folder, 'x.unsaved-2.answers.yaml'))).toEqual({ 'f.a': 1, 'f.b': 3 });
  });

  it('stays there if the interview is interrupted, whose exit code is the interruption’s', async () => {
    const { prompter } = reviewer(() => {
      throw new Interrupted('SIGHUP');
    });
    const { folder, path, store } = await open(prompter);
    await writeFile(path, '');
    expect(await failure(store.setAnswer('f.b', level(3)))).toMatchObject({ exitCode: 129 });
    expect((await readdir(folder)).sort()).toEqual(['x.answers.yaml', 'x.unsaved.answers.yaml']);
  });

  it('is not taken away if somebody has worked on it meanwhile', async () => {
    let work = async (): Promise<string> => 'enter';
    const { prompter } = reviewer(() => work());
    const { folder, path, store } = await open(prompter);
    await writeFile(path, '');
    work = async () => {
      await writeFile(join(folder, 'x.unsaved.answers.yaml'), 'more of it');
      await writeFile(path, head);
      return 'enter';
    };
    await store.setAnswer('f.b', level(3));
    expect(await readFile(join(folder, 'x.unsaved.answers.yaml'), 'utf8')).toBe('more of it');
  });
});

describe('an answer that the file has otherwise by now', () => {
  const theirs = `${head}answers:\n  f.a: { level: 0, rationale: No such thing. }\n`;

  it('is shown beside it, and takes its place if the reviewer says so', async () => {
    const { prompter, shown } = reviewer(() => '2');
    const { folder, path, store } = await open(prompter);
    await writeFile(path, theirs);
    await store.setAnswer('f.a', { ...level(2), evidence: [{ at: 'art. 3', quote: 'shall' }] });
    expect(shown()).toContain('in the file: level 0; No such thing.\n  yours: level 2; art. 3: "shall"\n');
    expect(await answersIn(path)).toEqual({ 'f.a': { level: 2, evidence: [{ at: 'art. 3', quote: 'shall' }] } });
    expect(await readdir(folder)).toEqual(['x.answers.yaml']);
  });

  it('gives way to it if the reviewer says so, and the question is put again', async () => {
    const { prompter } = reviewer(() => '1');
    const { folder, path, store } = await open(prompter);
    await writeFile(path, theirs);
    expect(await failure(store.setAnswer('f.a', level(2)))).toBeInstanceOf(TheirsKept);
    expect(await readFile(path, 'utf8')).toBe(theirs);
    expect(store.assessment().answers.get('f.a')?.level).toBe(0);
    expect(await readdir(folder)).toEqual(['x.answers.yaml']);
  });

  it('is kept aside if the interview is interrupted before that is decided', async () => {
    const { prompter } = reviewer(() => {
      throw new Interrupted('SIGTERM');
    });
    const { folder, path, store } = await open(prompter);
    await writeFile(path, theirs);
    expect(await failure(store.setAnswer('f.a', level(2)))).toMatchObject({ exitCode: 143 });
    expect(await readFile(path, 'utf8')).toBe(theirs);
    expect(await answersIn(join(folder, 'x.unsaved.answers.yaml'))).toEqual({ 'f.a': 2 });
  });
});

describe('what is said of changes that were merged', () => {
  it.each([
    [{ kind: 'merged', changed: ['f.a'] }, '(f.a)'],
    [{ kind: 'merged', changed: [] }, '(comments or layout)'],
    [{ kind: 'merged', changed: ['draft', 'f.a', 'f.b', 'f.c', 'f.d'] }, '(draft, f.a, f.b and 2 more)'],
    [{ kind: 'gone' }, 'was deleted; it has been written again, with all your answers'],
  ] as const)('%j', (meanwhile, expected) => {
    expect(outsideChangeLine('x.answers.yaml', meanwhile)).toContain(expected);
  });
});
