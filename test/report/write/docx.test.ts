import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type Assessment, emptyAssessment } from '../../../src/core/answers.ts';
import { readPackage } from '../../../src/draft/readers/docx/docx.ts';
import { openPackage } from '../../../src/draft/readers/docx/package.ts';
import { type Element, parseXml } from '../../../src/draft/readers/xml.ts';
import type { Block, Cell, Table } from '../../../src/report/document/blocks.ts';
import { runsOf } from '../../../src/report/document/build.ts';
import { reportDocument } from '../../../src/report/documents/gap-report/gap-report.ts';
import { escapeXml } from '../../../src/report/escape/xml.ts';
import type { ReportInput } from '../../../src/report/reporter.ts';
import { writeDocx } from '../../../src/report/write/docx/docx.ts';
import { visible } from '../../../src/text/plain-text.ts';
import { inputOf, rich } from '../../fixtures/rich-run.ts';
import { xmlFault } from '../../fixtures/well-formed-xml.ts';
import { childOrder, mixed } from '../../fixtures/word-schema.ts';

const inputs = [
  ['nothing answered', inputOf([emptyAssessment()])],
  ['everything in it', inputOf([rich])],
  ['several drafts', inputOf([rich, emptyAssessment()])],
] as const;

const docxOf = (input: ReportInput): Uint8Array => writeDocx(reportDocument(input, 'full'));

function partsOf(bytes: Uint8Array): Record<string, string> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
}

function part(bytes: Uint8Array, name: string): Element {
  return parseXml(partsOf(bytes)[name] ?? '', name);
}

function* all(element: Element, name?: string): Generator<Element> {
  for (const child of element.children) {
    if (name === undefined || child.name === name) yield child;
    yield* all(child, name);
  }
}

const documentOf = (bytes: Uint8Array): Element => part(bytes, 'word/document.xml');

/** The words of an element, its paragraphs a line each. */
function textOf(element: Element): string {
  return [...all(element, 'w:p')].map((paragraph) => [...all(paragraph, 'w:t')].map(({ text }) => text).join('')).join('\n');
}

const val = (element: Element | undefined): string | undefined => element?.attributes['w:val'];

