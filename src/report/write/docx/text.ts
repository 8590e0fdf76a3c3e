import { visible } from '../../../text/plain-text.ts';
import type { Run, Runs } from '../../document/blocks.ts';
import { escapeXml } from '../../escape/xml.ts';
import { colours } from './styles.ts';

/** Where the headings are that a run may lead to: names of bookmarks by the ids of questions and flags. */
export type Links = ReadonlyMap<string, string>;

const characterStyles = { strong: 'Strong', emphasis: 'Emphasis', code: 'Code' };

/** A paragraph of a style. @param more properties that come after the style, in the order that the schema wants them */
export function paragraphXml(style: string | null, content: string, more = ''): string {
  const named = style === null ? '' : `<w:pStyle w:val="${style}"/>`;
  const properties = named === '' && more === '' ? '' : `<w:pPr>${named}${more}</w:pPr>`;
  return `<w:p>${properties}${content}</w:p>`;
}

/** Runs one after another; an id leads to its heading where there is one. */
export function runsXml(runs: Runs, links: Links): string {
  return runs.map((run) => linkedXml(run, links)).join('');
}

function linkedXml(run: Run, links: Links): string {
  const bookmark = run.to === undefined ? undefined : links.get(run.to);
  if (bookmark === undefined) return runXml(run);
  const lead = inColour(colours.accent);
  const text =
    run.words === undefined
      ? runXml(run, lead)
      : runXml({ text: run.words }, lead) + lineBreak + runXml(run, inColour(colours.faint));
  return `<w:hyperlink w:anchor="${bookmark}" w:history="1">${text}</w:hyperlink>`;
}

/** A link without a line under it: a whole question underlined is hard to read. */
function inColour(colour: string): string {
  return `<w:color w:val="${colour}"/><w:u w:val="none"/>`;
}

/** Blank lines that somebody typed begin a new line; other line breaks are where an editor happened to wrap. */
function runXml({ text, set }: Run, more = ''): string {
  if (text === '') return '';
  if (set === 'quote') return runXml({ text: `“${text.trim()}”` }, more);
  const style = set === undefined ? '' : `<w:rStyle w:val="${characterStyles[set]}"/>`;
  const properties = style + more === '' ? '' : `<w:rPr>${style}${more}</w:rPr>`;
  const pieces = text.split(/\r?\n[^\S\n]*\r?\n\s*/).map((piece) => `<w:t xml:space="preserve">${content(piece)}</w:t>`);
  return `<w:r>${properties}${pieces.join('<w:br/>')}</w:r>`;
}

/** Text that no character of it can reorder, hide or break. */
export function content(text: string): string {
  return escapeXml(visible(text));
}

/** The same for an attribute. */
export function attribute(text: string): string {
  return content(text.trim());
}

/** A new line within a paragraph. */
export const lineBreak = '<w:r><w:br/></w:r>';

/** A field that Word works out, with what stands there until it has. */
export function fieldXml(instruction: string, shown: string): string {
  return `<w:fldSimple w:instr=" ${instruction} "><w:r><w:t>${shown}</w:t></w:r></w:fldSimple>`;
}
