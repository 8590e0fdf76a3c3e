import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, it } from 'vitest';
import { type Assessment, emptyAssessment } from '../../src/core/answers.ts';
import { compareFiles } from '../../src/core/compare/files.ts';
import type { CompareMode } from '../../src/core/compare/result.ts';
import { scoreAssessment } from '../../src/core/score.ts';
import { useLanguage } from '../../src/messages/active.ts';
import { registry } from '../../src/report/registry.ts';
import type { CompareInput } from '../../src/report/reporter.ts';
import { plainStyle } from '../../src/report/write/style.ts';
import { assessmentOf, feature, flag, level, notApplicable, question, rubricOf } from '../fixtures/small-rubric.ts';

const hostile = '<script>x</script> | `code` [link](javascript:x) \u001b[31mred\u202e\u0007 # not a heading\nnew line';

const prepared = rubricOf(
  [
    feature('f', [
      question('f.raised', { critical: true, text: hostile, marks: [{ id: 'm', text: hostile, gap: hostile }] }),
      question('f.lowered'),
      question('f.answered'),
      question('f.blanked'),
      question('f.aside'),
      question('f.taken-up'),
      question('f.hidden', { when: { question: 'f.raised', atLeast: 1 } }),
      question('f.same'),
    ]),
    feature('g', [question('g.a')]),
  ],
  {
    flags: [flag('came', { severity: 'severe', text: hostile, deduct: 5 }), flag('went'), flag('unlooked')],
    steps: [
      { id: 's', title: hostile, summary: '', questions: [{ id: 's.q', text: hostile, help: '', principles: [], was: [] }] },
    ],
    more: { notice: hostile },
  },
);

const before: Assessment = {
  ...assessmentOf({
    answers: {
      'f.raised': { ...level(0), marks: [] },
      'f.lowered': 3,
      'f.blanked': 1,
      'f.aside': { ...level(0), evidence: [{ at: 'art. 1', quote: 'Quote-1', note: 'Note-1' }] },
      'f.taken-up': notApplicable('Reason-0'),
      'f.hidden': 2,
      'f.same': { ...level(2), evidence: [{ at: 'art. 2', quote: 'Quote-2' }] },
    },
    features: { g: 'Reason-g' },
    flags: ['went', 'unlooked'],
  }),
  draft: { title: hostile, version: 'Version-1', date: '2026-02-01', jurisdiction: 'J-1' },
  reviewer: { name: 'Reviewer-1' },
};

const after: Assessment = {
  ...assessmentOf({
    answers: {
      'f.raised': { ...level(3), marks: ['m'], rationale: hostile },
      'f.lowered': { ...level(1), rationale: 'Rationale-1' },
      'f.answered': 2,
      'f.aside': notApplicable('Reason-1'),
      'f.taken-up': 1,
      'f.hidden': 2,
      'f.same': { ...level(2), evidence: [{ at: 'art. 22', quote: 'Quote-2' }] },
      'g.a': 3,
    },
  }),
  flags: new Map([
    ['came', { present: true, rationale: hostile, evidence: [] }],
    ['went', { present: false, evidence: [] }],
  ]),
  steps: new Map([['s.q', { status: 'partly' as const }]]),
  draft: { title: hostile, version: 'Version-2', date: '2026-01-01', jurisdiction: 'J-1' },
  reviewer: { name: 'Reviewer-2' },
  carried: { from: '0.9.0', renamed: [], dropped: [{ question: 'f.old', reason: hostile }], unanswered: [] },
};

function inputOf(mode: CompareMode, assessments: readonly Assessment[]): CompareInput {
  const files = assessments.map((assessment, index) => ({
    assessment,
    result: scoreAssessment(prepared, assessment, `${index}.answers.yaml`),
  }));
  return {
    result: {
      format: 'compass-compare/1',
      tool: { name: 'ungps-compass', version: '0.0.0' },
      rubric: { id: 'small', version: '1.0.0', digest: 'sha256:0123456789ab' },
      mode,
      because: 'asked',
      ...compareFiles(prepared, files, mode),
      failures: mode === 'laws' ? [{ source: 'bad.yaml', errors: [{ message: hostile, line: 3 }] }] : [],
    },
    rubric: prepared.rubric,
    width: 80,
    style: plainStyle,
  };
}

const cases = [
  ['two versions', 'versions', [before, after]],
  ['three versions', 'versions', [before, after, before]],
  ['nothing answered', 'versions', [emptyAssessment(), emptyAssessment()]],
  ['from nothing', 'versions', [emptyAssessment(), after]],
  ['two laws', 'laws', [before, after]],
  ['laws with nothing answered', 'laws', [before, emptyAssessment(), emptyAssessment()]],
] as const;

