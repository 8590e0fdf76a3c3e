import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { widthOf } from '../../src/text/plain-text.ts';
import { compass } from '../cli/run.ts';
import { temporaryFolder } from '../fixtures/bundled.ts';
import { greekAnswers, greekDraft } from '../fixtures/greek.ts';
import { type Pseudo, pseudoRoot, pseudos } from '../fixtures/pseudo.ts';
import { english, knownIds } from './leftover.ts';

let speaking: Awaited<ReturnType<typeof pseudoRoot>>;
beforeAll(async () => {
  speaking = await pseudoRoot();
});
afterAll(() => speaking.remove());

/** The examples in Greek letters, by the names of their files. They are made once. */
const files = ((): Readonly<Record<string, string>> => {
  const answers = greekAnswers('bill.answers.yaml');
  const reviewedBy = (name: string, from: string, to: string): string =>
    answers.replaceAll(from, to).replace(/name: .*/, `name: ${name}`);
  return {
    ...Object.fromEntries(['bill-v2.answers.yaml', 'eu-dsa.answers.yaml'].map((file) => [file, greekAnswers(file)])),
    ...Object.fromEntries(['bill.md', 'bill-v2.md'].map((file) => [file, greekDraft(file)])),
    'bill.answers.yaml': answers,
    'half.answers.yaml': answers.replace(/\n {2}access-to-remedy[\s\S]*?(?=\n {2}accompanying|\n\w)/, ''),
    'one.answers.yaml': reviewedBy('Α', 'level: 2', 'level: 1'),
    'two.answers.yaml': reviewedBy('Β', 'confidence: high', 'confidence: low'),
    'broken.answers.yaml': answers.replace('level: 2', 'level: 9').replace('rubric:', 'rubrik:'),
  };
})();

/** A folder with the examples. */
async function examples(): Promise<string> {
  const cwd = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return cwd;
}

const documents: readonly (readonly string[])[] = [
  ['report', 'bill.answers.yaml'],
  ['report', 'half.answers.yaml', '--robustness', '--draws', '100'],
  ['score', 'bill.answers.yaml', '--min', '60', '--fail-on', 'critical,flag'],
  ['score', 'bill.answers.yaml', '--explain'],
  ['score', '.', '--robustness', '--draws', '100'],
  ['compare', 'bill.answers.yaml', 'bill-v2.answers.yaml'],
  ['compare', 'bill.answers.yaml', 'eu-dsa.answers.yaml'],
  ['panel', 'bill.answers.yaml', 'one.answers.yaml', 'two.answers.yaml'],
  ['evidence', 'check', 'bill.answers.yaml'],
  ['evidence', 'find', 'access-to-remedy.judicial', '--draft', 'bill.md'],
  ['evidence', 'outline', 'bill.md'],
  ['evidence', 'rebase', 'bill.answers.yaml', '--draft', 'bill-v2.md', '--dry-run'],
  ['rubric', 'show'],
];

const others: readonly (readonly string[])[] = [
  ['rubric', 'list'],
  ['rubric', 'lint'],
  ['config'],
  ['init', 'bills', '--title', 'Α'],
  ['--help'],
  ...['assess', 'score', 'report', 'compare', 'evidence', 'panel', 'form', 'import', 'rubric', 'init', 'config'].map((name) => [
    name,
    '--help',
  ]),
  ...['check', 'find', 'rebase', 'outline'].map((name) => ['evidence', name, '--help']),
  ...['list', 'show', 'lint', 'new', 'translate', 'migrate'].map((name) => ['rubric', name, '--help']),
  ['help', 'formats'],
  ['help', 'scoring'],
  ['score', '--nope'],
  ['scoree'],
  ['evidence', 'outline'],
  ['score', '--format'],
  ['score', '--format', 'sarrif', 'bill.answers.yaml'],
  ['score', 'nowhere'],
  ['score', 'bill.md'],
  ['score', 'broken.answers.yaml'],
  ['rubric', 'lint', 'nowhere'],
];

/** Fields of the JSON output, which a page of help explains, and languages that a pseudo-language has no names for. */
const alsoInHelp = new Set(['low', 'high']);

