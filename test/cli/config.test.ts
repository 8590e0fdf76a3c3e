import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, temporaryFolder } from '../fixtures/bundled.ts';
import { compass } from './run.ts';

/** A folder of drafts below the folder of the configuration. */
async function project(config: string): Promise<{ top: string; below: string }> {
  const top = await temporaryFolder();
  const below = join(top, 'drafts');
  await mkdir(below);
  await cp(join(root, 'examples', 'bill.answers.yaml'), join(below, 'bill.answers.yaml'));
  await cp(join(root, 'examples', 'bill.md'), join(below, 'bill.md'));
  if (config !== '') await writeFile(join(top, 'compass.config.yaml'), config);
  return { top, below };
}

async function worsen(folder: string): Promise<void> {
  const path = join(folder, 'bill.answers.yaml');
  const text = await readFile(path, 'utf8');
  const worse = text.replace('level: 2', 'level: 0');
  expect(worse).not.toBe(text);
  await writeFile(path, worse);
}

describe('compass.config.yaml', () => {
  it('is found from a folder below; its files and outputs are relative to it, and its gates apply', async () => {
    const { top, below } = await project(`files: [drafts]
formats: [terminal, { format: json, output: result.json }]
minimums: { overall: 40, access-to-remedy: 60 }
failOn: [critical]
`);
    const { code, stdout, stderr } = await compass(['score'], { cwd: below });
    expect(stderr).toBe('Written to ../result.json\n');
    expect(stdout).toContain('holds: overall, lower bound 45.6 >= 40');
    expect(stdout).toContain('fails: access-to-remedy, lower bound');
    expect(stdout).toContain('holds: critical');
    expect(code).toBe(1);
    expect(JSON.parse(await readFile(join(top, 'result.json'), 'utf8'))).toMatchObject({
      assessments: [{ source: 'bill.answers.yaml' }],
    });
  });

  it('each setting is overridden by its option; --no-config ignores the whole file', async () => {
    const { below } = await project('minimums: { overall: 90, access-to-remedy: 90 }\nfailOn: [flag]\n');
    const args = ['score', 'bill.answers.yaml'];
    const flags = ['--min', '0', '--min-feature', 'access-to-remedy=1', '--fail-on', 'critical'];
    expect((await compass(args, { cwd: below })).code).toBe(1);
    expect((await compass([...args, ...flags], { cwd: below })).code).toBe(0);
    expect((await compass([...args, '--no-config'], { cwd: below })).code).toBe(0);
  });

  it('report takes its answers file from it', async () => {
    const { top } = await project('files: [drafts]\n');
    expect((await compass(['report'], { cwd: top })).stdout).toContain('# Gap report: Online Platforms Accountability Bill');
    expect((await compass(['report', '--no-config'], { cwd: top })).stderr).toContain('which answers file?');
  });

  it('score rejects a Word file as an answers file, and names --draft', async () => {
    const { top } = await project('');
    await writeFile(join(top, 'bill.docx'), new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe]));
    const { code, stderr } = await compass(['score', 'bill.docx'], { cwd: top });
    expect(stderr).toContain('is a Word document, a PDF or another packed file, not an answers file');
    expect(stderr).toContain('name it after --draft');
    expect(code).toBe(2);
  });

  it('names the rubric for every command', async () => {
    const { top, below } = await project('rubric: own\n');
    await compass(['rubric', 'new', 'own'], { cwd: top });
    const { stdout } = await compass(['rubric', 'show', '--format', 'json'], { cwd: below });
    expect(JSON.parse(stdout)).toMatchObject({ id: 'own' });
    const { code, stderr } = await compass(['score', 'bill.answers.yaml'], { cwd: below });
    expect(stderr).toContain('was answered with the rubric ungps-compass, not with own');
    expect(code).toBe(2);
  });

  it.each([
    ['failon: [critical]', 'compass.config.yaml:1:1: failon is not a known key here', 'did you mean failOn?'],
    ['failOn: [criticl]', 'compass.config.yaml:1:10: entry 1 of failOn is "criticl"', 'critical, flag, unanswered, review'],
    ['minimums: { overall: 101 }', 'compass.config.yaml:1:22: overall is 101', ''],
    [
      'minimums: { value-chian: 3 }',
      'compass.config.yaml:1:13: value-chian is not a design feature',
      'did you mean value-chain?',
    ],
    ['formats: [sarrif]', 'there is no format sarrif', ''],
    [
      'formats: [terminal, html, docx]',
      'compass.config.yaml:1:10: only one format can go to standard output, but terminal, html, docx have no file',
      'write a format with its file, for example: { format: html, output: report.html }',
    ],
    [
      'formats: [{ format: html, output: a.docx }]',
      'a.docx: .docx is the file extension of docx, but the output is html',
      'name a file that ends in .html',
    ],
    ['files: []', 'compass.config.yaml:1:8: files needs at least 1 entry', ''],
    ['rubric: nowhere/', 'nowhere: there is no rubric here', ''],
  ])('%s is rejected with line, column and a suggestion', async (line, expected, hint) => {
    const { top } = await project(`${line}\n`);
    const { code, stderr } = await compass(['score', 'drafts'], { cwd: top });
    expect(stderr).toContain(expected);
    expect(stderr).toContain(hint);
    expect(code).toBe(2);
  });

  it('compass config prints every setting and where it comes from', async () => {
    const { below } = await project('failOn: [critical]\n\nbaseline: base.json\n');
    const { stdout } = await compass(['config'], { cwd: below });
    expect(stdout).toBe(`../compass.config.yaml

  language    en   (default)
  rubric      ungps-compass   (default)
  files       -   (default)
  formats     terminal   (default)
  minimums    -   (default)
  failOn      critical   (../compass.config.yaml:1)
  inContext   false   (default)
  baseline    base.json   (../compass.config.yaml:3)
  tolerance   0   (default)
  maxSize     64   (default)
  draftFolder -   (default)
`);
    const { stdout: json } = await compass(['config', '--format', 'json'], { cwd: below });
    expect(JSON.parse(json)).toMatchObject({ settings: { failOn: { value: ['critical'], from: '../compass.config.yaml:1' } } });
  });
});

