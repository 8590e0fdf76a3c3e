import { strToU8, zipSync } from 'fflate';
import { phrase } from '../../../messages/phrases.ts';
import { directionOf } from '../../../text/language.ts';
import type { Document } from '../../document/blocks.ts';
import { documentXml } from './body.ts';
import { declaration, namespace, numberingXml, settingsXml, stylesXml } from './styles.ts';
import { attribute, fieldXml, paragraphXml, runsXml } from './text.ts';

/** A document as a Word file: headings, tables, links between them, page numbers. */
export function writeDocx(document: Document): Uint8Array {
  const isRtl = directionOf(document.language) === 'rtl';
  const footer = footerXml(document.notice, isRtl);
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relationships(packageParts),
    'docProps/core.xml': coreXml(document),
    'docProps/app.xml': `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>ungps-compass</Application></Properties>`,
    'word/document.xml': documentXml(document),
    'word/_rels/document.xml.rels': relationships(documentParts),
    'word/styles.xml': stylesXml(document.language),
    'word/numbering.xml': numberingXml,
    'word/settings.xml': settingsXml,
    'word/header.xml': headerXml(document.runningTitle ?? document.title, isRtl),
    'word/footer.xml': footer,
    'word/footer-first.xml': footer,
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
  // A zip entry has a local time: built from local parts, it is the same bytes in every time zone.
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 });
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const core = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
const word = 'wordprocessingml';

/** A part of the file: its relation to the part that names it, and its content type. */
type Part = readonly [id: string, relation: string, target: string, contentType: string];

const packageParts: readonly Part[] = [
  ['rIdDocument', `${office}/officeDocument`, 'word/document.xml', `officedocument.${word}.document.main`],
  ['rIdCore', core, 'docProps/core.xml', 'package.core-properties'],
  ['rIdApp', `${office}/extended-properties`, 'docProps/app.xml', 'officedocument.extended-properties'],
];

const documentParts: readonly Part[] = [
  ['rIdStyles', `${office}/styles`, 'styles.xml', `officedocument.${word}.styles`],
  ['rIdNumbering', `${office}/numbering`, 'numbering.xml', `officedocument.${word}.numbering`],
  ['rIdSettings', `${office}/settings`, 'settings.xml', `officedocument.${word}.settings`],
  ['rIdHeader', `${office}/header`, 'header.xml', `officedocument.${word}.header`],
  ['rIdFooter', `${office}/footer`, 'footer.xml', `officedocument.${word}.footer`],
  ['rIdFirstFooter', `${office}/footer`, 'footer-first.xml', `officedocument.${word}.footer`],
];

function relationships(parts: readonly Part[]): string {
  const entries = parts.map(([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`);
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries.join('')}</Relationships>`;
}

/** `[Content_Types].xml`. */
const contentTypes = [
  `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  ...[...packageParts, ...documentParts.map(([id, type, target, kind]): Part => [id, type, `word/${target}`, kind])].map(
    ([, , target, kind]) => `<Override PartName="/${target}" ContentType="application/vnd.openxmlformats-${kind}+xml"/>`,
  ),
  '</Types>',
].join('');

/** No dates: the same result gives the same bytes. */
function coreXml({ title, subject, author, notice, language }: Document): string {
  const element = (name: string, text = ''): string => (text === '' ? '' : `<dc:${name}>${attribute(text)}</dc:${name}>`);
  return [
    `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">`,
    element('title', title),
    element('subject', subject),
    element('creator', author),
    element('description', notice),
    element('language', language),
    '</cp:coreProperties>',
  ].join('');
}

/** Headers and footers have no links and no colours. */
const nowhere = { scale: [], links: new Map<string, string>() };

function headerXml(title: string, isRtl: boolean): string {
  return `${declaration}<w:hdr ${namespace}>${paragraphXml('Header', runsXml(shortened(title, 110), { ...nowhere, isRtl }))}</w:hdr>`;
}

/** The first sentence of the notice, and the page number. */
function footerXml(notice: string, isRtl: boolean): string {
  const short = shortened(notice.match(/^.*?(?:[.!?؟](?=\s|$)|[。！？])/s)?.[0] ?? notice, 90);
  const fields: Readonly<Record<string, string>> = { '\u0001': fieldXml('PAGE', '1'), '\u0002': fieldXml('NUMPAGES', '1') };
  const numbers = phrase('docx', 'page', { page: '\u0001', pages: '\u0002' })
    .split(/([\u0001\u0002])/)
    .map((piece) => fields[piece] ?? runsXml(piece, { ...nowhere, isRtl }));
  const text = `${runsXml(short, { ...nowhere, isRtl })}<w:r><w:tab/></w:r>${numbers.join('')}`;
  return `${declaration}<w:ftr ${namespace}>${paragraphXml('Footer', text)}</w:ftr>`;
}

/** Text cut to a number of characters. The title and the method have it in full. */
function shortened(text: string, length: number): string {
  const characters = [...text.trim()];
  return characters.length <= length ? text.trim() : `${characters.slice(0, length - 1).join('')}…`;
}
