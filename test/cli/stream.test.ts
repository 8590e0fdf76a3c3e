import { execFileSync, spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, temporaryFolder } from '../fixtures/bundled.ts';
import { compass, compassProcess } from './run.ts';
import { Person } from './terminal.ts';

const head = { format: 'compass-answers/1', rubric: { id: 'ungps-compass', version: '2.0.0' } };
const line = (title: string, level: unknown): string =>
  JSON.stringify({ ...head, draft: { title }, answers: { 'access-to-remedy.judicial': level } });
const sourcesOf = (ndjson: string): string[] =>
  ndjson
    .split('\n')
    .filter(Boolean)
    .map((each) => (JSON.parse(each) as { source: string }).source);

describe('one assessment a line', () => {
  it('is scored line by line, in order, and named after its line', async () => {
    const input = `${line('One', 1)}\n\n${line('Two', 2)}\r\n${line('Three', 3)}`;
    const { code, stdout } = await compass(['score', '-', '--format', 'ndjson'], { input });
    expect(code).toBe(0);
    expect(sourcesOf(stdout)).toEqual(['-:1', '-:3', '-:4']);
  });

  it('a faulty line does not hide the others, and its problems have its line and column', async () => {
    const input = `${line('One', 1)}\n${line('Two', 9)}\n{"format":\n${line('Four', 1)}\n`;
    const { code, stdout, stderr } = await compass(['score', '-', '--format', 'ndjson'], { input });
    expect(code).toBe(2);
    expect(sourcesOf(stdout)).toEqual(['-:1', '-:4']);
    expect(stderr).toMatch(/^-:2:\d+: level 9 is not one of 0\.\.3/m);
    expect(stderr).toMatch(/^-:3:\d+: not valid YAML/m);
    const { failures } = JSON.parse((await compass(['score', '-', '--format', 'json'], { input })).stdout);
    expect(failures.map(({ source }: { source: string }) => source)).toEqual(['-:2', '-:3']);
  });

  it('a single JSON object is one answers file, on one line or several', async () => {
    for (const input of [line('One', 1), `${line('One', 1)}\n`, JSON.stringify(JSON.parse(line('One', 1)), null, 2)]) {
      const { stdout } = await compass(['score', '-', '--format', 'ndjson'], { input });
      expect(sourcesOf(stdout)).toEqual(['-']);
    }
  });

  it('alone in a file is reported in full, like an answers file', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'x.json'), line('One', 0));
    await writeFile(join(folder, 'x.ndjson'), `${line('One', 0)}\n`);
    for (const format of ['terminal', 'markdown']) {
      const [own, alone] = await Promise.all(
        ['x.json', 'x.ndjson'].map(async (name) => (await compass(['score', name, '-f', format], { cwd: folder })).stdout),
      );
      expect(own).toContain('Consistent human rights due ');
      expect(alone?.replaceAll(/x\.ndjson(:1)?/g, 'x.json')).toBe(own);
    }
  });

  it('is read from a file too, together with answers files', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'laws.ndjson'), `${line('One', 1)}\n${line('Two', 2)}\n`);
    await writeFile(join(folder, 'three.answers.json'), line('Three', 3));
    const { stdout } = await compass(['score', 'laws.ndjson', 'three.answers.json', '--format', 'ndjson'], { cwd: folder });
    expect(sourcesOf(stdout)).toEqual(['laws.ndjson:1', 'laws.ndjson:2', 'three.answers.json']);
    const table = await compass(['score', 'laws.ndjson', 'three.answers.json'], { cwd: folder });
    expect(table.stdout).toContain('3 drafts scored');
  });

  it('is scored before the next line has come', async () => {
    const child = spawn(process.execPath, [join(root, 'bin', 'compass.js'), 'score', '-', '--format', 'ndjson']);
    const first = new Promise<string>((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk))));
    child.stdin.write(`${line('One', 1)}\n${line('Two', 2)}\n`);
    expect(sourcesOf((await first).split('\n')[0] ?? '')).toEqual(['-:1']);
    // The next ones too, however slow the pipe is.
    let rest = '';
    child.stdout.on('data', (chunk) => {
      rest += chunk;
    });
    child.stdin.write(`${line('Three', 3)}\n`);
    await expect.poll(() => rest, { timeout: 10_000 }).toContain('"source":"-:3"');
    child.stdin.end();
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  });

  it('says that it waits for input if standard input is a terminal', async () => {
    const person = new Person(['score', '-'], root);
    await person.sees('Waiting for answers on standard input');
    person.kill('SIGKILL');
    await person.exited;
  });

  it('ends early and without an error if the reader closes the pipe', () => {
    const script = `for (let n = 0; n < 20000; n++) console.log(process.argv[1])`;
    const run = execFileSync(
      'sh',
      [
        '-c',
        '"$0" -e "$1" "$2" 2>/dev/null | "$0" "$3" score - --format ndjson 2>&1 | head -1',
        process.execPath,
        script,
        line('One', 1),
        join(root, 'bin', 'compass.js'),
      ],
      { encoding: 'utf8', timeout: 20_000 },
    );
    expect(sourcesOf(run)).toEqual(['-:1']);
  });
});

