import { describe, expect, it } from 'vitest';
import { type Assessment, emptyAssessment } from '../../src/core/answers.ts';
import { scoreAssessment } from '../../src/core/score.ts';
import { summarise } from '../../src/core/summary.ts';
import { html } from '../../src/report/escape-html.ts';
import { inline } from '../../src/report/escape-markdown.ts';
import { formats } from '../../src/report/registry.ts';
import type { ReportInput } from '../../src/report/reporter.ts';
import { plainStyle } from '../../src/report/style.ts';
import { showPoints, showScore } from '../../src/text/number.ts';
import { visible } from '../../src/text/plain-text.ts';
import { feature, flag, notApplicable, question, rubricOf } from '../fixtures/small-rubric.ts';

const hostile = '<script>x</script> | `code` [link](javascript:x) \u001b[31mred\u202e\u0007 # not a heading\nnew line';

const prepared = rubricOf(
  [
    feature('f', [
      question('f.a', { critical: true }),
      question('f.b', { when: { question: 'f.a', atLeast: 1 } }),
      question('f.c'),
      question('f.d'),
      question('f.e', { weight: 20 }),
    ]),
    feature('g', [question('g.a')]),
  ],
  { flags: [flag('bad', { severity: 'severe', text: hostile })], more: { notice: hostile } },
);

const rich: Assessment = {
  ...emptyAssessment(),
  draft: { title: hostile, jurisdiction: 'J-1', version: 'V-1', date: 'D-1', note: 'N-1' },
  reviewer: { name: 'Reviewer-1', organisation: 'Organisation-1' },
  answers: new Map([
    [
      'f.a',
      {
        level: 0,
        notApplicable: null,
        rationale: hostile,
        evidence: [{ at: 'art. 1', quote: 'Quote-1', note: 'Note-1' }],
        confidence: 'low',
      },
    ],
    ['f.b', { level: 2, notApplicable: null, evidence: [] }],
    ['f.c', notApplicable('Reason-1')],
    ['f.e', { level: 3, notApplicable: null, evidence: [] }],
    [
      'f.d',
      {
        level: 1,
        notApplicable: null,
        evidence: [],
        owner: 'Owner-1',
        due: '2026-01-02',
        review: 'Review-1',
        dissent: [
          { reviewer: 'Dissenter-1', level: 2, rationale: 'Dissent-1' },
          { reviewer: 'Dissenter-2', notApplicable: 'Dissent-2' },
        ],
      },
    ],
  ]),
  features: new Map([['g', { notApplicable: 'Reason-2' }]]),
  flags: new Map([['bad', { present: true, rationale: 'Because-1', evidence: [{ at: 'art. 9', quote: 'Quote-2' }] }]]),
  panel: {
    reviewers: 3,
    rule: 'median',
    members: [{ name: 'Member-1', organisation: 'Member-2' }],
    agreement: {
      percent: 81.25,
      alpha: { nominal: 0.5, ordinal: 0.7512, interval: null },
      interval95: { ordinal: [0.61, 0.87] },
    },
    settled: { agreed: 41, byRule: 12, open: 3 },
  },
};

function inputOf(assessments: readonly Assessment[]): ReportInput {
  const results = assessments.map((assessment, index) => scoreAssessment(prepared, assessment, `${index}.answers.yaml`));
  return {
    result: {
      format: 'compass-result/1',
      tool: { name: 'ungps-compass', version: '0.0.0' },
      rubric: { id: 'small', version: '1.0.0', digest: 'sha256:0123456789ab' },
      assessments: results,
      failures: [],
      summary: summarise(results, []),
    },
    rubric: prepared.rubric,
    assessments,
    width: 80,
    style: plainStyle,
  };
}

