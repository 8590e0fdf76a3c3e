import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compass, type Run } from '../cli/run.ts';
import { Person } from '../cli/terminal.ts';

/** ANSI escapes for a colour, a window title and a link; backspace, bell, C1 controls, and all bidirectional controls. */
const evil =
  'E\u001b[31m\u001b]0;t\u0007\u001b]8;;http://x\u001b\\\u009b2J\u0008\u007f\u0085\u061c\u200e\u200f\u202a\u202e\u2066\u2069\u2028';
/** `evil` as a YAML or JSON string with escapes, and as a YAML string with raw characters. */
const escaped = JSON.stringify(evil);
const rawQuoted = `'${evil.replaceAll('\u2028', '').replaceAll('\u0085', '')}'`;
/** `evil` as part of a file name, without path separators. */
const inName = evil.replaceAll(/[/\\]/g, '');
const draft = `law${inName}.txt`;
const file = `x${inName}.answers.yaml`;

const rubric = `format: compass-rubric/1
id: evil
version: 1.0.0
title: ${escaped}
language: en
notice: ${rawQuoted}
levels: [${escaped}, Weak, Substantial, Full]
bands: [{ id: strong, from: 66, title: ${escaped} }, { id: thin, from: 0, title: ${escaped} }]
features: [f]
steps: [s]
caps: [{ when: critical-at-zero, band: thin }, { when: severe-flag, band: thin }]
retired: [{ id: f.old, reason: ${escaped} }]
`;
const feature = `id: f
title: ${escaped}
summary: ${escaped}
principles: [1]
questions:
  - { id: a, text: ${escaped}, help: ${escaped}, gap: ${escaped}, terms: [${escaped}, court], critical: true, was: [f.before] }
  - { id: b, text: ${escaped}, help: ${escaped}, gap: ${escaped}, levels: [no, ${escaped}], when: { question: f.a, atLeast: 1 } }
  - { id: c, text: C, help: H, gap: G }
`;
const step = `id: s\ntitle: ${escaped}\nsummary: ${escaped}\nquestions: [{ id: q, text: ${escaped}, help: ${escaped} }]\n`;
const flags = `flags: [{ id: bad, text: ${escaped}, help: ${escaped}, severity: severe, principles: [1], terms: [${escaped}] }]\n`;
const answers = (version: string, level: number): string => `format: compass-answers/1
rubric: { id: evil, version: 1.0.0 }
draft: { title: ${escaped}, jurisdiction: ${escaped}, version: ${JSON.stringify(version)}, date: ${escaped}, text: ${JSON.stringify(draft)} }
reviewer: { name: ${JSON.stringify(version)}, organisation: ${escaped} }
answers:
  f.a: { level: ${level}, rationale: ${rawQuoted}, evidence: [{ at: ${escaped}, quote: ${escaped}, note: ${escaped} }, { at: art. 9, quote: shall nearly stand in the draft }], confidence: low, owner: ${escaped}, review: ${escaped} }
  f.b: { notApplicable: ${escaped} }
steps: { s.q: { status: partly, notes: ${escaped}, review: ${escaped} } }
flags: { bad: { present: true, rationale: ${escaped}, evidence: [{ at: ${escaped}, quote: ${escaped} }] } }
`;
const law = `CHAPTER I ${evil}\n\nArticle 1 ${evil}\n\n1. The court ${evil} shall not nearly stand in the draft.\n\n(a) ${evil}\n\nArticle 2\n\nWords.\n`;

let cwd = '';

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'compass-test-'));
  for (const folder of ['r/features', 'r/steps']) await mkdir(join(cwd, folder), { recursive: true });
  const files = {
    'r/rubric.yaml': rubric,
    'r/features/f.yaml': feature,
    'r/steps/s.yaml': step,
    'r/flags.yaml': flags,
    [file]: answers(`v1 ${evil}`, 1),
    'y.answers.yaml': answers(`v2 ${evil}`, 0),
    [draft]: law,
    'new.txt': law.replace('Words', `Other words ${evil}`),
    'faulty.answers.yaml': `${answers('v', 9).replace('f.b', `"f.b${evil.replaceAll('"', '').replaceAll('\\', '')}"`)}${rawQuoted}: 1\n`,
    'syntax.answers.yaml': `format: compass-answers/1\nrubric: ${evil}: ]\n`,
    'other.answers.yaml': `format: ${escaped}\nrubric: { id: ${escaped}, version: 1.0.0 }\n`,
    'evil.config.yaml': `rubric: r\nfiles: [${escaped}]\nbaseline: ${escaped}\nformats: [{ format: terminal, output: ${escaped} }]\nminimums: { ${escaped}: 4 }\n`,
    'faulty.config.yaml': `${escaped}: ${escaped}\nfailOn: [${escaped}]\n`,
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(cwd, name), content);
});

afterAll(() => rm(cwd, { recursive: true, force: true }));

/** All control characters except line feed, and all bidirectional controls. */
const raw = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

/** The first such character with its context; empty if there is none. */
function around(text: string): string {
  const at = text.search(raw);
  return at === -1 ? '' : JSON.stringify(text.slice(Math.max(0, at - 60), at + 20));
}

