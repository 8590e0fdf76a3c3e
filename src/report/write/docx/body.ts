import { phrase } from '../../../messages/phrases.ts';
import type { BandKey, Block, Document, Heading, List, Role, Runs } from '../../document/blocks.ts';
import { headingText, strong, unfolded } from '../../document/build.ts';
import { declaration, namespace, page, relationNamespace } from './styles.ts';
import { betweenTables, factsXml, tableXml } from './table.ts';
import { content, type Links, lineBreak, paragraphXml, runsXml, type Surroundings } from './text.ts';

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
export function documentXml({ blocks, closing = [], scale }: Document): string {
  const all = [...blocks, ...closing].flatMap(unfolded);
  const headings = all.filter((block) => block.kind === 'heading');
  const bookmarks = new Map(headings.map((heading, index) => [heading, bookmarkName(index)] as const));
  const links: Links = new Map(
    headings.flatMap((heading) => (heading.id === undefined ? [] : [[heading.id, bookmarks.get(heading) ?? ''] as const])),
  );
  const contents = contentsXml(headings, bookmarks);
  const contentsBefore = all.findIndex((block) => block.kind === 'heading' && block.level === 2);
  const parts = all.map((block, index) => {
    const before = index === contentsBefore ? contents : '';
    const afterTable = ['table', 'facts'].includes(all[index - 1]?.kind ?? '');
    return before + blockXml(block, { scale, links, bookmarks, afterTable });
  });
  return `${declaration}<w:document ${namespace} ${relationNamespace}><w:body>${parts.join('')}${sectionXml}</w:body></w:document>`;
}

interface Place extends Surroundings {
  readonly bookmarks: ReadonlyMap<Heading, string>;
  readonly afterTable: boolean;
}

function blockXml(block: Block, place: Place): string {
  const space = place.afterTable ? '<w:spacing w:before="120"/>' : '';
  switch (block.kind) {
    case 'heading':
      return headingXml(block, place.bookmarks.get(block) ?? '');
    case 'facts':
      return factsXml(block.facts, phrase('docx', 'facts'), place);
    case 'paragraph':
      return paragraphXml(block.role ? roleStyles[block.role] : null, runsXml(block.runs, place), space);
    case 'callout': {
      const apart = block.headline && block.runs.length > 0 ? [{ text: ' ' }] : [];
      const runs = [...(block.headline?.words ?? []), ...apart, ...block.runs];
      return paragraphXml(block.tone && !block.headline ? 'Warning' : 'Verdict', runsXml(runs, place), space);
    }
    case 'list': {
      const style = block.role === 'evidence' ? roleStyles.evidence : 'ListBullet';
      if (block.start !== undefined) return numberedXml(block.items, block.start, place);
      return block.items.map((lines, index) => paragraphXml(style, linesXml(lines, place), index === 0 ? space : '')).join('');
    }
    case 'table':
      return (place.afterTable ? betweenTables : '') + tableXml(block, place);
    case 'band-key':
      return bandKeyXml(block, place, space);
    default:
      // Pictures on their own: the text beside them has their figures.
      return '';
  }
}

/** The bands by their titles, which have their colours, where figures stand on colours. */
function bandKeyXml({ shades, note }: BandKey, place: Place, space: string): string {
  const titles = place.scale.flatMap(
    ({ id, title }, index): Runs => [...(index > 0 ? [{ text: ', ' }] : []), { ...strong(title), band: id }],
  );
  const runs = [...(shades ? [...titles, { text: '. ' }] : []), ...(note === undefined ? [] : [{ text: note }])];
  return runs.length === 0 ? '' : paragraphXml('Caption', runsXml(runs, place), space);
}

/** Numbers as text: where a list of Word's begins anew is for a numbering of its own to say. */
function numberedXml(items: List['items'], start: number, place: Surroundings): string {
  return items
    .map((lines, index) => {
      const number = `${runsXml([{ text: `${start + index}.` }], place)}<w:r><w:tab/></w:r>`;
      return paragraphXml(null, number + linesXml(lines, place), '<w:ind w:left="397" w:hanging="284"/>');
    })
    .join('');
}

function linesXml(lines: readonly Runs[], place: Surroundings): string {
  return lines.map((runs) => runsXml(runs, place)).join(lineBreak);
}

/** The title has a style of its own: what is Heading 1 in Word is a part of the document. */
function headingXml(heading: Heading, bookmark: string): string {
  const style = heading.level === 1 ? 'Title' : `Heading${heading.level - 1}`;
  const id = Number(bookmark.slice(-8));
  const text = `<w:r><w:t xml:space="preserve">${content(headingText(heading))}</w:t></w:r>`;
  return paragraphXml(style, `<w:bookmarkStart w:id="${id}" w:name="${bookmark}"/>${text}<w:bookmarkEnd w:id="${id}"/>`);
}

function bookmarkName(index: number): string {
  return `_Toc${String(index + 1).padStart(8, '0')}`;
}

/** With fewer sections than this a document needs no contents. */
const fewSections = 4;

/**
 * The parts of the document as links. It is a field: asked to update it, Word adds the numbers of the pages, which nobody knows
 * before the pages are laid out.
 */
function contentsXml(headings: readonly Heading[], bookmarks: ReadonlyMap<Heading, string>): string {
  const listed = headings.filter(({ level }) => level === 2);
  if (listed.length < fewSections) return '';
  const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
  const entries = listed.map((heading, index) => {
    const first = `${field('begin')}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h \\z </w:instrText></w:r>${field('separate')}`;
    const text = `<w:r><w:t xml:space="preserve">${content(headingText(heading))}</w:t></w:r>`;
    const link = `<w:hyperlink w:anchor="${bookmarks.get(heading)}" w:history="1">${text}</w:hyperlink>`;
    return paragraphXml('TOC1', `${index === 0 ? first : ''}${link}${index === listed.length - 1 ? field('end') : ''}`);
  });
  return paragraphXml('TOCHeading', `<w:r><w:t>${content(phrase('docx', 'contents'))}</w:t></w:r>`) + entries.join('');
}

/** A4, the header from the second page on. */
const sectionXml = [
  '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>',
  '<w:footerReference w:type="default" r:id="rIdFooter"/><w:footerReference w:type="first" r:id="rIdFirstFooter"/>',
  `<w:pgSz w:w="${page.width}" w:h="${page.height}"/>`,
  `<w:pgMar w:top="${page.top}" w:right="${page.side}" w:bottom="${page.bottom}" w:left="${page.side}" w:header="${page.edge}" w:footer="${page.edge}" w:gutter="0"/>`,
  '<w:titlePg/></w:sectPr>',
].join('');
