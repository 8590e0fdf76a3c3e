import { execFile } from 'node:child_process';
import { chmod, mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { compass, type Run } from '../cli/run.ts';
import { root, temporaryFolder } from '../fixtures/bundled.ts';

const starter = ['--rubric', join(root, 'examples', 'starter-rubric')];
const head = 'format: compass-answers/1\nrubric: { id: starter, version: 0.1.0 }\n';
const good = `${head}answers:\n  oversight.authority: 2\n  oversight.appeal: 1\n`;
const nest = (before: string, after: string, n: number): string => `${head}draft: ${before.repeat(n)}x${after.repeat(n)}\n`;

/** Lists of nine aliases each, nested so that they expand to millions of entries. */
const bomb = `${head}draft:\n  a: &a [x,x,x,x,x,x,x,x,x]\n${['b', 'c', 'd', 'e', 'f', 'g']
  .map((name, index) => `  ${name}: &${name} [${Array(9).fill(`*${'abcdef'[index]}`).join(',')}]`)
  .join('\n')}\n`;

type Row = readonly [name: string, content: string | Uint8Array, code: number, error: string];

/** Content of an answers file, exit code, and the message after the file's name. */
const contents: readonly Row[] = [
  ['a byte-order mark', `\ufeff${good}`, 0, ''],
  ['CRLF', good.replaceAll('\n', '\r\n'), 0, ''],
  ['UTF-16 little-endian, as Notepad saves "Unicode"', Buffer.from(`\ufeff${good}`, 'utf16le'), 0, ''],
  ['UTF-16 big-endian', Buffer.from(`\ufeff${good}`, 'utf16le').swap16(), 0, ''],
  ['UTF-16 without a byte-order mark', Buffer.from(good, 'utf16le'), 0, ''],
  ['a lone UTF-16 surrogate', Buffer.from(`\ufeff${good}\ud800x`, 'utf16le'), 2, ': is not UTF-8 text'],
  ['an empty file', '', 2, ': the file is empty'],
  ['only white space', '  \n\n', 2, ': the file is empty'],
  ['a NUL character', good.replace('appeal', 'app\0eal'), 2, ':5:16: contains a NUL character; text files have none'],
  [
    'bytes that are not UTF-8',
    Buffer.concat([Buffer.from(`${head}# caf`), Buffer.from([0xe9, 0x0a])]),
    2,
    ':3:6: is not UTF-8 text',
  ],
  ['a truncated UTF-8 character', Buffer.concat([Buffer.from(good), Buffer.from([0xe2, 0x80])]), 2, ':6:1: is not UTF-8 text'],
  [
    'a Word document',
    Buffer.from('PK\u0003\u0004\u00ff\u00fe', 'latin1'),
    2,
    ': is a Word document, a PDF or another packed file, not an answers file',
  ],
  ['a draft instead of answers', 'Article 1: Subject\nThis Act: a: b: c\n', 2, ': is not an answers file'],
  ['an alias bomb', bomb, 2, ':5:10: uses more YAML aliases than compass expands (1000)'],
  ['an alias within itself', `${head}draft: &a { title: *a }\n`, 2, ':3:20: the alias a refers to itself'],
  [
    'an anchor that can be read but not written',
    `${head}draft: &a\u2028 {}\n`,
    2,
    ':3:12: the anchor a  has an invisible character in its name',
  ],
  ['an unknown alias', `${head}draft: *a\n`, 2, ':3:8: the alias a refers to an anchor that is not defined before it'],
  ['10,000 nested lists', nest('[', ']', 10_000), 2, ':3:108: is nested too deeply to be read'],
  ['10,000 nested maps', nest('{a: ', '}', 10_000), 2, ':3:408: is nested too deeply to be read'],
  ['10,000 unclosed lists', nest('[', '', 10_000), 2, ':3:108: is nested too deeply to be read'],
  [
    '10,000 nested block lists on one line',
    `${nest('\n- ', '', 1)}x: ${'- '.repeat(10_000)}`,
    2,
    ':5:4: not valid YAML: Unexpected block-seq-ind on same line with key',
  ],
  [
    '10,000 lines, each indented more',
    `${head}a:\n${Array.from({ length: 10_000 }, (_, depth) => `${' '.repeat(depth + 1)}a:\n`).join('')}`,
    2,
    ':104:102: is nested too deeply to be read',
  ],
  [
    'more tokens than the limit',
    `${head}x: &a [${'1,'.repeat(300_000)}]`,
    2,
    ':3:333316: is too large to be read: it has more than 500000 YAML tokens up to here',
  ],
  [
    '20,000 keys',
    `${head}answers:\n${Array.from({ length: 20_000 }, (_, n) => `  oversight.q${n}: 1\n`).join('')}`,
    2,
    ':4:3: there is no question oversight.q0 in starter 0.1.0',
  ],
  ['a duplicate key', `${good}  oversight.appeal: 2\n`, 2, ':6:3: the key oversight.appeal occurs twice'],
  ['a duplicate key, once in quotes', `${good}  "oversight.appeal": 2\n`, 2, ':6:3: the key "oversight.appeal" occurs twice'],
  ['a number and a string that are the same key', `${head}draft: { 1: a, "1": b }\n`, 2, ':3:16: the key "1" occurs twice'],
  [
    'a duplicate key in JSON',
    '{"format": "compass-answers/1", "format": "compass-answers/1"}',
    2,
    ':1:33: the key "format" occurs twice',
  ],
  ['a key that is a list', `${head}? [a]\n: 1\n`, 2, ':3:3: not valid YAML: a key is not a string'],
  ['NaN as a key', `${head}.nan: 1\n`, 2, ':3:1: not valid YAML: a key is not a string'],
  ['infinity as a key, in braces', `${head}features: {-.inf}\n`, 2, ':3:12: not valid YAML: a key is not a string'],
  ['two documents', `${good}---\n${good}`, 2, ':6:1: a second document begins here'],
  [
    'a tag that would run code',
    `${head}draft: !!js/function "function () { return 1 }"\n`,
    2,
    ':3:8: not valid YAML: Unresolved tag: tag:yaml.org,2002:js/function',
  ],
  [
    'a tag of another language',
    `${head}draft: !!python/object/apply:os.system ["id"]\n`,
    2,
    ':3:8: not valid YAML: Unresolved tag: tag:yaml.org,2002:python/object/apply:os.system',
  ],
  [
    'answers as a YAML set',
    `${head}answers: !!set { oversight.appeal }\n`,
    2,
    ':3:10: not valid YAML: Unresolved tag: tag:yaml.org,2002:set',
  ],
  ['YAML 1.1, in which "no" is false', `%YAML 1.1\n---\n${head}draft: { title: no }\n`, 0, ''],
  ['__proto__ as a question', `${head}answers:\n  __proto__: 1\n`, 2, ':4:3: there is no question __proto__ in starter 0.1.0'],
  [
    'constructor as a question',
    `${head}answers:\n  constructor: 1\n`,
    2,
    ':4:3: there is no question constructor in starter 0.1.0',
  ],
  [
    '__proto__ in JSON',
    '{"format":"compass-answers/1","rubric":{"id":"starter","version":"0.1.0"},"__proto__":{"answers":{}},"answers":{"__proto__":{"level":1}}}',
    2,
    ':1:75: __proto__ is not a known key here',
  ],
  [
    'toString as a step and a flag',
    `${head}steps: { toString: addressed }\nflags: { hasOwnProperty: true }\n`,
    2,
    ':3:10: there is no guiding question toString in starter 0.1.0',
  ],
  [
    'valueOf as a feature',
    `${head}features: { valueOf: { notApplicable: x } }\n`,
    2,
    ':3:13: there is no feature valueOf in starter 0.1.0',
  ],
  ['__proto__ as the draft', `${head}draft: { __proto__: { title: x } }\n`, 2, ':3:10: __proto__ is not a known key here'],
  [
    'constructor as the provision of evidence',
    `${good.replace(': 2', ': { level: 2, evidence: [{ at: "art. constructor", quote: x }, { at: "art. __proto__ annex" }] }')}`,
    0,
    '',
  ],
  [
    'infinity as a level',
    `${head}answers: { oversight.appeal: .inf }\n`,
    2,
    ':3:30: level .inf is not a whole number from 0 up (oversight.appeal)',
  ],
  [
    'a level with two hundred digits',
    `${head}answers: { oversight.appeal: 1${'0'.repeat(200)} }\n`,
    2,
    ':3:30: level 1e+200 is not one of 0..3 (oversight.appeal)',
  ],
];

async function score(content: string | Uint8Array, ...more: string[]): Promise<Run> {
  const cwd = await temporaryFolder();
  await writeFile(join(cwd, 'x.answers.yaml'), content);
  return compass(['score', 'x.answers.yaml', ...starter, ...more], { cwd });
}

describe('a malicious or broken answers file', () => {
  it.each(contents)('%s', async (_, content, code, error) => {
    const run = await score(content);
    expect(run.stderr.split('\n')[0]).toBe(error === '' ? '' : `x.answers.yaml${error}`);
    expect(run.code).toBe(code);
    expect(run.stderr).not.toMatch(/^\s+at |bug in compass/m);
  });

  it.each(contents.slice(0, 11))('on standard input: %s', async (_, content, code, error) => {
    const run = await compass(['score', '-', ...starter], { input: Buffer.from(content) });
    expect(run.stderr.split('\n')[0]).toBe(error === '' ? '' : `-${error}`);
    expect(run.code).toBe(code);
  });

  it('with a thousand errors: the terminal shows twenty and counts the rest, JSON has all', async () => {
    const many = `${head}answers:\n${Array.from({ length: 1000 }, (_, n) => `  no.q${n}: 1\n`).join('')}`;
    const people = await score(many);
    expect(people.stderr.match(/there is no question/g)).toHaveLength(20);
    expect(people.stderr).toMatch(/x\.answers\.yaml: 980 more errors; --format json lists all of them\n$/);
    const { failures } = JSON.parse((await score(many, '--format', 'json')).stdout) as { failures: { errors: object[] }[] };
    expect(failures[0]?.errors).toHaveLength(1000);
    expect(failures[0]?.errors[999]).toMatchObject({
      message: 'there is no question no.q999 in starter 0.1.0',
      line: 1003,
      column: 3,
    });
  });

  it('with more than ten thousand errors: JSON has ten thousand and counts the rest', async () => {
    const many = `${head}answers:\n${Array.from({ length: 12_000 }, (_, n) => `  no.q${n}: 1\n`).join('')}`;
    const { failures } = JSON.parse((await score(many, '--format', 'json')).stdout) as { failures: { errors: object[] }[] };
    expect(failures[0]?.errors).toHaveLength(10_001);
    expect(failures[0]?.errors.at(-1)).toEqual({ message: '2000 more errors in this file are not listed' });
  });
});

describe('something other than a regular file of normal size', () => {
  const make: readonly [string, (path: string) => Promise<unknown>, string, number?][] = [
    [
      'a file of 2 GB',
      (path) => writeFile(path, '').then(() => truncate(path, 2 ** 31)),
      'is 2048 MB; files over 64 MB are not read',
    ],
    ['a link to itself', (path) => symlink(path, path), 'is a circular symbolic link'],
    ['a dangling link', (path) => symlink('gone', path), 'there is no such file or folder'],
    ['a link to a folder', (path) => symlink('.', path), 'no answers files in this folder'],
    ['a pipe without a writer', (path) => promisify(execFile)('mkfifo', [path]), 'is not a regular file'],
    ['an endless device', (path) => symlink('/dev/zero', path), 'is not a regular file'],
    ['a terminal', (path) => symlink('/dev/tty', path), 'is not a regular file'],
  ];
  const commands: readonly string[][] = [
    ['score'],
    ['report'],
    ['evidence', 'check'],
    ['rubric', 'migrate'],
    ['evidence', 'rebase'],
  ];
  it.each(make)('%s', async (_, create, error) => {
    const cwd = await temporaryFolder();
    await create(join(cwd, 'x.md'));
    await writeFile(join(cwd, 'law.md'), 'Article 1\n\nText.\n');
    for (const command of commands) {
      const more = command[1] === 'rebase' ? ['--draft', 'law.md'] : [];
      const run = await compass([...command, 'x.md', ...starter, ...more], { cwd });
      const expected =
        (command.length === 1 && command[0] === 'score') || command[1] === 'check'
          ? error
          : error.replace('no answers files in this folder', 'this is a folder, not a file');
      expect([command.join(' '), run.code, run.stderr.split('\n')[0]]).toEqual([
        command.join(' '),
        2,
        expect.stringMatching(
          `^x\\.md: ${expected === error ? error : '(this is a folder, not a file|no answers files in this folder)'}`,
        ),
      ]);
    }
    for (const draft of [
      ['evidence', 'outline', 'x.md'],
      ['evidence', 'find', 'court', '--draft', 'x.md'],
    ]) {
      const run = await compass(draft, { cwd });
      expect([run.code, run.stderr.split('\n')[0]]).toEqual([
        2,
        `x.md: ${error.replace('no answers files in this folder', 'this is a folder, not a file')}`,
      ]);
    }
  });

  it('in a folder, a pipe or a cycle of links is reported without waiting', async () => {
    const cwd = await temporaryFolder();
    await mkdir(join(cwd, 'a'));
    await symlink('..', join(cwd, 'a', 'up'));
    await symlink('..', join(cwd, 'a', 'up.answers.yaml'));
    await promisify(execFile)('mkfifo', [join(cwd, 'a', 'pipe.answers.yaml')]);
    await writeFile(join(cwd, 'a', 'good.answers.yaml'), good);
    const run = await compass(['score', '.', ...starter, '--format', 'json'], { cwd });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('a/pipe.answers.yaml: is not a regular file');
    expect(run.stderr).toContain('a/up.answers.yaml: this is a folder, not a file');
    expect(JSON.parse(run.stdout).assessments.map(({ source }: { source: string }) => source)).toEqual(['a/good.answers.yaml']);
  });

  it('an unreadable subfolder is reported, and the files in the others are scored', async () => {
    const cwd = await temporaryFolder();
    for (const name of ['open', 'shut']) {
      await mkdir(join(cwd, name));
      await writeFile(join(cwd, name, 'x.answers.yaml'), good);
    }
    await chmod(cwd, 0o755);
    await chmod(join(cwd, 'shut'), 0o000);
    try {
      // Root can read every folder, so run as another user.
      const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
      const run = await promisify(execFile)(
        process.execPath,
        [join(root, 'bin', 'compass.js'), 'score', '.', ...starter, '--format', 'json'],
        { cwd, ...nobody },
      ).catch((error: Run) => error);
      expect(run).toMatchObject({ code: 2, stderr: "./shut: can't be read (EACCES)\n  check the file's permissions\n" });
      expect(JSON.parse(run.stdout)).toMatchObject({
        assessments: [{ source: 'open/x.answers.yaml' }],
        failures: [{ source: './shut' }],
      });
    } finally {
      await chmod(join(cwd, 'shut'), 0o755);
    }
  });

  it('a file name with a NUL character, in a configuration, does not exist', async () => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'compass.config.yaml'), 'files: ["a\\0b.answers.yaml"]\n');
    const run = await compass(['score'], { cwd });
    expect([run.code, run.stderr.split('\n')[0]]).toEqual([2, 'a\\u0000b.answers.yaml: there is no such file or folder']);
  });
});