describe.each(Object.keys(registry.compare))('the format %s of a comparison', (name) => {
  const render = async (input: CompareInput): Promise<string> => {
    const written = (await registry.compare[name]?.load())?.(input) ?? '';
    return typeof written === 'string' ? written : strFromU8(unzipSync(written)['word/document.xml'] ?? new Uint8Array());
  };

  it.each(cases)('ends in a line break and is the same twice: %s', async (_, mode, assessments) => {
    const text = await render(inputOf(mode, assessments));
    // A Word file is XML in a zip archive.
    if (name !== 'docx') expect(text.endsWith('\n')).toBe(true);
    expect(text.endsWith('\n\n')).toBe(false);
    expect(await render(inputOf(mode, assessments))).toBe(text);
    expect(text).not.toMatch(/\bNaN\b|undefined|\[object/);
    if (name !== 'json' && name !== 'html') expect(text).not.toMatch(/\{\w+[|}]/);
  });

  it('lets no control character, direction override or script through', async () => {
    for (const [, mode, assessments] of cases) {
      const text = await render(inputOf(mode, assessments));
      expect(name === 'csv' ? text.replaceAll('\r\n', '\n') : text).not.toMatch(
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/,
      );
      if (name === 'html' || name === 'markdown' || name === 'docx') expect(text).not.toContain('<script>');
    }
  });

  it('names every answer, flag and step that moved, and why', async () => {
    const input = inputOf('versions', [before, after]);
    const text = await render(input);
    const moved = input.result.comparisons[0]?.questions.map(({ id }) => id) ?? [];
    expect(moved).toHaveLength(8);
    for (const id of moved) expect(text).toContain(id);
    for (const piece of ['Version-1', 'Version-2', 'Rationale-1', 'Reason-1', 'came', 'went', 'unlooked'])
      expect(text).toContain(piece);
  });

  it('says that it was forced', async () => {
    for (const mode of ['versions', 'laws'] as const) expect(await render(inputOf(mode, [before, after]))).toMatch(/forced/i);
  });

  it('says with which rubric it was made', async () => {
    for (const [, mode, assessments] of cases)
      expect(await render(inputOf(mode, assessments))).toMatch(/1\.0\.0\W.*sha256:0123456789ab/s);
  });
});

describe('what a comparison says', () => {
  const markdown = async (mode: CompareMode, assessments: readonly Assessment[]): Promise<string> =>
    String((await registry.compare['markdown']?.load())?.(inputOf(mode, assessments)));

  it('warns of a score that rose because less is counted', async () => {
    const start = assessmentOf({ answers: { 'f.same': 3, 'f.lowered': 0, 'f.raised': 0 } });
    const aside = assessmentOf({ answers: { 'f.same': 3, 'f.lowered': notApplicable('n'), 'f.raised': 0 } });
    const blank = assessmentOf({ answers: { 'f.same': 3, 'f.raised': 0 } });
    for (const end of [aside, blank]) expect(await markdown('versions', [start, end])).toContain('although the law is no better');
    expect(await markdown('versions', [aside, start])).not.toContain('although the law is no better');
  });

  it('never calls a gap closed that is only no longer counted', async () => {
    const end = assessmentOf({ answers: { 'f.lowered': notApplicable('n') } });
    const text = await markdown('versions', [assessmentOf({ answers: { 'f.lowered': 0 } }), end]);
    expect(text).toContain('1 no longer counted (not closed)');
    expect(text).not.toContain('gap closed');
  });

  it('says which laws cannot be ranked', async () => {
    expect(await markdown('laws', [emptyAssessment(), before])).toContain('cannot be ranked');
    expect(await markdown('laws', [before, before])).toContain('cannot be ranked');
  });
});

describe('the terminal comparison', () => {
  it.each([60, 80, 100])('stays within %i columns', async (width) => {
    const reporter = await registry.compare['terminal']?.load();
    for (const [, mode, assessments] of cases)
      for (const line of String(reporter?.({ ...inputOf(mode, assessments), width })).split('\n'))
        expect(line.length, line).toBeLessThanOrEqual(width);
  });
});

describe('a comparison in a language from right to left', () => {
  afterEach(() => useLanguage('en'));

  it('has arrows in the direction of reading, and signs before their numbers', async () => {
    useLanguage('ar', { compare: { levels: '{before} ← {after}' } });
    const text = String((await registry.compare['markdown']?.load())?.(inputOf('versions', [before, after])));
    expect(text).toContain(' ← ');
    expect(text.split('\n').slice(0, 4).join('\n')).not.toContain('→');
    expect(text).toMatch(/\u2068[+-]\d+\.\d\u2069/);
  });
});
