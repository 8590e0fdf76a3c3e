import { visible } from '../../../text/plain-text.ts';
import type { Document, TextRun } from '../../document/blocks.ts';
import { runsOf, type Text } from '../../document/build.ts';
import { escapeXml } from '../../escape/xml.ts';
import { plainStyle, toneOf } from '../style.ts';
import { directedParts, isLeftToRight, withMarks } from './direction.ts';
import { colours } from './styles.ts';

/** Bookmarks of the headings that a run may link to, by the ids of questions and flags. */
export type Links = ReadonlyMap<string, string>;

const characterProperties = {
  strong: '<w:rStyle w:val="Strong"/>',
  emphasis: '<w:rStyle w:val="Emphasis"/>',
  code: '<w:rStyle w:val="Code"/>',
  match: '<w:rStyle w:val="Strong"/>',
  new: '<w:rStyle w:val="Strong"/>',
  gone: '<w:strike/>',
};

/** A paragraph of a style. @param more properties that come after the style, in the order that the schema wants them */
export function paragraphXml(style: string | null, content: string, more = ''): string {
  const named = style === null ? '' : `<w:pStyle w:val="${style}"/>`;
  const properties = named === '' && more === '' ? '' : `<w:pPr>${named}${more}</w:pPr>`;
  return `<w:p>${properties}${content}</w:p>`;
}

/** What runs need to know of their document. */
export interface Surroundings {
  readonly scale: Document['scale'];
  readonly links: Links;
  /** Whether the document is written from right to left. */
  readonly isRtl: boolean;
}

/** Runs one after another; an id links to its heading if there is one. */
export function runsXml(text: Text, surroundings: Surroundings): string {
  return runsOf(text)
    .map((run) => linkedXml(run, surroundings))
    .join('');
}

function linkedXml(run: TextRun, { scale, links, isRtl }: Surroundings): string {
  const colour = toneColour(run, scale);
  const bookmark = run.to === undefined ? undefined : links.get(run.to);
  if (bookmark === undefined) return runXml(run, isRtl, colour === undefined ? '' : `<w:color w:val="${colour}"/>`);
  const lead = linkColour(colours.accent);
  const text =
    run.words === undefined
      ? runXml(run, isRtl, lead)
      : runXml({ text: run.words }, isRtl, lead) + lineBreak + runXml(run, isRtl, linkColour(colours.faint));
  return `<w:hyperlink w:anchor="${bookmark}" w:history="1">${text}</w:hyperlink>`;
}

/** A link that is not underlined: a whole underlined question is hard to read. */
function linkColour(colour: string): string {
  return `<w:color w:val="${colour}"/><w:u w:val="none"/>`;
}

const tones = { good: colours.good, fair: colours.fair, bad: colours.bad, dim: colours.faint };

function toneColour({ style, tone, band }: TextRun, scale: Document['scale']): string | undefined {
  if (style === 'gone') return colours.bad;
  if (style === 'new') return colours.good;
  return tone ? tones[tone] : band ? bandColour(scale, band) : undefined;
}

/** The colour of a band on white; faint for no band. */
export function bandColour(scale: Document['scale'], band: string | null): string {
  const style = { ...plainStyle, good: () => colours.good, fair: () => colours.fair, bad: () => colours.bad };
  return toneOf(scale, band, style)(colours.faint);
}

/** A blank line in the text becomes a line break; single line breaks come from the wrapping of an editor. */
function runXml({ text, style }: TextRun, isRtl: boolean, more = ''): string {
  if (text === '') return '';
  if (style === 'quote') return runXml({ text: `“${text.trim()}”` }, isRtl, more);
  const named = (style === undefined ? '' : characterProperties[style]) + more;
  if (!isRtl) return pieceXml(text, named);
  if (isLeftToRight(text)) return pieceXml(text, named, withMarks);
  return directedParts(text)
    .map((part) => pieceXml(part.text, part.isRtl ? `${named}<w:rtl/>` : named))
    .join('');
}

function pieceXml(text: string, named: string, marked = (markup: string): string => markup): string {
  const properties = named === '' ? '' : `<w:rPr>${named}</w:rPr>`;
  const pieces = text.split(/\r?\n[^\S\n]*\r?\n\s*/).map((piece) => `<w:t xml:space="preserve">${marked(content(piece))}</w:t>`);
  return `<w:r>${properties}${pieces.join('<w:br/>')}</w:r>`;
}

/** Text for an XML element, without characters that reorder or hide other text. */
export function content(text: string): string {
  return escapeXml(visible(text));
}

/** The same for an attribute. */
export function attribute(text: string): string {
  return content(text.trim());
}

/** A new line within a paragraph. */
export const lineBreak = '<w:r><w:br/></w:r>';

/** A field that Word calculates, with the text that is shown until then. */
export function fieldXml(instruction: string, shown: string): string {
  return `<w:fldSimple w:instr=" ${instruction} "><w:r><w:t>${shown}</w:t></w:r></w:fldSimple>`;
}
