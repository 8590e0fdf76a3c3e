import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { isOdt } from '../../../src/draft/readers/detect.ts';
import { readOdt } from '../../../src/draft/readers/odt/odt.ts';
import { CompassError } from '../../../src/source/problem.ts';

const style = (name: string, properties: string, family = 'text') =>
  `<style:style style:name="${name}" style:family="${family}"><style:text-properties ${properties}/></style:style>`;
const automatic = [
  style('T1', 'style:text-line-through-style="solid"'),
  style('T2', 'text:display="none"'),
  style('T3', 'style:text-position="super 58%"'),
  style('T4', 'style:text-line-through-style="none"'),
  style('P1', 'text:display="none"', 'paragraph'),
].join('');
const level = (number: number, format: string, more = '') =>
  `<text:list-level-style-number text:level="${number}" style:num-format="${format}" ${more}/>`;
const lists = `<text:list-style style:name="L1">${level(1, '1', 'style:num-suffix="."')}${level(2, 'a', 'style:num-prefix="(" style:num-suffix=")"')}${level(3, '1', 'text:display-levels="3"')}</text:list-style>`;

function read(text: string): string[] {
  const content = `<office:document-content><office:automatic-styles>${automatic}${lists}</office:automatic-styles><office:body><office:text>${text}</office:text></office:body></office:document-content>`;
  const bytes = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text'), 'content.xml': strToU8(content) });
  return readOdt(bytes, 'law.odt').blocks.map(
    ({ role = 'body', number, text: words, heading }) =>
      `${role}${number ? ` ${number}` : ''}${heading ? ' heading' : ''}: ${words}`,
  );
}
const p = (content: string, name = '') => `<text:p${name && ` text:style-name="${name}"`}>${content}</text:p>`;
const span = (name: string, text: string) => `<text:span text:style-name="${name}">${text}</text:span>`;

describe('the text of an OpenDocument file', () => {
  it.each([
    [
      'paragraphs and headings',
      '<text:h text:outline-level="1">One</text:h><text:p>Two</text:p>',
      ['body heading: One', 'body: Two'],
    ],
    ['spaces, tabs and line breaks', p('a<text:s/>b<text:tab/>c<text:line-break/>d'), ['body: a b c\nd']],
    [
      'a conditional text as it is shown',
      p('They <text:conditional-text text:string-value-if-true="act">act</text:conditional-text>.'),
      ['body: They act.'],
    ],
    ['spans and links', p(`pro${span('T4', 'vid')}<text:a>er</text:a>`), ['body: provider']],
    ['a raised figure is set off', p(`10${span('T3', '6')} euros`), ['body: 10^6 euros']],
    [
      'a table of contents',
      `<text:table-of-content><text:index-body>${p('1 Scope')}</text:index-body></text:table-of-content>`,
      ['contents: 1 Scope'],
    ],
    [
      'a text box and the description of a picture come after their paragraph',
      p(`a<draw:frame><draw:text-box>${p('box')}</draw:text-box><svg:desc>A map</svg:desc></draw:frame>b`),
      ['body: ab', 'alt: A map', 'body: box'],
    ],
    [
      'cells of a table',
      `<table:table><table:table-row><table:table-cell>${p('(a)')}</table:table-cell><table:table-cell>${p('one')}</table:table-cell></table:table-row></table:table>`,
      ['body: (a)', 'body: one'],
    ],
    ['no comments', p('a<office:annotation><text:p>no</text:p></office:annotation>b'), ['body: ab']],
    ['no scripts', p('a<text:script>no</text:script>b'), ['body: ab']],
    [
      'paragraphs, sections and rows that are hidden apart',
      `${p('<text:hidden-paragraph text:is-hidden="true"/>one')}<text:section text:display="condition" text:is-hidden="true">${p('two')}</text:section><table:table><table:table-row table:visibility="collapse"><table:table-cell>${p('three')}</table:table-cell></table:table-row></table:table>${p('<text:hidden-paragraph text:is-hidden="false"/>four')}`,
      ['struck: one', 'struck: two', 'struck: three', 'body: four'],
    ],
  ])('has %s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('has the numbers of its lists', () => {
    const item = (content: string, more = '') => `<text:list-item${more}>${content}</text:list-item>`;
    const inner = `<text:list>${item(p('two'))}${item(`${p('three')}<text:list>${item(p('four'))}</text:list>`)}</text:list>`;
    const list = (content: string, more = '') => `<text:list text:style-name="L1"${more}>${content}</text:list>`;
    expect(
      read(
        list(item(p('one') + inner) + item(p('five'))) +
          list(item(p('six')), ' text:continue-numbering="true"') +
          list(item(p('seven')) + item(p('eight'), ' text:start-value="9"')),
      ),
    ).toEqual([
      'body: 1. one',
      'body: (a) two',
      'body: (b) three',
      'body: 1.b.1 four',
      'body: 2. five',
      'body: 3. six',
      'body: 1. seven',
      'body: 9. eight',
    ]);
  });

  it('has numbers with the words of newer list styles', () => {
    const styles = `<text:list-style style:name="L2">${level(1, 'I', 'loext:num-list-format="Chapter %1%"')}${level(2, '1', 'loext:num-list-format="Article %2%."')}${level(3, '1', 'loext:num-list-format="%2%.%3%"')}</text:list-style>`;
    const content = `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text><text:list text:style-name="L2"><text:list-item>${p('One')}<text:list><text:list-item>${p('Two')}<text:list><text:list-item>${p('Three')}</text:list-item></text:list></text:list-item></text:list></text:list-item></text:list></office:text></office:body></office:document-content>`;
    const bytes = zipSync({ 'content.xml': strToU8(content) });
    expect(readOdt(bytes, 'law.odt').blocks.map(({ text }) => text)).toEqual(['Chapter I One', 'Article 1. Two', '1.1 Three']);
  });

  it('has notes with their number, which are no words of the sentence', () => {
    const note = `<text:note><text:note-citation>4</text:note-citation><text:note-body>${p('See.')}${p('Also.')}</text:note-body></text:note>`;
    expect(read(p(`A remedy${note} in court.`))).toEqual(['body: A remedy in court.', 'note 4: See.\nAlso.']);
  });
});

