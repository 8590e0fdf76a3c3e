import { existsSync, watch, writeFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type OutsideChange, UnsavedChange } from '../../src/answers/open-file.ts';
import { openAnswers } from '../../src/answers/store.ts';
import type { Answer } from '../../src/core/answers.ts';
import { temporaryFolder } from '../fixtures/bundled.ts';
import { feature, question, rubricOf } from '../fixtures/small-rubric.ts';

const ids = ['f.a', 'f.b', 'f.c', 'f.d'];
const prepared = rubricOf([
  feature(
    'f',
    ids.map((id) => question(id)),
  ),
]);
const head = 'format: compass-answers/1\nrubric: { id: small, version: 1.0.0 }\n';
const level = (value: number, rest: Partial<Answer> = {}): Answer => ({
  level: value,
  notApplicable: null,
  evidence: [],
  ...rest,
});

interface TestFile {
  readonly folder: string;
  readonly path: string;
  readonly text: () => Promise<string>;
  readonly open: (tell?: (change: OutsideChange) => void) => ReturnType<typeof openAnswers>;
}

async function fileWith(text: string): Promise<TestFile> {
  const folder = await temporaryFolder();
  const path = join(folder, 'x.answers.yaml');
  await writeFile(path, text);
  return {
    folder,
    path,
    text: () => readFile(path, 'utf8'),
    open: (tell) => openAnswers(path, 'x.answers.yaml', prepared, { tell }),
  };
}

/** The error of a change that could not be saved. */
async function unsaved(change: Promise<void>): Promise<UnsavedChange> {
  const error = await change.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UnsavedChange)) throw new Error(`it was saved: ${error}`);
  return error;
}

