import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../fixtures/bundled.ts';
import { compass } from './run.ts';

const head = 'format: compass-answers/1\nrubric: { id: ungps-compass, version: 2.0.0 }\n';

async function folder(): Promise<string> {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, 'good.answers.yaml'), `${head}answers:\n  access-to-remedy.judicial: 0\n`);
  await writeFile(join(cwd, 'bad.answers.yaml'), `${head}answers:\n  access-to-remedy.judicial: 9\n`);
  return cwd;
}

describe('formats for machines', () => {
  it.each(['csv', 'sarif', 'junit', 'github'])(
    '%s: the exit code is that of the run, and the bad file of a batch is in it',
    async (format) => {
      const cwd = await folder();
      const bad = await compass(['score', '.', '--format', format, '--fail-on', 'critical'], { cwd });
      expect(bad.code).toBe(2);
      expect(bad.stdout).toContain('level 9 is not one of 0..3');
      expect(bad.stdout).toContain('fails: critical');
      expect((await compass(['score', 'good.answers.yaml', '--format', format, '--fail-on', 'critical'], { cwd })).code).toBe(1);
      expect((await compass(['score', 'good.answers.yaml', '--format', format], { cwd })).code).toBe(0);
    },
  );

  it('are chosen by the ending of the file, several in one run', async () => {
    const cwd = await folder();
    const args = ['-o', 'a.csv', '-o', 'a.sarif', '-o', 'a.xml', '--quiet'];
    expect((await compass(['score', 'good.answers.yaml', ...args], { cwd })).code).toBe(0);
    expect(await readFile(join(cwd, 'a.csv'), 'utf8')).toMatch(/^\ufefffile,kind,/);
    expect(JSON.parse(await readFile(join(cwd, 'a.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(await readFile(join(cwd, 'a.xml'), 'utf8')).toContain('<testsuites>');
  });

  it('--wide gives one row a law, for score and report, and is refused without csv', async () => {
    const cwd = await folder();
    for (const command of ['score', 'report']) {
      const { code, stdout } = await compass([command, 'good.answers.yaml', '--format', 'csv', '--wide'], { cwd });
      expect(code).toBe(0);
      expect(stdout.trimEnd().split('\r\n')).toHaveLength(2);
      const refused = await compass([command, 'good.answers.yaml', '--wide'], { cwd });
      expect(refused).toMatchObject({
        code: 2,
        stdout: '',
        stderr: expect.stringContaining('--wide sets the layout of csv and parquet output'),
      });
    }
  });

  it('point to the line of the answer, in a path relative to the working folder', async () => {
    const cwd = await folder();
    const { stdout } = await compass(['score', join(cwd, 'good.answers.yaml'), '--format', 'github'], { cwd });
    expect(stdout).toContain('::warning file=good.answers.yaml,line=4,col=3,');
  });
});
