import { phrase } from '../../../messages/phrases.ts';
import { directionOf } from '../../../text/language.ts';
import type { BandKey, Block, Document, Heading, List, Role, Runs } from '../../document/blocks.ts';
import { headingText, strong, unfolded } from '../../document/build.ts';
import { declaration, namespace, page, relationNamespace } from './styles.ts';
import { betweenTables, factsXml, tableXml } from './table.ts';
import { type Links, lineBreak, paragraphXml, runsXml, type Surroundings } from './text.ts';

const roleStyles: Readonly<Record<Role, string>> = {
  notice: 'Notice',
  verdict: 'Verdict',
  about: 'About',
  ids: 'Ids',
  'feature-score': 'FeatureScore',
  note: 'Note',
  'to-close': 'ToClose',
  evidence: 'Evidence',
  warning: 'Warning',
  entry: 'Normal',
  detail: 'Note',
  'sub-detail': 'Note',
  foot: 'Note',
};

/** `word/document.xml`. */
export function documentXml({ blocks, closing = [], scale, language }: Document): string {
  const isRtl = directionOf(language) === 'rtl';
  const all = [...blocks, ...closing].flatMap(unfolded);
  const headings = all.filter((block) => block.kind === 'heading');
  const bookmarks = new Map(headings.map((heading, index) => [heading, bookmarkName(index)] as const));
  const links: Links = new Map(
    headings.flatMap((heading) => (heading.id === undefined ? [] : [[heading.id, bookmarks.get(heading) ?? ''] as const])),
  );
  const contents = contentsXml(headings, bookmarks, { scale, links, isRtl });
  const contentsBefore = all.findIndex((block) => block.kind === 'heading' && block.level === 2);
  const parts = all.map((block, index) => {
    const before = index === contentsBefore ? contents : '';
    const afterTable = ['table', 'facts'].includes(all[index - 1]?.kind ?? '');
    return before + blockXml(block, { scale, links, isRtl, bookmarks, afterTable });
  });
  return `${declaration}<w:document ${namespace} ${relationNamespace}><w:body>${parts.join('')}${sectionXml(isRtl)}</w:body></w:document>`;
}

interface Context extends Surroundings {
  readonly bookmarks: ReadonlyMap<Heading, string>;
  readonly afterTable: boolean;
}

function blockXml(block: Block, context: Context): string {
  const space = context.afterTable ? '<w:spacing w:before="120"/>' : '';
  switch (block.kind) {
    case 'heading':
      return headingXml(block, context);
    case 'facts':
      return factsXml(block.facts, phrase('docx', 'facts'), context);
    case 'paragraph':
      return paragraphXml(block.role ? roleStyles[block.role] : null, runsXml(block.runs, context), space);
    case 'callout': {
      const apart = block.headline && block.runs.length > 0 ? [{ text: ' ' }] : [];
      const runs = [...(block.headline?.words ?? []), ...apart, ...block.runs];
      return paragraphXml(block.tone && !block.headline ? 'Warning' : 'Verdict', runsXml(runs, context), space);
    }
    case 'list': {
      const style = block.role === 'evidence' ? roleStyles.evidence : 'ListBullet';
      if (block.start !== undefined) return numberedXml(block.items, block.start, context);
      return block.items.map((lines, index) => paragraphXml(style, linesXml(lines, context), index === 0 ? space : '')).join('');
    }
    case 'table':
      return (context.afterTable ? betweenTables : '') + tableXml(block, context);
    case 'band-key':
      return bandKeyXml(block, context, space);
    default:
      // Omits charts and bars: the text next to them contains the same numbers.
      return '';
  }
}

/** The titles of the bands in their colours, if the table before uses these colours; then the note. */
function bandKeyXml({ shades, note }: BandKey, context: Context, space: string): string {
  const titles = context.scale.flatMap(
    ({ id, title }, index): Runs => [
      ...(index > 0 ? [{ text: phrase('values', 'list-separator') }] : []),
      { ...strong(title), band: id },
    ],
  );
  const runs = [
    ...(shades ? [...titles, { text: phrase('values', 'stop-separator') }] : []),
    ...(note === undefined ? [] : [{ text: note }]),
  ];
  return runs.length === 0 ? '' : paragraphXml('Caption', runsXml(runs, context), space);
}

/** Numbers as text: a Word list that does not start at 1 would need a numbering definition of its own. */
function numberedXml(items: List['items'], start: number, context: Surroundings): string {
  return items
    .map((lines, index) => {
      const number = `${runsXml([{ text: `${start + index}.` }], context)}<w:r><w:tab/></w:r>`;
      return paragraphXml(null, number + linesXml(lines, context), '<w:ind w:left="397" w:hanging="284"/>');
    })
    .join('');
}

function linesXml(lines: readonly Runs[], context: Surroundings): string {
  return lines.map((runs) => runsXml(runs, context)).join(lineBreak);
}

/** The document title has the style Title, so Heading 1 is used for sections (level 2). */
function headingXml(heading: Heading, context: Context): string {
  const bookmark = context.bookmarks.get(heading) ?? '';
  const style = heading.level === 1 ? 'Title' : `Heading${heading.level - 1}`;
  const id = Number(bookmark.slice(-8));
  const text = runsXml(headingText(heading), context);
  return paragraphXml(style, `<w:bookmarkStart w:id="${id}" w:name="${bookmark}"/>${text}<w:bookmarkEnd w:id="${id}"/>`);
}

function bookmarkName(index: number): string {
  return `_Toc${String(index + 1).padStart(8, '0')}`;
}

/** A document with fewer sections gets no table of contents. */
const fewSections = 4;

/** The table of contents, as a Word field. Page numbers are missing until Word updates the field. */
function contentsXml(headings: readonly Heading[], bookmarks: ReadonlyMap<Heading, string>, surroundings: Surroundings): string {
  const listed = headings.filter(({ level }) => level === 2);
  if (listed.length < fewSections) return '';
  const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const entries = listed.map((heading, index) => {
    const first = `${field('begin')}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h \\z </w:instrText></w:r>${field('separate')}`;
    const text = runsXml(headingText(heading), surroundings);
    const link = `<w:hyperlink w:anchor="${bookmarks.get(heading)}" w:history="1">${text}</w:hyperlink>`;
    return paragraphXml('TOC1', `${index === 0 ? first : ''}${link}${index === listed.length - 1 ? field('end') : ''}`);
  });
  return paragraphXml('TOCHeading', runsXml(phrase('docx', 'contents'), surroundings)) + entries.join('');
}

/** A4 page. The first page has no header. */
const sectionXml = (isRtl: boolean): string =>
  [
    '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>',
    '<w:footerReference w:type="default" r:id="rIdFooter"/><w:footerReference w:type="first" r:id="rIdFirstFooter"/>',
    `<w:pgSz w:w="${page.width}" w:h="${page.height}"/>`,
    `<w:pgMar w:top="${page.top}" w:right="${page.side}" w:bottom="${page.bottom}" w:left="${page.side}" w:header="${page.edge}" w:footer="${page.edge}" w:gutter="0"/>`,
    `<w:titlePg/>${isRtl ? '<w:bidi/>' : ''}</w:sectPr>`,
  ].join('');
