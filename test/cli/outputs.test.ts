import { execFile } from 'node:child_process';
import { chmod, cp, lstat, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pairOutputs } from '../../src/cli/output/outputs.ts';
import { registry } from '../../src/report/registry.ts';
import { CompassError } from '../../src/source/problem.ts';
import { root, temporaryFolder } from '../fixtures/bundled.ts';
import { compass, type Run } from './run.ts';

const bill = join(root, 'examples', 'bill.answers.yaml');

const report = (cwd: string, ...more: string[]): Promise<Run> => compass(['report', bill, ...more], { cwd });

describe('several outputs in one run', () => {
  it('are paired in order: the first format with the first file', async () => {
    const cwd = await temporaryFolder();
    const { code, stderr } = await report(cwd, '--format', 'json', '--output', 'a', '--output', 'b', '--format', 'markdown');
    expect(stderr).toBe('Written to a\nWritten to b\n');
    expect(code).toBe(0);
    expect(JSON.parse(await readFile(join(cwd, 'a'), 'utf8'))).toMatchObject({ format: 'compass-result/1' });
    expect(await readFile(join(cwd, 'b'), 'utf8')).toMatch(/^# Gap report/);
  });

  it('a format without a file goes to standard output; a file without a format gets one by its ending', async () => {
    const cwd = await temporaryFolder();
    const { stdout } = await report(cwd, '--format', 'terminal', '--output', '-', '-o', 'r.html', '-o', 'r.docx', '-o', 'r.CSV');
    expect(stdout).toContain('Score 45.6 / 100');
    expect((await readdir(cwd)).sort()).toEqual(['r.CSV', 'r.docx', 'r.html']);
    expect(await readFile(join(cwd, 'r.html'), 'utf8')).toMatch(/^<!doctype html>/);
    expect((await readFile(join(cwd, 'r.docx'))).subarray(0, 2).toString()).toBe('PK');
  });

  it.each([
    [['-f', 'json', '-f', 'markdown'], 'only one format can go to standard output, not json, markdown'],
    [['-o', 'a.md', '-o', 'a.md'], 'a.md: is named for two outputs'],
    [['-f', 'htlm', '-o', 'x'], 'there is no format htlm; did you mean html?'],
    [['-o', bill], 'was read in this run: the output would replace it'],
    [['-o', 'r.pdf'], 'r.pdf: .pdf is not a file extension that this command writes'],
  ])('%j is refused before anything is written', async (args, expected) => {
    const cwd = await temporaryFolder();
    const { code, stderr } = await report(cwd, ...args);
    expect(stderr).toContain(expected);
    expect(code).toBe(2);
    expect(await readdir(cwd)).toEqual([]);
  });
});

/** The extensions of each format of `compass score`, and those in which another format would be a surprise to nobody. */
const extensions: Readonly<Record<string, readonly string[]>> = {
  terminal: ['.txt'],
  markdown: ['.md', '.markdown', '.txt'],
  html: ['.html', '.htm', '.txt'],
  docx: ['.docx'],
  json: ['.json', '.txt'],
  ndjson: ['.ndjson', '.jsonl', '.txt'],
  csv: ['.csv', '.txt'],
  parquet: ['.parquet'],
  xlsx: ['.xlsx'],
  sarif: ['.sarif', '.json', '.txt'],
  junit: ['.xml', '.txt'],
  github: ['.txt'],
};

describe('a file with the extension of another format', () => {
  const formats = Object.keys(extensions);
  const every = [...new Set(Object.values(extensions).flat())];

  it('covers every format', () => expect(formats).toEqual(Object.keys(registry.score)));

  it.each(formats.flatMap((format) => every.map((extension) => [format, extension] as const)))(
    '%s in a file that ends in %s: refused unless the format fits',
    (format, extension) => {
      const tokens = [
        { kind: 'format' as const, value: format },
        { kind: 'output' as const, value: `a${extension.toUpperCase()}` },
      ];
      const pair = () =>
        pairOutputs('compass score', { format: tokens, output: tokens, color: false }, registry.score, 'terminal');
      if (extensions[format]?.includes(extension)) expect(pair()).toEqual([{ format, file: `a${extension.toUpperCase()}` }]);
      else expect(pair).toThrow(CompassError);
    },
  );

  it('is refused with the extension to use, exit code 2', async () => {
    const cwd = await temporaryFolder();
    const { code, stderr } = await report(cwd, '-f', 'html', '-o', 'a.docx', '-o', 'a.sarif', '-f', 'csv');
    expect(stderr).toBe(`a.docx: .docx is the file extension of docx, but the output is html
  name a file that ends in .html; several formats and files are paired in their order
a.sarif: .sarif is the file extension of sarif, but the output is csv
  name a file that ends in .csv; several formats and files are paired in their order
`);
    expect([code, await readdir(cwd)]).toEqual([2, []]);
  });
});

describe('an output that can’t be written', () => {
  it.each([
    ['in a missing folder', 'nowhere/r.html', 'nowhere/r.html: can’t be written: the folder does not exist (ENOENT)'],
    ['in a folder that may not be written', '/sys/r.html', '/sys/r.html: can’t be written: you may not write here (EACCES)'],
    ['that is a folder', '.', '.: can’t be written: a folder has this name (EISDIR)'],
  ])('%s: exit code 2, with place and cause; the other outputs are still written', async (_, file, expected) => {
    const cwd = await temporaryFolder();
    const { code, stderr } = await report(cwd, '-o', file, '-f', 'html', '-o', 'good.md', '-f', 'markdown');
    expect(stderr).toContain(expected.replace('’', "'"));
    expect(code).toBe(2);
    expect(await readdir(cwd)).toEqual(['good.md']);
  });

  it.each(['csv', 'xlsx', 'json', 'ndjson', 'sarif', 'junit'])(
    'of %s keeps back no other, be it written as the run goes on or after',
    async (format) => {
      const cwd = await temporaryFolder();
      const outputs = ['-f', format, '-o', 'nowhere/x', '-o', 'good.csv', '-o', 'good.sarif', '-f', 'terminal', '-o', '-'];
      const { code, stdout, stderr } = await compass(['score', bill, ...outputs], { cwd });
      expect(stderr).toContain("nowhere/x: can't be written: the folder does not exist (ENOENT)");
      expect(stderr).not.toContain('wrote nowhere/x');
      expect(stdout).toContain('Online Platforms Accountability Bill');
      expect([code, (await readdir(cwd)).sort()]).toEqual([2, ['good.csv', 'good.sarif']]);
    },
  );

  it('on a disk that fills up: exit code 2, no partial file, and the old file stays', async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'r.html'), 'the old report');
    // A limit on the size of files acts like a full disk: a part is written, then there is an error.
    const line = `trap '' XFSZ; ulimit -f 16; exec "$0" "${join(root, 'bin', 'compass.js')}" report "${bill}" -o r.html`;
    const { code, stderr } = await new Promise<Run>((done) => {
      execFile('bash', ['-c', line, process.execPath], { cwd }, (error, stdout, stderr) =>
        done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
      );
    });
    expect(stderr).toContain("r.html: can't be written: it is larger than this disk allows (EFBIG)");
    expect(code).toBe(2);
    expect(await readdir(cwd)).toEqual(['r.html']);
    expect(await readFile(join(cwd, 'r.html'), 'utf8')).toBe('the old report');
  });

  it('keeps links and modes, and writes to devices and pipes', async () => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, 'far'));
    await writeFile(join(cwd, 'far', 'r.md'), '');
    await chmod(join(cwd, 'far', 'r.md'), 0o640);
    await symlink(join('far', 'r.md'), join(cwd, 'r.md'));
    await report(cwd, '-o', 'r.md');
    expect((await lstat(join(cwd, 'r.md'))).isSymbolicLink()).toBe(true);
    expect((await stat(join(cwd, 'far', 'r.md'))).mode & 0o777).toBe(0o640);
    expect(await readFile(join(cwd, 'far', 'r.md'), 'utf8')).toMatch(/^# Gap report/);
    const device = await stat('/dev/null');
    expect((await report(cwd, '-o', '/dev/null')).code).toBe(0);
    expect((await stat('/dev/null')).ino).toBe(device.ino);
  });
});

