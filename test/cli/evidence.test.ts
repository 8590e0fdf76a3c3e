import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root, temporaryFolder } from '../fixtures/bundled.ts';
import { compass } from './run.ts';

const drafts = join(root, 'test', 'fixtures', 'drafts');
const head = 'format: compass-answers/1\nrubric: { id: ungps-compass, version: 2.0.0 }\n';

/** A folder with the bundled bill, its second version, and answers that a test may change. */
async function workplace(answers?: string): Promise<string> {
  const cwd = await temporaryFolder();
  for (const file of ['bill.md', 'bill-v2.md', 'bill.answers.yaml']) await cp(join(root, 'examples', file), join(cwd, file));
  if (answers !== undefined) await writeFile(join(cwd, 'x.answers.yaml'), head + answers);
  return cwd;
}

function withEvidence(...evidence: readonly string[]): string {
  return `draft: { title: Bill, text: ./bill.md }\nanswers:\n  access-to-remedy.judicial:\n    level: 2\n    evidence:\n${evidence.map((each) => `      - ${each}\n`).join('')}`;
}

describe('compass evidence check', () => {
  it('finds every quote of the example in its bill, in every format of the bill', async () => {
    for (const name of ['bill.docx', 'bill.pdf', 'bill.html', 'bill.akn.xml', 'bill.txt']) {
      const { code, stdout } = await compass(['evidence', 'check', 'examples/bill.answers.yaml', '--draft', join(drafts, name)]);
      expect(stdout).toContain('159 of 159 quotes stand where the answers say.');
      expect(code).toBe(0);
    }
  });

  it('exits with 1 if a quote is missing, has other words or is elsewhere, and shows each', async () => {
    const cwd = await workplace(
      withEvidence(
        '{ at: "art. 29(1)", quote: "A user who has suffered damage" }',
        '{ at: "art. 29(1)", quote: "may bring proceedings against the provider before the Supreme Court" }',
        '{ at: "art. 28(1)", quote: "No proceedings may be brought under paragraph 1" }',
        '{ at: "art. 29(1)", quote: "nothing of this kind was ever enacted" }',
      ),
    );
    const { code, stdout } = await compass(['evidence', 'check', 'x.answers.yaml'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('1 of 4 quotes stand where the answers say.');
    expect(stdout).toContain('before the [-Supreme-] {+High+}\n    Court');
    expect(stdout).toMatch(
      /ELSEWHERE {2}access-to-remedy\.judicial {2}art\. 28\(1\)\n.*\n {4}It stands at art\. 29\(2\), line 529\./,
    );
    expect(stdout).toMatch(/MISSING {2}access-to-remedy\.judicial/);
  });

  it('its json has the keys of the contract', async () => {
    const cwd = await workplace(withEvidence('{ at: "art. 28(1)", quote: "No proceedings may be brought under paragraph 1" }'));
    const { code, stdout } = await compass(['evidence', 'check', 'x.answers.yaml', '--format', 'json'], { cwd });
    expect(code).toBe(1);
    const result = JSON.parse(stdout);
    expect(result.format).toBe('compass-evidence/1');
    expect(result.checks).toEqual([
      {
        source: 'x.answers.yaml',
        draft: 'bill.md',
        question: 'access-to-remedy.judicial',
        kind: 'question',
        quote: 'No proceedings may be brought under paragraph 1',
        at: 'art. 28(1)',
        status: 'exact',
        foundAt: ['art. 29(2)'],
        line: 529,
        placed: false,
        omits: ['unless'],
      },
    ]);
  });

  it('exits with 2 if there is no text, and says what to do; the other files are checked', async () => {
    const cwd = await workplace('draft: { title: Bill }\nanswers:\n  access-to-remedy.judicial: 1\n');
    const { code, stdout, stderr } = await compass(['evidence', 'check', 'x.answers.yaml', 'bill.answers.yaml'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('x.answers.yaml: does not name the text of the draft, in which the quotes are looked up');
    expect(stdout).toContain('159 of 159 quotes stand');
  });
});

describe('score and report show which evidence is verified', () => {
  it('counts verified quotes, and marks only the others', async () => {
    const cwd = await workplace(
      withEvidence('{ at: "art. 29(1)", quote: "A user who has suffered damage" }', '{ quote: "nothing of this kind" }'),
    );
    expect((await compass(['score', 'x.answers.yaml'], { cwd })).stdout).toContain(
      '1 of 2 quotes stand in the draft where the answers say (./bill.md).',
    );
    const { stdout } = await compass(['report', 'x.answers.yaml'], { cwd });
    expect(stdout).toMatch(/“A user who has suffered damage”$/m);
    expect(stdout).toContain('“nothing of this kind” *(NOT VERIFIED: the draft has no such words)*');
  });

  it('a missing text is reported and is not a failure', async () => {
    const cwd = await workplace('draft: { title: Bill, text: ./gone.md }\nanswers:\n  access-to-remedy.judicial: 1\n');
    const { code, stdout } = await compass(['score', 'x.answers.yaml'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('No quote was looked up. ./gone.md: there is no such file or folder.');
  });
});

describe('compass evidence outline', () => {
  it('prints the tree', async () => {
    const { stdout } = await compass(['evidence', 'outline', join(drafts, 'bill.docx')]);
    expect(stdout).toMatch(
      /^chap\. V {2}Remedies and enforcement +\d+\n {2}art\. 29 {2}Civil proceedings +\d+\n {4}art\. 29\(1\) {2}A user who has suffered/m,
    );
  });

  it('its json has the keys of the contract', async () => {
    const { stdout } = await compass(['evidence', 'outline', 'examples/bill.md', '--format', 'json']);
    const { format, draft, provisions } = JSON.parse(stdout);
    expect([format, draft]).toEqual(['compass-outline/1', 'examples/bill.md']);
    const chapter = provisions.find(({ label }: { label: string }) => label === 'chap. V');
    expect(chapter.children[0]).toMatchObject({ label: 'art. 29', heading: 'Civil proceedings', line: 525, text: '' });
    expect(chapter.children[0].children[0]).toMatchObject({ label: 'art. 29(1)', heading: null, line: 527, children: [] });
  });

  it('says why it can’t read a file', async () => {
    const { code, stderr } = await compass(['evidence', 'outline', join(drafts, 'encrypted.pdf')]);
    expect(code).toBe(2);
    expect(stderr).toContain('is a PDF that asks for a password');
  });
});

describe('compass evidence find', () => {
  it('ranks the provisions that may answer a question, each with the passage', async () => {
    const { stdout } = await compass([
      'evidence',
      'find',
      'access-to-remedy.judicial',
      '--draft',
      join(drafts, 'bill.pdf'),
      '--format',
      'json',
    ]);
    const { format, results } = JSON.parse(stdout);
    expect(format).toBe('compass-find/1');
    expect(results[0]).toMatchObject({ question: 'access-to-remedy.judicial', query: null });
    expect(results[0].hits).toHaveLength(5);
    expect(results[0].hits[0]).toMatchObject({ label: 'art. 29(1)', heading: 'Civil proceedings', page: 18 });
    expect(results[0].hits[0].passage).toContain('may bring proceedings against the provider');
  });

  it('finds words by their stems and by legal synonyms, and marks them', async () => {
    const whistle = await compass(['evidence', 'find', 'whistleblowers', '--draft', 'examples/bill.md', '--limit', '1']);
    expect(whistle.stdout).toContain('Protection of persons who report infringements');
    const fines = await compass(['evidence', 'find', 'fining', '--draft', 'examples/bill.md', '--limit', '1']);
    expect(fines.stdout).toMatch(/art\. 31/);
    expect(fines.stdout).toMatch(/\*fines?\*/i);
  });

  it('--all is a reading list for every question', async () => {
    const { stdout } = await compass(['evidence', 'find', '--all', '--draft', 'examples/bill.md', '--format', 'json']);
    const { results } = JSON.parse(stdout);
    expect(results).toHaveLength(66);
    expect(results.every(({ hits }: { hits: unknown[] }) => hits.length > 0 && hits.length <= 3)).toBe(true);
  });

  it.each([
    [['access-to-remedy.judical'], 'did you mean access-to-remedy.judicial?'],
    [['x.y'], 'compass rubric show lists the questions with their ids'],
    [[], "needs a question's id, words, or --all"],
    [['court', '--all'], 'takes words or --all, not both'],
    [['court', '--limit', '0'], '--limit takes a number from 1 to 1000'],
  ])('refuses %j with exit code 2', async (args, message) => {
    const { code, stderr } = await compass(['evidence', 'find', ...args, '--draft', 'examples/bill.md']);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});

describe('compass evidence rebase', () => {
  it('carries the example over to its second version and loses none of the reviewer’s work', async () => {
    const cwd = await workplace();
    const { code, stdout, stderr } = await compass(
      ['evidence', 'rebase', 'bill.answers.yaml', '--draft', 'bill-v2.md', '--output', 'new.answers.yaml'],
      { cwd },
    );
    expect(code).toBe(0);
    expect(stderr).toContain('Written to new.answers.yaml');
    expect(stdout).toContain('access-to-remedy.judicial  art. 29(1) → art. 30(1)');
    expect(stdout.replace(/\s+/g, ' ')).toContain('for at least [-four-] {+five+} years');
    expect(stdout).toMatch(/Gone\n[\s\S]*access-to-remedy\.protection {2}art\. 33\(1\)/);
    expect(stdout).toMatch(/art\. 18 {2}Consultation of affected persons[\s\S]*stakeholder-engagement\.consulted/);

    const before = parse(await readFile(join(cwd, 'bill.answers.yaml'), 'utf8'));
    const after = parse(await readFile(join(cwd, 'new.answers.yaml'), 'utf8'));
    expect(after.draft).toMatchObject({ text: './bill-v2.md', was: { text: './bill.md' } });
    expect(after.answers['process-orientation.documentation']).toMatchObject({
      review: 'art. 16(6): its words changed in bill-v2.md',
      evidence: [{ at: 'art. 16(6)', was: { at: 'art. 16(6)' } }, { at: 'annex I(5)' }],
    });
    for (const section of ['answers', 'flags']) {
      for (const [id, entry] of Object.entries<Record<string, unknown>>(before[section])) {
        const now = after[section][id];
        for (const key of ['level', 'rationale', 'confidence', 'present', 'notApplicable']) expect(now[key]).toEqual(entry[key]);
        const kept = JSON.stringify(now);
        for (const { at, quote } of (entry['evidence'] ?? []) as { at?: string; quote?: string }[]) {
          for (const words of [at, quote]) if (words !== undefined) expect(kept).toContain(JSON.stringify(words));
        }
      }
    }
    // What moved is verified again in the new text. What changed is marked for review, which a gate can require.
    const check = await compass(['evidence', 'check', 'new.answers.yaml', '--format', 'json'], { cwd });
    expect(JSON.parse(check.stdout).summary).toMatchObject({ near: 0, missing: 0, misplaced: 0 });
    expect((await compass(['score', 'new.answers.yaml', '--fail-on', 'review'], { cwd })).code).toBe(1);
    expect((await compass(['score', 'bill.answers.yaml', '--fail-on', 'review'], { cwd })).code).toBe(0);
    expect((await compass(['report', 'new.answers.yaml'], { cwd })).stdout).toContain('## Needs review');
  });

  it('rewrites the file in place with its comments and order; a second rebase nests the former evidence', async () => {
    const cwd = await workplace(
      `${withEvidence('{ at: "art. 29(1)", quote: "against the provider before the High Court" } # the route').replace('answers:', '# by hand\nanswers:')}`,
    );
    const run = (draft: string) => compass(['evidence', 'rebase', 'x.answers.yaml', '--draft', draft], { cwd });
    expect((await run('bill-v2.md')).code).toBe(0);
    const text = await readFile(join(cwd, 'x.answers.yaml'), 'utf8');
    expect(text).toContain('# by hand\nanswers:');
    expect(text).toContain('was: { at: art. 29(1) } } # the route');
    expect((await run('bill.md')).code).toBe(0);
    const { evidence } = parse(await readFile(join(cwd, 'x.answers.yaml'), 'utf8')).answers['access-to-remedy.judicial'];
    expect(evidence).toEqual([
      {
        at: 'art. 29(1)',
        quote: 'against the provider before the High Court',
        was: { at: 'art. 30(1)', was: { at: 'art. 29(1)' } },
      },
    ]);
  });

  it('works with the quotes alone if the old text is gone, and says what it can’t know', async () => {
    const cwd = await workplace(
      withEvidence(
        '{ at: "art. 29(1)", quote: "against the provider before the High Court" }',
        '{ at: "art. 3" }',
        '{ at: "art. 99" }',
      ).replace('./bill.md', './gone.md'),
    );
    const { stdout } = await compass(['evidence', 'rebase', 'x.answers.yaml', '--draft', 'bill-v2.md', '--format', 'json'], {
      cwd,
    });
    const { from, evidence, review } = JSON.parse(stdout);
    expect(from).toBe(null);
    expect(evidence.map(({ fate, to }: { fate: string; to: string | null }) => [fate, to])).toEqual([
      ['moved', 'art. 30(1)'],
      ['unknown', null],
      ['gone', null],
    ]);
    expect(review).toHaveLength(1);
  });

  it('compares a provision that is cited without a quote with its new version', async () => {
    const cwd = await workplace(withEvidence('{ at: "art. 25(4)" }', '{ at: "art. 16(5)" }', '{ at: "art. 33" }'));
    const { stdout } = await compass(
      ['evidence', 'rebase', 'x.answers.yaml', '--draft', 'bill-v2.md', '--format', 'json', '--dry-run'],
      { cwd },
    );
    expect(JSON.parse(stdout).evidence.map(({ fate, to }: { fate: string; to: string | null }) => [fate, to])).toEqual([
      ['moved', 'art. 26(4)'],
      ['gone', null],
      ['gone', null],
    ]);
    expect(await readFile(join(cwd, 'x.answers.yaml'), 'utf8')).toContain('text: ./bill.md }');
  });

  it('refuses the text that the assessment was made on', async () => {
    const cwd = await workplace(withEvidence('{ at: "art. 3" }'));
    const { code, stderr } = await compass(['evidence', 'rebase', 'x.answers.yaml', '--draft', 'bill.md'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('is the text that the assessment is already based on');
  });
});

describe('a quote that stays while the text around it changes', () => {
  const sentence = 'A provider shall keep records of every complaint for five years.';

  async function rebased(before: string, after: string, evidence: string): Promise<ReturnType<typeof parse>> {
    const cwd = await workplace(
      `draft: { title: Bill, text: ./one.txt }\nanswers:\n  access-to-remedy.judicial:\n    level: 2\n    evidence:\n      - ${evidence}\n`,
    );
    await writeFile(join(cwd, 'one.txt'), before);
    await writeFile(join(cwd, 'two.txt'), after);
    const args = ['evidence', 'rebase', 'x.answers.yaml', '--draft', 'two.txt', '--format', 'json', '--dry-run'];
    return JSON.parse((await compass(args, { cwd })).stdout);
  }

  it('is marked for review if its own sentence changed, and not if another one did', async () => {
    const quote = '{ at: "art. 1(1)", quote: "shall keep records of every complaint" }';
    const law = `Article 1 - Records\n\n1. ${sentence} It shall store them well.\n\n2. Nothing else is said.\n`;
    const negated = await rebased(law, law.replace('A provider', 'No provider'), quote);
    expect(negated.evidence[0]).toMatchObject({ fate: 'unchanged' });
    expect(negated.review).toEqual([
      {
        question: 'access-to-remedy.judicial',
        kind: 'question',
        because: 'art. 1(1): the sentence around the quote changed in two.txt',
      },
    ]);
    const elsewhere = await rebased(law, law.replace('It shall store', 'It must store'), quote);
    expect(elsewhere.evidence[0].around).toBeDefined();
    expect(elsewhere.review).toEqual([]);
  });

  it('a paragraph of an article that was split is found in its new article', async () => {
    const one = `Article 1 - All\n\n1. ${sentence}\n\n2. The Authority may impose a fine on a provider that keeps none.\n\n3. Users may complain to the Authority free of charge.\n`;
    const two = `Article 1 - Fines\n\n1. The Authority may impose a fine on a provider that keeps none.\n\n2. Users may complain to the Authority free of charge.\n\nArticle 2 - Records\n\n1. ${sentence}\n`;
    const { evidence } = await rebased(one, two, '{ at: "art. 1(1)" }');
    expect(evidence[0]).toMatchObject({ fate: 'moved', to: 'art. 2(1)' });
  });
});