const answered = [file, 'y.answers.yaml'];
const runs: readonly (readonly string[])[] = [
  ['score', file, '--fail-on', 'critical,flag,review', '--min', '99'],
  ['score', file, '--explain'],
  ['score', file, '--explain', 'f.a'],
  ['score', file, '--explain', evil],
  ['score', '.', '--robustness', '--draws', '100'],
  ['score', ...answered, '--format', 'ndjson'],
  ...['json', 'markdown', 'csv', 'sarif', 'junit', 'github'].map((format) => [
    'score',
    ...answered,
    '--fail-on',
    'flag',
    '--format',
    format,
  ]),
  ...['terminal', 'markdown', 'html', 'csv', 'json'].map((format) => ['report', file, '--format', format]),
  ['report', file, '--output', `out${inName}.md`],
  ...['terminal', 'markdown', 'html', 'csv', 'json'].flatMap((format) =>
    ['versions', 'laws'].map((as) => ['compare', ...answered, '--as', as, '--format', format]),
  ),
  ...['terminal', 'markdown', 'html', 'json'].map((format) => ['panel', ...answered, '--format', format, '--force']),
  ['panel', ...answered, '--settle', 'median', '--output', `settled${inName}.answers.yaml`],
  ['panel', ...answered, '--anonymous'],
  ...['terminal', 'json'].flatMap((format) => [
    ['evidence', 'check', file, '--format', format],
    ['evidence', 'outline', draft, '--format', format],
    ['evidence', 'find', 'f.a', '--draft', draft, '--format', format],
    ['evidence', 'find', `court ${evil}`, '--draft', draft, '--format', format],
    ['evidence', 'find', '--all', '--draft', draft, '--format', format],
    ['evidence', 'rebase', file, '--draft', 'new.txt', '--old', draft, '--dry-run', '--format', format],
  ]),
  ['evidence', 'rebase', file, '--draft', 'new.txt', '--output', `re${inName}.answers.yaml`],
  ...['terminal', 'markdown', 'json'].map((format) => ['rubric', 'show', 'r', '--format', format]),
  ['rubric', 'show', 'r', 'f.a'],
  ['rubric', 'list'],
  ['rubric', 'lint', 'r'],
  ['rubric', 'lint', 'r', '--against', 'r'],
  ['rubric', 'lint', evil],
  ['rubric', 'migrate', `${file}`],
  ['rubric', 'new', `new${inName}`],
  ['init', `made${inName}`, '--title', evil],
  ['config', '--config', 'evil.config.yaml'],
  ['config', '--config', 'evil.config.yaml', '--format', 'json'],
  ['config', '--config', 'faulty.config.yaml'],
  ['score', '--config', 'evil.config.yaml'],
  ['score', 'faulty.answers.yaml'],
  ['score', 'syntax.answers.yaml'],
  ['score', 'other.answers.yaml'],
  ['score', 'faulty.answers.yaml', '--format', 'github'],
  ['score', 'faulty.answers.yaml', 'y.answers.yaml', '--format', 'markdown'],
  ['score', `gone${evil}`],
  ['score', `gone*${evil}`],
  ['score', file, '--format', evil],
  ['score', file, '--output', `x${evil}.pdf`],
  ['score', file, '--rubric', evil],
  ['score', file, '--min', evil],
  ['score', file, '--min-feature', `${evil}=4`],
  ['score', file, '--fail-on', evil],
  ['score', file, '--baseline', evil],
  ['score', file, '--max-size', evil],
  ['compare', file, 'y.answers.yaml', '--as', evil],
  ['score', file, `--${evil}`],
  [evil],
  ['rubric', evil],
  ['help', evil],
  ['completion', evil],
];

async function run(args: readonly string[]): Promise<Run> {
  const takesNoRubric = ['rubric', 'init', 'config', 'help', 'completion', evil].includes(args[0] ?? '') && args[1] !== 'migrate';
  return compass([...args, ...(takesNoRubric || args.includes('--rubric') ? [] : ['--rubric', 'r'])], { cwd });
}

describe('escapes control characters in files, names and arguments', () => {
  it.each(runs.map((args) => [args.join(' ').replace(/[^ -~]/g, '?'), args] as const))('in the output of %s', async (_, args) => {
    const { stdout, stderr, code } = await run(args);
    expect(`${stdout}${stderr}`).not.toBe('');
    // CSV rows end with CR and LF (RFC 4180).
    for (const text of [stdout.replaceAll('\r\n', '\n'), stderr]) expect(around(text)).toBe('');
    expect(stderr).not.toMatch(/bug in compass|^\s+at /m);
    expect([0, 1, 2]).toContain(code);
  });

  it('in an interview', async () => {
    let seen = '';
    const person = new Person(['assess', 'y.answers.yaml', '--rubric', 'r'], cwd);
    const look = async (words: string, keys: string): Promise<void> => {
      await person.sees(words);
      seen += person.text();
      await person.types(keys, words);
    };
    await look('What next?', '\r');
    for (const [words, keys] of [
      ['question 3 of 3', 'b'],
      ['question 1 of 3', 'x'],
      ['Which piece', 'b'],
      ['Your answer', 'o'],
      ['Esc or q leaves', 'q'],
      ['Your answer', '?'],
      ['Esc or q leaves', 'q'],
      ['Your answer', 'l'],
      ['arrows and Enter', 'b'],
      ['Your answer', '1'],
      ['Why this level?', '\r'],
      ['How sure', 'q'],
    ] as const)
      await look(words, keys);
    await person.exited;
    seen += person.text();
    expect(seen).toContain('\\u202e');
    // Remove the cursor movements that the interview writes.
    expect(around(seen.replace(/\u001b\[\??[0-9;]*[a-zA-Z]/g, '').replaceAll('\u0007', ''))).toBe('');
  });

  it('in a report that is written to a file', async () => {
    const text = await readFile(join(cwd, `out${inName}.md`), 'utf8');
    expect(text).not.toMatch(raw);
  });
});