describe('compass score --baseline', () => {
  const score = (cwd: string, ...more: string[]) => compass(['score', 'drafts', '--baseline', 'base.json', ...more], { cwd });

  it('fails on what got worse since --update-baseline wrote it, and names it', async () => {
    const { top, below } = await project('');
    expect(await score(top)).toMatchObject({ code: 2, stdout: '' });
    expect((await score(top, '--update-baseline')).stderr).toBe('Baseline written to base.json\n');
    expect(await score(top)).toMatchObject({ code: 0, stderr: '' });
    await worsen(below);
    const { code, stdout } = await score(top);
    expect(code).toBe(1);
    expect(stdout).toMatch(/fails: overall, lower bound fell from 45\.\d in the baseline to 4\d\.\d/);
    expect((await score(top, '--tolerance', '100')).code).toBe(0);
    expect((await score(top, '--update-baseline')).code).toBe(0);
    expect((await score(top)).code).toBe(0);
  });

  it('is never written by a run that could not score a file, and never in part', async () => {
    const { top, below } = await project('');
    await score(top, '--update-baseline');
    const before = await readFile(join(top, 'base.json'), 'utf8');
    await writeFile(join(below, 'bad.answers.yaml'), 'nonsense');
    const { code, stderr } = await score(top, '--update-baseline');
    expect(code).toBe(2);
    expect(stderr).toContain('the baseline was not changed');
    expect(await readFile(join(top, 'base.json'), 'utf8')).toBe(before);
    expect(await readdir(top)).toEqual(['base.json', 'drafts']);
  });

  it('refuses a baseline of another version of the rubric, unless told otherwise', async () => {
    const { top } = await project('');
    await score(top, '--update-baseline');
    const text = await readFile(join(top, 'base.json'), 'utf8');
    await writeFile(join(top, 'base.json'), text.replace(/sha256:\w{8}/, 'sha256:00000000'));
    const { code, stderr } = await score(top);
    expect(code).toBe(2);
    expect(stderr).toContain('a difference could come from the questions, not from the draft');
    expect((await score(top, '--allow-other-rubric')).code).toBe(0);
  });

  it.each([
    '{}',
    '[]',
    'null',
    '{"format":"compass-result/1"}',
    '{"format":"compass-result/1","rubric":{},"assessments":[]}',
    '{"format":"compass-result/1","rubric":{"id":"a","version":"1.0.0","digest":"b"},"assessments":{}}',
    '{"format":"compass-result/1","rubric":{"id":"a","version":"1.0.0","digest":"b"},"assessments":[null]}',
    'not json',
  ])('refuses a file that is not a stored result: %j', async (text) => {
    const { top } = await project('');
    await writeFile(join(top, 'base.json'), text);
    const { code, stderr } = await score(top);
    expect(code).toBe(2);
    expect(stderr).toContain('base.json: is not a stored result of compass score');
  });

  it.each([
    ['the overall score', /^( {6}"low": ).*,$/m],
    ['a feature', /^( {10}"low": ).*,$/m],
  ])('rejects a baseline in which the low of %s is not a number', async (_, low) => {
    const { top } = await project('');
    await score(top, '--update-baseline');
    const text = await readFile(join(top, 'base.json'), 'utf8');
    for (const value of ['{}', '"40"', '1e999']) {
      const changed = text.replace(low, `$1${value},`);
      expect(changed).not.toBe(text);
      await writeFile(join(top, 'base.json'), changed);
      const { code, stderr } = await score(top);
      expect([code, stderr]).toEqual([2, expect.stringContaining('base.json: is not a stored result of compass score')]);
    }
  });

  it('warns about a draft that is missing from the baseline', async () => {
    const { top, below } = await project('');
    await score(top, '--update-baseline');
    await cp(join(below, 'bill.answers.yaml'), join(below, 'second.answers.yaml'));
    const { code, stderr } = await score(top);
    expect(stderr).toBe('drafts/second.answers.yaml is not in base.json: there is nothing to compare it with\n');
    expect(code).toBe(0);
  });
});

