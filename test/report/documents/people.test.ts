import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Detail, Document } from '../../../src/report/document/blocks.ts';
import { checkDocument } from '../../../src/report/documents/evidence/check.ts';
import { findDocument } from '../../../src/report/documents/evidence/find.ts';
import { outlineDocument } from '../../../src/report/documents/evidence/outline.ts';
import { rebaseDocument } from '../../../src/report/documents/evidence/rebase.ts';
import { explainDocument } from '../../../src/report/documents/explain.ts';
import { rubricDocument } from '../../../src/report/documents/rubric.ts';
import { writeDocx } from '../../../src/report/write/docx/docx.ts';
import { writeHtml } from '../../../src/report/write/html/html.ts';
import { writeMarkdown } from '../../../src/report/write/markdown.ts';
import { plainStyle } from '../../../src/report/write/style.ts';
import { writeTerminal } from '../../../src/report/write/terminal/terminal.ts';
import { piecesOf, shownText } from '../../fixtures/document-text.ts';
import { checkResult, findResult, outlineResult, rebaseResult } from '../../fixtures/evidence-results.ts';
import { hostile, inputOf, rich } from '../../fixtures/rich-run.ts';
import { xmlFault } from '../../fixtures/well-formed-xml.ts';

const input = inputOf([rich]);
const { rubric } = input;
const digest = 'sha256:of-the-rubric';

/** Each document with the facts that no format may lack. */
const documents: readonly (readonly [name: string, build: (detail: Detail) => Document, facts: readonly string[]])[] = [
  [
    'evidence check',
    (detail) => checkDocument({ result: checkResult(hostile), rubric }, detail),
    [
      'one.answers.yaml',
      'two.answers.yaml',
      'bill.md',
      'f.a',
      'Elsewhere',
      'art. 2',
      'Missing',
      'Supreme',
      'High',
      'p. 4',
      '7 quotes',
      'does not show',
    ],
  ],
  [
    'evidence find',
    (detail) => findDocument({ result: findResult(hostile), rubric }, detail),
    ['f.a', 'art. 1', 'Courts', 'Anyone may', '12.3', 'line 7', 'p. 3', 'Nothing in the draft matches', 'not answers'],
  ],
  [
    'evidence rebase',
    (detail) => rebaseDocument({ result: rebaseResult(hostile), rubric }, detail),
    [
      'old.answers.yaml',
      'bill-v2.md',
      '1 moved',
      'art. 9',
      'four',
      'five',
      'Quote',
      'its words changed',
      'art. 8',
      'Hearing',
      'f.b',
    ],
  ],
  [
    'evidence outline',
    (detail) => outlineDocument({ result: outlineResult(hostile) }, detail),
    ['chap. I', 'General', 'p. 2', 'art. 1', 'Objectives', 'art. 1(a)', 'to protect people', '1234'],
  ],
  [
    'score --explain',
    (detail) => explainDocument({ ...input, id: undefined }, detail),
    ['Level', 'Value', 'Weight', 'Product', 'Sum of what is answered', 'score = 100 x', 'low = ', 'Overall'],
  ],
  [
    'rubric show',
    (detail) => rubricDocument({ rubric, digest }, detail),
    [rubric.title, rubric.version, digest, 'f.a', 'bad', ...(rubric.features[0]?.questions[0]?.levels ?? [])],
  ],
];

const bytesOf = {
  markdown: writeMarkdown,
  html: writeHtml,
  docx: writeDocx,
} as const;

describe.each(documents)('the document of %s', (_, build, facts) => {
  it.each(['markdown', 'html', 'docx'] as const)('says all that it has to say as %s, its title among it', (format) => {
    const document = build('full');
    const text = shownText(format, bytesOf[format](document));
    for (const piece of [...facts, ...piecesOf(document)]) expect(text).toContain(piece);
  });

  it('begins with its title', () => {
    const document = build('full');
    expect(document.blocks[0]).toMatchObject({ kind: 'heading', level: 1, text: document.title });
  });

  it('is a Word file of well-formed parts', () => {
    for (const [name, bytes] of Object.entries(unzipSync(writeDocx(build('full')))))
      expect([name, xmlFault(strFromU8(bytes))]).toEqual([name, undefined]);
  });

  it.each([60, 80, 120])('has the same facts on a terminal of %i columns, within its width', (width) => {
    const text = writeTerminal(build('brief'), { width, style: plainStyle });
    const flat = text.replace(/\s+/g, ' ');
    for (const fact of facts) expect(flat).toContain(fact);
    for (const line of text.split('\n')) expect(line.length, line).toBeLessThanOrEqual(width);
  });

  it('lets no control character, direction override or markup through, and leaves no placeholder open', () => {
    const texts = [
      writeTerminal(build('brief'), { width: 80, style: plainStyle }),
      ...(['markdown', 'html'] as const).map((format) => bytesOf[format](build('full'))),
    ];
    for (const text of texts) {
      expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
      expect(text).not.toMatch(/\bNaN\b|undefined|\[object/);
      expect(text.endsWith('\n')).toBe(true);
    }
    for (const text of texts.slice(1)) expect(text).not.toContain('<script>');
    for (const text of texts.slice(0, 2)) expect(text).not.toMatch(/\{\w+[|}]/);
  });
});
