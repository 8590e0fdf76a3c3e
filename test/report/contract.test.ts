import { describe, expect, it } from 'vitest';
import { emptyAssessment } from '../../src/core/answers.ts';
import { evaluateGates } from '../../src/core/gates.ts';
import { reportDocument } from '../../src/report/documents/gap-report/gap-report.ts';
import { html } from '../../src/report/escape/html.ts';
import { inline } from '../../src/report/escape/markdown.ts';
import { registry } from '../../src/report/registry.ts';
import type { ReportInput } from '../../src/report/reporter.ts';
import { showPoints, showScore } from '../../src/text/number.ts';
import { visible } from '../../src/text/plain-text.ts';
import { piecesOf, shownText } from '../fixtures/document-text.ts';
import { hostile, inputOf, rich, robustInputOf } from '../fixtures/rich-run.ts';

/** What is not text has tests of its own. */
const textFormats = Object.keys(registry.score).filter((name) => !registry.score[name]?.binary);

describe.each(textFormats)('the format %s', (name) => {
  const render = async (input: ReportInput): Promise<string> => String((await registry.score[name]?.load())?.(input));

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
    const text = await render(inputOf([rich]));
    // RFC 4180 ends the rows of a csv with CR and LF.
    const lines = name === 'csv' ? text.replaceAll('\r\n', '\n') : text;
    expect(lines).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
  });
});

