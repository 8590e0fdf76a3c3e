import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compass } from '../cli/run.ts';
import { xmlFault } from '../fixtures/well-formed-xml.ts';

/** Text that a program that reads the output might execute, follow, load or interpret as markup. */
const payloads = [
  '<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)>',
  '"><img src=x onerror=alert(1)>',
  "'onmouseover='alert(1)",
  '</textarea></style></title><!-- --><base href=//evil.example>',
  '[x](javascript:alert(1)) ![y](http://evil.example/z.png) <http://evil.example>',
  'see http://evil.example/a, ftp://evil.example and www.evil.example',
  '`code` ```\n# A heading\n| a | b |\n- [ ] item\n---\n```js\nx\n```',
  '| one | two |\\| three',
  '=HYPERLINK("http://evil.example";"x")',
  "+1+cmd|'/c calc'!A0",
  "-2+3+cmd|'/c calc'!A0",
  '@SUM(1;=1+1)',
  '\t=1+1',
  '\r=1+1',
  'a;=1+1;"b',
  '\uff1d1+1',
  '::error file=x::y\n::set-output name=x::y%0A::add-mask::z%25',
  '{0} {{1}} [text](0) %s {x} {n|a|b}',
  '\u0000\u0001\ufffe\uffff\ud800x]]>&amp;&#0;',
  '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" } INCLUDETEXT "file:///etc/passwd"',
  '&lt;b&gt; &#60;script&#62;',
  '@evil and (@evil/team), .@evil -@evil _@evil, not evil@evil.example',
] as const;

const formats = ['markdown', 'html', 'csv', 'docx', 'json'];
const machine = ['sarif', 'junit', 'github', 'csv', 'markdown'];

/** A rubric and answers in which every text is the payload. */
function filesWith(payload: string): Record<string, string> {
  // YAML allows NUL and lone surrogates only as escapes.
  const x = JSON.stringify(payload);
  return {
    'r/rubric.yaml': `format: compass-rubric/1\nid: r\nversion: 1.0.0\ntitle: ${x}\nlanguage: en\nnotice: ${x}\nlevels: [${x}, yes]\nbands: [{ id: b, from: 0, title: ${x} }]\nfeatures: [f]\nsteps: [s]\ncaps: []\n`,
    'r/features/f.yaml': `id: f\ntitle: ${x}\nsummary: ${x}\nquestions:\n  - { id: a, text: ${x}, help: ${x}, gap: ${x}, critical: true }\n  - { id: b, text: ${x}, help: ${x}, gap: ${x} }\n`,
    'r/steps/s.yaml': `id: s\ntitle: ${x}\nquestions: [{ id: q, text: ${x}, help: ${x} }]\n`,
    'r/flags.yaml': `flags: [{ id: bad, text: ${x}, help: ${x}, severity: severe, principles: [1] }]\n`,
    ...Object.fromEntries(
      ['x', 'y'].map((name) => [
        `${name}.answers.yaml`,
        `format: compass-answers/1\nrubric: { id: r, version: 1.0.0 }\ndraft: { title: ${x}, jurisdiction: ${x}, version: ${x}, date: ${x}, note: ${x} }\nreviewer: { name: ${JSON.stringify(`${name} ${payload}`)}, organisation: ${x} }\nanswers:\n  f.a: { level: 0, rationale: ${x}, evidence: [{ at: ${x}, quote: ${x}, note: ${x} }], owner: ${x}, review: ${x} }\n  f.b: { notApplicable: ${x} }\nsteps: { s.q: { status: partly, notes: ${x} } }\nflags: { bad: { present: true, rationale: ${x}, evidence: [{ at: ${x}, quote: ${x} }] } }\n`,
      ]),
    ),
  };
}

type Check = (text: string, name: string) => void;