describe('a batch', () => {
  it('keeps to the limits of the command line in every thread', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'laws'));
    await writeFile(join(folder, 'law.md'), `# Article 1\n\n${'The authority is independent. '.repeat(100)}\n`);
    // So long that the file is a dozen tasks, some of which go to other threads.
    const long = JSON.parse(line('Law', 1));
    long.draft.text = '../law.md';
    const evidence = [{ at: 'art. 1', quote: 'The authority is independent.' }];
    long.answers['access-to-remedy.judicial'] = { level: 1, rationale: 'x'.repeat(6000), evidence };
    await writeFile(join(folder, 'laws', 'all.ndjson'), `${JSON.stringify(long)}\n`.repeat(300));
    const run = async (...options: string[]) => {
      const { stdout, stderr } = await compassProcess(['score', 'laws/all.ndjson', '-f', 'ndjson', '--jobs', '3', ...options], {
        cwd: folder,
      });
      const told = stderr.split('\n').filter((text) => /^laws\/all\.ndjson:\d+:/.test(text));
      const results = stdout
        .split('\n')
        .filter(Boolean)
        .map((text) => JSON.parse(text));
      return {
        scored: results.length,
        unread: [...new Set(results.map(({ evidence }) => evidence.unread))],
        refused: told.length,
        why: [...new Set(told.map((text) => text.replace(/^[^ ]+ /, '')))],
      };
    };
    expect(await run('--allow-outside-draft')).toMatchObject({ scored: 300, unread: [undefined], refused: 0 });
    const outside = await run();
    expect(outside).toMatchObject({ scored: 0, refused: 300 });
    expect(outside.why).toEqual([expect.stringContaining('outside')]);
    expect((await run('--allow-outside-draft', '--max-size', '0.001')).unread).toEqual([
      'is 0.003 MB; files over 0.001 MB are not read',
    ]);
  });

  it('gives the same bytes in one thread and in several, in every format', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'laws'));
    for (let n = 0; n < 330; n++) {
      const text = n % 100 === 7 ? line(`Law ${n}`, 9) : line(`Law ${n}`, n % 4);
      await writeFile(join(folder, 'laws', `${String(n).padStart(4, '0')}.answers.json`), text);
    }
    const run = async (jobs: string) => {
      const result = await compassProcess(
        [
          'score',
          'laws',
          '--quiet',
          '--fail-on',
          'critical',
          '--jobs',
          jobs,
          '-f',
          'ndjson',
          '-o',
          `${jobs}.ndjson`,
          '-f',
          'json',
          '-o',
          `${jobs}.json`,
          '-f',
          'csv',
          '-o',
          `${jobs}.csv`,
          '-f',
          'terminal',
          '-o',
          '-',
        ],
        { cwd: folder },
      );
      const files = await Promise.all(
        ['ndjson', 'json', 'csv'].map((ending) => readFile(join(folder, `${jobs}.${ending}`), 'utf8')),
      );
      return { ...result, files };
    };
    const [one, three] = [await run('1'), await run('3')];
    expect(one.code).toBe(2);
    expect(three).toEqual(one);
    const result = JSON.parse(one.files[1] ?? '');
    expect(result.summary).toMatchObject({ assessed: 326, failed: 4 });
    // The streamed document has the same format as one that is written at the end.
    expect(one.files[1]).toBe(`${JSON.stringify(result, null, 2)}\n`);
    // In a csv every law has the same rows, in the order of the results, and failures come last.
    const rows =
      one.files[2]
        ?.split('\r\n')
        .slice(1, -1)
        .map((row) => row.split(',', 2)) ?? [];
    const sources: string[] = result.assessments.map(({ source }: { source: string }) => source);
    const kinds = rows.filter(([file]) => file === sources[0]).map(([, kind]) => kind);
    expect(kinds.filter((kind) => kind === 'question')).toHaveLength(result.assessments[0].questions.length);
    expect(rows).toEqual([
      ...sources.flatMap((source) => kinds.map((kind) => [source, kind])),
      ...result.failures.map(({ source }: { source: string }) => [source, 'failure']),
    ]);
    const wide = await Promise.all(
      ['1', '3'].map((jobs) =>
        compassProcess(['score', 'laws', '--quiet', '-f', 'csv', '--wide', '--jobs', jobs], { cwd: folder }),
      ),
    );
    expect(wide[1]).toEqual(wide[0]);
    expect(wide[0]?.stdout.split('\r\n')).toHaveLength(1 + 330 + 1);
  }, 60_000);

  it('is refused if a format needs all assessments in memory and there are too many, including invalid ones', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'laws'));
    for (let n = 0; n < 1001; n++)
      await writeFile(join(folder, 'laws', `${n}.answers.json`), line(`Law ${n}`, n % 100 === 7 ? 9 : 1));
    for (const [what, ...options] of [
      ['--format sarif', '-o', 'all.sarif', '-f', 'csv', '-o', 'all.csv'],
      ['--format junit', '-f', 'junit'],
      ['--format github', '-f', 'github'],
      ['--robustness', '-f', 'json', '--robustness'],
      ['--robustness', '--robustness'],
      ['--explain', '--explain'],
      ['--update-baseline', '--update-baseline', '--baseline', 'base.json'],
    ] as const) {
      const { code, stdout, stderr } = await compass(['score', 'laws', ...options], { cwd: folder });
      expect([code, stdout]).toEqual([2, '']);
      const others = what === '--robustness' ? ', or as ndjson' : '; tables, ndjson, csv and json take any number';
      expect(stderr).toContain(
        `compass score: ${what} takes at most 1000 assessments, and there are more\n  score them in parts${others}`,
      );
    }
    expect(await readdir(folder)).toEqual(['laws']);
    await rm(join(folder, 'laws', '0.answers.json'));
    const fits = await compass(['score', 'laws', '--quiet', '-o', 'all.sarif'], { cwd: folder });
    expect([fits.code, (await readdir(folder)).sort()]).toEqual([2, ['all.sarif', 'laws']]);
  }, 60_000);

  it('of lines, whose number is not known in advance, is refused in the same way', async () => {
    const folder = await temporaryFolder();
    const input = `${line('One', 9)}\n${`${line('One', 1)}\n`.repeat(1000)}`;
    const options = ['-f', 'junit', '-o', 'all.xml', '-f', 'csv', '-o', 'all.csv'];
    const { code, stderr } = await compass(['score', '-', '--quiet', ...options], { input, cwd: folder });
    expect([code, stderr]).toEqual([2, expect.stringContaining('--format junit takes at most 1000 assessments')]);
    expect(await readdir(folder)).toEqual([]);
    const fits = await compass(['score', '-', '--quiet', ...options], {
      input: input.slice(input.indexOf('\n') + 1),
      cwd: folder,
    });
    expect([fits.code, (await readdir(folder)).sort()]).toEqual([0, ['all.csv', 'all.xml']]);
  }, 30_000);

  it('takes a number of threads, and nothing else', async () => {
    for (const jobs of ['0', 'x', '1.5', '-1']) {
      const { code, stderr } = await compass(['score', 'examples', `--jobs=${jobs}`]);
      expect(code).toBe(2);
      expect(stderr).toContain(`--jobs takes a whole number from 1 to 256, not "${jobs}"`);
    }
  });
});