describe.each(['terminal', 'markdown', 'html', 'json', 'ndjson'])('the format %s', (name) => {
  const render = async (input: ReportInput): Promise<string> => String((await registry.score[name]?.load())?.(input));

  it.each([
    ['nothing answered', [emptyAssessment()]],
    ['everything in it', [rich]],
    ['several drafts', [rich, emptyAssessment(), { ...rich, flags: new Map() }]],
  ] as const)('says how sure the score is where it was asked for: %s', async (_, assessments) => {
    const text = await render(robustInputOf(assessments));
    expect(text).not.toBe(await render(inputOf(assessments)));
    expect(text).not.toMatch(/\bNaN\b|undefined|\[object/);
    if (name !== 'json' && name !== 'ndjson') expect(text).not.toMatch(/\{\w+[|}]/);
  });
});

/** Every word of a reviewer, by the formats that carry it: `github` tells gaps and flags, each with what it rests on elsewhere. */
const pieces = {
  all: ['Because-1', 'f.a', 'f.d', 'f.e', 'bad'],
  answers: [
    'Quote-1',
    'art. 1',
    'Note-1',
    'low',
    'Reason-1',
    'Reason-2',
    'Review-1',
    'Owner-1',
    '2026-01-02',
    'art. 9',
    'Quote-2',
  ],
  draft: ['J-1', 'V-1', 'Reviewer-1'],
  ignored: ['f.a is below 1'],
};

describe.each([
  ['csv', [...pieces.all, ...pieces.answers, ...pieces.draft, ...pieces.ignored]],
  ['sarif', [...pieces.all, ...pieces.answers, ...pieces.draft, ...pieces.ignored]],
  ['junit', [...pieces.all, ...pieces.answers, ...pieces.draft, ...pieces.ignored, 'limited to']],
  ['github', [...pieces.all.filter((piece) => piece !== 'f.e'), 'V-1', 'limited to']],
] as const)('the machine format %s', (name, expected) => {
  const render = async (input: ReportInput): Promise<string> => String((await registry.score[name]?.load())?.(input));

  it('holds every answer, reason, quote, cap, ignored answer and flag that it carries', async () => {
    const text = await render(inputOf([rich]));
    for (const piece of expected) expect(text).toContain(piece);
  });

  it('tells the verdict of each gate as the result has it, and decides none', async () => {
    const input = inputOf([rich]);
    const gates = { min: 99, minFeature: new Map([['f', 1]]), failOn: new Set(['critical', 'flag'] as const) };
    const decide = (upside: boolean): ReportInput => ({
      ...input,
      result: {
        ...input.result,
        assessments: input.result.assessments.map((law) => ({
          ...law,
          gates: evaluateGates(law, gates).map((gate) => ({ ...gate, holds: upside ? gate.holds : true })),
        })),
      },
    });
    const fails = /fails: overall, lower bound 92\.4 (&lt;|<) 99/;
    expect(await render(decide(true))).toMatch(fails);
    expect(await render(decide(true))).toMatch(/fails: flag: bad/);
    expect(await render(decide(false))).not.toMatch(/fails:|::error|<failure/);
  });

  it('loses no failure of a batch', async () => {
    const errors = [{ message: `Message-1 ${hostile}`, line: 14, column: 12, hint: 'Hint-1' }, { message: 'Message-2' }];
    const { result, ...rest } = inputOf([rich]);
    const text = await render({ ...rest, result: { ...result, failures: [{ source: 'bad.answers.yaml', errors }] } });
    for (const piece of ['bad.answers.yaml', 'Message-1', 'Message-2', '14', '12']) expect(text).toContain(piece);
  });
});

describe.each(['markdown', 'html', 'docx'])('the document in %s', (name) => {
  const shown = async (input: ReportInput): Promise<string> =>
    shownText(name, (await registry.score[name]?.load())?.(input) ?? '');

  it('holds every answer, reason, quote, cap, ignored answer and flag', async () => {
    const text = await shown(inputOf([rich]));
    const draft = ['J-1', 'V-1', 'D-1', 'N-1', 'Reviewer-1', 'Organisation-1'];
    const answers = ['art. 1', '“Quote-1”', 'Note-1', 'low', 'Reason-1', 'Reason-2', 'Review-1', 'Owner-1', '2026-01-02'];
    const rest = ['Because-1', 'art. 9', '“Quote-2”', 'f.a is below 1', 'limited to'];
    const dissent = ['Dissenter-1', 'Dissent-1', 'Dissenter-2', 'Dissent-2'];
    const panel = ['Member-1', 'Member-2', '3 reviewers', '81.3', '0.751', '0.610'];
    for (const piece of [...draft, ...answers, ...rest, ...dissent, ...panel]) expect(text).toContain(piece);
  });

  it('names every draft of several, each gate that does not hold, and each file that could not be scored', async () => {
    const errors = [{ message: `Message-1 ${hostile}`, line: 14, column: 12 }, { message: 'Message-2' }];
    const { result, ...rest } = inputOf([rich, emptyAssessment()]);
    const assessments = result.assessments.map((law) => ({
      ...law,
      gates: evaluateGates(law, { min: 99, minFeature: new Map(), failOn: new Set() }),
    }));
    const failures = [{ source: 'bad.answers.yaml', errors }];
    const text = await shown({ ...rest, result: { ...result, assessments, failures } });
    for (const piece of ['V-1', '1.answers.yaml', '92.4', 'overall, lower bound 92.4 < 99', 'overall, lower bound 0.0 < 99'])
      expect(text).toContain(piece);
    for (const piece of ['bad.answers.yaml:14:12: Message-1', 'bad.answers.yaml: Message-2']) expect(text).toContain(piece);
  });

  it.each([
    ['one draft', inputOf([rich])],
    ['one draft and how sure its score is', robustInputOf([rich])],
    ['one draft with nothing answered', inputOf([emptyAssessment()])],
    ['several drafts and how sure their order is', robustInputOf([rich, emptyAssessment(), { ...rich, flags: new Map() }])],
  ] as const)('shows all the text of the document: %s', async (_, input) => {
    const text = await shown(input);
    const pieces = piecesOf(reportDocument(input, 'full'));
    expect(pieces.length).toBeGreaterThan(20);
    for (const piece of pieces) expect(text).toContain(piece);
  });
});

describe.each(['markdown', 'html'])('the document in %s', (name) => {
  it('runs no markup of the files', async () => {
    expect(String((await registry.score[name]?.load())?.(inputOf([rich])))).not.toContain('<script>');
  });
});

describe('the markdown document', () => {
  it('shows text from a file as text', async () => {
    const text = String((await registry.score['markdown']?.load())?.(inputOf([rich])));
    expect(text).not.toMatch(/[^\\]\]\(javascript/);
    expect(inline('a_b *c* 1. d')).toBe('a\\_b \\*c\\* 1. d');
    expect(inline('1. d')).toBe('1\\. d');
    expect(inline('@name, (@name), a.b@example.org @ home')).toBe('@&#8203;name, (@&#8203;name), a.b@example.org @ home');
  });
});

describe('the page', () => {
  it('shows text from a file as text, in elements and in attributes', async () => {
    const text = String((await registry.score['html']?.load())?.(inputOf([rich])));
    expect(text).toContain('&lt;script&gt;x&lt;/script&gt; | `code` [link](javascript:x) \\u001b[31mred');
    expect(html`<a title="${'"><img src=x onerror=alert(1)>'}">${"it's"}</a>`.markup).toBe(
      '<a title="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;">it&#39;s</a>',
    );
  });

  it('asks nothing of any server, and has each id once', async () => {
    const text = String((await registry.score['html']?.load())?.(inputOf([rich])));
    expect(text).not.toMatch(/<(script|link|img|iframe|object)|url\(|@import|\ssrc=|href="(?!#)/);
    const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, target] of text.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(target);
  });
});

describe('the terminal report', () => {
  it.each([60, 80, 100])('stays within %i columns', async (width) => {
    const reporter = await registry.score['terminal']?.load();
    for (const input of [
      inputOf([rich]),
      inputOf([rich, emptyAssessment()]),
      robustInputOf([rich]),
      robustInputOf([rich, rich]),
    ]) {
      const lines = String(reporter?.({ ...input, width })).split('\n');
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
