import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compass } from '../cli/run.ts';
import { root, temporaryFolder } from '../fixtures/bundled.ts';

/** Names of properties that every JavaScript object inherits: looking one up in a plain object finds something. */
const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'] as const;
const rubric = `format: compass-rubric/1
id: constructor
version: 1.0.0
title: T
language: en
notice: N
levels: [no, yes]
bands: [{ id: toString, from: 50, title: High }, { id: constructor, from: 0, title: Low }]
features: [constructor, valueOf]
steps: [hasOwnProperty]
caps: [{ when: critical-at-zero, band: constructor }]
`;
const question = (id: string): string =>
  `  - { id: ${id}, text: T, help: H, gap: G, terms: [court], principles: [1], critical: true, levels: [none, ${id}] }\n`;
const files = {
  'r/rubric.yaml': rubric,
  'r/features/constructor.yaml': `id: constructor\ntitle: C\nquestions:\n${question('toString')}${question('constructor')}`,
  'r/features/valueOf.yaml': `id: valueOf\ntitle: V\nquestions:\n${question('isPrototypeOf')}`,
  'r/steps/hasOwnProperty.yaml': 'id: hasOwnProperty\ntitle: S\nquestions: [{ id: propertyIsEnumerable, text: T, help: H }]\n',
  'r/flags.yaml': 'flags: [{ id: toLocaleString, text: T, help: H, severity: severe, principles: [1], terms: [x] }]\n',
  'law.txt': 'Article 1\n\nThe constructor shall have a court.\n',
  'x.answers.yaml': `format: compass-answers/1
rubric: { id: constructor, version: 1.0.0 }
draft: { title: toString, text: law.txt }
reviewer: { name: constructor }
answers:
  constructor.toString: { level: 1, evidence: [{ at: art. 1, quote: shall have a court }, { at: art. constructor }] }
  constructor.constructor: 0
flags: { toLocaleString: true }
steps: { hasOwnProperty.propertyIsEnumerable: addressed }
`,
  'y.answers.yaml': `format: compass-answers/1
rubric: { id: constructor, version: 1.0.0 }
draft: { title: toString }
reviewer: { name: __proto__ }
answers: { constructor.toString: 1, constructor.constructor: 1 }
`,
};

async function workplace(): Promise<string> {
  const cwd = await temporaryFolder();
  for (const folder of ['r/features', 'r/steps']) await mkdir(join(cwd, folder), { recursive: true });
  for (const [name, content] of Object.entries(files)) await writeFile(join(cwd, name), content);
  return cwd;
}