describe('a file that a run has read', () => {
  it.each([
    ['the text that the answers name', ['report', 'bill.answers.yaml', '-f', 'markdown', '-o', 'bill.md']],
    ['the text in a batch', ['score', '.', '-o', './bill.md']],
    ['the text of the old version', ['evidence', 'rebase', 'bill.answers.yaml', '--draft', 'bill-v2.md', '-o', 'bill.md']],
    ['the text that is searched', ['evidence', 'find', 'court', '--draft', 'bill.md', '-o', 'bill.md']],
    ['the text that is outlined', ['evidence', 'outline', 'bill.md', '-o', 'bill.md']],
    ['an answers file named as the baseline', ['score', '.', '--baseline', 'bill.answers.yaml', '--update-baseline']],
  ])('is never overwritten: %s', async (_, args) => {
    const cwd = await temporaryFolder();
    const files = ['bill.answers.yaml', 'bill.md', 'bill-v2.md'];
    for (const file of files) await cp(join(root, 'examples', file), join(cwd, file));
    const { code } = await compass(args, { cwd });
    expect(code).toBe(2);
    expect((await readdir(cwd)).sort()).toEqual([...files].sort());
    for (const file of files)
      expect(await readFile(join(cwd, file), 'utf8'), file).toBe(await readFile(join(root, 'examples', file), 'utf8'));
  });
});