describe('a baseline of several drafts', () => {
  const score = (cwd: string, ...args: string[]) => compass(['score', ...args, '--baseline', 'base.json'], { cwd });

  it('keeps the drafts that the run did not score, and drops those whose files are gone', async () => {
    const { top, below } = await project('');
    await cp(join(below, 'bill.answers.yaml'), join(below, 'second.answers.yaml'));
    await score(top, 'drafts', '--update-baseline');
    const sources = async () =>
      JSON.parse(await readFile(join(top, 'base.json'), 'utf8')).assessments.map((each: { source: string }) => each.source);
    await score(top, 'drafts/bill.answers.yaml', '--update-baseline');
    expect(await sources()).toEqual(['drafts/bill.answers.yaml', 'drafts/second.answers.yaml']);
    await rm(join(below, 'second.answers.yaml'));
    await score(top, 'drafts', '--update-baseline');
    expect(await sources()).toEqual(['drafts/bill.answers.yaml']);
  });

  const draft = (title: string, level: number) =>
    `format: compass-answers/1\nrubric: { id: ungps-compass, version: 2.0.0 }\ndraft: { title: ${title} }\nanswers:\n  access-to-remedy.judicial: ${level}\n`;
  async function threeDrafts(): Promise<string> {
    const { top, below } = await project('');
    await rm(join(below, 'bill.answers.yaml'));
    for (const name of ['ports', 'rivers', 'lakes']) await writeFile(join(below, `${name}.answers.yaml`), draft(name, 2));
    await score(top, 'drafts', '--update-baseline');
    return top;
  }

  it('fails where a draft is gone, and names it, also with --quiet and in the result', async () => {
    const top = await threeDrafts();
    await rm(join(top, 'drafts/rivers.answers.yaml'));
    const { code, stdout, stderr } = await score(top, 'drafts', '--quiet', '--format', 'json');
    expect([code, stderr]).toEqual([1, expect.stringContaining('drafts/rivers.answers.yaml is in base.json')]);
    const result = JSON.parse(stdout);
    expect(result.baseline).toEqual({ missing: ['drafts/rivers.answers.yaml'], new: [], renamed: [] });
    expect(result.summary.gatesFailed).toBe(1);
  });

  it('permits a part of the drafts with --partial, and still compares those that are there', async () => {
    const top = await threeDrafts();
    expect((await score(top, 'drafts/ports.answers.yaml')).code).toBe(1);
    expect(await score(top, 'drafts/ports.answers.yaml', '--partial')).toMatchObject({ code: 0, stderr: '' });
    await writeFile(join(top, 'drafts/ports.answers.yaml'), draft('ports', 0));
    expect((await score(top, 'drafts/ports.answers.yaml', '--partial')).code).toBe(1);
  });

  it('compares a renamed draft with the one that has its title, and names both', async () => {
    const top = await threeDrafts();
    await rm(join(top, 'drafts/rivers.answers.yaml'));
    await writeFile(join(top, 'drafts/streams.answers.yaml'), draft('rivers', 2));
    const same = await score(top, 'drafts');
    expect([same.code, same.stderr]).toEqual([
      0,
      expect.stringMatching(/drafts\/streams\.answers\.yaml .* drafts\/rivers\.answers\.yaml/),
    ]);
    await writeFile(join(top, 'drafts/streams.answers.yaml'), draft('rivers', 1));
    expect((await score(top, 'drafts')).code).toBe(1);
  });

  it('loses nothing where several runs update it at once, each with its own draft', async () => {
    const top = await threeDrafts();
    await rm(join(top, 'base.json'));
    const names = ['ports', 'rivers', 'lakes'];
    const runs = await Promise.all(names.map((name) => score(top, `drafts/${name}.answers.yaml`, '--update-baseline')));
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
    const stored = JSON.parse(await readFile(join(top, 'base.json'), 'utf8'));
    expect(stored.assessments.map((each: { source: string }) => each.source)).toEqual(
      [...names].sort().map((name) => `drafts/${name}.answers.yaml`),
    );
  });

  it('there is one baseline only', async () => {
    const top = await threeDrafts();
    const { code, stderr } = await score(top, 'drafts', '--baseline', 'other.json');
    expect([code, stderr]).toEqual([2, expect.stringContaining('only one baseline is allowed, not other.json, base.json')]);
  });

  it.each([['--tolerance', '1'], ['--allow-other-rubric']])('%s needs a baseline', async (...args) => {
    const { top } = await project('');
    const { code, stderr } = await compass(['score', 'drafts', ...args], { cwd: top });
    expect(stderr).toContain('needs a baseline');
    expect(code).toBe(2);
  });
});
