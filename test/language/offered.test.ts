import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import offered from '../../src/messages/languages.json' with { type: 'json' };
import { widthOf } from '../../src/text/plain-text.ts';
import { compass } from '../cli/run.ts';
import { temporaryFolder } from '../fixtures/bundled.ts';
import { greekAnswers, greekDraft } from '../fixtures/greek.ts';

/** Words that no sentence of English does without for long, and that no other language offered has. */
const englishWord = /(?<![\p{L}\p{M}\d_./"-])(?:the|of|and|which|with|that|this|from|were|been|because)(?![\p{L}\p{M}\d_./-])/giu;

const answers = greekAnswers('bill.answers.yaml');
const files: Readonly<Record<string, string>> = {
  'bill.answers.yaml': answers,
  'half.answers.yaml': answers.replace(/\n {2}access-to-remedy[\s\S]*?(?=\n {2}accompanying|\n\w)/, ''),
  'bill-v2.answers.yaml': greekAnswers('bill-v2.answers.yaml'),
  'eu-dsa.answers.yaml': greekAnswers('eu-dsa.answers.yaml'),
  'bill.md': greekDraft('bill.md'),
  'bill-v2.md': greekDraft('bill-v2.md'),
  'one.answers.yaml': answers.replaceAll('level: 2', 'level: 1').replace(/name: .*/, 'name: Α'),
  'two.answers.yaml': answers.replaceAll('confidence: high', 'confidence: low').replace(/name: .*/, 'name: Β'),
  'broken.answers.yaml': answers.replace('level: 2', 'level: 9').replace('rubric:', 'rubrik:'),
};

async function examples(): Promise<string> {
  const cwd = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return cwd;
}

const commands: readonly (readonly string[])[] = [
  ['report', 'bill.answers.yaml'],
  ['report', 'half.answers.yaml', '--robustness', '--draws', '100'],
  ['score', 'bill.answers.yaml', '--min', '60', '--fail-on', 'critical,flag'],
  ['score', 'bill.answers.yaml', '--explain'],
  ['score', 'bill.answers.yaml', 'half.answers.yaml', 'eu-dsa.answers.yaml'],
  ['compare', 'bill.answers.yaml', 'bill-v2.answers.yaml'],
  ['compare', 'bill.answers.yaml', 'eu-dsa.answers.yaml'],
  ['panel', 'bill.answers.yaml', 'one.answers.yaml', 'two.answers.yaml'],
  ['evidence', 'check', 'bill.answers.yaml'],
  ['evidence', 'find', 'access-to-remedy.judicial', '--draft', 'bill.md'],
  ['evidence', 'rebase', 'bill.answers.yaml', '--draft', 'bill-v2.md', '--dry-run'],
  ['rubric', 'show'],
  ['score', 'broken.answers.yaml'],
  ['score', 'nowhere'],
  ['--help'],
  ['assess', '--help'],
  ['help', 'scoring'],
];

describe.each(offered.filter((language) => language !== 'en'))('in %s', (language) => {
  it('no sentence is left in English, and no line of a terminal with 60 columns is longer', async () => {
    const cwd = await examples();
    for (const args of commands) {
      const { stdout, stderr } = await compass([...args, '--language', language], { cwd, columns: 60 });
      const text = stdout + stderr;
      expect(text.length).toBeGreaterThan(20);
      expect([args, text.match(englishWord)]).toEqual([args, null]);
      expect([args, text.match(/\{\w+[}|?]/)]).toEqual([args, null]);
      if (args[0] === 'report') continue;
      const lines = stdout.split('\n').filter((line) => !line.includes('compass '));
      expect([args, lines.filter((line) => widthOf(line) > 60)]).toEqual([args, []]);
    }
  }, 120_000);

  it('a page says its language and direction, and has no sentence in English', async () => {
    const cwd = await examples();
    await compass(['report', 'half.answers.yaml', '--language', language, '--output', 'out.html'], { cwd });
    const page = readFileSync(join(cwd, 'out.html'), 'utf8');
    expect(page).toContain(`<html lang="${language}"${language === 'ar' ? ' dir="rtl"' : ''}`);
    const words = page.replace(/<style>[\s\S]*?<\/style>/g, '').replace(/<[^>]*>/g, ' ');
    expect(words.match(englishWord)).toBeNull();
  });

  it('a score is the same as in English', async () => {
    const cwd = await examples();
    const scores = async (...more: string[]): Promise<unknown> => {
      const { stdout } = await compass(['score', 'bill.answers.yaml', 'half.answers.yaml', '--format', 'json', ...more], { cwd });
      return JSON.parse(stdout).assessments.map(({ score, low, high, band }: Record<string, unknown>) => [
        score,
        low,
        high,
        band,
      ]);
    };
    expect(await scores('--language', language)).toEqual(await scores());
  });
});