describe('a rubric whose ids are names of inherited properties', () => {
  it('is read, scored, compared and shown like any other', async () => {
    const cwd = await workplace();
    const run = (...args: string[]) => compass([...args, '--rubric', 'r'], { cwd });
    expect((await compass(['rubric', 'lint', 'r', '--quiet'], { cwd })).code).toBe(0);
    const gates = ['--min-feature', 'constructor=60', '--min-feature', 'valueOf=0', '--fail-on', 'flag'];
    const { code, stdout } = await run('score', 'x.answers.yaml', 'y.answers.yaml', ...gates, '--format', 'json');
    const { assessments } = JSON.parse(stdout);
    expect(code).toBe(1);
    expect(assessments.map(({ low, band }: { low: number; band: string }) => [low, band])).toEqual([
      [25, 'constructor'],
      [50, 'toString'],
    ]);
    expect(assessments[0].gates.filter(({ holds }: { holds: boolean }) => !holds)).toHaveLength(2);
    for (const args of [
      ['score', 'x.answers.yaml', '--explain', 'constructor'],
      ['score', 'x.answers.yaml', '--explain', 'constructor.constructor'],
      ['score', 'x.answers.yaml', '--robustness', '--draws', '100'],
      ...['markdown', 'html', 'csv', 'terminal'].map((format) => ['report', 'x.answers.yaml', '--format', format]),
      ...['sarif', 'junit', 'github'].map((format) => ['score', 'x.answers.yaml', '--format', format]),
      ...['terminal', 'markdown', 'html', 'csv'].map((format) => [
        'compare',
        'x.answers.yaml',
        'y.answers.yaml',
        '--as',
        'versions',
        '--format',
        format,
      ]),
      ...['terminal', 'markdown', 'html'].map((format) => [
        'compare',
        'x.answers.yaml',
        'y.answers.yaml',
        '--as',
        'laws',
        '--format',
        format,
      ]),
      ...['terminal', 'markdown', 'html'].map((format) => ['panel', 'x.answers.yaml', 'y.answers.yaml', '--format', format]),
      ['evidence', 'find', 'constructor.toString', '--draft', 'law.txt'],
    ]) {
      const printed = await run(...args);
      expect([args.join(' '), printed.code, printed.stderr]).toEqual([args.join(' '), 0, '']);
      expect(printed.stdout).not.toMatch(/function |\[object|native code|undefined/);
    }
  });
});

describe.each(names)('the unknown name %s', (name) => {
  it.each([
    [
      '--min-feature',
      (at: string) => ['score', at, '--min-feature', `${name}=40`],
      `compass: ${name} is not a design feature of starter`,
    ],
    [
      '--explain',
      (at: string) => ['score', at, '--explain', name],
      `compass score --explain: there is no question or feature ${name}`,
    ],
    ['--format', (at: string) => ['score', at, '--format', name], `compass score: there is no format ${name}`],
    ['--format of report', (at: string) => ['report', at, '--format', name], `compass report: there is no format ${name}`],
    [
      '--format of compare',
      (at: string) => ['compare', at, 'y', '--format', name],
      `compass compare: there is no format ${name}`,
    ],
    ['--format of panel', (at: string) => ['panel', at, '--format', name], `compass panel: there is no format ${name}`],
    [
      '--fail-on',
      (at: string) => ['score', at, '--fail-on', name],
      `compass: --fail-on must be one of critical, flag, unanswered, review, not "${name}"`,
    ],
    [
      '--as',
      (at: string) => ['compare', at, 'y', '--as', name],
      `compass compare: --as must be one of versions, laws, not "${name}"`,
    ],
    [
      '--settle',
      (at: string) => ['panel', at, 'y', '--settle', name],
      `compass panel: --settle must be one of median, lowest, unanimous, not "${name}"`,
    ],
    ['a topic of help', () => ['help', name], `compass help: there is no command ${name}`],
    ['a shell', () => ['completion', name], `compass completion: there is no completion for ${name}`],
    ['a rubric', (at: string) => ['score', at, '--rubric', name], `${name}: there is no rubric here`],
  ])('is refused for %s', async (_, args, error) => {
    const cwd = await temporaryFolder();
    await writeFile(join(cwd, 'x.answers.yaml'), 'format: compass-answers/1\nrubric: { id: starter, version: 0.1.0 }\n');
    const given = args('x.answers.yaml');
    const needsNoRubric = ['help', 'completion'].includes(given[0] ?? '') || given.includes('--rubric');
    const rubricOption = needsNoRubric ? [] : ['--rubric', join(root, 'examples', 'starter-rubric')];
    const { code, stderr } = await compass([...given, ...rubricOption], {
      cwd,
    });
    expect([code, stderr.split('\n')[0]]).toEqual([2, expect.stringContaining(error)]);
  });

  it('is refused in a configuration, as a key, a minimum and a format', async () => {
    const cwd = await temporaryFolder();
    const firstError = async (config: string): Promise<string> => {
      await writeFile(join(cwd, 'compass.config.yaml'), config);
      return (await compass(['score', join(root, 'examples', 'bill.answers.yaml')], { cwd })).stderr.split('\n')[0] ?? '';
    };
    expect(await firstError(`${name}: 1\n`)).toBe(`compass.config.yaml:1:1: ${name} is not a known key here`);
    expect(await firstError(`minimums: { ${name}: 1 }\n`)).toBe(
      `compass.config.yaml:1:13: ${name} is not a design feature of ungps-compass`,
    );
    expect(await firstError(`formats: [${name}]\n`)).toBe(`compass score: there is no format ${name}`);
  });
});