describe('the size limit', () => {
  const large = `${good}# ${'x'.repeat(20_000)}\n`;

  it('is an option of every command, and a key of the configuration', async () => {
    const run = await score(large, '--max-size', '0.01');
    expect([run.code, run.stderr.split('\n')[0]]).toEqual([2, 'x.answers.yaml: is 0.02 MB; files over 0.01 MB are not read']);
    expect((await score(large, '--max-size', '0.1')).code).toBe(0);
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'x.answers.yaml'), large);
    await writeFile(join(cwd, 'compass.config.yaml'), 'maxSize: 0.01\n');
    expect((await compass(['report', 'x.answers.yaml', ...starter], { cwd })).stderr).toMatch(/^x\.answers\.yaml: is 0\.02 MB/);
    expect((await compass(['report', 'x.answers.yaml', ...starter, '--max-size', '1'], { cwd })).code).toBe(0);
  });

  it('applies to standard input, which may be endless, and to the text of a draft', async () => {
    const run = await compass(['score', '-', ...starter, '--max-size', '0.01'], { input: large });
    expect([run.code, run.stderr.split('\n')[0]]).toEqual([2, '-: is 0.02 MB; files over 0.01 MB are not read']);
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'law.txt'), `Article 1\n\n${'Word. '.repeat(2_000_000)}`);
    expect((await compass(['evidence', 'outline', 'law.txt'], { cwd })).stderr).toMatch(
      /^law\.txt: has 13 MB of text; drafts over 10 MB are not read/,
    );
    expect((await compass(['evidence', 'outline', 'law.txt', '--max-size', '20', '--format', 'json'], { cwd })).code).toBe(0);
    await rm(join(cwd, 'law.txt'));
  });

  it.each(['0', '-1', '501', '1e9', 'x', ''])('cannot be %j', async (size) => {
    const run = await score(good, `--max-size=${size}`);
    expect([run.code, run.stderr]).toEqual([2, `compass: --max-size takes a number from 0.001 to 500, not "${size}"\n`]);
  });
});