describe.each(Object.keys(formats))('the format %s', (name) => {
  const render = async (input: ReportInput): Promise<string> => String((await formats[name]?.load())?.(input));

  it.each([
    ['nothing answered', [emptyAssessment()]],
    ['everything in it', [rich]],
    ['several drafts', [rich, emptyAssessment()]],
  ] as const)('ends in a line break and is the same twice: %s', async (_, assessments) => {
    const text = await render(inputOf(assessments));
    expect(text.endsWith('\n')).toBe(true);
    expect(text.endsWith('\n\n')).toBe(false);
    expect(await render(inputOf(assessments))).toBe(text);
    expect(text).not.toMatch(/\bNaN\b|undefined|\[object/);
    // A place in a message that found no argument would show as {name}.
    if (name !== 'json' && name !== 'ndjson') expect(text).not.toMatch(/\{\w+[|}]/);
  });

  it('lets no control character or direction override through', async () => {
    expect(await render(inputOf([rich]))).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

describe.each(['markdown', 'html'])('the document in %s', (name) => {
  it('holds every answer, reason, quote, cap, ignored answer and flag', async () => {
    const text = String((await formats[name]?.load())?.(inputOf([rich])));
    const expected = [
      'J-1',
      'V-1',
      'D-1',
      'N-1',
      'Reviewer-1',
      'Organisation-1',
      'art. 1',
      'Quote-1',
      'Note-1',
      'low',
      'Reason-1',
      'Owner-1',
      '2026-01-02',
    ];
    expected.push('Review-1', 'Reason-2', 'Because-1', 'art. 9', 'Quote-2', 'f.a is below 1', 'held at');
    expected.push(
      'Dissenter-1',
      'Dissent-1',
      'Dissenter-2',
      'Dissent-2',
      'Member-1',
      'Member-2',
      '3 reviewers',
      '81.3',
      '0.751',
      '0.610',
    );
    for (const piece of expected) expect(text).toContain(piece);
  });

  it('runs no markup of the files', async () => {
    expect(String((await formats[name]?.load())?.(inputOf([rich])))).not.toContain('<script>');
  });
});

describe('the markdown document', () => {
  it('shows text from a file as text', async () => {
    const text = String((await formats['markdown']?.load())?.(inputOf([rich])));
    expect(text).not.toMatch(/[^\\]\]\(javascript/);
    expect(inline('a_b *c* 1. d')).toBe('a\\_b \\*c\\* 1. d');
    expect(inline('1. d')).toBe('1\\. d');
  });
});

describe('the page', () => {
  it('shows text from a file as text, in elements and in attributes', async () => {
    const text = String((await formats['html']?.load())?.(inputOf([rich])));
    expect(text).toContain('&lt;script&gt;x&lt;/script&gt; | `code` [link](javascript:x) \\u001b[31mred');
    expect(html`<a title="${'"><img src=x onerror=alert(1)>'}">${"it's"}</a>`.markup).toBe(
      '<a title="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;">it&#39;s</a>',
    );
  });

  it('asks nothing of any server, and has each id once', async () => {
    const text = String((await formats['html']?.load())?.(inputOf([rich])));
    expect(text).not.toMatch(/<(script|link|img|iframe|object)|url\(|@import|\ssrc=|href="(?!#)/);
    const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of text.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
  });
});

describe('the terminal report', () => {
  it.each([60, 80, 100])('stays within %i columns', async (width) => {
    const reporter = await formats['terminal']?.load();
    for (const assessments of [[rich], [rich, emptyAssessment()]]) {
      const lines = String(reporter?.({ ...inputOf(assessments), width })).split('\n');
      for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(width);
    }
  });

  it('makes escapes visible', () => {
    expect(visible('\u001b[31mred\u202e')).toBe('\\u001b[31mred\\u202e');
  });
});

describe('numbers for people', () => {
  it('have one decimal, and more where rounding would reach a bound that the score does not', () => {
    expect(showScore(61.94)).toBe('61.9');
    expect(showScore(59.96)).toBe('60.0');
    expect(showScore(59.96, [60])).toBe('59.96');
    expect(showScore(60, [60])).toBe('60.0');
    expect(showScore(null)).toBe('none');
  });

  it('never show something as nothing', () => {
    expect(showPoints(0.01)).toBe('<0.1');
    expect(showPoints(0)).toBe('0.0');
  });
});