describe('saving to a file that an editor changed while it was open', () => {
  it('adds the answer to what the editor wrote, and keeps comments and order', async () => {
    const { path, text, open } = await fileWith(`${head}answers:\n  f.a: 1\n`);
    const reported: OutsideChange[] = [];
    const store = await open((change) => reported.push(change));
    await writeFile(path, `# from the hearing\n${head}answers:\n  f.c: 3 # sure\n  f.a: 2\ndraft: { title: A bill }\n`);
    await store.setAnswer('f.b', level(1));
    expect(await text()).toBe(
      `# from the hearing\n${head}answers:\n  f.b: 1\n  f.c: 3 # sure\n  f.a: 2\ndraft: { title: A bill }\n`,
    );
    expect(reported).toEqual([{ kind: 'merged', changed: ['draft', 'f.a', 'f.c'] }]);
    expect(store.assessment().answers.get('f.c')?.level).toBe(3);
  });

  it('merges what both added to an answer if both gave the same level', async () => {
    const { path, text, open } = await fileWith(`${head}answers:\n  f.a: 2\n`);
    const store = await open();
    await writeFile(path, `${head}answers:\n  f.a:\n    level: 2\n    rationale: theirs\n`);
    await store.setAnswer('f.a', level(2, { confidence: 'high' }));
    expect(parse(await text()).answers).toEqual({ 'f.a': { level: 2, rationale: 'theirs', confidence: 'high' } });
  });

  it('reports a conflict and leaves the file unchanged if both changed the same answer; saves if tried again', async () => {
    const { path, text, open } = await fileWith(`${head}answers:\n  f.a: 1\n`);
    const store = await open();
    const theirs = `${head}answers:\n  f.a: { level: 3, rationale: theirs }\n  f.b: 0\n`;
    await writeFile(path, theirs);
    const { clash, text: aside } = await unsaved(store.setAnswer('f.a', level(2)));
    expect(await text()).toBe(theirs);
    expect(clash).toMatchObject({ id: 'f.a', theirs: { level: 3, rationale: 'theirs' }, mine: { level: 2 } });
    expect(parse(aside).answers).toEqual({ 'f.a': 2, 'f.b': 0 });
    expect(store.assessment().answers.get('f.a')?.level).toBe(3);
    // The second attempt overwrites deliberately.
    await store.setAnswer('f.a', level(2));
    expect(parse(await text()).answers).toEqual({ 'f.a': 2, 'f.b': 0 });
  });

  it('never combines the level of one with the rationale of the other', async () => {
    const { path, open } = await fileWith(`${head}answers:\n  f.a: 1\n`);
    const store = await open();
    await writeFile(path, `${head}answers:\n  f.a: { level: 1, rationale: weak }\n`);
    expect((await unsaved(store.setAnswer('f.a', level(3)))).clash?.id).toBe('f.a');
  });

  it('merges the draft’s and the reviewer’s fields one by one', async () => {
    const { path, text, open } = await fileWith(`${head}draft: { title: A bill, jurisdiction: Examplia }\n`);
    const store = await open();
    await writeFile(path, `${head}draft: { title: Another bill, jurisdiction: Examplia }\n`);
    await store.setDraft({ title: 'A bill', jurisdiction: 'Examplia', version: 'first reading' });
    expect(parse(await text()).draft).toEqual({ title: 'Another bill', jurisdiction: 'Examplia', version: 'first reading' });
    await writeFile(path, `${head}draft: { title: A third, jurisdiction: Examplia }\n`);
    expect((await unsaved(store.setDraft({ title: 'A fourth' }))).clash?.section).toBe('draft');
  });

  it.each([
    ['a syntax error', `${head}answers: [\n`, 'not-yaml'],
    ['invalid answers', `${head}answers:\n  f.a: 9\n`, 'level-out-of-range'],
    ['answers to another rubric', head.replace('small', 'other'), 'other-rubric'],
    ['answers to another major version', head.replace('1.0.0', '2.0.0'), 'other-major'],
    ['no content', '', 'empty-file'],
  ])('does not overwrite a file with %s, and saves once the file is valid again', async (_, theirs, code) => {
    const { path, text, open } = await fileWith(`${head}answers:\n  f.a: 1\n`);
    const store = await open();
    await writeFile(path, theirs);
    const error = await unsaved(store.setAnswer('f.b', level(2)));
    expect(error.problems.map((problem) => problem.code)).toEqual(['changed-on-disk', code]);
    expect(await text()).toBe(theirs);
    expect(parse(error.text).answers).toEqual({ 'f.a': 1, 'f.b': 2 });
    await writeFile(path, `${head}answers:\n  f.c: 3\n`);
    await store.setAnswer('f.b', level(2));
    expect(parse(await text()).answers).toEqual({ 'f.b': 2, 'f.c': 3 });
  });

  it('writes the whole file again if it was deleted', async () => {
    const { path, text, open } = await fileWith(`# mine\n${head}answers:\n  f.a: 1\n`);
    const reported: OutsideChange[] = [];
    const store = await open((change) => reported.push(change));
    await rename(path, `${path}.bak`);
    await store.setAnswer('f.b', level(2));
    expect(await text()).toBe(`# mine\n${head}answers:\n  f.a: 1\n  f.b: 2\n`);
    expect(reported).toEqual([{ kind: 'gone' }]);
  });

  it('fails if a folder has the file’s name or the file’s folder is gone, and saves once that is corrected', async () => {
    const { folder, path, text, open } = await fileWith(`${head}answers:\n  f.a: 1\n`);
    const store = await open();
    await rm(path);
    await mkdir(path);
    expect((await unsaved(store.setAnswer('f.b', level(2)))).problems[0]?.code).toBe('is-a-folder');
    await rm(folder, { recursive: true });
    const { problems } = await unsaved(store.setAnswer('f.b', level(2)));
    expect(problems[0]).toMatchObject({ code: 'unwritable', args: { detail: 'the folder does not exist (ENOENT)' } });
    await mkdir(folder);
    await store.setAnswer('f.b', level(2));
    expect(parse(await text()).answers).toEqual({ 'f.a': 1, 'f.b': 2 });
  });

  // Only Linux notifies the watcher soon enough to change the file during the save.
  it.skipIf(process.platform !== 'linux')('starts again if the file changes during the save', async () => {
    const { folder, path, text, open } = await fileWith(`${head}answers:\n  f.a: 1\n`);
    const store = await open();
    let edits = 0;
    const watcher = watch(folder, (_, name) => {
      if (edits === 3 || !name?.endsWith('.tmp') || !existsSync(join(folder, name))) return;
      edits += 1;
      writeFileSync(path, `# edit ${edits}\n${head}answers:\n  f.a: 1\n  f.c: ${edits}\n`);
    });
    await store.setAnswer('f.b', level(2));
    watcher.close();
    expect(edits).toBeGreaterThan(0);
    expect(await text()).toBe(`# edit ${edits}\n${head}answers:\n  f.a: 1\n  f.b: 2\n  f.c: ${edits}\n`);
  });

  it('writes through a symbolic link, even if its target was deleted', async () => {
    const { folder, path, text } = await fileWith(`${head}answers:\n  f.a: 1\n`);
    await mkdir(join(folder, 'links'));
    const link = join(folder, 'links', 'l.answers.yaml');
    await symlink('../x.answers.yaml', link);
    const store = await openAnswers(link, 'l.answers.yaml', prepared);
    await store.setAnswer('f.b', level(2));
    expect(parse(await text()).answers).toEqual({ 'f.a': 1, 'f.b': 2 });
    await rm(path);
    await store.setAnswer('f.c', level(0));
    expect(parse(await text()).answers).toEqual({ 'f.a': 1, 'f.b': 2, 'f.c': 0 });
    expect(await readdir(join(folder, 'links'))).toEqual(['l.answers.yaml']);
  });
});