const checks: Readonly<Record<string, Check>> = {
  markdown: (text) => {
    expect(text).not.toMatch(/(?<!\\)(?:\\\\)*<(?:\/?(?:script|img|svg|base|style|title|textarea|http)|!--)/i);
    expect(text).not.toMatch(/(?<!\\)\]\((?!#)/);
    expect(text).not.toMatch(/(?:https?|ftp):\/\/evil|www\.evil/);
    expect(text).not.toMatch(/(?<![A-Za-z0-9])@\w/);
    expect(text).not.toMatch(/^\s*(?:```|~~~|# A heading|- \[ \] item)/m);
    let columns = 0;
    for (const line of text.split('\n')) {
      const bars = line.startsWith('|') ? (line.match(/(?<!\\)(?:\\\\)*\|/g)?.length ?? 0) : 0;
      if (bars > 0 && columns > 0) expect([line, bars]).toEqual([line, columns]);
      columns = bars;
    }
  },
  html: (text) => {
    const allowed =
      /^(?:!doctype|html|head|meta|title|style|body|main|header|footer|section|nav|article|h[1-6]|p|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|th|td|details|summary|div|span|strong|em|b|i|small|a|code|blockquote|q|br|hr|abbr|figure|figcaption|svg|g|rect|line|text|path|circle|desc|time|sup|mark|s|colgroup|col|cite)$/;
    const parser = new Parser({
      onopentag: (name, attributes) => {
        expect(name).toMatch(allowed);
        for (const [key, value] of Object.entries(attributes)) {
          expect(key).not.toMatch(/^on/i);
          if (/^(?:href|src|action|formaction|xlink:href|data|poster|srcset)$/.test(key)) expect(value).toMatch(/^#/);
        }
      },
    });
    parser.end(text);
    expect(text).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src [^"]*"/);
  },
  csv: (text) => {
    for (const cell of cellsOf(text.replace(/^\ufeff/, '')))
      for (const part of cell.split(';'))
        if (/^[\s\u200b]*[=+\-@\uff1d\t\r]/.test(part)) expect(part.trim()).toMatch(/^[+-]?\d+(\.\d+)?$/);
  },
  json: (text) => void JSON.parse(text),
  sarif: (text) => {
    const walk = (value: unknown, key: string): void => {
      if (typeof value === 'object' && value !== null) for (const [name, each] of Object.entries(value)) walk(each, name);
      if (key === 'uri' && typeof value === 'string' && !value.startsWith('https://'))
        expect(value).toMatch(/^(?![a-z]+:)[\w\-.!~*'()%/]+$/i);
      if (key === 'text' && typeof value === 'string')
        expect(value).not.toMatch(/(?<!\\)\[[^\]]*(?<!\\)\]\(|(?<!\{)\{\d+\}(?!\})/);
    };
    walk(JSON.parse(text), '');
  },
  junit: (text) => expect(xmlFault(text)).toBeUndefined(),
  github: (text) => {
    for (const line of text.trimEnd().split('\n')) expect(line).toMatch(/^::(?:error|warning|notice) [^\n]*?::[^\r\n]*$/);
    expect(text).not.toMatch(/%(?!25|0A|3A|2C)/);
    expect(text).not.toMatch(/%0A::add-mask/);
  },
};

function cellsOf(text: string): string[] {
  return [...text.matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g)].map(([, quoted, plain]) =>
    (quoted ?? plain ?? '').replaceAll('""', '"'),
  );
}

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'compass-test-'));
  for (const folder of ['r/features', 'r/steps']) await mkdir(join(cwd, folder), { recursive: true });
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

describe.each(payloads)('%j in every text of rubric and answers', (payload) => {
  beforeAll(async () => {
    for (const [name, content] of Object.entries(filesWith(payload))) await writeFile(join(cwd, name), content);
  });

  const run = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await compass([...args, '--rubric', 'r'], { cwd });
    expect([code, stderr]).toEqual([expect.not.stringMatching(/[27]/), expect.not.stringMatching(/bug in compass/)]);
    return stdout;
  };

  it('is plain text in a report, a score, a comparison and a panel, in each format', async () => {
    for (const format of formats.filter((each) => each !== 'docx'))
      checks[format]?.(await run('report', 'x.answers.yaml', '--format', format), format);
    for (const format of machine)
      checks[format]?.(
        await run('score', 'x.answers.yaml', 'y.answers.yaml', '--fail-on', 'critical,flag', '--format', format),
        format,
      );
    for (const format of ['markdown', 'html', 'csv', 'json'])
      for (const as of ['versions', 'laws'])
        checks[format]?.(await run('compare', 'x.answers.yaml', 'y.answers.yaml', '--as', as, '--format', format), format);
    for (const format of ['markdown', 'html', 'json'])
      checks[format]?.(await run('panel', 'x.answers.yaml', 'y.answers.yaml', '--format', format), format);
    checks['markdown']?.((await compass(['rubric', 'show', 'r', '--format', 'markdown'], { cwd })).stdout, 'rubric');
  });

  it('is plain text in a Word document, which is well-formed and has no foreign fields, objects or external files', async () => {
    await run('report', 'x.answers.yaml', '--output', 'x.docx', '--quiet');
    const parts = Object.entries(unzipSync(await readFile(join(cwd, 'x.docx')))).map(
      ([name, data]) => [name, strFromU8(data)] as const,
    );
    for (const [name, text] of parts) {
      expect([name, xmlFault(text)]).toEqual([name, undefined]);
      expect(text).not.toMatch(/TargetMode="External"|<w:(?:object|control|altChunk|attachedTemplate|pict)\b|<o:/);
      for (const [, field] of text.matchAll(/<w:(?:instrText|fldSimple)\b([^>]*>[^<]*)/g))
        expect(field).toMatch(/(?:PAGE|NUMPAGES|TOC|PAGEREF)\b/);
      for (const [, field] of text.matchAll(/<w:(?:instrText|fldSimple)\b([^>]*>[^<]*)/g))
        expect(field).not.toMatch(/DDE|INCLUDE|HYPERLINK "http/);
    }
  });
});