const hasParallel = (() => {
  try {
    return execFileSync('parallel', ['--version'], { encoding: 'utf8' }).includes('GNU parallel');
  } catch {
    return false;
  }
})();

describe('docs/scale.md', () => {
  it.skipIf(!hasParallel)(
    'its recipe for GNU parallel gives the results in the order of the lines',
    async () => {
      const recipe = /^parallel --pipe .*$/m.exec(await readFile(join(root, 'docs', 'scale.md'), 'utf8'))?.[0] ?? '';
      expect(recipe).toContain('compass score -');
      const folder = await temporaryFolder();
      const titles = Array.from({ length: 300 }, (_, n) => `Law ${n}`);
      await writeFile(join(folder, 'laws.ndjson'), titles.map((title, n) => `${line(title, n % 4)}\n`).join(''));
      // Small blocks, so that there are several.
      const command = recipe
        .replace(/--block \S+/, '--block 8k')
        .replaceAll('compass score', `${process.execPath} ${join(root, 'bin', 'compass.js')} score`);
      execFileSync('bash', ['-c', command], { cwd: folder, timeout: 60_000 });
      const results = (await readFile(join(folder, 'results.ndjson'), 'utf8')).trimEnd().split('\n');
      expect(results.map((each) => (JSON.parse(each) as { draft: { title: string } }).draft.title)).toEqual(titles);
    },
    60_000,
  );
});
