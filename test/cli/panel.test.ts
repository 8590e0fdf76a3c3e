import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { writeWorkbook } from '../../src/workbook/write.ts';
import { root, temporaryFolder } from '../fixtures/bundled.ts';
import { compass } from './run.ts';
import { enter, Person } from './terminal.ts';

const panel = join(root, 'test', 'fixtures', 'panel');
const names = ['first', 'second', 'third'].map((name) => join(panel, `${name}.answers.yaml`));
const starter = ['--rubric', join(root, 'examples', 'starter-rubric')];
const head = 'format: compass-answers/1\nrubric: { id: starter, version: 0.1.0 }\n';

/** A folder with answers to the starter rubric, which has two questions. */
async function reviewers(files: Readonly<Record<string, string>>): Promise<string> {
  const cwd = await temporaryFolder();
  for (const [name, answers] of Object.entries(files)) await writeFile(join(cwd, `${name}.answers.yaml`), head + answers);
  return cwd;
}

const three = {
  a: 'draft: { title: A bill, text: ./a-bill.txt }\nreviewer: { name: Ann Ahlberg, organisation: Org One }\nanswers:\n  oversight.authority: { level: 1, rationale: Weak., evidence: [{ at: art. 1, quote: words, note: N1 }] }\n  oversight.appeal: 2\n',
  b: 'draft: { title: A bill }\nreviewer: { name: Ben Bodin, organisation: Org Two }\nanswers:\n  oversight.authority: { level: 2, rationale: Better., evidence: [{ at: art. 1, quote: words, note: N2 }] }\n  oversight.appeal: { notApplicable: no decisions }\n',
  c: 'draft: { title: a Bill. }\nreviewer: { name: Cy Crane, organisation: Org Three }\nanswers:\n  oversight.authority: { level: 2, rationale: Fair. }\n  oversight.appeal: 2\n',
};

