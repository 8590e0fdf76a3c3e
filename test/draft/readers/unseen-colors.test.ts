import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Read } from '../../../src/draft/block.ts';
import { readDocx } from '../../../src/draft/readers/docx/docx.ts';
import { readHtml } from '../../../src/draft/readers/html/html.ts';
import { readMarkdown } from '../../../src/draft/readers/markdown/markdown.ts';
import { readFlatOdt } from '../../../src/draft/readers/odt/odt.ts';
import { readRtf } from '../../../src/draft/readers/rtf/rtf.ts';

const html = (body: string) => readHtml(`<html><body>${body}</body></html>`, 'law.html');
const rtf = (body: string) =>
  readRtf(
    Uint8Array.from(
      `{\\rtf1{\\colortbl;\\red255\\green255\\blue255;\\red0\\green0\\blue128;\\red254\\green254\\blue255;}${body}\\par}`,
      (each) => each.charCodeAt(0),
    ),
    'law.rtf',
  );
const style = (name: string, family: string, properties: string) =>
  `<style:style style:name="${name}" style:family="${family}">${properties}</style:style>`;
const odt = (body: string, more = '') =>
  readFlatOdt(
    `<office:document><office:automatic-styles>
${style('white', 'text', '<style:text-properties fo:color="#ffffff"/>')}
${style('same', 'text', '<style:text-properties fo:color="#000080" fo:background-color="#000080"/>')}
${style('navy', 'text', '<style:text-properties fo:color="#000080"/>')}
${style('dot', 'text', '<style:text-properties fo:font-size="1pt"/>')}
${style('bar', 'paragraph', '<style:paragraph-properties fo:background-color="#000080"/>')}
${style('cell', 'table-cell', '<style:table-cell-properties fo:background-color="#ffffff"/>')}${more}
</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document>`,
    'law.fodt',
  );
const docx = (paragraph: string) =>
  readDocx(
    zipSync({ 'word/document.xml': strToU8(`<w:document><w:body><w:p>${paragraph}</w:p></w:body></w:document>`) }),
    'law.docx',
  );
const run = (properties: string) => `<w:r><w:rPr>${properties}</w:rPr><w:t>no word</w:t></w:r>`;
const span = (name: string) => `<text:span text:style-name="${name}">no word</text:span>`;
const table = (cell: string) =>
  `<table:table><table:table-row><table:table-cell${cell}><text:p>${span('white')}</text:p></table:table-cell></table:table-row></table:table>`;

const rolesOf = ({ blocks, warnings }: Read) => ({ roles: blocks.map(({ role = 'body' }) => role), warnings });

describe('words of the colour that the file puts behind them are struck', () => {
  it.each<[string, Read | Promise<Read>]>([
    ['HTML', html('<p style="color:#000080;background:navy">no word</p>')],
    ['HTML, attributes', html('<table bgcolor="navy"><tr><td><font color="#000080">no word</font></td></tr></table>')],
    ['Markdown', readMarkdown('<span style="color:white;background:#fff">no word</span>\n', 'law.md')],
    ['RTF, behind the words', rtf('{\\cf2\\chcbpat2 no word}')],
    ['RTF, a highlight', rtf('{\\cf2\\highlight2 no word}')],
    ['RTF, behind the paragraph', rtf('\\pard\\cbpat1{\\cf3 no word}')],
    ['OpenDocument, behind the words', odt(`<text:p>${span('same')}</text:p>`)],
    ['OpenDocument, behind the paragraph', odt(`<text:p text:style-name="bar">${span('navy')}</text:p>`)],
    ['OpenDocument, behind a cell', odt(table(' table:style-name="cell"'))],
    ['Word, shading', docx(run('<w:color w:val="000080"/><w:shd w:val="clear" w:fill="000080"/>'))],
    ['Word, white shading', docx(run('<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="FFFFFF"/>'))],
    ['Word, a highlight', docx(run('<w:color w:val="000080"/><w:highlight w:val="darkBlue"/>'))],
    [
      'Word, behind the paragraph',
      docx(`<w:pPr><w:shd w:val="clear" w:fill="FEFEFE"/></w:pPr>${run('<w:color w:val="FFFFFF"/>')}`),
    ],
    ['Word, letters of one point', docx(run('<w:sz w:val="2"/>'))],
    ['RTF, letters of one point', rtf('{\\fs2 no word}')],
    ['OpenDocument, letters of one point', odt(`<text:p>${span('dot')}</text:p>`)],
  ])('%s', async (_, read) => {
    expect(rolesOf(await read)).toEqual({ roles: ['struck'], warnings: [] });
  });
});

describe('white words with nothing stated behind them count, and are named', () => {
  it.each<[string, Read | Promise<Read>]>([
    ['HTML', html('<p style="color:#fff">no word</p>')],
    ['HTML, a colour that is inherited', html('<p style="color:#fff"><b style="color:currentcolor">no word</b></p>')],
    ['RTF', rtf('{\\cf1 no word}')],
    ['OpenDocument', odt(`<text:p>${span('white')}</text:p>`)],
    ['Word', docx(run('<w:color w:val="FFFFFF"/>'))],
    ['Word, a colour of the theme', docx(run('<w:color w:val="auto" w:themeColor="background1"/>'))],
  ])('%s', async (_, read) => {
    expect(rolesOf(await read)).toEqual({ roles: ['body'], warnings: [{ code: 'pale', n: 2, words: 'no word' }] });
  });
});

describe('words are ordinary', () => {
  it.each<[string, Read | Promise<Read>]>([
    ['in white on a colour, HTML', html('<p style="color:#fff;background:navy">no word</p>')],
    ['in white on a colour, RTF', rtf('{\\cf1\\chcbpat2 no word}')],
    ['in white in a cell, RTF', rtf('\\trowd\\pard\\intbl{\\cf1 no word}\\cell\\row')],
    ['in white on a coloured page, RTF', rtf('\\viewbksp1{\\cf1 no word}')],
    ['in white after \\plain, RTF', rtf('\\cf1\\plain no word')],
    ['in white on a colour, OpenDocument', odt(`<text:p text:style-name="bar">${span('white')}</text:p>`)],
    ['in white in a cell without a colour of its own, OpenDocument', odt(table(''))],
    [
      'in white on a coloured page, OpenDocument',
      odt(
        `<text:p>${span('white')}</text:p>`,
        '<style:page-layout style:name="pm"><style:page-layout-properties fo:background-color="#000080"/></style:page-layout>',
      ),
    ],
    ['in white on a highlight, Word', docx(run('<w:color w:val="FFFFFF"/><w:highlight w:val="blue"/>'))],
    ['in a colour, HTML', html('<p style="color:navy">no word</p>')],
    ['in a closed <details>, HTML', html('<details><p>no word</p></details>')],
    ['with aria-hidden, HTML', html('<p aria-hidden="true">no word</p>')],
    ['hidden on paper alone, HTML', html('<style>@media print{p{display:none}}</style><p>no word</p>')],
  ])('%s', async (_, read) => {
    expect(rolesOf(await read)).toEqual({ roles: ['body'], warnings: [] });
  });
});