describe('the Word document', () => {
  it('holds every answer, reason, quote, cap, ignored answer and flag', () => {
    const text = textOf(documentOf(docxOf(inputOf([rich]))));
    const answer = ['art. 1', 'Quote-1', 'Note-1', 'confidence in this answer is low', 'Reason-1', 'Owner-1', '2026-01-02'];
    const draft = ['J-1', 'V-1', 'D-1', 'N-1', 'Reviewer-1', 'Organisation-1', 'small', 'sha256:0123456789ab'];
    const rest = ['Review-1', 'Reason-2', 'Because-1', 'art. 9', 'Quote-2', 'f.a is below 1', 'limited to', 'Write f.d.'];
    for (const piece of [...answer, ...draft, ...rest]) expect(text.toLowerCase()).toContain(piece.toLowerCase());
    expect(text).not.toMatch(/\bNaN\b|undefined|\[object|\{\w+[|}]/);
  });

  it('is the same bytes twice, in every time zone, and holds no date', () => {
    const before = process.env['TZ'];
    const zones = ['UTC', 'Asia/Tokyo', 'America/Los_Angeles'];
    const made = zones.map((zone) => {
      process.env['TZ'] = zone;
      return { hour: new Date(0).getHours(), bytes: docxOf(inputOf([rich])) };
    });
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
    expect(new Set(made.map(({ hour }) => hour)).size).toBe(zones.length);
    for (const { bytes } of made) expect(bytes).toEqual(made[0]?.bytes);
    const first = made[0]?.bytes ?? new Uint8Array();
    expect(partsOf(first)['docProps/core.xml']).not.toMatch(/created|modified|\d{4}-\d\d-\d\d/);
  });

  it('says in its properties what it is', () => {
    const core = partsOf(docxOf(inputOf([rich])))['docProps/core.xml'];
    expect(core).toContain('<dc:title>Gap report: &lt;script&gt;x');
    expect(core).toContain('<dc:subject>A draft law or policy assessed with Small 1.0.0</dc:subject>');
    expect(core).toContain('<dc:creator>Reviewer-1, Organisation-1</dc:creator>');
    expect(core).toContain('<dc:language>en</dc:language>');
  });

  it('has the draft and its version above, the notice in short and the page of pages below', () => {
    const { rubric, ...rest } = inputOf([{ ...rich, draft: { title: 'Bill', version: 'second reading' } }]);
    const bytes = docxOf({ ...rest, rubric: { ...rubric, notice: 'Not official. Nor is it advice.' } });
    expect(textOf(part(bytes, 'word/header.xml'))).toBe('Bill, second reading');
    for (const footer of ['word/footer.xml', 'word/footer-first.xml']) {
      expect(textOf(part(bytes, footer))).toBe('Not official.Page 1 of 1');
      const fields = [...all(part(bytes, footer), 'w:fldSimple')].map(({ attributes }) => attributes['w:instr']?.trim());
      expect(fields).toEqual(['PAGE', 'NUMPAGES']);
    }
  });

  it('has real headings, which our own reader finds again, and a list of contents that leads to them', () => {
    const input = inputOf([{ ...rich, draft: { title: 'Bill' } }]);
    const bytes = docxOf(input);
    const headings = reportDocument(input, 'full').blocks.filter((block) => block.kind === 'heading');
    const read = readPackage(openPackage(bytes, 'report.docx')).blocks.filter(({ heading }) => heading);
    const shown = headings.map(({ number, text }) => (number === undefined ? text : `${number} ${text}`));
    expect(read.map(({ text }) => text)).toEqual(shown.map(visible));
    const contents = [...all(documentOf(bytes), 'w:p')].filter((each) => val([...all(each, 'w:pStyle')][0]) === 'TOC1');
    expect(contents).toHaveLength(headings.filter(({ level }) => level === 2).length);
  });

  it('shows a hostile text as text, in the body, the header and the properties', () => {
    const parts = partsOf(docxOf(inputOf([rich])));
    for (const name of ['word/document.xml', 'word/header.xml', 'docProps/core.xml']) {
      expect(parts[name]).toContain('&lt;script&gt;x&lt;/script&gt; | `code` [link](javascript:x) \\u001b[31mred\\u202e');
      expect(parts[name]).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
    }
  });

  it('keeps the blank lines that a reviewer typed, and not the line breaks of the editor', () => {
    const given: Assessment = {
      ...emptyAssessment(),
      answers: new Map([['f.a', { level: 1, notApplicable: null, rationale: 'one\ntwo\n\nthree', evidence: [] }]]),
    };
    const xml = partsOf(docxOf(inputOf([given])))['word/document.xml'];
    expect(xml).toContain('<w:t xml:space="preserve"> one two</w:t><w:br/><w:t xml:space="preserve">three</w:t>');
  });
});

describe('the chart of the features', () => {
  const bars = (assessment: Assessment): { fill: string | undefined; kind: string | undefined; length: number }[][] => {
    const [table] = [...all(documentOf(docxOf(inputOf([assessment]))), 'w:tbl')].filter(
      (each) => [...all(each, 'w:tblHeader')].length,
    );
    return [...all(table ?? ({ children: [] } as never), 'w:tc')]
      .map((cell) => [...all(cell, 'w:r')].filter((run) => val([...all(run, 'w:rStyle')][0]) === 'Bar'))
      .filter((runs) => runs.length > 0)
      .map((runs) =>
        runs.map((run) => {
          const [shade] = [...all(run, 'w:shd')];
          const length = [...all(run, 'w:t')][0]?.text.length ?? 0;
          return { kind: val(shade), fill: shade?.attributes['w:fill'], length };
        }),
      );
  };

  it('draws every bar to the same length, solid to the low end and hatched to the high', () => {
    const [first] = bars(rich);
    expect(first?.reduce((sum, { length }) => sum + length, 0)).toBe(40);
    const open = bars({ ...emptyAssessment(), answers: new Map([['f.e', { level: 3, notApplicable: null, evidence: [] }]]) });
    // f.e weighs 20 of 24, and f.b counts only if f.a has at least level 1 of 3: 20 1/3 of 24 are sure; the rest is open.
    expect(open[0]?.map(({ kind, length }) => [kind, length])).toEqual([
      ['clear', 34],
      ['diagStripe', 6],
    ]);
    expect(open[1]?.map(({ kind, length }) => [kind, length])).toEqual([['diagStripe', 40]]);
  });

  it('has the band in words beside its colour, and says what hatching means', () => {
    const text = textOf(documentOf(docxOf(inputOf([{ ...rich, answers: new Map([...rich.answers].slice(0, 1)) }]))));
    expect(text).toContain('Absent');
    expect(text).toContain('hatched');
  });
});

describe.each(inputs)('what Word wants of a file, and LibreOffice does not ask for: %s', (_, input) => {
  const bytes = docxOf(input);
  const parts = partsOf(bytes);

  it('is XML in every part', () => {
    for (const [name, xml] of Object.entries(parts)) expect([name, xmlFault(xml)]).toEqual([name, undefined]);
  });

  it('begins with the list of parts, each with its type, and every relation leads to one', () => {
    expect(Object.keys(parts)[0]).toBe('[Content_Types].xml');
    const types = parts['[Content_Types].xml'] ?? '';
    for (const name of Object.keys(parts).filter((each) => !/\.rels$|^\[/.test(each)))
      expect(types).toContain(`PartName="/${name}"`);
    for (const [rels, folder] of [
      ['_rels/.rels', ''],
      ['word/_rels/document.xml.rels', 'word/'],
    ] as const) {
      const targets = [...(parts[rels] ?? '').matchAll(/Target="([^"]*)"/g)].map(([, target]) => `${folder}${target}`);
      expect(targets.length).toBeGreaterThan(2);
      for (const target of targets) expect(Object.keys(parts)).toContain(target);
    }
    for (const [, id] of (parts['word/document.xml'] ?? '').matchAll(/r:id="([^"]*)"/g)) {
      expect(parts['word/_rels/document.xml.rels']).toContain(`Id="${id}"`);
    }
  });

  it('has the children of each element in the order of the schema', () => {
    let checked = 0;
    for (const name of Object.keys(parts).filter((each) => each.startsWith('word/') && each.endsWith('.xml'))) {
      for (const element of all({ children: [part(bytes, name)] } as never)) {
        const order = childOrder[element.name];
        if (!order) continue;
        checked++;
        const places = element.children.map((child) => order.indexOf(child.name));
        expect([element.name, element.children.map((child) => child.name).filter((child) => !order.includes(child))]).toEqual([
          element.name,
          [],
        ]);
        if (!mixed.includes(element.name))
          expect([element.name, places]).toEqual([element.name, [...places].sort((a, b) => a - b)]);
      }
    }
    expect(checked).toBeGreaterThan(100);
  });

  it('has tables of equal rows as wide as the text, a paragraph in each cell, heads that repeat and rows that stay whole', () => {
    const tables = [...all(documentOf(bytes), 'w:tbl')];
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) {
      const widths = [...all(table, 'w:gridCol')].map(({ attributes }) => Number(attributes['w:w']));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(11906 - 2 * 1134);
      const rows = [...all(table, 'w:tr')];
      for (const row of rows) {
        expect([...all(row, 'w:tcW')].map(({ attributes }) => Number(attributes['w:w']))).toEqual(widths);
        for (const cell of all(row, 'w:tc')) expect(cell.children.at(-1)?.name).toBe('w:p');
        expect([...all(row, 'w:cantSplit')]).toHaveLength(1);
      }
      expect(val([...all(table, 'w:tblCaption')][0])).toBeTruthy();
      // A table of names and values has heads at the side instead.
      const sideways = [...all(table, 'w:tblLook')][0]?.attributes['w:firstColumn'] === '1';
      expect(rows.map((row) => [...all(row, 'w:tblHeader')].length)).toEqual(
        rows.map((_, index) => (index === 0 && !sideways ? 1 : 0)),
      );
    }
  });

  it('uses no style, bookmark or list that it does not define, and each bookmark once', () => {
    const styles = [...all(part(bytes, 'word/styles.xml'), 'w:style')].map(({ attributes }) => attributes['w:styleId']);
    expect(new Set(styles).size).toBe(styles.length);
    for (const name of ['word/document.xml', 'word/header.xml', 'word/footer.xml', 'word/numbering.xml', 'word/styles.xml']) {
      for (const kind of ['w:pStyle', 'w:rStyle', 'w:tblStyle', 'w:basedOn', 'w:next'])
        for (const used of all(part(bytes, name), kind)) expect(styles).toContain(val(used));
    }
    const bookmarks = [...all(documentOf(bytes), 'w:bookmarkStart')];
    for (const key of ['w:id', 'w:name'])
      expect(new Set(bookmarks.map(({ attributes }) => attributes[key])).size).toBe(bookmarks.length);
    const names = bookmarks.map(({ attributes }) => attributes['w:name']);
    for (const name of names) expect(name).toMatch(/^\w{1,40}$/);
    for (const link of all(documentOf(bytes), 'w:hyperlink')) expect(names).toContain(link.attributes['w:anchor']);
    for (const used of all(part(bytes, 'word/styles.xml'), 'w:numId'))
      expect(parts['word/numbering.xml']).toContain(`<w:num w:numId="${val(used)}">`);
  });

  it('ends with the page: A4, within the body', () => {
    const [body] = [...all(documentOf(bytes), 'w:body')];
    if (!body) throw new Error('no body');
    expect(body.children.at(-1)?.name).toBe('w:sectPr');
    expect([...all(body, 'w:pgSz')][0]?.attributes).toEqual({ 'w:w': '11906', 'w:h': '16838' });
    for (const kind of ['begin', 'separate', 'end']) {
      const marks = [...all(body, 'w:fldChar')].filter(({ attributes }) => attributes['w:fldCharType'] === kind);
      expect(marks.length).toBeLessThanOrEqual(1);
    }
  });
});

