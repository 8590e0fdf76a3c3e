import { execFile } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { compass, type Run } from '../cli/run.ts';
import { temporaryFolder } from '../fixtures/bundled.ts';

const main = (more = ''): string =>
  `format: compass-rubric/1\nid: r\nversion: 1.0.0\ntitle: T\nlanguage: en\nnotice: N\nlevels: [no, yes]\nbands: [{ id: b, from: 0, title: B }]\nfeatures: [f]\nsteps: []\ncaps: []\n${more}`;
const question = (id: string, more = ''): string =>
  `  - { id: ${id}, text: T, help: H, gap: G, terms: [x], principles: [1]${more} }\n`;
const feature = (questions: string, more = ''): string => `id: f\ntitle: F\nquestions:\n${questions}${more}`;

async function folder(files: Readonly<Record<string, string>>): Promise<string> {
  const cwd = await temporaryFolder();
  await mkdir(join(cwd, 'r', 'features'), { recursive: true });
  for (const [name, content] of Object.entries({ 'rubric.yaml': main(), 'features/f.yaml': feature(question('a')), ...files }))
    await writeFile(join(cwd, 'r', name), content);
  return cwd;
}

const lint = async (files: Readonly<Record<string, string>>): Promise<Run> =>
  compass(['rubric', 'lint', 'r', '--quiet'], { cwd: await folder(files) });

describe('an untrusted rubric', () => {
  it.each([
    [
      'a tag that would run code',
      { 'rubric.yaml': main('x: !!js/function "function () {}"\n') },
      'r/rubric.yaml:12:4: not valid YAML: Unresolved tag: tag:yaml.org,2002:js/function',
    ],
    [
      'a feature in another folder',
      { 'rubric.yaml': main().replace('[f]', '["../../etc/passwd"]') },
      'r/rubric.yaml:9:12: entry 1 of features is "../../etc/passwd", which does not have the required form',
    ],
    [
      '__proto__ as a feature',
      { 'rubric.yaml': main().replace('[f]', '[__proto__]') },
      'r/rubric.yaml:9:12: entry 1 of features is "__proto__", which does not have the required form',
    ],
    [
      '__proto__ as a key',
      { 'rubric.yaml': main('__proto__: { features: [] }\n') },
      'r/rubric.yaml:12:1: __proto__ is not a known key here',
    ],
    ['a duplicate key', { 'rubric.yaml': main('version: 2.0.0\n') }, 'r/rubric.yaml:12:1: the key version occurs twice'],
    [
      'an alias bomb',
      { 'rubric.yaml': main(`x: &a [1,1,1,1,1,1,1,1,1,1]\ny: &b [${Array(40).fill('*a')}]\nz: [${Array(40).fill('*b')}]\n`) },
      'r/rubric.yaml:13:8: uses more YAML aliases than compass expands (1000)',
    ],
    [
      '10,000 levels of nesting',
      { 'features/f.yaml': feature(`  - ${'['.repeat(10_000)}`) },
      'r/features/f.yaml:4:104: is nested too deeply to be read',
    ],
    ['a NUL character', { 'rubric.yaml': main('# \0\n') }, 'r/rubric.yaml:12:3: contains a NUL character; text files have none'],
    [
      'an infinite weight',
      { 'features/f.yaml': feature(question('a', ', weight: .inf')) },
      'r/features/f.yaml:4:77: weight must be a number, but is .inf',
    ],
    [
      'a weight of NaN',
      { 'features/f.yaml': feature(question('a', ', weight: .nan')) },
      'r/features/f.yaml:4:77: weight must be a number, but is .nan',
    ],
  ] as const)('is refused for %s', async (_, files, error) => {
    const { code, stdout, stderr } = await lint(files as Readonly<Record<string, string>>);
    expect([code, `${stdout}${stderr}`.split('\n')[0]]).toEqual([2, error]);
  });

  it('may be in UTF-16 with CRLF', async () => {
    const cwd = await folder({});
    await writeFile(join(cwd, 'r', 'rubric.yaml'), Buffer.from(`\ufeff${main().replaceAll('\n', '\r\n')}`, 'utf16le'));
    expect((await compass(['rubric', 'lint', 'r', '--quiet'], { cwd })).code).toBe(0);
  });

  it('is refused without waiting if its files are a pipe, a device or a cyclic link', async () => {
    const cwd = await folder({ 'rubric.yaml': main().replace('[f]', '[f, pipe, device, circle]') });
    await promisify(execFile)('mkfifo', [join(cwd, 'r', 'features', 'pipe.yaml')]);
    await symlink('/dev/zero', join(cwd, 'r', 'features', 'device.yaml'));
    await symlink('circle.yaml', join(cwd, 'r', 'features', 'circle.yaml'));
    const { code, stderr, stdout } = await compass(['rubric', 'lint', 'r'], { cwd });
    const output = `${stdout}${stderr}`;
    expect(code).toBe(2);
    expect(output).toContain('r/features/pipe.yaml: is not a regular file');
    expect(output).toContain('r/features/device.yaml: is not a regular file');
    expect(output).toContain('r/features/circle.yaml: is a circular symbolic link');
  });

  it('has its terms searched for literally, not as regular expressions', async () => {
    const terms = '["(a+)+$", "[", "\\\\", ".*", "(?=", "$&", "court"]';
    const cwd = await folder({ 'features/f.yaml': feature(question('a').replace('[x]', terms)) });
    await writeFile(join(cwd, 'law.txt'), `Article 1\n\n${'a'.repeat(50_000)}! The court.\n`);
    const { code, stdout } = await compass(['evidence', 'find', 'f.a', '--draft', 'law.txt', '--rubric', 'r'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('art. 1');
  });

  it('can have a chain of a thousand conditions, and is checked and scored', async () => {
    const ids = Array.from({ length: 1000 }, (_, index) => `q${index}`);
    const questions = ids.map((id, index) =>
      question(id, index === 0 ? '' : `, when: { question: f.q${index - 1}, atLeast: 1 }`),
    );
    const cwd = await folder({ 'features/f.yaml': feature(questions.join('')) });
    expect((await compass(['rubric', 'lint', 'r', '--quiet'], { cwd })).stderr).not.toContain('bug');
    await writeFile(
      join(cwd, 'x.answers.yaml'),
      'format: compass-answers/1\nrubric: { id: r, version: 1.0.0 }\nanswers: { f.q0: 0 }\n',
    );
    const { code, stdout } = await compass(['score', 'x.answers.yaml', '--rubric', 'r', '--format', 'json'], { cwd });
    expect([code, JSON.parse(stdout).assessments[0].applicable]).toEqual([0, 1]);
  });

  it('is refused for a cycle of conditions', async () => {
    const when = (id: string): string => `, when: { question: f.${id}, atLeast: 1 }`;
    const { code, stdout, stderr } = await lint({
      'features/f.yaml': feature(question('a', when('b')) + question('b', when('a'))),
    });
    expect([code, `${stdout}${stderr}`]).toEqual([1, expect.stringContaining('conditions form a cycle')]);
  });
});