/** The text of a page or a Word file without its markup. */
function withoutMarkup(text: string): string {
  return text
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&[a-z#0-9]+;/g, ' ');
}

/** A sentence that is left in English is found in any language; the other two are for direction and width. */
const formats: Readonly<Record<Pseudo, readonly string[]>> = {
  'en-XA': ['terminal', 'markdown', 'html', 'docx'],
  'ar-XB': ['html'],
  'zh-XC': ['terminal'],
};

describe.each(pseudos)('in %s', (language) => {
  const run = (args: readonly string[], cwd: string) => compass([...args, '--language', language], { cwd, root: speaking.path });

  it.each(documents)('every sentence of %j is translated, in the formats for people', async (...args) => {
    const cwd = await examples();
    const ids = await knownIds();
    for (const format of formats[language]) {
      const output = args[1] === 'rebase' && format === 'terminal' ? [] : ['--output', `out.${format}`];
      const { stdout, stderr } = await run([...args, '--format', format, ...output], cwd);
      const bytes = output.length === 0 ? Buffer.from(stdout + stderr) : readFileSync(join(cwd, `out.${format}`));
      const text =
        format === 'docx'
          ? withoutMarkup(
              Object.entries(unzipSync(bytes))
                .map(([name, part]) => (/word\/(document|header|footer)/.test(name) ? strFromU8(part) : ''))
                .join(' '),
            )
          : format === 'html'
            ? withoutMarkup(bytes.toString())
            : bytes.toString();
      expect(text.length).toBeGreaterThan(100);
      expect([format, ...english(text + stdout + stderr, ids)]).toEqual([format]);
      expect(text.match(/\{\w+[}|?]/g)).toBeNull();
    }
  });

  it.each(language === 'en-XA' ? others : [['--help']])('every sentence of %j is translated', async (...args) => {
    const { stdout, stderr } = await run(args, await examples());
    expect(english(stdout + stderr, await knownIds()).filter((word) => !alsoInHelp.has(word))).toEqual([]);
    expect((stdout + stderr).match(/\{\w+[}|?]/g)).toBeNull();
  });

  it('no line of a terminal with 60 columns is longer', async () => {
    const cwd = await examples();
    for (const args of documents) {
      const { stdout } = await compass([...args, '--format', 'terminal', '--language', language], {
        cwd,
        root: speaking.path,
        columns: 60,
      });
      expect(stdout.split('\n').filter((line) => widthOf(line) > 60)).toEqual([]);
    }
  });

  if (language === 'en-XA')
    it('formats for programs have the same keys, numbers and ids as in English', async () => {
      const cwd = await examples();
      // One after the other: a process speaks one language.
      const both = async (args: readonly string[]) => [(await run(args, cwd)).stdout, (await compass(args, { cwd })).stdout];
      const made = documents.filter(
        ([first, second]) => first !== 'report' && second !== 'rebase' && second !== 'bill.answers.yaml',
      );
      for (const args of [...made, ['score', 'bill.answers.yaml'], ['compare', 'bill.answers.yaml', 'eu-dsa.answers.yaml']]) {
        const format = args.includes('--explain') ? 'terminal' : 'json';
        if (format !== 'json') continue;
        const [own = '', plain = ''] = await both([...args, '--format', 'json']);
        expect(withoutTexts(JSON.parse(own))).toEqual(withoutTexts(JSON.parse(plain)));
      }
      const [own = '', plain = ''] = await both(['score', 'bill.answers.yaml', 'half.answers.yaml', '--format', 'csv']);
      const head = (csv: string): string | undefined => csv.split(/\r?\n/)[0];
      expect(head(own)).toBe(head(plain));
      const [sarif = '', plainSarif = ''] = await both(['score', 'half.answers.yaml', '--format', 'sarif']);
      expect(withoutTexts(JSON.parse(sarif))).toEqual(withoutTexts(JSON.parse(plainSarif)));
    });

  it('an answers file scores the same', async () => {
    const cwd = await examples();
    const scores = (json: string): unknown =>
      JSON.parse(json).assessments.map(({ score, low, high, band }: Record<string, unknown>) => [score, low, high, band]);
    const args = ['score', 'bill.answers.yaml', 'half.answers.yaml', '--format', 'json'];
    const [own, plain] = [await run(args, cwd), await compass(args, { cwd })];
    expect(scores(own.stdout)).toEqual(scores(plain.stdout));
    expect(JSON.parse(own.stdout).rubric).toEqual(JSON.parse(plain.stdout).rubric);
  });
});

/** Keys whose texts are for people. */
const forPeople = new Set(
  'title fullName text summary gap notice because message hint reason markdown name help description language about levels conventions principles unread translated'.split(
    ' ',
  ),
);

/** JSON as lines of a path with a value, without the texts that are for people. */
function withoutTexts(value: unknown, path = ''): string[] {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, each]) => (key === 'translated' ? [] : withoutTexts(each, `${path}/${key}`)));
  const isText = typeof value === 'string' && path.split('/').some((key) => forPeople.has(key));
  return [`${path}: ${isText ? 'text' : value}`];
}