describe('tables in Word', () => {
  const documentWith = (blocks: readonly Block[]): Element =>
    documentOf(writeDocx({ title: 'T', language: 'en', scale: inputOf([rich]).rubric.bands, notice: '', blocks }));
  const shade: Cell = { kind: 'shade', figure: '7', band: null };
  const heatMap = (laws: number): Table => ({
    kind: 'table',
    about: 'A',
    columns: ['Feature', ...Array.from({ length: laws }, (_, index) => `L${index}`)].map((title, index) => {
      return { title, align: 'left', room: index === 0 ? 26 : 14 } as const;
    }),
    rows: [[runsOf('first'), ...Array.from({ length: laws }, () => shade)]],
  });
  const headsOf = (body: Element): string[][] =>
    [...all(body, 'w:tbl')].map((table) => [...all(table, 'w:tc')].map(textOf).filter((text) => /^[A-Z]/.test(text)));

  it('a heat map of many laws goes on in another table, which names the features again', () => {
    expect(headsOf(documentWith([heatMap(5)]))).toEqual([['Feature', 'L0', 'L1', 'L2', 'L3', 'L4']]);
    expect(headsOf(documentWith([heatMap(7)]))).toEqual([
      ['Feature', 'L0', 'L1', 'L2', 'L3', 'L4'],
      ['Feature', 'L5', 'L6'],
    ]);
  });

  it('a paragraph stands between two tables, since Word would join them', () => {
    for (const blocks of [[heatMap(2), heatMap(2)], [heatMap(12)]]) {
      const [body] = all(documentWith(blocks), 'w:body');
      const names = body?.children.map(({ name }) => name) ?? [];
      expect(names.filter((name) => name === 'w:tbl').length).toBeGreaterThan(1);
      for (const [index, name] of names.entries()) if (name === 'w:tbl') expect(names[index + 1]).not.toBe('w:tbl');
    }
  });
});

describe('any text at all', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
  );

  it('makes a document that is XML, whatever stands in the answers', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const given: Assessment = {
          ...rich,
          draft: { title: text, version: text },
          reviewer: { name: text },
          answers: new Map([
            [
              'f.a',
              { level: 0, notApplicable: null, rationale: text, evidence: [{ at: text, quote: text, note: text }], owner: text },
            ],
          ]),
        };
        for (const xml of Object.values(partsOf(docxOf(inputOf([given]))))) expect(xmlFault(xml)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it('comes back from XML as it was, but for what XML forbids, which is shown by its code', () => {
    const back = (escaped: string): string => parseXml(`<a b="${escaped}"/>`, 'a').children[0]?.attributes['b'] ?? '';
    expect(escapeXml(`a & b < c > d " e ' \u0000\ud800\uffff`)).toBe(
      'a &amp; b &lt; c &gt; d &quot; e &apos; \\u0000\\ud800\\uffff',
    );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(back(escapeXml(text))).toBe(text);
      }),
    );
  });
});