describe('two processes that save to one file', () => {
  it('both have their answers in it, however their saves interleave', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), fc.constantFrom(0, 1), fc.nat(3)), { maxLength: 12 }), async (saves) => {
        const { folder, text, open } = await fileWith(head);
        const stores = [await open(), await open()];
        const expected: Record<string, number> = {};
        const pending: Promise<void>[][] = [[], []];
        for (const [second, which, value] of saves) {
          const id = ids[(second ? 2 : 0) + which] ?? '';
          const writer = second ? 1 : 0;
          const before = pending[writer]?.at(-1) ?? Promise.resolve();
          pending[writer]?.push(before.then(() => stores[writer]?.setAnswer(id, level(value))));
          expected[id] = value;
        }
        await Promise.all(pending.flat());
        expect(parse(await text()).answers ?? {}).toEqual(expected);
        expect(await readdir(folder)).toEqual(['x.answers.yaml']);
      }),
      { numRuns: 10 },
    );
  });

  it('do not wait for the lock of a process that was killed', async () => {
    const { folder, text, open } = await fileWith(head);
    const lock = join(folder, '.x.answers.yaml.lock');
    await writeFile(lock, '');
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(lock, longAgo, longAgo);
    await (await open()).setAnswer('f.a', level(1));
    expect(await text()).toContain('f.a: 1');
    expect(await readdir(folder)).toEqual(['x.answers.yaml']);
  });

  it('wait about two seconds at most for a lock that is never released', async () => {
    const { folder, text, open } = await fileWith(head);
    const lock = join(folder, '.x.answers.yaml.lock');
    await writeFile(lock, '');
    // The clock of a file server may be ahead of ours.
    const later = new Date(Date.now() + 3_600_000);
    await utimes(lock, later, later);
    const begun = Date.now();
    await (await open()).setAnswer('f.a', level(1));
    expect(Date.now() - begun).toBeLessThan(4000);
    expect(await text()).toContain('f.a: 1');
  });
});

describe('temporary files of a killed process', () => {
  it('are deleted at the next save, but not those of other files or of running processes', async () => {
    const { folder, path, open } = await fileWith(head);
    const dead = 2 ** 22 + 1;
    const names = [
      `.x.answers.yaml.${dead}-7.tmp`,
      `.x.answers.yaml.${process.ppid}-1.tmp`,
      `.y.answers.yaml.${dead}-1.tmp`,
      'x.tmp',
    ];
    const longAgo = new Date(Date.now() - 60_000);
    for (const name of names) {
      await writeFile(join(folder, name), 'half');
      await utimes(join(folder, name), longAgo, longAgo);
    }
    await writeFile(join(folder, `.x.answers.yaml.${dead}-8.tmp`), 'recent: may belong to another machine');
    await (await open()).setAnswer('f.a', level(1));
    expect((await readdir(folder)).sort()).toEqual([`.x.answers.yaml.${dead}-8.tmp`, ...names.slice(1), 'x.answers.yaml'].sort());
    expect(await readFile(path, 'utf8')).toContain('f.a: 1');
  });
});