describe('words of an OpenDocument file that are struck or hidden are apart from the law', () => {
  const changes = `<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info><dc:creator>no</dc:creator></office:change-info>${p('may')}</text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion/></text:changed-region></text:tracked-changes>`;
  it.each([
    ['struck', p(`They ${span('T1', 'may')} shall act.`), ['body: They shall act.', 'struck: may']],
    ['hidden', p(`They ${span('T2', 'may')}shall act.`), ['body: They shall act.', 'struck: may']],
    ['hidden with their paragraph', p('may', 'P1'), ['struck: may']],
    ['hidden with their section', `<text:section text:display="none">${p('may')}</text:section>`, ['struck: may']],
    ['deleted', `${changes}${p('They <text:change text:change-id="c1"/>shall act.')}`, ['body: They shall act.', 'struck: may']],
    ['deleted between paragraphs', `${changes}${p('One.')}<text:change text:change-id="c1"/>`, ['body: One.', 'struck: may']],
  ])('%s', (_, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('but not what is inserted', () => {
    expect(
      read(`${changes}${p('They <text:change-start text:change-id="c2"/>shall<text:change-end text:change-id="c2"/> act.')}`),
    ).toEqual(['body: They shall act.']);
  });
});

describe('a file that is not an OpenDocument text', () => {
  const zip = (mimetype: string) => zipSync({ mimetype: [strToU8(mimetype), { level: 0 }] });

  it('is told by its first part', () => {
    expect(isOdt(zip('application/vnd.oasis.opendocument.text'))).toBe(true);
    expect(isOdt(zip('application/vnd.oasis.opendocument.text-web'))).toBe(true);
    expect(isOdt(zip('application/vnd.oasis.opendocument.text-template'))).toBe(true);
    expect(isOdt(zip('application/vnd.oasis.opendocument.spreadsheet'))).toBe(false);
    expect(isOdt(zipSync({ 'word/document.xml': strToU8('x') }))).toBe(false);
  });

  it('is told by its parts if it was packed again', () => {
    expect(isOdt(zipSync({ 'content.xml': strToU8('x'), 'META-INF/manifest.xml': strToU8('x') }))).toBe(true);
    expect(isOdt(zipSync({ '[Content_Types].xml': strToU8('x'), 'META-INF/manifest.xml': strToU8('content.xml') }))).toBe(false);
  });

  it.each([
    ['without content', zip('application/vnd.oasis.opendocument.text')],
    ['no archive', strToU8('PK')],
  ])('is refused: %s', (_, bytes) => {
    expect(() => readOdt(bytes, 'x.odt')).toThrow(CompassError);
  });
});
