import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnswers } from '../../src/answers/read.ts';
import { type Assessment, emptyAssessment } from '../../src/core/answers.ts';
import { comparePanel, type NamedMember } from '../../src/core/panel/panel.ts';
import type { PreparedRubric } from '../../src/core/rubric.ts';
import type { PanelInput } from '../../src/report/documents/panel/words.ts';
import { registry } from '../../src/report/registry.ts';
import type { Screen } from '../../src/report/reporter.ts';
import { plainStyle } from '../../src/report/write/style.ts';
import { showAlpha } from '../../src/text/number.ts';
import { bundledRubric, root } from '../fixtures/bundled.ts';
import { shownText } from '../fixtures/document-text.ts';
import { feature, flag, notApplicable, question, rubricOf } from '../fixtures/small-rubric.ts';

const hostile = '<script>x</script> | `code` [link](javascript:x) \u001b[31mred\u202e\u0007 # not a heading\nnew line';

const small = rubricOf(
  [
    feature('f', [
      question('f.a', { critical: true, text: hostile, marks: [{ id: 'm', text: hostile, gap: hostile }] }),
      question('f.b'),
      question('f.c'),
    ]),
  ],
  {
    flags: [flag('bad', { severity: 'severe', text: hostile })],
    steps: [
      {
        id: 's',
        title: 'Step',
        summary: '',
        questions: [{ id: 's.a', text: hostile, help: '', principles: [], was: [] }],
      },
    ],
    more: { notice: hostile },
  },
);

const rich = (index: number): Assessment => ({
  ...emptyAssessment(),
  draft: { title: hostile, jurisdiction: 'J-1', version: 'V-1', date: 'D-1' },
  reviewer: { name: `Name-${index}`, organisation: hostile },
  answers: new Map([
    [
      'f.a',
      {
        level: index,
        notApplicable: null,
        marks: index === 0 ? [] : ['m'],
        rationale: `Rationale-${index} ${hostile}`,
        evidence: [{ at: `art. ${index}`, quote: `Quote-${index}`, note: `Note-${index}` }],
        confidence: 'low',
        review: `Review-${index}`,
      },
    ],
    ['f.b', index === 0 ? notApplicable('Reason-1') : { level: 3, notApplicable: null, evidence: [] }],
  ]),
  flags: new Map([['bad', { present: index === 0, rationale: `Because-${index}`, evidence: [] }]]),
  steps: new Map([['s.a', { status: index === 0 ? 'missing' : 'partly', notes: `Notes-${index}` }]]),
});

function inputOf(prepared: PreparedRubric, members: readonly NamedMember[], width = 80): PanelInput & Screen {
  const { draft } = members[0]?.assessment ?? emptyAssessment();
  return {
    result: {
      format: 'compass-panel/1',
      tool: { name: 'ungps-compass', version: '0.0.0' },
      rubric: { id: prepared.rubric.id, version: prepared.rubric.version, digest: 'sha256:of-the-rubric' },
      draft,
      anonymous: false,
      ...comparePanel(prepared, members),
      warnings: [{ code: 'same-name', args: { name: hostile } }],
      settled: { rule: 'median', output: hostile, agreed: 1, byRule: 2, open: 3 },
    },
    rubric: prepared.rubric,
    width,
    style: plainStyle,
  };
}

const named = (assessments: readonly Assessment[]): NamedMember[] =>
  assessments.map((assessment, index) => ({ label: `Label-${index} ${hostile}`, source: `${index}.answers.yaml`, assessment }));

describe.each(Object.keys(registry.panel))('the panel’s format %s', (name) => {
  const render = async (input: PanelInput & Screen): Promise<string> => {
    const content = (await registry.panel[name]?.load())?.(input) ?? '';
    return typeof content === 'string' ? content : `${shownText(name, content)}\n`;
  };

  it.each([
    ['nothing answered', [emptyAssessment(), emptyAssessment()]],
    ['everything in it', [rich(0), rich(1), rich(2)]],
    ['all alike', [rich(1), rich(1)]],
  ] as const)('ends in a line break and is the same twice: %s', async (_, assessments) => {
    const text = await render(inputOf(small, named(assessments)));
    expect(text.endsWith('\n')).toBe(true);
    expect(text.endsWith('\n\n')).toBe(false);
    expect(await render(inputOf(small, named(assessments)))).toBe(text);
    expect(text).not.toMatch(/\bNaN\b|undefined|\[object/);
    // A place in a message that found no argument would show as {name}.
    if (name === 'terminal' || name === 'markdown') expect(text).not.toMatch(/\{\w+[|}]/);
  });

  it('lets no control character, direction override or markup through', async () => {
    const text = await render(inputOf(small, named([rich(0), rich(1)])));
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    if (name === 'html' || name === 'markdown') expect(text).not.toContain('<script>');
  });

  it('holds each reviewer’s level, reason and evidence, and what each made of flags and steps', async () => {
    const text = await render(inputOf(small, named([rich(0), rich(1), rich(2)])));
    for (const index of [0, 1, 2]) {
      for (const piece of ['Label', 'Rationale', 'Quote', 'Note', 'Because', 'Notes', 'Review'])
        expect(text).toContain(`${piece}-${index}`);
      expect(text).toContain(`art. ${index}`);
    }
    expect(text).toContain('Reason-1');
  });
});

describe('the panel’s terminal report', () => {
  it.each([60, 80, 100])('stays within %i columns', async (width) => {
    const reporter = await registry.panel['terminal']?.load();
    const members = named([rich(0), rich(1), rich(2)]).map((member) => ({ ...member, label: member.label.slice(0, 60) }));
    for (const line of String(reporter?.(inputOf(small, members, width))).split('\n')) {
      expect(line.length, line).toBeLessThanOrEqual(width);
    }
  });

  it.each([60, 80])('has every column that the note below the reviewers explains, at %i columns', async (width) => {
    const reporter = await registry.panel['terminal']?.load();
    const text = String(reporter?.(inputOf(small, named([rich(0), rich(1)]), width)));
    const titles = text.split('\n').filter((line) => line.startsWith('Reviewer '));
    expect(titles.join(' ').split(/ +/)).toEqual(expect.arrayContaining(['Answered', 'n/a', 'Flags', 'Steps', 'Leaning']));
  });
});

describe('the reports of the example panel', () => {
  it.each([
    ['terminal', 'txt'],
    ['markdown', 'md'],
    ['html', 'html'],
  ])('%s', async (format, ending) => {
    const prepared = await bundledRubric();
    const members = await Promise.all(
      ['first', 'second', 'third'].map(async (name): Promise<NamedMember> => {
        const source = `test/fixtures/panel/${name}.answers.yaml`;
        const { assessment } = readAnswers(await readFile(join(root, source), 'utf8'), source, prepared);
        return { label: assessment.reviewer.name ?? '', source, assessment };
      }),
    );
    const input = inputOf(prepared, members);
    const { settled: _, ...result } = { ...input.result, warnings: [] };
    const reporter = await registry.panel[format]?.load();
    await expect(reporter?.({ ...input, result })).toMatchFileSnapshot(`../golden/panel.${ending}`);
  });
});

describe('an alpha for people', () => {
  it('has three decimals, and more where rounding would reach a bound that it does not', () => {
    expect(showAlpha(0.7436)).toBe('0.744');
    expect(showAlpha(0.79996, [0.667, 0.8])).toBe('0.79996');
    expect(showAlpha(0.6667, [0.667, 0.8])).toBe('0.6667');
    expect(showAlpha(-0.0001)).toBe('0.000');
    expect(showAlpha(null)).toBe('none');
  });
});
