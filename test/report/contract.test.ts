import { describe, expect, it } from 'vitest';
import { emptyAssessment } from '../../src/core/answers.ts';
import { html } from '../../src/report/escape-html.ts';
import { inline } from '../../src/report/escape-markdown.ts';
import { formats } from '../../src/report/registry.ts';
import type { ReportInput } from '../../src/report/reporter.ts';
import { showPoints, showScore } from '../../src/text/number.ts';
import { visible } from '../../src/text/plain-text.ts';
import { inputOf, rich } from '../fixtures/rich-run.ts';

/** What is not text has tests of its own. */
const textFormats = Object.keys(formats).filter((name) => !formats[name]?.binary);

describe.each(textFormats)('the format %s', (name) => {
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