describe('compass panel', { timeout: 60_000 }, () => {
  it('prints who answered what, the agreement, what to discuss first, and who is strict or lenient', async () => {
    const { code, stdout } = await compass(['panel', ...names]);
    expect(code).toBe(0);
    for (const words of [
      'Who answered what',
      'A. Reviewer        66',
      'strict -0.24',
      '0.800',
      '0.667',
      'To discuss',
      'C. Scholar: level 0 of 3',
    ])
      expect(stdout).toContain(words);
    expect(stdout.indexOf('accompanying-measures.authority')).toBeLessThan(stdout.indexOf('access-to-remedy.out-of-court'));
    for (const line of stdout.split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  it('its json has the keys of the contract and fits schemas/panel.schema.json', async () => {
    const { Ajv2020 } = await import('ajv/dist/2020.js');
    const schema = JSON.parse(await readFile(join(root, 'schemas', 'panel.schema.json'), 'utf8'));
    const validate = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTypes: false }).compile(schema);
    const cwd = await reviewers({ ...three, d: 'draft: { title: A bill }\n' });
    for (const args of [[panel], ['.', ...starter, '--anonymous'], ['.', ...starter, '--settle', 'lowest']]) {
      const { stdout } = await compass(['panel', ...args, '--format', 'json'], { cwd });
      validate(JSON.parse(stdout));
      expect(validate.errors).toBeNull();
    }
    const { stdout } = await compass(['panel', ...names, '--format', 'json']);
    const result = JSON.parse(stdout);
    expect(result).toMatchObject({ format: 'compass-panel/1', reviewers: 3 });
    expect(Object.keys(result.agreement)).toEqual(['overall', 'features', 'questions']);
    expect(Object.keys(result.agreement.overall.alpha)).toEqual(['nominal', 'ordinal', 'interval']);
    expect(result.agreement.overall.interval95.ordinal).toHaveLength(2);
    const [first] = result.agreement.questions;
    expect(first).toMatchObject({ id: 'broad-rights.all-rights', levels: [1, 2, 1], spread: 1 });
  });

  it('gives the same bytes whatever the order of the files', async () => {
    const [forward, backward] = await Promise.all([
      compass(['panel', ...names, '--format', 'json']),
      compass(['panel', ...[...names].reverse(), '--format', 'json']),
    ]);
    expect(backward.stdout).toBe(forward.stdout);
  });

  it('refuses one reviewer, the same file named twice, and more than fifty', async () => {
    const cwd = await reviewers(three);
    for (const args of [['a.answers.yaml'], ['a.answers.yaml', './a.answers.yaml']]) {
      const { code, stderr, stdout } = await compass(['panel', ...args, ...starter], { cwd });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('a panel needs at least two reviewers');
    }
    for (let index = 0; index < 51; index++) await writeFile(join(cwd, `x${index}.answers.yaml`), head);
    const { code, stderr } = await compass(['panel', 'x*.answers.yaml', ...starter], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('51 files are more than the 50 reviewers');
  });

  it('refuses files of different rubric versions, and says what to do', async () => {
    const cwd = await reviewers(three);
    await writeFile(join(cwd, 'b.answers.yaml'), (head + three.b).replace('0.1.0', '0.2.0'));
    const { code, stderr } = await compass(['panel', '.', ...starter], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('b.answers.yaml: was answered with version 0.2.0 of the rubric, and a.answers.yaml with 0.1.0');
    expect(stderr).toContain('compass rubric migrate');
  });

  it('refuses a panel in which a file is faulty, with every fault of every file', async () => {
    const cwd = await reviewers({ ...three, d: 'answers: { oversight.appeal: 9 }\n', e: 'answers: { oversight.nothing: 1 }\n' });
    const { code, stderr, stdout } = await compass(['panel', '.', ...starter], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('level 9 is not one of 0..3');
    expect(stderr).toContain('there is no question oversight.nothing');
  });

  it('says what to do with a filled workbook', async () => {
    const cwd = await reviewers(three);
    const sheet = { name: 'A', columns: [{ width: 9 }], rows: [{ cells: [{ value: 'x' }] }] };
    await writeFile(join(cwd, 'd.xlsx'), writeWorkbook({ title: 'x', description: '', language: 'en', sheets: [sheet] }));
    const { code, stderr } = await compass(['panel', 'a.answers.yaml', 'd.xlsx', ...starter], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('d.xlsx: is a workbook, not an answers file\n')]);
    expect(stderr).toContain('compass import');
  });

  it('refuses files about different drafts, and with --force says so in every output', async () => {
    const other = `draft: { title: A bill, sha256: ${'ab'.repeat(32)} }\n`;
    const cwd = await reviewers({ a: other, b: other.replaceAll('ab', 'cd') });
    const refused = await compass(['panel', '.', ...starter], { cwd });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('b.answers.yaml: is about another text of the draft than a.answers.yaml');
    for (const format of ['terminal', 'markdown', 'html', 'json']) {
      const { code, stdout } = await compass(['panel', '.', ...starter, '--force', '--format', format], { cwd });
      expect(code).toBe(0);
      expect(stdout).toMatch(/2 different texts of the draft|"other-draft"/);
    }
    const titled = await reviewers({ a: 'draft: { title: A bill }\n', b: 'draft: { title: Another }\n' });
    const { code, stderr } = await compass(['panel', '.', ...starter], { cwd: titled });
    expect(code).toBe(2);
    expect(stderr).toContain('the files are about different drafts: "A bill", "Another"');
  });

  it('says when two files give the same reviewer, and when a settled file is left out', async () => {
    const cwd = await reviewers({ ...three, d: three.a });
    await compass(['panel', 'a.answers.yaml', 'b.answers.yaml', ...starter, '--settle', 'median', '--output', 's.answers.yaml'], {
      cwd,
    });
    const { code, stdout, stderr } = await compass(['panel', '.', ...starter], { cwd });
    expect(code).toBe(0);
    expect(stderr.replace(/\s+/g, ' ')).toContain('Two files name the same reviewer, Ann Ahlberg: are they two people?');
    expect(stderr.replace(/\s+/g, ' ')).toContain('s.answers.yaml is left out');
    expect(stdout).toContain('Ann Ahlberg (d.answers.yaml)');
    expect(stdout).toContain('4 reviewers');
  });

  it('says in words that alpha is not defined if all answers are the same', async () => {
    const same = 'answers: { oversight.authority: 2, oversight.appeal: 2 }\n';
    const cwd = await reviewers({ a: same, b: same });
    const { stdout } = await compass(['panel', '.', ...starter], { cwd });
    expect(stdout.replace(/\s+/g, ' ')).toContain('not defined: no variation');
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      'the same answer to a question in 100.0 of 100 cases. Of 2 questions that at least two answered, 2 were',
    );
    const json = JSON.parse((await compass(['panel', '.', ...starter, '--format', 'json'], { cwd })).stdout);
    expect(json.agreement.overall).toMatchObject({
      percent: 100,
      alpha: { ordinal: null },
      because: { ordinal: 'no-variation' },
    });
  });

  it('lists its formats if another one is asked for', async () => {
    const { code, stderr } = await compass(['panel', ...names, '--format', 'csv']);
    expect(code).toBe(2);
    expect(stderr).toContain('terminal, markdown, html, docx, json');
  });
});

describe('compass panel --anonymous', { timeout: 60_000 }, () => {
  it('leaves names, organisations and file names out of every format and of the settled file', async () => {
    const folder = await temporaryFolder();
    for (const [name, answers] of Object.entries({ 'ann-ahlberg': three.a, 'ben-bodin': three.b, 'cy-crane': three.c }))
      await writeFile(join(folder, `${name}.answers.yaml`), head + answers.replaceAll('./a-bill.txt', './draft.txt'));
    const secret = /Ahlberg|Bodin|Crane|Org (One|Two|Three)/i;
    for (const format of ['terminal', 'markdown', 'html', 'json']) {
      const { code, stdout, stderr } = await compass(['panel', '.', ...starter, '--anonymous', '--format', format], {
        cwd: folder,
      });
      expect(code).toBe(0);
      expect(stdout + stderr).not.toMatch(secret);
      for (const letter of ['A', 'B', 'C']) expect(stdout).toContain(`Reviewer ${letter}`);
      for (const kept of ['Weak.', 'Better.', 'Fair.']) expect(stdout).toContain(kept);
    }
    const args = ['--anonymous', '--settle', 'unanimous', '--output', 's.answers.yaml'];
    await compass(['panel', '.', ...starter, ...args], { cwd: folder });
    expect(await readFile(join(folder, 's.answers.yaml'), 'utf8')).not.toMatch(secret);
    expect((await compass(['report', 's.answers.yaml', ...starter], { cwd: folder })).stdout).not.toMatch(secret);
  });

  it('does not name the draft of one reviewer, whose folder would tell whose it is', async () => {
    const draft = (text: string): string => `draft: { title: A bill${text} }\nanswers: { oversight.authority: 1 }\n`;
    const cwd = await reviewers({ a: draft(', text: ./ann/bill.txt'), b: draft('') });
    await compass(['panel', '.', ...starter, '--anonymous', '--settle', 'lowest', '--output', 's.answers.yaml'], { cwd });
    expect(await readFile(join(cwd, 's.answers.yaml'), 'utf8')).not.toContain('ann');
  });

  it('orders reviewers independently of their names and file names, so that the letters reveal none', async () => {
    const order = async (names: readonly string[]): Promise<string[]> => {
      const cwd = await temporaryFolder();
      const texts = [three.a, three.b, three.c];
      for (const [index, name] of names.entries()) await writeFile(join(cwd, `${name}.answers.yaml`), head + texts[index]);
      const { stdout } = await compass(['panel', '.', ...starter, '--anonymous', '--format', 'json'], { cwd });
      return JSON.parse(stdout).agreement.questions[0].views.map((view: { rationale: string }) => view.rationale);
    };
    expect(await order(['z', 'a', 'm'])).toEqual(await order(['a', 'm', 'z']));
  });

  it('warns if a text of a reviewer names one of them, and leaves the text as it is', async () => {
    const cwd = await reviewers({ ...three, b: three.b.replace('Better.', 'Better than Ann Ahlberg says.') });
    const { stdout, stderr } = await compass(['panel', '.', ...starter, '--anonymous'], { cwd });
    expect(stdout).toContain('Better than Ann Ahlberg says.');
    expect(stderr).toContain('1 answer mentions a reviewer');
  });
});

describe('compass panel --settle', { timeout: 60_000 }, () => {
  it('writes one answers file, and prints the usual report', async () => {
    const cwd = await reviewers(three);
    const { code, stdout, stderr } = await compass(
      ['panel', '.', ...starter, '--settle', 'median', '--output', 'settled.answers.yaml'],
      { cwd },
    );
    expect(code).toBe(0);
    expect(stdout).toContain('Who answered what');
    expect(stderr).toContain('compass assess settled.answers.yaml --only review');
    expect(await readFile(join(cwd, 'settled.answers.yaml'), 'utf8')).toBe(`format: compass-answers/1
rubric: { id: starter, version: 0.1.0 }
draft:
  title: A bill
  text: ./a-bill.txt
reviewer:
  name: Panel of 3 reviewers
panel:
  reviewers: 3
  rule: median
  members:
    - name: Ann Ahlberg
      organisation: Org One
    - name: Ben Bodin
      organisation: Org Two
    - name: Cy Crane
      organisation: Org Three
  agreement:
    percent: 33.33333333333333
    alpha:
      nominal: -0.11111111111111116
      ordinal: 0
      interval: 0.2558139534883721
  settled:
    agreed: 0
    byRule: 1
    open: 1
answers:
  oversight.authority:
    level: 2
    rationale: "Ben Bodin: Better. / Cy Crane: Fair."
    evidence:
      - at: art. 1
        quote: words
        note: N1; N2
    dissent:
      - reviewer: Ann Ahlberg
        level: 1
        rationale: Weak.
  oversight.appeal:
    review: "the panel is divided on whether it applies: level 2 (Ann Ahlberg, Cy Crane), not applicable (Ben Bodin)"
    dissent:
      - reviewer: Ann Ahlberg
        level: 2
      - reviewer: Ben Bodin
        notApplicable: no decisions
      - reviewer: Cy Crane
        level: 2
`);
  });

  it('leaves what is open unanswered, so that it passes no gate', async () => {
    const cwd = await reviewers(three);
    await compass(['panel', '.', ...starter, '--settle', 'unanimous', '--output', 's.answers.yaml'], { cwd });
    const { code, stdout } = await compass(['score', 's.answers.yaml', ...starter, '--fail-on', 'review', '--format', 'json'], {
      cwd,
    });
    expect(code).toBe(1);
    const [settled] = JSON.parse(stdout).assessments;
    expect(settled).toMatchObject({ answered: 0, low: 0, panel: { reviewers: 3, rule: 'unanimous' } });
    expect(settled.review.map(({ id }: { id: string }) => id)).toEqual(['oversight.authority', 'oversight.appeal']);
  });

  it('makes the report say how many reviewers there were, how far they agreed, and who disagreed', async () => {
    const cwd = await temporaryFolder();
    await compass(['panel', ...names, '--settle', 'lowest', '--output', 's.answers.yaml'], { cwd });
    const [report, score] = await Promise.all([
      compass(['report', 's.answers.yaml', '--allow-outside-draft'], { cwd }),
      compass(['score', 's.answers.yaml', '--allow-outside-draft'], { cwd }),
    ]);
    for (const { stdout } of [report, score]) {
      const text = stdout.replace(/\s+/g, ' ');
      expect(text).toContain('Settled from the answers of 3 reviewers (A. Reviewer, Digital Rights Examplia; B. Clerk');
      expect(text).toContain('alpha on ranked levels was 0.878');
    }
    expect(report.stdout).toContain('*Views that were not settled on:*\n\n- A. Reviewer: level 1');
    const { text, title } = parse(await readFile(join(cwd, 's.answers.yaml'), 'utf8')).draft;
    expect(title).toBe('Online Platforms Accountability Bill');
    expect((await readFile(join(cwd, text), 'utf8')).startsWith('# Online Platforms')).toBe(true);
  });

  it('names the file after the draft if none is given, and does not replace an existing one', async () => {
    const cwd = await reviewers(three);
    const first = await compass(['panel', '.', ...starter, '--settle', 'median', '--quiet'], { cwd });
    expect(first.code).toBe(0);
    const before = await readFile(join(cwd, 'a-bill.settled.answers.yaml'), 'utf8');
    const second = await compass(['panel', '.', ...starter, '--settle', 'lowest'], { cwd });
    expect([second.code, second.stdout]).toEqual([2, '']);
    expect(second.stderr).toContain('a-bill.settled.answers.yaml: exists already');
    expect(await readFile(join(cwd, 'a-bill.settled.answers.yaml'), 'utf8')).toBe(before);
    const third = await compass(['panel', '.', ...starter, '--settle', 'lowest', '--output', 'a-bill.settled.answers.yaml'], {
      cwd,
    });
    expect(third.code).toBe(0);
  });

  it('settling again does not replace what was decided since', async () => {
    const cwd = await reviewers(three);
    const settle = [
      'panel',
      'a.answers.yaml',
      'b.answers.yaml',
      'c.answers.yaml',
      ...starter,
      '--settle',
      'unanimous',
      '-o',
      's.answers.yaml',
    ];
    expect((await compass(settle, { cwd })).code).toBe(0);
    expect((await compass(settle, { cwd })).code).toBe(0);
    const path = join(cwd, 's.answers.yaml');
    const decided = (await readFile(path, 'utf8')).replace(/^answers:$/m, '# decided on 1 March\nanswers:');
    await writeFile(path, decided);
    const again = await compass(settle, { cwd });
    expect(again.stderr).toContain('s.answers.yaml: was changed after it was settled');
    expect(again.code).toBe(2);
    expect(await readFile(path, 'utf8')).toBe(decided);
  });

  it('never replaces a reviewer’s file, and needs a rule, and one file', async () => {
    const cwd = await reviewers(three);
    const cases = [
      [['--settle', 'median', '--output', './a.answers.yaml'], 'a reviewer’s own answers file'.replace('’', "'")],
      [['--output', 'x.answers.yaml'], 'but --settle is missing'],
      [['--settle', 'medain', '--output', 'x.answers.yaml'], 'did you mean median?'],
      [['--settle', 'median', '--output', 'x.answers.yaml', '--output', 'y.answers.json'], 'the second answers file'],
      [['--settle', 'median', '--output', 'missing/x.answers.yaml'], "can't be written"],
    ] as const;
    for (const [args, words] of cases) {
      const { code, stderr, stdout } = await compass(['panel', '.', ...starter, ...args], { cwd });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(words);
    }
    expect(await readFile(join(cwd, 'a.answers.yaml'), 'utf8')).toBe(head + three.a);
  });

  it('can be combined with reports in files', async () => {
    const cwd = await reviewers(three);
    await mkdir(join(cwd, 'out'));
    const args = [
      '--settle',
      'median',
      '--output',
      'out/s.answers.json',
      '--output',
      'out/p.md',
      '--format',
      'html',
      '--output',
      'out/p.html',
    ];
    const { code, stdout } = await compass(['panel', 'a.answers.yaml', 'b.answers.yaml', ...starter, ...args], { cwd });
    expect([code, stdout]).toEqual([0, '']);
    expect(JSON.parse(await readFile(join(cwd, 'out/s.answers.json'), 'utf8')).panel.reviewers).toBe(2);
    expect(await readFile(join(cwd, 'out/p.md'), 'utf8')).toMatch(/^# Panel on A bill/);
    expect(await readFile(join(cwd, 'out/p.html'), 'utf8')).toMatch(/^<!doctype html>/);
  });
});

describe('compass assess --only review on a settled file', { timeout: 60_000 }, () => {
  it('shows every view of the panel, removes the mark when it is settled, and keeps the dissent', async () => {
    const cwd = await reviewers({
      a: `${three.a}steps: {}\n`,
      b: three.b,
      c: three.c,
    });
    await compass(['panel', '.', ...starter, '--settle', 'unanimous', '--output', 's.answers.yaml'], { cwd });
    const person = new Person(['assess', 's.answers.yaml', ...starter, '--only', 'review'], cwd);
    await person.sees('2 answers need review.');
    await person.sees(
      "What the panel's reviewers said:\n  Ann Ahlberg: level 1: Weak.\n  Ben Bodin: level 2: Better.\n  Cy Crane: level 2: Fair.",
    );
    await person.sees('Needs review: the panel is divided: level 1 (Ann Ahlberg), level 2');
    await person.types('2', 'Your answer, 0-3:');
    await person.types(enter, 'Why this level?');
    await person.types(enter, 'How sure');
    await person.sees('  Ben Bodin: not applicable: no decisions');
    await person.types('n', 'Your answer, 0-3:');
    await person.types(`nothing is decided${enter}`, 'A reason is needed');
    await person.sees('All answers that needed it have been reviewed.');
    expect(await person.exited).toBe(0);
    const { answers, panel: record } = parse(await readFile(join(cwd, 's.answers.yaml'), 'utf8'));
    expect(record.reviewers).toBe(3);
    expect(answers['oversight.authority']).toMatchObject({ level: 2, dissent: [{ level: 1 }, { level: 2 }, { level: 2 }] });
    expect(answers['oversight.authority']).not.toHaveProperty('review');
    expect(answers['oversight.appeal']).toMatchObject({ notApplicable: 'nothing is decided', dissent: expect.any(Array) });
    expect(answers['oversight.appeal']).not.toHaveProperty('review');
  });

  it('also asks guiding questions and red flags that are open', async () => {
    const cwd = await temporaryFolder();
    for (const name of names) await cp(name, join(cwd, name.slice(panel.length + 1)));
    await compass(['panel', '.', '--settle', 'median', '--output', 's.answers.yaml'], { cwd });
    const before = parse(await readFile(join(cwd, 's.answers.yaml'), 'utf8'));
    const open = Object.keys(before.steps).filter((id) => before.steps[id].review !== undefined);
    expect(open).toContain('design.guidance');
    const only = `format: compass-answers/1\nrubric: ${JSON.stringify(before.rubric)}\ndraft: { title: A bill }\nsteps:\n  design.guidance: ${JSON.stringify(before.steps['design.guidance'])}\nflags:\n  immunity: { review: "the panel is divided", dissent: [{ reviewer: A, present: true }, { reviewer: B, present: false }] }\n`;
    await writeFile(join(cwd, 's.answers.yaml'), only);
    const person = new Person(['assess', 's.answers.yaml', '--only', 'review'], cwd);
    await person.sees('A. Reviewer: partly');
    await person.types('2', 'Your answer, 0-2:');
    await person.types(enter, 'Notes');
    await person.sees('  A: present\n  B: not present');
    await person.types('0', 'Your answer, 0-1:');
    await person.types(enter, 'Why?');
    expect(await person.exited).toBe(0);
    const { steps, flags } = parse(await readFile(join(cwd, 's.answers.yaml'), 'utf8'));
    expect(steps['design.guidance']).toMatchObject({ status: 'addressed', dissent: expect.any(Array) });
    expect(steps['design.guidance']).not.toHaveProperty('review');
    expect(flags.immunity).toEqual({ present: false, dissent: expect.any(Array) });
  });
});
